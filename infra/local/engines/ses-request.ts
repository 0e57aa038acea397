import { z } from 'zod'

/** What a request to SES asks to be sent: the whole message and its envelope. */
export interface Sending {
  readonly source: string
  readonly destinations: readonly string[]
  /** MIME, base64. */
  readonly raw: string
}

const v2 = z.object({
  FromEmailAddress: z.string().optional(),
  Destination: z
    .object({
      ToAddresses: z.array(z.string()).default([]),
      CcAddresses: z.array(z.string()).default([]),
      BccAddresses: z.array(z.string()).default([]),
    })
    .prefault({}),
  Content: z.object({ Raw: z.object({ Data: z.string() }) }),
})

/**
 * Reads `SendEmail` and `SendRawEmail` of SES (v1), and raw mail of SES v2.
 * @returns undefined for every other request.
 */
export const sendingIn = (path: string, body: string): Sending | undefined => {
  if (path === '/v2/email/outbound-emails') {
    const asked = v2.safeParse(JSON.parse(body))
    if (!asked.success) return undefined
    const { FromEmailAddress, Destination, Content } = asked.data
    const destinations = [...Destination.ToAddresses, ...Destination.CcAddresses, ...Destination.BccAddresses]
    return { source: FromEmailAddress ?? '', destinations, raw: Content.Raw.Data }
  }
  const form = new URLSearchParams(body)
  const list = (prefix: string) => [...form].flatMap(([key, value]) => (key.startsWith(prefix) ? [value] : []))
  const source = form.get('Source') ?? ''
  if (form.get('Action') === 'SendRawEmail')
    return { source, destinations: list('Destinations.member.'), raw: form.get('RawMessage.Data') ?? '' }
  if (form.get('Action') !== 'SendEmail') return undefined
  const to = list('Destination.ToAddresses.member.')
  const cc = list('Destination.CcAddresses.member.')
  return {
    source,
    destinations: [...to, ...cc, ...list('Destination.BccAddresses.member.')],
    raw: composed({
      source,
      to,
      cc,
      replyTo: list('ReplyToAddresses.member.'),
      subject: form.get('Message.Subject.Data') ?? '',
      text: form.get('Message.Body.Text.Data'),
      html: form.get('Message.Body.Html.Data'),
    }),
  }
}

interface Simple {
  readonly source: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly replyTo: readonly string[]
  readonly subject: string
  readonly text: string | null
  readonly html: string | null
}

/** What SES makes of a mail that came in pieces, near enough to be read. */
const composed = (mail: Simple): string => {
  const boundary = 'part-of-a-mail-on-one-machine'
  const part = (type: string, content: string | null) =>
    content === null
      ? []
      : [
          `--${boundary}`,
          `Content-Type: ${type}; charset=utf-8`,
          'Content-Transfer-Encoding: base64',
          '',
          ...(Buffer.from(content)
            .toString('base64')
            .match(/.{1,76}/g) ?? []),
        ]
  const lines = [
    `From: ${mail.source}`,
    `To: ${mail.to.join(', ')}`,
    ...(mail.cc.length > 0 ? [`Cc: ${mail.cc.join(', ')}`] : []),
    ...(mail.replyTo.length > 0 ? [`Reply-To: ${mail.replyTo.join(', ')}`] : []),
    `Subject: =?utf-8?B?${Buffer.from(mail.subject).toString('base64')}?=`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', mail.text),
    ...part('text/html', mail.html),
    `--${boundary}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n')).toString('base64')
}
