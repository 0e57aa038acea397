import type { SQSClient } from '@aws-sdk/client-sqs'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { whenAway } from '../aws/when-away.ts'
import { announcementBody } from '../messages/announcement.ts'
import type { Announcer } from '../use-cases/ports.ts'

/** Says on the queue `commits` that a commit is about to be tried. */
export const sqsAnnouncer = ({
  client,
  queueUrl,
}: {
  readonly client: SQSClient
  readonly queueUrl: string
}): Announcer => ({
  announce: (announcement) =>
    whenAway('sqs', async () => {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: announcementBody(announcement) }))
    }),
})
