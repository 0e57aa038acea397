import { noticeBody } from '../messages/notice.ts'
import type { Channel, FanOut } from '../use-cases/ports.ts'
import type { SqsClient } from './client.ts'
import { sendBatches } from './send-batches.ts'

/** Hands notices on, each channel over its own queue; a channel without one has nobody who listens. */
export const sqsFanOut = ({
  client,
  queueUrls,
}: {
  readonly client: SqsClient
  readonly queueUrls: Readonly<Record<Exclude<Channel, 'webhooks'>, string> & { readonly webhooks?: string }>
}): FanOut => ({
  send: async (notices) => {
    const bodies = new Map<Channel, string[]>()
    for (const { channel, notice } of notices) bodies.set(channel, [...(bodies.get(channel) ?? []), noticeBody(notice)])
    await Promise.all(
      [...bodies].map(async ([channel, ofChannel]) => {
        const queueUrl = queueUrls[channel]
        if (queueUrl !== undefined) await sendBatches(client, queueUrl, ofChannel)
      }),
    )
  },
})
