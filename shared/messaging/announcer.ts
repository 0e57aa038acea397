import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { whenAway } from '../aws/when-away.ts'
import { announcementBody } from '../messages/announcement.ts'
import type { Announcer } from '../use-cases/ports.ts'
import type { SqsClient } from './client.ts'

/** Says on the queue `commits` that a commit is about to be tried. */
export const sqsAnnouncer = ({
  client,
  queueUrl,
}: {
  readonly client: SqsClient
  readonly queueUrl: string
}): Announcer => ({
  announce: (announcement) =>
    whenAway('sqs', async () => {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: announcementBody(announcement) }))
    }),
})
