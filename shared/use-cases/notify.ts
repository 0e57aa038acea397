import { type Letter, recipientKey } from '../domain/correspondence/letter.ts'
import { type ClaimPorts, claim } from './claim.ts'
import { type Told, waitForPost } from './keep-for-post.ts'
import { type LetterOf, type LetterPorts, lettersOf } from './letters-about.ts'
import {
  type DigestBox,
  type DigestTimer,
  type Mailer,
  MailUnderway,
  NotSent,
  type PostMessages,
  type PostRounds,
  type Typesetter,
} from './mail-ports.ts'
import type { EventNotice } from './ports.ts'
import { type Address, type AddressPorts, addressesOf, linkIn, personBehind, unsubscribeIn } from './post.ts'
import { underOneKey } from './under-one-key.ts'

export interface SendPorts extends AddressPorts, ClaimPorts {
  readonly mailer: Mailer
  readonly typesetter: Typesetter
}

export interface NotifyPorts extends SendPorts, LetterPorts {
  readonly rounds: PostRounds
  readonly postMessages: PostMessages
  readonly digests: DigestBox
  readonly digestTimer: DigestTimer
  /** Seconds without a new late entry before a digest goes. */
  readonly quietSeconds: number
}

/** What became of a letter. `nobody`: its recipient has been erased. `later`: waits for the post, or for a digest. */
export interface Posted {
  readonly recipient: string
  readonly template: string
  readonly outcome: 'sent' | 'already-sent' | 'later' | 'nobody' | 'failed'
  readonly error?: unknown
}

type Outcome = Pick<Posted, 'error'> & { readonly outcome: string }

/** Not all letters of a message got through; those that did are not sent again. */
export class NotAllSent extends AggregateError {
  readonly posted: readonly Outcome[]

  constructor(posted: readonly Outcome[]) {
    const failed = posted.filter(({ outcome }) => outcome === 'failed')
    super(
      failed.map(({ error }) => error),
      `${failed.length} of ${posted.length} letters were not sent`,
    )
    this.name = 'NotAllSent'
    this.posted = posted
  }
}

/**
 * Tells everybody whom one commit concerns, each of each event once and for good: at once, or with the post of a morning.
 * One bad recipient never blocks the others.
 * @throws NotAllSent when some could not be told: the message goes back to its queue, and only those are tried again.
 * MailUnderway when another delivery of the message is at it.
 */
export const notify = async (ports: NotifyPorts, told: Told): Promise<readonly Posted[]> => {
  const letters = oncePerPerson(ports, await lettersOf(ports, told))
  await keepOrFollow(ports, told, letters)
  const sent = await sendNow(
    ports,
    told,
    letters.filter(({ letter }) => letter.delivery.when === 'now'),
  )
  const posted = await Promise.all(
    letters.map(async (one): Promise<Posted> => {
      const about = { recipient: recipientKey(one.letter.to), template: one.letter.body.template }
      if (one.letter.delivery.when === 'quiet') await keep(ports, told, one)
      if (one.letter.delivery.when !== 'now') return { ...about, outcome: 'later' }
      return { ...about, ...(sent.get(one) as Sent) }
    }),
  )
  if (posted.some(({ outcome }) => outcome === 'failed')) throw new NotAllSent(posted)
  return posted
}

/** The chair's mailbox may be the chair's own address: the same person is told once, in the part that comes first. */
const oncePerPerson = (ports: NotifyPorts, letters: readonly LetterOf[]): readonly LetterOf[] => {
  const told = new Set<string>()
  return letters.filter(({ index, letter: { to } }) => {
    const person = `${index} ${personBehind(ports, to)}`
    const isFirst = !told.has(person)
    told.add(person)
    return isFirst
  })
}

