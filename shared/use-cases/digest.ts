import { type Letter, type Recipient, recipientKey } from '../domain/correspondence/letter.ts'
import type { StreamId } from '../domain/identifiers.ts'
import { type Claim, claim } from './claim.ts'
import { lettersAbout } from './letters-about.ts'
import { type DigestEntry, MailUnderway, NotSent } from './mail-ports.ts'
import { letterKey, type NotifyPorts } from './notify.ts'
import { type Address, addressesOf, linkIn, unsubscribeIn, wanted } from './post.ts'
import { remembering } from './remembering.ts'

type Mine = DigestEntry & { readonly claim: Extract<Claim, { state: 'mine' }> }

/** What became of a look at a digest. `waiting`: not quiet, or not morning, yet; looked at again then. `empty`: told already. */
export type Flushed =
  | { readonly outcome: 'sent'; readonly letters: number }
  | { readonly outcome: 'waiting' | 'empty' | 'nobody' }

/**
 * Tells one recipient all that waits in one mail: when the morning of something in it has come, or once nothing more has
 * come late for the quiet time.
 * Each entry is taken under the key its own letter would have had, so that it is told once, whichever way. The oldest is
 * taken first: of two at the same box, one gets it, and the other gives way.
 * @throws MailUnderway when another is at it. NotSent or another error when the mail did not, or may not have, come through.
 */
export const flushDigest = async (ports: NotifyPorts, recipient: string): Promise<Flushed> => {
  const entries = await ports.digests.entries(recipient)
  if (entries.length === 0) return { outcome: 'empty' }
  const wait = untilQuiet(ports, entries)
  if (wait > 0) await ports.digestTimer.flushLater(recipient, Math.ceil(wait))
  if (wait > 0 || !isRipe(ports, entries)) return { outcome: 'waiting' }
  const { mine, done } = await take(ports, recipient, entries)
  await ports.digests.remove(
    recipient,
    done.map(({ notice }) => notice),
  )
  return mine.length === 0 ? { outcome: 'empty' } : tell(ports, recipient, mine)
}

/** Seconds until nothing more has come late for the quiet time; nothing to wait for where nothing came late. */
const untilQuiet = ({ quietSeconds, wallClock }: NotifyPorts, entries: readonly DigestEntry[]): number => {
  const newest = entries
    .filter(isLate)
    .map(({ at }) => at)
    .sort()
    .at(-1)
  return newest === undefined ? 0 : quietSeconds - (Date.parse(wallClock()) - Date.parse(newest)) / 1_000
}

const isLate = ({ dueAt }: DigestEntry): boolean => dueAt === undefined

/** Whether something in the box is to be told now; then all of it is: what waits for the next morning may come early. */
const isRipe = ({ clock }: NotifyPorts, entries: readonly DigestEntry[]): boolean => {
  const now = clock()
  return entries.some(({ dueAt }) => dueAt === undefined || dueAt <= now)
}

const take = async (ports: NotifyPorts, recipient: string, entries: readonly DigestEntry[]) => {
  const mine: Mine[] = []
  const done: DigestEntry[] = []
  for (const entry of entries) {
    const key = letterKey(entry.notice, recipient)
    const claimed = await claim(ports, key)
    if (claimed.state === 'mine') mine.push({ ...entry, claim: claimed })
    else if (claimed.state === 'done') done.push(entry)
    else if (mine.length === 0) throw new MailUnderway(key)
  }
  return { mine, done }
}

const tell = async (ports: NotifyPorts, recipient: string, mine: readonly Mine[]): Promise<Flushed> => {
  try {
    const to: Recipient = mailboxOrContact(ports, recipient)
    const address = (await addressesOf(ports, [to])).get(recipient)
    const letters = address === undefined ? [] : await wanted(ports, await lettersOf(ports, recipient, mine))
    if (address !== undefined && letters.length > 0) await send(ports, to, address, letters, mine)
    await Promise.all(mine.map((entry) => entry.claim.finish()))
    await ports.digests.remove(
      recipient,
      mine.map(({ notice }) => notice),
    )
    return address === undefined ? { outcome: 'nobody' } : { outcome: 'sent', letters: letters.length }
  } catch (error) {
    if (error instanceof NotSent) await Promise.all(mine.map((entry) => entry.claim.giveBack()))
    throw error
  }
}

const mailboxOrContact = ({ mailboxes }: NotifyPorts, recipient: string): Recipient => {
  if (recipient === 'secretariat' || recipient === 'board' || recipient === 'chair') return { mailbox: recipient }
  if (recipient.startsWith('con_')) return { contact: `con_${recipient.slice(4)}` }
  throw new Error(`${recipient} is neither a contact nor one of ${Object.keys(mailboxes).join(', ')}`)
}

const lettersOf = async (
  ports: NotifyPorts,
  recipient: string,
  entries: readonly DigestEntry[],
): Promise<readonly Letter[]> => {
  const letters: Letter[] = []
  const log = remembering(ports.log)
  for (const entry of entries)
    letters.push(...(await lettersAbout({ ...ports, log }, entry)).filter(({ to }) => recipientKey(to) === recipient))
  return letters
}

/** One letter goes as it is; more than one become a digest, by case. */
const send = async (
  ports: NotifyPorts,
  to: Recipient,
  address: Address,
  letters: readonly Letter[],
  entries: readonly DigestEntry[],
): Promise<void> => {
  const cases = new Map<StreamId, Letter[]>()
  for (const letter of letters) cases.set(letter.about.stream, [...(cases.get(letter.about.stream) ?? []), letter])
  const linked = await Promise.all(
    [...cases.values()].map(async (ofCase) => ({
      letters: ofCase,
      // The last letter's part: what has changed since the first may be who has the move.
      ...(await linkIn(ports, ofCase.at(-1) ?? (letters[0] as Letter))),
    })),
  )
  const [first] = linked
  const [only] = letters
  const unsubscribe = unsubscribeIn(
    ports,
    to,
    letters.some(({ reminder }) => reminder),
  )
  const addressed = {
    language: address.language,
    ...(address.to.name === undefined ? {} : { name: address.to.name }),
    ...unsubscribe,
  }
  const mail =
    letters.length === 1 && only !== undefined && first !== undefined
      ? ports.typesetter.letter(only, { ...addressed, link: first.link, personal: first.personal })
      : ports.typesetter.digest(
          to,
          linked,
          { ...addressed, personal: linked.some(({ personal }) => personal) },
          entries.some(isLate) ? 'late' : 'news',
        )
  await ports.mailer.send({
    ...mail,
    to: address.to,
    id: `${entries[0]?.notice}.${entries.length}.${recipientKey(to)}`,
    ...(linked.length === 1 && first?.letters[0] !== undefined ? { thread: first.letters[0].about.stream } : {}),
    correlationId: entries.at(-1)?.correlationId ?? '',
    ...unsubscribe,
  })
}
