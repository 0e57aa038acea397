import {
  DeleteMessageBatchCommand,
  type Message,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import { z } from 'zod'
import type { FunctionRunner, Outcome } from './lambda/function-runner.ts'
import type { MappingPlan } from './plan/functions.ts'
import type { QueuePlan } from './plan/queues.ts'

export interface QueuePoller {
  readonly queue: QueuePlan
  /** Whether this message was handed to the function, failed, and waits for its next try. */
  readonly letGo: (receiptHandle: string) => boolean
  /** Batches received and not settled yet. */
  readonly busy: () => number
  /** Receives no more; resolves once what runs has ended. End the long polls beside it. */
  readonly stop: () => Promise<void>
}

export interface PollerParts {
  readonly client: SQSClient
  readonly queueUrl: string
  readonly region: string
  readonly runner: FunctionRunner
  /** Batches at the same time, where the template gives none. */
  readonly concurrency: number
  readonly log: (line: string) => void
}

/** What a function answers for a batch; whoever answers something else has not understood, and nothing is deleted. */
const partialAnswer = z.union([
  z.null(),
  z.object({
    batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
  }),
])

/**
 * Brings a queue's messages to a function as Lambda's event source mapping does: batches, a window to gather them,
 * limited concurrency; deletes what succeeded, leaves the rest to its visibility timeout and redrive policy.
 */
export const pollQueue = (queue: QueuePlan, mapping: MappingPlan, parts: PollerParts): QueuePoller => {
  const { client, queueUrl, runner, log } = parts
  const limit = mapping.maximumConcurrency ?? parts.concurrency
  const running = new Set<Promise<void>>()
  const given = new Set<string>()
  let stopping = false

  const receive = async (most: number, waitSeconds: number): Promise<readonly Message[]> => {
    const { Messages } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(10, most),
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    )
    return Messages ?? []
  }

  const gather = async (): Promise<readonly Message[]> => {
    const batch = [...(await receive(mapping.batchSize, 20))]
    const until = Date.now() + mapping.window
    while (batch.length > 0 && batch.length < mapping.batchSize && !stopping) {
      const left = until - Date.now()
      if (left <= 0 && batch.length % 10 !== 0) break
      const more = await receive(mapping.batchSize - batch.length, Math.min(20, Math.max(0, Math.ceil(left / 1_000))))
      if (left <= 0 && more.length === 0) break
      batch.push(...more)
    }
    return batch
  }

  const settle = async (batch: readonly Message[]): Promise<void> => {
    const outcome = await runner.invoke({ Records: batch.map((message) => recordOf(message, mapping, parts.region)) })
    const failed = failuresIn(outcome, batch, mapping.partial)
    for (const { MessageId, ReceiptHandle } of batch) if (failed.has(MessageId ?? '')) given.add(ReceiptHandle ?? '')
    await remove(batch.filter(({ MessageId }) => !failed.has(MessageId ?? '')))
    // A handle that is no longer in flight is asked for by nobody.
    if (given.size > 10_000) given.clear()
  }

  const remove = async (done: readonly Message[]): Promise<void> => {
    for (let first = 0; first < done.length; first += 10) {
      const { Failed } = await client.send(
        new DeleteMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: done
            .slice(first, first + 10)
            .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
        }),
      )
      for (const { Message: text } of Failed ?? []) log(`${queue.name}: a message was not deleted: ${text}`)
    }
  }

  const loop = async (): Promise<void> => {
    while (!stopping) {
      if (running.size >= limit) {
        await Promise.race(running)
        continue
      }
      try {
        const batch = await gather()
        if (batch.length === 0) continue
        const work = settle(batch)
          .catch((error: unknown) => log(`${queue.name}: ${error}`))
          .finally(() => running.delete(work))
        running.add(work)
      } catch (error) {
        if (stopping) return
        log(`${queue.name}: ${error}`)
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
  }
  const looping = loop()

  return {
    queue,
    letGo: (receiptHandle) => given.has(receiptHandle),
    busy: () => running.size,
    stop: async () => {
      stopping = true
      await looping
      await Promise.all(running)
    },
  }
}

/** Message ids of the batch that did not succeed. */
const failuresIn = (outcome: Outcome, batch: readonly Message[], partial: boolean): ReadonlySet<string> => {
  const all = new Set(batch.map(({ MessageId }) => MessageId ?? ''))
  if (!outcome.ok) return all
  if (!partial) return new Set()
  const answer = partialAnswer.safeParse(outcome.result)
  if (!answer.success) return all
  const failed = new Set(answer.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier))
  return [...failed].every((id) => all.has(id)) ? failed : all
}

const recordOf = (message: Message, mapping: MappingPlan, region: string) => ({
  messageId: message.MessageId,
  receiptHandle: message.ReceiptHandle,
  body: message.Body,
  attributes: message.Attributes ?? {},
  messageAttributes: Object.fromEntries(
    Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [name, attributeOf(value)]),
  ),
  md5OfBody: message.MD5OfBody,
  eventSource: 'aws:sqs',
  eventSourceARN: mapping.queueArn,
  awsRegion: region,
})

const attributeOf = ({ StringValue, BinaryValue, DataType }: MessageAttributeValue) => ({
  dataType: DataType,
  stringListValues: [],
  binaryListValues: [],
  ...(StringValue === undefined ? {} : { stringValue: StringValue }),
  ...(BinaryValue === undefined ? {} : { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
})
