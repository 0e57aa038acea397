import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { type Invocation, type Log, logTo, type WriteLine } from '../../shared/logging/log-line.ts'
import { parseAnnouncement } from '../../shared/messages/announcement.ts'
import type { ConfirmPorts } from '../../shared/use-cases/confirm.ts'
import { confirm } from '../../shared/use-cases/confirm.ts'
import { oncePerBatch } from '../../shared/use-cases/once-per-batch.ts'
import type { CommitLog } from '../../shared/use-cases/ports.ts'
import { remembering } from '../../shared/use-cases/remembering.ts'

export interface RelayParts extends ConfirmPorts {
  readonly log: Pick<CommitLog, 'load' | 'read' | 'append'>
  /** What a batch shares: parts over its log, which is loaded once. @default nothing */
  readonly forBatch?: (log: RelayParts['log']) => Pick<ConfirmPorts, 'projectionOf' | 'keptForPost'>
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
  async ({ Records }: SQSEvent, invocation: Invocation): Promise<SQSBatchResponse> => {
    const log = logTo(parts.writeLine, invocation)
    const remembered = remembering(parts.log)
    const ofBatch = oncePerBatch({ ...parts, log: remembered, ...parts.forBatch?.(remembered) })
    const done = await Promise.all(Records.map((record) => handOn(ofBatch, record, log)))
    return {
      batchItemFailures: Records.filter((_, at) => done[at] === false).map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    }
  }

/** Whether the message is done with. */
const handOn = async (parts: RelayParts, record: SQSRecord, log: Log): Promise<boolean> => {
  const receives = Number(record.attributes.ApproximateReceiveCount)
  let about: object = { messageId: record.messageId, receives }
  try {
    const announcement = parseAnnouncement(record.body)
    const { commitId, commandId, people: _, ...known } = announcement
    about = { ...known, command: commandId, commit: commitId, ...about }
    const outcome = await confirm(parts, announcement, receives)
    log('info', 'announcement', { ...about, outcome })
    if (outcome === 'not-yet') await parts.giveBack(record.receiptHandle, parts.giveBackSeconds)
    return outcome !== 'not-yet'
  } catch (cause) {
    log('error', 'announcement', { ...about, cause })
    return false
  }
}
