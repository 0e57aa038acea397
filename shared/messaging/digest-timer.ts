import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { whenAway } from '../aws/when-away.ts'
import { digestBody } from '../messages/mail-message.ts'
import type { DigestTimer } from '../use-cases/mail-ports.ts'
import type { SqsClient } from './client.ts'

/** SQS delays a message by this much at most; the local engine has no ceiling of its own. */
const longestDelay = 900

/** Has digests looked at by delayed messages on the queue `mail`. */
export const sqsDigestTimer = ({
  client,
  queueUrl,
}: {
  readonly client: SqsClient
  readonly queueUrl: string
}): DigestTimer => ({
  flushLater: (recipient, seconds) =>
    whenAway('sqs', async () => {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: digestBody(recipient),
          DelaySeconds: Math.min(longestDelay, Math.max(0, Math.ceil(seconds))),
        }),
      )
    }),
})
