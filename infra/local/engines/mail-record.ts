import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { z } from 'zod'

const stored = z.object({
  number: z.number().int(),
  messageId: z.string(),
  /** Wall time. */
  at: z.string(),
  /** What the domain's clock showed. */
  domainAt: z.string(),
  source: z.string(),
  destinations: z.array(z.string()),
  /** The whole message, base64. */
  raw: z.string(),
})
export type StoredMail = z.output<typeof stored>

/** A mail as its reader sees it. */
export interface Mail {
  /** Counts from 1 over all mails of the stack. */
  readonly number: number
  readonly messageId: string
  readonly at: string
  readonly domainAt: string
  readonly from: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly bcc: readonly string[]
  /** Everybody it is to, with the name that stands beside the address, or nothing. */
  readonly addressees: readonly { readonly address: string; readonly name: string }[]
  readonly subject: string
  readonly text: string
  readonly html: string
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** Every web address in it, without repeats. */
  readonly links: readonly string[]
}

export interface MailRecord {
  readonly add: (mail: Omit<StoredMail, 'number'>) => void
  readonly stored: () => readonly StoredMail[]
  /** @param after only mails with a higher number. */
  readonly mails: (after?: number) => Promise<readonly Mail[]>
  /** Takes mails away for good, on disk as well; their numbers are not given again. @returns how many. */
  readonly forget: (isForgotten: (mail: Mail) => boolean) => Promise<number>
}

/** What is left of a mail that was forgotten. */
const forgotten = z.object({ number: z.number().int(), forgotten: z.literal(true) })

/** Every mail that was ever accepted, one line of JSON each; what was acknowledged survives kill -9. */
export const openMailRecord = (file: string): MailRecord => {
  const lines = existsSync(file) ? readLines(file) : []
  let all = lines.filter((line) => 'raw' in line)
  let highest = lines.at(-1)?.number ?? 0
  const parsed = new Map<number, Promise<Mail>>()
  const mailOf = (mail: StoredMail): Promise<Mail> => {
    const known = parsed.get(mail.number) ?? parse(mail)
    parsed.set(mail.number, known)
    return known
  }
  return {
    add: (mail) => {
      highest += 1
      const next = { number: highest, ...mail }
      // The line break first: half a line, left by a kill, must not spoil the next.
      appendFileSync(file, `\n${JSON.stringify(next)}`, { mode: 0o600 })
      all.push(next)
    },
    stored: () => all,
    mails: (after = 0) => Promise.all(all.filter(({ number }) => number > after).map(mailOf)),
    forget: async (isForgotten) => {
      const gone = new Set((await Promise.all(all.map(mailOf))).filter(isForgotten).map(({ number }) => number))
      if (gone.size === 0) return 0
      // Without a break in between: a mail that comes now is either in what is written, or written after it.
      all = all.filter(({ number }) => !gone.has(number))
      for (const number of gone) parsed.delete(number)
      const mark = { number: highest, forgotten: true } satisfies z.output<typeof forgotten>
      const kept = [...all, ...(all.at(-1)?.number === highest ? [] : [mark])]
      writeFileSync(`${file}.next`, kept.map((line) => `\n${JSON.stringify(line)}`).join(''), { mode: 0o600 })
      renameSync(`${file}.next`, file)
      return gone.size
    },
  }
}

const readLines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [z.union([stored, forgotten]).parse(JSON.parse(line))]
      } catch {
        // Empty, or cut off by a kill before it was acknowledged.
        return []
      }
    })

const parse = async (mail: StoredMail): Promise<Mail> => {
  const read = await simpleParser(Buffer.from(mail.raw, 'base64'), { skipHtmlToText: true, skipTextToHtml: true })
  const to = addresses(read.to)
  const cc = addresses(read.cc)
  const html = read.html || ''
  const text = read.text ?? ''
  return {
    number: mail.number,
    messageId: mail.messageId,
    at: mail.at,
    domainAt: mail.domainAt,
    from: read.from?.text ?? mail.source,
    to: to.length > 0 ? to : mail.destinations,
    cc,
    addressees: [...named(read.to), ...named(read.cc), ...mail.destinations.map((address) => ({ address, name: '' }))],
    bcc: mail.destinations.filter((address) => ![...to, ...cc].includes(address) && to.length > 0),
    subject: read.subject ?? '',
    text,
    html,
    headers: headersOf(read),
    links: linksIn(text, html),
  }
}

const addresses = (field: AddressObject | AddressObject[] | undefined): readonly string[] =>
  [field ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address ?? []))

const named = (field: AddressObject | AddressObject[] | undefined) =>
  [field ?? []].flat().flatMap(({ value }) => value.map(({ address = '', name }) => ({ address, name })))

const headersOf = ({ headerLines }: ParsedMail): Readonly<Record<string, string>> =>
  Object.fromEntries(
    headerLines.map(({ key, line }) => [
      key,
      line
        .slice(line.indexOf(':') + 1)
        .replace(/\r?\n\s+/g, ' ')
        .trim(),
    ]),
  )

const linksIn = (text: string, html: string): readonly string[] => {
  const inText = text.match(/https?:\/\/[^\s<>"]+/g) ?? []
  const inHtml = Array.from(html.matchAll(/href="(https?:[^"]+)"/g), ([, link]) =>
    (link ?? '').replaceAll('&amp;', '&'),
  )
  return [...new Set([...inText, ...inHtml].map((link) => link.replace(/[.,;:)]+$/, '')))]
}
