import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { WriteLine } from '../../shared/http/log-line.ts'
import { errorForLog } from '../../shared/http/log-line.ts'
import { type MailMessage, parseMailMessage } from '../../shared/messages/mail-message.ts'
import { flushDigest } from '../../shared/use-cases/digest.ts'
import { NotAllSent, type NotifyPorts, notify } from '../../shared/use-cases/notify.ts'
import { resendLink } from '../../shared/use-cases/resend-link.ts'

export interface NotificationParts extends NotifyPorts {
  readonly writeLine: WriteLine
}

/** Writes to those whom the messages of a batch concern. A message that fails goes back alone, and holds up no other. */
export const notificationHandler =
  (parts: NotificationParts) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const done = await Promise.all(Records.map((record) => handle(parts, record)))
    return {
      batchItemFailures: Records.filter((_, at) => !done[at]).map(({ messageId }) => ({ itemIdentifier: messageId })),
    }
  }

/** Whether the message is done with. */
const handle = async (parts: NotificationParts, { body, messageId, attributes }: SQSRecord): Promise<boolean> => {
  const say = (line: object) => parts.writeLine(JSON.stringify({ messageId, ...line }))
  try {
    say({
      level: 'info',
      message: 'mail',
      ...(await carryOut(parts, parseMailMessage(body), Number(attributes.SentTimestamp))),
    })
    return true
  } catch (error) {
    const posted =
      error instanceof NotAllSent ? error.posted.map((one) => ({ ...one, error: errorForLog(one.error) })) : []
    say({ level: 'error', message: 'mail', posted, error: errorForLog(error) })
    return false
  }
}

const carryOut = async (parts: NotificationParts, message: MailMessage, sentAt: number): Promise<object> => {
  switch (message.kind) {
    case 'notice': {
      const { id, type, correlationId } = message.notice
      return { notice: id, type, correlationId, posted: await notify(parts, message.notice) }
    }
    case 'digest':
      return { digest: message.recipient, ...(await flushDigest(parts, message.recipient)) }
    case 'link': {
      const { correlationId } = message.request
      return { correlationId, link: await resendLink(parts, sentAt, message.request) }
    }
  }
}