/** Kept for the post before the message is done with; what comes after the post has gone follows it in mails of its own. */
const keepOrFollow = async (ports: NotifyPorts, told: Told, letters: readonly LetterOf[]): Promise<void> => {
  const kept = await waitForPost(ports, told, letters)
  if (kept.went === 'with-the-post') return
  const { stream, version, recipients, correlationId } = kept.entry
  const key = `mail/${kept.at}/${stream}/${version}`
  const places = [{ stream, version }]
  await ports.postMessages.handOut([
    { key, bundles: recipients.map((recipient) => ({ id: `${key}/${recipient}`, recipient, places, correlationId })) },
  ])
}

type Sent = Pick<Posted, 'outcome' | 'error'>

/** Sends the letters of a commit under one key. */
const sendNow = async (
  ports: NotifyPorts,
  told: Told,
  letters: readonly LetterOf[],
): Promise<ReadonlyMap<LetterOf, Sent>> => {
  if (letters.length === 0) return new Map()
  const people = addressesOf(
    ports,
    letters.map(({ letter }) => letter.to),
  )
  const sent = await underOneKey(ports, `mail/${told.stream}/${told.version}`, letters, {
    nameOf,
    act: async ({ index, letter }): Promise<Sent> => {
      const address = (await people).get(recipientKey(letter.to))
      if (address === undefined) return { outcome: 'nobody' }
      await send(ports, { ...told, id: `${told.stream}/${told.version}/${index}` }, letter, address)
      return { outcome: 'sent' }
    },
  })
  return new Map(letters.map((one, at) => [one, sent[at] as Sent]))
}

const nameOf = ({ index, letter: { to } }: LetterOf): string => `${index}/${recipientKey(to)}`

/** What came late is there before the message is done with. Somebody looks at it when it has been quiet. */
const keep = async (
  ports: NotifyPorts,
  { stream, version, correlationId }: Told,
  { index, letter: { to } }: LetterOf,
): Promise<void> => {
  const recipient = recipientKey(to)
  const at = ports.wallClock()
  await ports.digests.add(recipient, {
    notice: `${stream}/${version}/${index}`,
    stream,
    version,
    index,
    correlationId,
    at,
  })
  await ports.digestTimer.flushLater(recipient, ports.quietSeconds)
}

/** The key under which a letter about an event is sent once. */
export const letterKey = (notice: string, recipient: string): string => `mail/${notice}/${recipient}`

/**
 * Sends one letter once and for good: takes its key, sends, finishes.
 * What certainly was not sent gives the key back at once. What may have been sent keeps it until the lease has run out;
 * then it is sent again under the same id (`docs/operations.md`, mails that may have been sent).
 */
export const sendLetter = async (
  ports: SendPorts,
  notice: Pick<EventNotice, 'id' | 'correlationId'>,
  letter: Letter,
  address: Address,
): Promise<'sent' | 'already-sent'> => {
  const key = letterKey(notice.id, recipientKey(letter.to))
  const claimed = await claim(ports, key)
  if (claimed.state === 'done') return 'already-sent'
  if (claimed.state === 'underway') throw new MailUnderway(key)
  try {
    await send(ports, notice, letter, address)
  } catch (error) {
    if (error instanceof NotSent) await claimed.giveBack()
    throw error
  }
  await claimed.finish()
  return 'sent'
}

const send = async (
  ports: SendPorts,
  { id, correlationId }: Pick<EventNotice, 'id' | 'correlationId'>,
  letter: Letter,
  address: Address,
): Promise<void> => {
  const { link, personal } = await linkIn(ports, letter)
  const unsubscribe = unsubscribeIn(ports, letter.to, letter.reminder)
  const { name } = address.to
  const addressed = {
    language: address.language,
    link,
    personal,
    ...(name === undefined ? {} : { name }),
    ...unsubscribe,
  }
  await ports.mailer.send({
    ...ports.typesetter.letter(letter, addressed),
    to: address.to,
    id: `${id}.${recipientKey(letter.to)}`,
    thread: letter.about.stream,
    correlationId,
    ...unsubscribe,
  })
}
