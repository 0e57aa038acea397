import { ChangeMessageVisibilityCommand, SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { whenAway } from '../aws/when-away.ts'
import { Unavailable } from '../use-cases/unavailable.ts'
import type { Delivery, DeliveryQueue } from '../use-cases/webhook-ports.ts'

export interface QueueAddress {
  readonly client: SQSClient
  readonly queueUrl: string
}

const mostPerBatch = 10

/** Deliveries as messages of their own on the queue `webhooks`. Throws when one of them was not taken. */
export const deliveryQueue = ({ client, queueUrl }: QueueAddress): DeliveryQueue => ({
  enqueue: async (deliveries) => {
    for (let from = 0; from < deliveries.length; from += mostPerBatch)
      await send(client, queueUrl, deliveries.slice(from, from + mostPerBatch))
  },
})

/** SQS answers 200 with the failed ones inside. */
const send = async (client: SQSClient, queueUrl: string, deliveries: readonly Delivery[]): Promise<void> => {
  const { Failed = [] } = await whenAway('sqs', () =>
    client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: deliveries.map((delivery, n) => ({ Id: String(n), MessageBody: JSON.stringify(delivery) })),
      }),
    ),
  )
  const [failed] = Failed
  if (failed !== undefined)
    throw new Unavailable('sqs', { cause: new Error(`${Failed.length} deliveries not taken: ${failed.Code}`) })
}

/** Leaves a message in the queue `webhooks`, invisible for so many seconds from now. */
export const giveBack =
  ({ client, queueUrl }: QueueAddress) =>
  async (receiptHandle: string, seconds: number): Promise<void> => {
    await whenAway('sqs', () =>
      client.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl: queueUrl,
          ReceiptHandle: receiptHandle,
          VisibilityTimeout: seconds,
        }),
      ),
    )
  }
