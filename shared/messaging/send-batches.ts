import { SendMessageBatchCommand } from '@aws-sdk/client-sqs'
import { whenAway } from '../aws/when-away.ts'
import { Unavailable } from '../use-cases/unavailable.ts'
import type { SqsClient } from './client.ts'

const mostPerBatch = 10
const tries = 3

/**
 * Sends every body to a queue, ten at a time. SQS answers 200 also when it took only some: those it did not are sent again.
 * @param delaySeconds until they can be received, at most 900
 * @throws Unavailable when some are still not taken after three tries.
 * @throws Error when SQS says that a message itself is at fault.
 */
export const sendBatches = async (
  client: SqsClient,
  queueUrl: string,
  bodies: readonly string[],
  delaySeconds = 0,
): Promise<void> => {
  const delay = delaySeconds === 0 ? {} : { DelaySeconds: delaySeconds }
  for (let from = 0; from < bodies.length; from += mostPerBatch)
    await sendBatch(client, queueUrl, bodies.slice(from, from + mostPerBatch), delay)
}

const sendBatch = async (
  client: SqsClient,
  queueUrl: string,
  bodies: readonly string[],
  delay: { readonly DelaySeconds?: number },
): Promise<void> => {
  let entries = bodies.map((MessageBody, at) => ({ Id: String(at), MessageBody, ...delay }))
  for (let left = tries; ; left -= 1) {
    const { Failed = [] } = await whenAway('sqs', () =>
      client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries })),
    )
    const [first] = Failed
    if (first === undefined) return
    const said = `sqs did not take ${Failed.length} of ${entries.length} messages: ${first.Code} ${first.Message}`
    if (Failed.some(({ SenderFault }) => SenderFault === true)) throw new Error(said)
    if (left === 1) throw new Unavailable(said)
    const failed = new Set(Failed.map(({ Id }) => Id))
    entries = entries.filter(({ Id }) => failed.has(Id))
  }
}
