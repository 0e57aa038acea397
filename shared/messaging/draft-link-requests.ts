import type { DraftLinkRequests } from '../use-cases/drafts.ts'
import type { SqsClient } from './client.ts'
import { sendBatches } from './send-batches.ts'

/** Requests for links to drafts on the queue `mail`, as `{ draftLink: { person, id, correlationId } }`. */
export const sqsDraftLinkRequests = ({
  client,
  queueUrl,
}: {
  readonly client: SqsClient
  readonly queueUrl: string
}): DraftLinkRequests => ({
  send: (draftLink) => sendBatches(client, queueUrl, [JSON.stringify({ draftLink })]),
})
