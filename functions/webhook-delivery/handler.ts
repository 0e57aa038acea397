import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { type Invocation, type Log, logTo, type WriteLine } from '../../shared/logging/log-line.ts'
import {
  type DeliveryPorts,
  deliverWebhook,
  type FanOutPorts,
  fanOutWebhook,
} from '../../shared/use-cases/deliver-webhook.ts'
import { remembering } from '../../shared/use-cases/remembering.ts'
import { parseMessage, type WebhookMessage } from './message.ts'

export interface WebhookPorts extends DeliveryPorts, FanOutPorts {
  /** Leaves the message in its queue, invisible for so many seconds from now. */
  readonly giveBack: (receiptHandle: string, seconds: number) => Promise<void>
  readonly writeLine: WriteLine
}

/** A message that no try can save: the rest of its receives follow at once, and end it among the dead letters. */
const hopeless = 1

/** Tells endpoints of events. Messages of a batch stand apart: one that fails, or waits for its endpoint, holds up no other. */
export const webhookHandler =
  (ports: WebhookPorts) =>
  async ({ Records }: SQSEvent, invocation: Invocation): Promise<SQSBatchResponse> => {
    const log = logTo(ports.writeLine, invocation)
    // Endpoints that hear of one event share one look at the log.
    const ofBatch = { ...ports, log: remembering(ports.log) }
    const kept = await Promise.all(
      Records.map(async (record) => {
        const seconds = await handle(record, ofBatch, log)
        if (seconds === undefined) return []
        await ports
          .giveBack(record.receiptHandle, seconds)
          .catch((cause) => log('error', 'not given back', { messageId: record.messageId, cause }))
        return [{ itemIdentifier: record.messageId }]
      }),
    )
    return { batchItemFailures: kept.flat() }
  }

/** Undefined when the message is done with; else in how many seconds it is to come again. */
const handle = async (record: SQSRecord, ports: WebhookPorts, log: Log): Promise<number | undefined> => {
  const attempt = Number(record.attributes.ApproximateReceiveCount)
  const message = read(record, log)
  if (message === undefined) return hopeless
  const { id, stream, type, correlationId } = message.notice
  const about = { correlationId, stream, notice: id, event: type, messageId: record.messageId, receives: attempt }
  try {
    if (message.kind === 'fan-out') {
      await fanOutWebhook(message.notice, ports)
      return undefined
    }
    const outcome = await deliverWebhook(message, attempt, ports)
    log('info', 'webhook', { ...about, endpoint: message.endpoint, ...outcome })
    if (outcome.result === 'given-up') return hopeless
    return outcome.result === 'again' ? outcome.seconds : undefined
  } catch (cause) {
    log('error', 'webhook', { ...about, cause })
    return ports.retryDelay(attempt) ?? hopeless
  }
}

const read = ({ body, messageId }: SQSRecord, log: Log): WebhookMessage | undefined => {
  try {
    return parseMessage(body)
  } catch (cause) {
    log('error', 'not a message of ours', { messageId, cause })
    return undefined
  }
}
