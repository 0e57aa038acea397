import type { SQSClient } from '@aws-sdk/client-sqs'
import { erasureOrderBody } from '../messages/erasure-order.ts'
import type { ErasureOrders } from '../use-cases/erasure-ports.ts'
import { sendBatches } from './send-batches.ts'

/** Orders to erase somebody, on the queue `erasures`. */
export const sqsErasureOrders = ({
  client,
  queueUrl,
}: {
  readonly client: SQSClient
  readonly queueUrl: string
}): ErasureOrders => ({
  send: (order) => sendBatches(client, queueUrl, [erasureOrderBody(order)]),
})
