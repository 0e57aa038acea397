import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { errorForLog, standardOutput, type WriteLine } from '../shared/http/log-line.ts'
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
  middy(async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: string[] = []
    for (const record of Records) if (!(await isDone(record, handle, write))) failed.push(record.messageId)
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
  })

const isDone = async (
  { body, messageId, attributes }: SQSRecord,
  handle: NoticeSettings['handle'],
  write: WriteLine,
): Promise<boolean> => {
  const line = (level: 'info' | 'error', facts: object) =>
    write(JSON.stringify({ level, message: 'notice', at: new Date().toISOString(), messageId, ...facts }))
  try {
    const notice = parseNotice(body)
    const { id, type, correlationId } = notice
    try {
      await handle(notice)
      line('info', { notice: id, type, correlationId })
      return true
    } catch (error) {
      line('error', {
        notice: id,
        type,
        correlationId,
        receives: attributes.ApproximateReceiveCount,
        error: errorForLog(error),
      })
      return false
    }
  } catch (error) {
    line('error', { trouble: 'not a notice', error: errorForLog(error) })
    return false
  }
}
