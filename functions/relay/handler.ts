import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { WriteLine } from '../../shared/http/log-line.ts'
import { errorForLog } from '../../shared/http/log-line.ts'
import { parseAnnouncement } from '../../shared/messages/announcement.ts'
import type { ConfirmPorts } from '../../shared/use-cases/confirm.ts'
import { confirm } from '../../shared/use-cases/confirm.ts'

export interface RelayParts extends ConfirmPorts {
  /** Makes a message visible again after so many seconds. */
  readonly giveBack: (receiptHandle: string, seconds: number) => Promise<void>
  /** For how long an announcement without a commit is given back. */
  readonly giveBackSeconds: number
  readonly writeLine: WriteLine
}

/**
 * Confirms the announcements of a batch, all at once: one that waits holds up no other. What is not there yet is given
 * back; what fails, or is no announcement, goes back too, and after its last receive to the dead letters.
 */
export const relayHandler =
  (parts: RelayParts) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const done = await Promise.all(Records.map((record) => handOn(parts, record)))
    return {
      batchItemFailures: Records.filter((_, at) => done[at] === false).map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    }
  }

/** Whether the message is done with. */
const handOn = async (parts: RelayParts, record: SQSRecord): Promise<boolean> => {
  try {
    const announcement = parseAnnouncement(record.body)
    const result = await confirm(parts, announcement, Number(record.attributes.ApproximateReceiveCount))
    parts.writeLine(JSON.stringify({ level: 'info', confirm: result, ...announcement }))
    if (result === 'not-yet') await parts.giveBack(record.receiptHandle, parts.giveBackSeconds)
    return result !== 'not-yet'
  } catch (error) {
    parts.writeLine(JSON.stringify({ level: 'error', messageId: record.messageId, error: errorForLog(error) }))
    return false
  }
}
