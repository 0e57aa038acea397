import { type Delivery, type Letter, recipientKey } from '../domain/correspondence/letter.ts'
import { type ClaimPorts, claim } from './claim.ts'
import { type LetterPorts, lettersAbout } from './letters-about.ts'
import { type DigestBox, type DigestTimer, type Mailer, MailUnderway, NotSent, type Typesetter } from './mail-ports.ts'
import type { Clock, EventNotice } from './ports.ts'
import { type Address, type AddressPorts, addressesOf, linkIn, unsubscribeIn, wanted } from './post.ts'

export interface SendPorts extends AddressPorts, ClaimPorts {
  readonly mailer: Mailer
  readonly typesetter: Typesetter
}

export interface NotifyPorts extends SendPorts, LetterPorts {
  readonly digests: DigestBox
  readonly digestTimer: DigestTimer
  /** The domain's: mornings come by it. */
  readonly clock: Clock
  /** Seconds without a new late entry before a digest goes. */
  readonly quietSeconds: number
}

/** What became of a letter: `nobody`: its recipient has been erased. `later`: waits for a digest. */
export interface Posted {
  readonly recipient: string
  readonly template: string
  readonly outcome: 'sent' | 'already-sent' | 'later' | 'nobody' | 'failed'
  readonly error?: unknown
}

/** Not all letters about an event got through; those that did are not sent again. */
export class NotAllSent extends AggregateError {
  readonly posted: readonly Posted[]

  constructor(posted: readonly Posted[]) {
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
 * Tells everybody whom one committed event concerns, each once and for good. One bad recipient never blocks the others.
 * @throws NotAllSent when some could not be told: the message goes back to its queue, and only those are tried again.
 */
export const notify = async (ports: NotifyPorts, notice: EventNotice): Promise<readonly Posted[]> => {
  const letters = await wanted(ports, await lettersAbout(ports, notice))
  const addresses = await addressesOf(
    ports,
    letters.map(({ to }) => to),
  )
  const posted = await Promise.all(
    oncePerPerson(letters, addresses).map(async (letter): Promise<Posted> => {
      const recipient = recipientKey(letter.to)
      const about = { recipient, template: letter.body.template }
      const address = addresses.get(recipient)
      if (address === undefined) return { ...about, outcome: 'nobody' }
      try {
        return {
          ...about,
          outcome:
            letter.delivery.when === 'now'
              ? await sendLetter(ports, notice, letter, address)
              : await keep(ports, notice, recipient, letter.delivery),
        }
      } catch (error) {
        return { ...about, outcome: 'failed', error }
      }
    }),
  )
  if (posted.some(({ outcome }) => outcome === 'failed')) throw new NotAllSent(posted)
  return posted
}

/** The chair's mailbox may be the chair's own address: the same person is told once, in the part that comes first. */
const oncePerPerson = (letters: readonly Letter[], addresses: ReadonlyMap<string, Address>): readonly Letter[] => {
  const told = new Set<string>()
  return letters.filter(({ to }) => {
    const person = addresses.get(recipientKey(to))?.person ?? recipientKey(to)
    const isFirst = !told.has(person)
    told.add(person)
    return isFirst
  })
}

/**
 * The entry is there before the message is done with. Somebody looks at the box when its morning is due, which the monitor
 * finds; or, where it comes late, when it has been quiet.
 */
const keep = async (
  ports: NotifyPorts,
  { id, stream, version, index, correlationId }: EventNotice,
  recipient: string,
  delivery: Exclude<Delivery, { when: 'now' }>,
): Promise<'later'> => {
  const entry = { notice: id, stream, version, index, correlationId, at: ports.wallClock() }
  switch (delivery.when) {
    case 'morning':
      await ports.digests.add(recipient, { ...entry, dueAt: delivery.at })
      return 'later'
    case 'quiet':
      await ports.digests.add(recipient, entry)
      await ports.digestTimer.flushLater(recipient, ports.quietSeconds)
      return 'later'
  }
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
  { id, correlationId }: Pick<EventNotice, 'id' | 'correlationId'>,
  letter: Letter,
  address: Address,
): Promise<'sent' | 'already-sent'> => {
  const recipient = recipientKey(letter.to)
  const claimed = await claim(ports, letterKey(id, recipient))
  if (claimed.state === 'done') return 'already-sent'
  if (claimed.state === 'underway') throw new MailUnderway(letterKey(id, recipient))
  const { link, personal } = await linkIn(ports, letter)
  const unsubscribe = unsubscribeIn(ports, letter.to, letter.reminder)
  const { name } = address.to
  try {
    await ports.mailer.send({
      ...ports.typesetter.letter(letter, {
        language: address.language,
        link,
        personal,
        ...(name === undefined ? {} : { name }),
        ...unsubscribe,
      }),
      to: address.to,
      id: `${id}.${recipient}`,
      thread: letter.about.stream,
      correlationId,
      ...unsubscribe,
    })
  } catch (error) {
    if (error instanceof NotSent) await claimed.giveBack()
    throw error
  }
  await claimed.finish()
  return 'sent'
}
