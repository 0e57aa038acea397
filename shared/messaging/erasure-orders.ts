import { erasureOrderBody } from '../messages/erasure-order.ts'
import type { ErasureOrders } from '../use-cases/erasure-ports.ts'
import type { SqsClient } from './client.ts'
import { sendBatches } from './send-batches.ts'

/** Orders to erase somebody, on the queue `erasures`. */
export const sqsErasureOrders = ({
  client,
  queueUrl,
}: {
  readonly client: SqsClient
  readonly queueUrl: string
}): ErasureOrders => ({
  send: (order, delaySeconds) => sendBatches(client, queueUrl, [erasureOrderBody(order)], delaySeconds),
})
