import type { LinkRequests } from '../use-cases/link-requests.ts'
import type { SqsClient } from './client.ts'
import { sendBatches } from './send-batches.ts'

/** Requests for personal links on the queue `mail`, as `{ linkResend: { contact, project, correlationId } }`. */
export const sqsLinkRequests = ({
  client,
  queueUrl,
}: {
  readonly client: SqsClient
  readonly queueUrl: string
}): LinkRequests => ({
  send: (linkResend) => sendBatches(client, queueUrl, [JSON.stringify({ linkResend })]),
})
