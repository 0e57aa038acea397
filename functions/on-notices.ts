import middy from '@middy/core'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { type Log, logTo, standardOutput, type WriteLine } from '../shared/logging/log-line.ts'
import { parseNotice } from '../shared/messages/notice.ts'
import type { EventNotice } from '../shared/use-cases/ports.ts'

export interface NoticeSettings {
  readonly handle: (notice: EventNotice) => Promise<unknown>
  /** @default standard output */
  readonly write?: WriteLine
}

/**
 * The handler of a queue of notices, one after the other, since two of one batch often concern the same stream. One that
 * fails goes back to its queue without the others; one that nobody understands ends among the dead letters.
 */
export const onNotices = ({ handle, write = standardOutput }: NoticeSettings) =>
  middy(async ({ Records }: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const log = logTo(write, context)
    const failed: string[] = []
    for (const record of Records) if (!(await isDone(record, handle, log))) failed.push(record.messageId)
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
  })

const isDone = async (
  { body, messageId, attributes }: SQSRecord,
  handle: NoticeSettings['handle'],
  log: Log,
): Promise<boolean> => {
  const receives = Number(attributes.ApproximateReceiveCount)
  const notice = read(body, (cause) => log('error', 'not a notice', { messageId, receives, cause }))
  if (notice === undefined) return false
  const { id, stream, type, correlationId } = notice
  const about = { correlationId, stream, notice: id, event: type, messageId, receives }
  try {
    await handle(notice)
    log('info', 'notice', about)
    return true
  } catch (cause) {
    log('error', 'notice', { ...about, cause })
    return false
  }
}

const read = (body: string, refused: (cause: unknown) => void): EventNotice | undefined => {
  try {
    return parseNotice(body)
  } catch (cause) {
    refused(cause)
    return undefined
  }
}
