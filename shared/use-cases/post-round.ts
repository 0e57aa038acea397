import { type Letter, recipientKey } from '../domain/correspondence/letter.ts'
import type { Instant } from '../domain/time.ts'
import { claim } from './claim.ts'
import { lettersOf } from './letters-about.ts'
import { MailUnderway, NotSent, type PostBundle, type PostEntry } from './mail-ports.ts'
import type { NotifyPorts } from './notify.ts'
import { addressesOf, personBehind, recipientOf, wanted } from './post.ts'
import { sendTogether } from './send-together.ts'

/** Commits of one bundle: a message holds 256 KB at most, and ten of them go together. */
const mostPlaces = 250

/**
 * The post of a morning goes: everything that waits for it, by recipient, a message for each. Done again it hands out the
 * same bundles under the same keys.
 * @returns how many bundles there are
 */
export const sendRound = async (
  ports: Pick<NotifyPorts, 'rounds' | 'postMessages' | 'contacts' | 'mailboxes'>,
  at: Instant,
): Promise<number> => {
  const waiting = new Map<string, PostEntry[]>()
  for (const entry of await ports.rounds.close(at))
    for (const recipient of oncePerPerson(ports, entry))
      waiting.set(recipient, [...(waiting.get(recipient) ?? []), entry])
  const bundles = [...waiting].flatMap(([recipient, entries]) => bundlesOf(at, recipient, entries))
  if (bundles.length > 0) await ports.postMessages.handOut(bundles)
  return bundles.length
}

/** The chair's mailbox may be the chair's own address: the same person reads of a commit once, in the part that comes first. */
const oncePerPerson = (ports: Parameters<typeof personBehind>[0], { recipients }: PostEntry): readonly string[] => [
  ...new Map(recipients.map((key) => [personBehind(ports, recipientOf(key)), key] as const).reverse()).values(),
]

const bundlesOf = (at: Instant, recipient: string, entries: readonly PostEntry[]): readonly PostBundle[] => {
  const bundles: PostBundle[] = []
  for (let from = 0; from < entries.length; from += mostPlaces) {
    const part = entries.slice(from, from + mostPlaces)
    bundles.push({
      key: `mail/${at}/${recipient}${from === 0 ? '' : `/${from}`}`,
      recipient,
      places: part.map(({ stream, version }) => ({ stream, version })),
      correlationId: part.at(-1)?.correlationId ?? '',
    })
  }
  return bundles
}

/** What became of a bundle. `nobody`: its recipient has been erased, or wants none of it. */
export type Bundled =
  | { readonly outcome: 'sent'; readonly letters: number }
  | { readonly outcome: 'already-sent' | 'nobody' }

/**
 * Tells one recipient all that waited for them in one mail, once and for good.
 * @throws MailUnderway when another is at it. NotSent or another error when the mail did not, or may not have, come through.
 */
export const sendBundle = async (ports: NotifyPorts, bundle: PostBundle): Promise<Bundled> => {
  const claimed = await claim(ports, bundle.key)
  if (claimed.state === 'done') return { outcome: 'already-sent' }
  if (claimed.state === 'underway') throw new MailUnderway(bundle.key)
  try {
    const letters = await tell(ports, bundle)
    await claimed.finish()
    return letters === 0 ? { outcome: 'nobody' } : { outcome: 'sent', letters }
  } catch (error) {
    if (error instanceof NotSent) await claimed.giveBack()
    throw error
  }
}

/** Returns how many letters went. */
const tell = async (ports: NotifyPorts, { key, recipient, places, correlationId }: PostBundle): Promise<number> => {
  const to = recipientOf(recipient)
  const address = (await addressesOf(ports, [to])).get(recipient)
  if (address === undefined) return 0
  const waiting: Letter[] = []
  for (const place of places)
    for (const { letter } of await lettersOf(ports, place))
      if (letter.delivery.when === 'morning' && recipientKey(letter.to) === recipient) waiting.push(letter)
  const letters = await wanted(ports, waiting)
  if (letters.length === 0) return 0
  await sendTogether(ports, to, address, letters, { of: 'news', id: key, correlationId })
  return letters.length
}
