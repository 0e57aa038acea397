import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { type Facts, type Invocation, type Log, logTo, type WriteLine } from '../../shared/logging/log-line.ts'
import { type MailMessage, parseMailMessage } from '../../shared/messages/mail-message.ts'
import { flushDigest } from '../../shared/use-cases/digest.ts'
import { type DraftMailPorts, sendDraftLink } from '../../shared/use-cases/drafts.ts'
import { NotAllSent, type NotifyPorts, notify } from '../../shared/use-cases/notify.ts'
import { emptyBag, sendRound } from '../../shared/use-cases/post-round.ts'
import { remembering } from '../../shared/use-cases/remembering.ts'
import { rememberingPeople } from '../../shared/use-cases/remembering-people.ts'
import { resendLink } from '../../shared/use-cases/resend-link.ts'

export interface NotificationParts extends NotifyPorts, DraftMailPorts {
  readonly writeLine: WriteLine
}

/** Writes to those whom the messages of a batch concern. A message that fails goes back alone, and holds up no other. */
export const notificationHandler =
  (parts: NotificationParts) =>
  async ({ Records }: SQSEvent, invocation: Invocation): Promise<SQSBatchResponse> => {
    const log = logTo(parts.writeLine, invocation)
    // Messages about one project share one look at its log.
    const ofBatch = { ...parts, log: remembering(parts.log), contacts: rememberingPeople(parts.contacts) }
    const done = await Promise.all(Records.map((record) => handle(ofBatch, record, log)))
    return {
      batchItemFailures: Records.filter((_, at) => !done[at]).map(({ messageId }) => ({ itemIdentifier: messageId })),
    }
  }

/** Whether the message is done with. */
const handle = async (
  parts: NotificationParts,
  { body, messageId, attributes }: SQSRecord,
  log: Log,
): Promise<boolean> => {
  let about: Facts = { messageId, receives: Number(attributes.ApproximateReceiveCount) }
  try {
    const message = parseMailMessage(body)
    about = { ...factsOf(message), ...about }
    log('info', 'mail', { ...about, ...(await carryOut(parts, message, Number(attributes.SentTimestamp))) })
    return true
  } catch (cause) {
    log('error', 'mail', { ...about, ...(cause instanceof NotAllSent ? postedOf(cause) : {}), cause })
    return false
  }
}

const factsOf = (message: MailMessage): Facts => {
  switch (message.kind) {
    case 'notice': {
      const { id, stream, type, correlationId } = message.notice
      return { correlationId, stream, notice: id, event: type }
    }
    case 'post':
      return { correlationId: message.correlationId, post: message.at }
    case 'bag': {
      const { key, bundles } = message.bag
      return { bag: key, correlationId: bundles.at(-1)?.correlationId ?? '' }
    }
    case 'digest':
      return { digest: message.recipient }
    case 'draft':
      return { correlationId: message.request.correlationId }
    case 'link': {
      const { project, correlationId } = message.request
      return { correlationId, stream: project }
    }
  }
}

const carryOut = async (parts: NotificationParts, message: MailMessage, sentAt: number): Promise<Facts> => {
  switch (message.kind) {
    case 'notice':
      return { posted: await notify(parts, message.notice) }
    case 'post':
      return { bundles: await sendRound(parts, message.at) }
    case 'bag':
      return { posted: await emptyBag(parts, message.bag) }
    case 'digest':
      return { ...(await flushDigest(parts, message.recipient)) }
    case 'draft':
      return { link: await sendDraftLink(parts, message.request) }
    case 'link':
      return { link: await resendLink(parts, sentAt, message.request) }
  }
}

/** What became of each letter. Why some failed is told by the causes of the whole, in the same order. */
const postedOf = ({ posted }: NotAllSent): Facts => ({ posted: posted.map(({ error: _, ...one }) => one) })
