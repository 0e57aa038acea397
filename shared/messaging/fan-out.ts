import type { SQSClient } from '../aws/sqs.ts'
import { noticeBody } from '../messages/notice.ts'
import type { Channel, FanOut } from '../use-cases/ports.ts'
import { sendBatches } from './send-batches.ts'

/** Hands notices on, each channel over its own queue. */
export const sqsFanOut = ({
  client,
  queueUrls,
}: {
  readonly client: SQSClient
  readonly queueUrls: Readonly<Record<Channel, string>>
}): FanOut => ({
  send: async (notices) => {
    const bodies = new Map<Channel, string[]>()
    for (const { channel, notice } of notices) bodies.set(channel, [...(bodies.get(channel) ?? []), noticeBody(notice)])
    await Promise.all([...bodies].map(([channel, ofChannel]) => sendBatches(client, queueUrls[channel], ofChannel)))
  },
})
