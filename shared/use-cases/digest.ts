import { type Letter, recipientKey } from '../domain/correspondence/letter.ts'
import { type Claim, claim } from './claim.ts'
import { lettersAbout } from './letters-about.ts'
import { type DigestEntry, MailUnderway, NotSent } from './mail-ports.ts'
import { letterKey, type NotifyPorts } from './notify.ts'
import { addressesOf, recipientOf, wanted } from './post.ts'
import { remembering } from './remembering.ts'
import { sendTogether } from './send-together.ts'

type Mine = DigestEntry & { readonly claim: Extract<Claim, { state: 'mine' }> }

/** What became of a look at a digest. `waiting`: not quiet yet; looked at again then. `empty`: told already. */
export type Flushed =
  | { readonly outcome: 'sent'; readonly letters: number; readonly correlationIds: readonly string[] }
  | { readonly outcome: 'waiting' | 'empty' | 'nobody' }

/**
 * Tells one recipient all that came late in one mail, once nothing more has come for the quiet time.
 * Each entry is taken under the key its own letter would have had, so that it is told once, whichever way. The oldest is
 * taken first: of two at the same box, one gets it, and the other gives way.
 * @throws MailUnderway when another is at it. NotSent or another error when the mail did not, or may not have, come through.
 */
export const flushDigest = async (ports: NotifyPorts, recipient: string): Promise<Flushed> => {
  const entries = await ports.digests.entries(recipient)
  if (entries.length === 0) return { outcome: 'empty' }
  const wait = untilQuiet(ports, entries)
  if (wait > 0) {
    await ports.digestTimer.flushLater(recipient, Math.ceil(wait))
    return { outcome: 'waiting' }
  }
  const { mine, done } = await take(ports, recipient, entries)
  await ports.digests.remove(
    recipient,
    done.map(({ notice }) => notice),
  )
  return mine.length === 0 ? { outcome: 'empty' } : tell(ports, recipient, mine)
}

/** Seconds until nothing more has come late for the quiet time. */
const untilQuiet = ({ quietSeconds, wallClock }: NotifyPorts, entries: readonly DigestEntry[]): number => {
  const newest = entries
    .map(({ at }) => at)
    .sort()
    .at(-1) as string
  return quietSeconds - (Date.parse(wallClock()) - Date.parse(newest)) / 1_000
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
    const to = recipientOf(recipient)
    const address = (await addressesOf(ports, [to])).get(recipient)
    const waiting = address === undefined ? new Map<Letter, string>() : await lettersIn(ports, recipient, mine)
    const letters = await wanted(ports, [...waiting.keys()])
    const correlationIds = [...new Set(letters.map((letter) => waiting.get(letter) ?? ''))]
    if (address !== undefined && letters.length > 0)
      await sendTogether(ports, to, address, letters, {
        of: 'late',
        id: `${mine[0]?.notice}.${mine.length}.${recipient}`,
        correlationIds,
      })
    await Promise.all(mine.map((entry) => entry.claim.finish()))
    await ports.digests.remove(
      recipient,
      mine.map(({ notice }) => notice),
    )
    return address === undefined ? { outcome: 'nobody' } : { outcome: 'sent', letters: letters.length, correlationIds }
  } catch (error) {
    if (error instanceof NotSent) await Promise.all(mine.map((entry) => entry.claim.giveBack()))
    throw error
  }
}

/** With what each came of. */
const lettersIn = async (
  ports: NotifyPorts,
  recipient: string,
  entries: readonly DigestEntry[],
): Promise<ReadonlyMap<Letter, string>> => {
  const letters = new Map<Letter, string>()
  const log = remembering(ports.log)
  for (const entry of entries)
    for (const letter of await lettersAbout({ ...ports, log }, entry))
      if (recipientKey(letter.to) === recipient) letters.set(letter, entry.correlationId)
  return letters
}
