import { type Letter, recipientKey } from '../domain/correspondence/letter.ts'
import type { Instant } from '../domain/time.ts'
import { lettersOf } from './letters-about.ts'
import type { PostBag, PostBundle, PostEntry } from './mail-ports.ts'
import { NotAllSent, type NotifyPorts } from './notify.ts'
import { addressesOf, personBehind, recipientOf, wanted } from './post.ts'
import { sendTogether } from './send-together.ts'
import { underOneKey } from './under-one-key.ts'

/** A message holds 256 KB at most, and ten of them go together; and what one carries goes again where its sender dies. */
const most = { bundles: 10, places: 250 } as const

/**
 * The post of a morning goes: everything that waits for it, by recipient, some of them to a message. Done again it hands out
 * the same under the same keys.
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
  const bags = inBags(bundles).map((ofBag, n) => ({ key: `mail/${at}/${n + 1}`, bundles: ofBag }))
  if (bags.length > 0) await ports.postMessages.handOut(bags)
  return bundles.length
}

const inBags = (bundles: readonly PostBundle[]): readonly (readonly PostBundle[])[] => {
  const bags: PostBundle[][] = []
  let room = 0
  for (const bundle of bundles) {
    const last = bags.at(-1)
    room -= bundle.places.length
    if (last !== undefined && last.length < most.bundles && room >= 0) last.push(bundle)
    else {
      bags.push([bundle])
      room = most.places - bundle.places.length
    }
  }
  return bags
}

/** The chair's mailbox may be the chair's own address: the same person reads of a commit once, in the part that comes first. */
const oncePerPerson = (ports: Parameters<typeof personBehind>[0], { recipients }: PostEntry): readonly string[] => [
  ...new Map(recipients.map((key) => [personBehind(ports, recipientOf(key)), key] as const).reverse()).values(),
]

const bundlesOf = (at: Instant, recipient: string, entries: readonly PostEntry[]): readonly PostBundle[] => {
  const bundles: PostBundle[] = []
  for (let from = 0; from < entries.length; from += most.places) {
    const part = entries.slice(from, from + most.places)
    bundles.push({
      id: `mail/${at}/${recipient}${from === 0 ? '' : `/${from}`}`,
      recipient,
      places: part.map(({ stream, version }) => ({ stream, version })),
      correlationId: part.at(-1)?.correlationId ?? '',
    })
  }
  return bundles
}

/** What became of a bundle: `nobody`: its recipient has been erased, or wants none of it. */
export interface Bundled {
  readonly recipient: string
  readonly outcome: 'sent' | 'already-sent' | 'nobody' | 'failed'
  readonly letters?: number
  /** Of the commits that the mail tells of. */
  readonly correlationIds?: readonly string[]
  readonly error?: unknown
}

/**
 * Sends each recipient of a bag all that waited for them in one mail, once and for good. One bad recipient never blocks the
 * others.
 * @throws NotAllSent when some could not be told: the message goes back to its queue, and only those are tried again.
 * MailUnderway when another delivery of the message is at it.
 */
export const emptyBag = async (ports: NotifyPorts, { key, bundles }: PostBag): Promise<readonly Bundled[]> => {
  const sent = await underOneKey(ports, key, bundles, {
    nameOf: ({ id }) => id,
    act: async (bundle) => {
      const told = await tell(ports, bundle)
      return told === undefined ? ({ outcome: 'nobody' } as const) : ({ outcome: 'sent', ...told } as const)
    },
  })
  const bundled = bundles.map(
    ({ recipient }, at): Bundled => ({ recipient, ...(sent[at] as Omit<Bundled, 'recipient'>) }),
  )
  if (bundled.some(({ outcome }) => outcome === 'failed')) throw new NotAllSent(bundled)
  return bundled
}

/** Returns how many letters went, and what they came of; nothing when none did. */
const tell = async (
  ports: NotifyPorts,
  { id, recipient, places }: PostBundle,
): Promise<Required<Pick<Bundled, 'letters' | 'correlationIds'>> | undefined> => {
  const to = recipientOf(recipient)
  const address = (await addressesOf(ports, [to])).get(recipient)
  if (address === undefined) return
  const waiting = new Map<Letter, string>()
  for (const place of places)
    for (const { letter, correlationId } of await lettersOf(ports, place))
      if (letter.delivery.when === 'morning' && recipientKey(letter.to) === recipient)
        waiting.set(letter, correlationId)
  const letters = await wanted(ports, [...waiting.keys()])
  if (letters.length === 0) return
  const correlationIds = [...new Set(letters.map((letter) => waiting.get(letter) ?? ''))]
  await sendTogether(ports, to, address, letters, { of: 'news', id, correlationIds })
  return { letters: letters.length, correlationIds }
}
