import MailComposer from 'nodemailer/lib/mail-composer'
import type { OutgoingMail } from '../use-cases/mail-ports.ts'

export interface Envelope {
  /** The sender's address. */
  readonly sender: string
  /** The part of ids after the @, so that they are unique in the world. */
  readonly domain: string
}

/** One line without control characters: what ends a header would begin another. */
const line = (text: string): string => [...text].map((char) => (char < ' ' || char === '\x7f' ? ' ' : char)).join('')

/** A part of a message id: letters, digits and what else a dot-atom may hold (RFC 5322, 3.2.3). */
const atom = (text: string): string => text.replace(/[^\w.!#$%&'*+/=?^`{|}~-]/g, '-')

/**
 * The mail as raw MIME: text and HTML as alternatives, headers by RFC 5322, 3834 and 8058.
 * Mails of one case refer to an id that stands for the case itself, so that mail programs thread them.
 * Amazon SES puts a Message-ID of its own in place of ours: `X-Trin-Mail` carries it all the way.
 */
export const composeMail = async (mail: OutgoingMail, { sender, domain }: Envelope): Promise<Uint8Array> => {
  const id = atom(mail.id)
  const thread = mail.thread === undefined ? undefined : `<${atom(mail.thread)}@${domain}>`
  const composer = new MailComposer({
    from: { name: 'OS2 Trin', address: sender },
    to: [{ name: line(mail.to.name ?? ''), address: line(mail.to.email) }],
    subject: line(mail.subject),
    messageId: `<${id}@${domain}>`,
    ...(thread === undefined ? {} : { inReplyTo: thread, references: [thread] }),
    text: mail.text,
    html: mail.html,
    textEncoding: 'quoted-printable',
    // Without it, lines of the text end in a bare line feed, which SMTP forbids.
    newline: '\r\n',
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Correlation-Id': line(mail.correlationId),
      'X-Trin-Mail': id,
      ...(mail.unsubscribe === undefined
        ? {}
        : {
            'List-Unsubscribe': `<${line(mail.unsubscribe)}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
