import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import {
  type DeliveryPorts,
  deliverWebhook,
  type FanOutPorts,
  fanOutWebhook,
} from '../../shared/use-cases/deliver-webhook.ts'
import { parseMessage, type WebhookMessage } from './message.ts'

export interface WebhookPorts extends DeliveryPorts, FanOutPorts {
  /** Leaves the message in its queue, invisible for so many seconds from now. */
  readonly giveBack: (receiptHandle: string, seconds: number) => Promise<void>
  /** One line of the log; with an error when something of ours went wrong. */
  readonly say: (message: string, facts: object, error?: unknown) => void
}

/** A message that no try can save: the rest of its receives follow at once, and end it among the dead letters. */
const hopeless = 1

/** Tells endpoints of events. Messages of a batch stand apart: one that fails, or waits for its endpoint, holds up no other. */
export const webhookHandler =
  (ports: WebhookPorts) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const kept = await Promise.all(
      Records.map(async (record) => {
        const seconds = await handle(record, ports)
        if (seconds === undefined) return []
        await ports
          .giveBack(record.receiptHandle, seconds)
          .catch((error) => ports.say('not given back', { messageId: record.messageId }, error))
        return [{ itemIdentifier: record.messageId }]
      }),
    )
    return { batchItemFailures: kept.flat() }
  }

/** Undefined when the message is done with; else in how many seconds it is to come again. */
const handle = async (record: SQSRecord, ports: WebhookPorts): Promise<number | undefined> => {
  const attempt = Number(record.attributes.ApproximateReceiveCount)
  const message = read(record, ports)
  if (message === undefined) return hopeless
  const about = { notice: message.notice.id, correlationId: message.notice.correlationId, attempt }
  try {
    if (message.kind === 'fan-out') {
      await fanOutWebhook(message.notice, ports)
      return undefined
    }
    const outcome = await deliverWebhook(message, attempt, ports)
    ports.say('webhook', { ...about, endpoint: message.endpoint, ...outcome })
    if (outcome.result === 'given-up') return hopeless
    return outcome.result === 'again' ? outcome.seconds : undefined
  } catch (error) {
    ports.say('webhook', about, error)
    return ports.retryDelay(attempt) ?? hopeless
  }
}

const read = ({ body, messageId }: SQSRecord, { say }: WebhookPorts): WebhookMessage | undefined => {
  try {
    return parseMessage(body)
  } catch (error) {
    say('not a message of ours', { messageId }, error)
    return undefined
  }
}
