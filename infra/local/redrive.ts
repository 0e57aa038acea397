import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import { z } from 'zod'

/** There is no such queue, or it has no dead letters. */
export class NothingToRedrive extends Error {
  override readonly name = 'NothingToRedrive'
}

const policy = z.object({ deadLetterTargetArn: z.string() })

/**
 * Sends every message of a queue's dead-letter queue to the queue again. Each is sent before it is deleted, so that none
 * is lost; a crash between the two doubles it, which every consumer bears.
 * @param named the whole name of the queue, or its end after a hyphen: `commits` finds `trin-local-commits`.
 * @returns how many.
 * @throws NothingToRedrive
 */
export const redrive = async (client: SQSClient, named: string): Promise<number> => {
  const url = await findQueue(client, named)
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['RedrivePolicy'] }),
  )
  const text = Attributes?.RedrivePolicy
  if (!text) throw new NothingToRedrive(`the queue ${named} has no dead-letter queue`)
  const { deadLetterTargetArn } = policy.parse(JSON.parse(text))
  const deadLetters = await client.send(new GetQueueUrlCommand({ QueueName: deadLetterTargetArn.split(':').at(-1) }))
  const gathered = await gather(client, deadLetters.QueueUrl)
  for (const { Body, MessageAttributes, ReceiptHandle } of gathered) {
    await client.send(
      new SendMessageCommand({
        QueueUrl: url,
        MessageBody: Body,
        ...(MessageAttributes === undefined ? {} : { MessageAttributes }),
      }),
    )
    await client.send(new DeleteMessageCommand({ QueueUrl: deadLetters.QueueUrl, ReceiptHandle }))
  }
  return gathered.length
}

/** Seconds in which what was gathered is sent again, before others may see it. */
const gatheredFor = 900

/** All that lies there, before any of it is sent: what fails again at once comes back, and would be met again and again. */
const gather = async (client: SQSClient, QueueUrl: string | undefined): Promise<readonly Message[]> => {
  const gathered: Message[] = []
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: gatheredFor,
        // A short poll asks some of the servers of AWS only, and finds nothing though there is more.
        WaitTimeSeconds: 1,
        MessageAttributeNames: ['All'],
      }),
    )
    if (Messages.length === 0) return gathered
    gathered.push(...Messages)
  }
}

/** Every queue that has dead letters of its own, with how many lie there; of those whose names begin as given. */
export const countDeadLetters = async (
  client: SQSClient,
  prefix: string,
): Promise<readonly { readonly queue: string; readonly deadLetters: number }[]> => {
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({ QueueNamePrefix: prefix, MaxResults: 1_000 }))
  const counted = await Promise.all(
    QueueUrls.map(async (QueueUrl) => {
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
      )
      return { name: nameOf(QueueUrl), messages: Number(Attributes?.ApproximateNumberOfMessages ?? 0) }
    }),
  )
  const messagesOf = new Map(counted.map(({ name, messages }) => [name, messages]))
  return counted
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap(({ name }) => {
      const deadLetters = messagesOf.get(`${name}-dead-letters`)
      return deadLetters === undefined ? [] : [{ queue: name, deadLetters }]
    })
}

const nameOf = (url: string): string => url.split('/').at(-1) ?? ''

const findQueue = async (client: SQSClient, named: string): Promise<string> => {
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({ MaxResults: 1_000 }))
  const exact = QueueUrls.filter((url) => nameOf(url) === named)
  const fits = exact.length > 0 ? exact : QueueUrls.filter((url) => nameOf(url).endsWith(`-${named}`))
  const [url] = fits
  if (url !== undefined && fits.length === 1) return url
  const known = QueueUrls.map(nameOf).join(', ')
  throw new NothingToRedrive(`${fits.length === 0 ? 'no queue' : 'more than one queue'} ${named} among ${known}`)
}
