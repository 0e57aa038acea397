import type { SqsClient } from '../messaging/client.ts'
import { sendBatches } from '../messaging/send-batches.ts'
import type { DeliveryQueue } from '../use-cases/webhook-ports.ts'

/** Deliveries as messages of their own on the queue `webhooks`. */
export const deliveryQueue = ({
  client,
  queueUrl,
}: {
  readonly client: SqsClient
  readonly queueUrl: string
}): DeliveryQueue => ({
  enqueue: (deliveries) =>
    sendBatches(
      client,
      queueUrl,
      deliveries.map(({ endpoint, notice }) => JSON.stringify({ endpoint, notice })),
    ),
})
