import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs'
import * as z from 'zod/mini'
import { whenAway } from '../aws/when-away.ts'
import { deadLettersSuffix } from '../environment.ts'
import { jsonText } from '../json-text.ts'
import { streamId, version } from '../messages/scalars.ts'
import type { DeadLetter, DeadLetterBoxes, DeadLetterSubject, RedrivableQueue } from '../use-cases/dead-letters.ts'
import type { SqsClient } from './client.ts'
import { giveBack } from './give-back.ts'

const mostPerReceive = 10
const mostPerRedrive = 100
/** Seconds in which what was gathered is sent again, before others may see it; longer than the function may run. */
const gatheredFor = 60

/** Seconds in which what is looked at may be given back; it comes back by itself then. */
const lookedFor = 5

/** Dead letters in SQS. @param urls of each queue, whose dead letters lie beside it */
export const sqsDeadLetters = ({
  client,
  urls,
}: {
  readonly client: SqsClient
  readonly urls: Readonly<Record<RedrivableQueue, string>>
}): DeadLetterBoxes => ({
  count: (queue) =>
    whenAway('sqs', async () => {
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({
          QueueUrl: deadLettersOf(urls[queue]),
          AttributeNames: ['ApproximateNumberOfMessages'],
        }),
      )
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0)
    }),

  look: (queue) =>
    whenAway('sqs', async () => {
      const queueUrl = deadLettersOf(urls[queue])
      const messages = await receive(client, queueUrl, lookedFor)
      const back = giveBack({ client, queueUrl })
      await Promise.all(messages.map(({ ReceiptHandle = '' }) => back(ReceiptHandle, 0)))
      const letters = messages.map(deadLetterOf)
      return [...new Map(letters.map((letter) => [letter.id, letter])).values()].sort((one, other) =>
        one.sentAt < other.sentAt ? -1 : 1,
      )
    }),

  redrive: (queue) =>
    whenAway('sqs', async () => {
      const back = urls[queue]
      const deadLetters = deadLettersOf(back)
      // All of it before any is sent: what fails again at once would be met again and again.
      const gathered: Message[] = []
      while (gathered.length < mostPerRedrive) {
        const messages = await receive(client, deadLetters, gatheredFor)
        if (messages.length === 0) break
        gathered.push(...messages)
      }
      for (const { Body, MessageAttributes, ReceiptHandle } of gathered) {
        await client.send(
          new SendMessageCommand({
            QueueUrl: back,
            MessageBody: Body,
            ...(MessageAttributes === undefined ? {} : { MessageAttributes }),
          }),
        )
        await client.send(new DeleteMessageCommand({ QueueUrl: deadLetters, ReceiptHandle }))
      }
      return gathered.length
    }),
})

const deadLettersOf = (queueUrl: string): string => `${queueUrl}${deadLettersSuffix}`

const receive = async (client: SqsClient, QueueUrl: string, VisibilityTimeout: number): Promise<readonly Message[]> => {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: mostPerReceive,
      VisibilityTimeout,
      // A short poll asks some of the servers of AWS only, and finds nothing though there is more.
      WaitTimeSeconds: 1,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['SentTimestamp'],
    }),
  )
  return Messages
}

const deadLetterOf = ({ MessageId = '', Body = '', Attributes }: Message): DeadLetter => ({
  id: MessageId,
  sentAt: new Date(Number(Attributes?.SentTimestamp ?? 0)).toISOString(),
  about: subjectOf(Body),
})

const place = z.object({ stream: streamId, version, type: z.optional(z.string().check(z.regex(/^[a-z-]{1,60}$/))) })
const subjects = z.union([
  z.pipe(
    z.object({ endpoint: z.string().check(z.maxLength(100)), notice: place }),
    z.transform(
      ({ endpoint, notice: { stream, version } }) => ({ kind: 'delivery', endpoint, stream, version }) as const,
    ),
  ),
  z.pipe(
    place,
    z.transform(({ type, ...at }) => ({ kind: 'event', ...at, ...(type === undefined ? {} : { type }) }) as const),
  ),
  z.pipe(
    z.object({ linkResend: z.object({ project: z.templateLiteral(['prj_', z.string()]) }) }),
    z.transform(({ linkResend: { project } }) => ({ kind: 'link', project }) as const),
  ),
  z.pipe(
    z.union([z.object({ digest: z.unknown() }), z.object({ post: z.unknown() }), z.object({ bundle: z.unknown() })]),
    z.transform(() => ({ kind: 'digest' }) as const),
  ),
  z.pipe(
    z.object({ erasure: z.string() }),
    z.transform(() => ({ kind: 'erasure' }) as const),
  ),
])

/** What a message is about, as far as may be told: no recipient, no address, nothing that anybody wrote. */
export const subjectOf = (body: string): DeadLetterSubject => {
  const json = z.safeParse(jsonText, body)
  const subject = json.success ? z.safeParse(subjects, json.data) : undefined
  return subject?.success ? subject.data : { kind: 'unknown' }
}
