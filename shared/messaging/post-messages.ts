import { bagBody, postBody } from '../messages/mail-message.ts'
import type { PostMessages } from '../use-cases/mail-ports.ts'
import type { SqsClient } from './client.ts'
import { sendBatches } from './send-batches.ts'

/** The post goes round on the queue `mail`. */
export const sqsPostMessages = ({
  client,
  queueUrl,
}: {
  readonly client: SqsClient
  readonly queueUrl: string
}): PostMessages => ({
  callOut: (at, correlationId) => sendBatches(client, queueUrl, [postBody(at, correlationId)]),
  handOut: (bags) => sendBatches(client, queueUrl, bags.map(bagBody)),
})
