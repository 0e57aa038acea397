import { type ContactId, isProjectId, type StreamId } from '../domain/identifiers.ts'
import { redactionMark, redactPerson, type Sought, soughtElsewhere, withoutPerson } from '../domain/redaction.ts'
import { isRefusal } from '../domain/refusal.ts'
import { actOnMeeting } from './act-on-meeting.ts'
import { actOnProject, type ProcessPorts } from './act-on-project.ts'
import type { Drafts } from './drafts.ts'
import type { ContactErasure, ErasedCounts, Erasure, Redactions, Trace, Traces } from './erasure-ports.ts'
import { followUp, settled } from './follow-up.ts'
import type { DigestBox, MailPreferences } from './mail-ports.ts'
import type { EffectLedger, Projection, Projections } from './ports.ts'

export interface ErasePorts extends ProcessPorts {
  readonly traces: Traces
  readonly redactions: Redactions
  readonly people: ContactErasure
  readonly effects: Pick<EffectLedger, 'forget'>
  readonly preferences: Pick<MailPreferences, 'forget'>
  readonly digests: Pick<DigestBox, 'entries' | 'remove'>
  readonly drafts: Pick<Drafts, 'forget'>
  readonly projections: Pick<Projections, 'renew'>
  readonly projectionOf: (stream: StreamId) => Promise<Projection | undefined>
}

export interface Walk {
  /** Where an earlier walk ended. @default the beginning */
  readonly from?: string
  /** What that one had done. */
  readonly soFar?: ErasedCounts
  /** Whether there is time for one more page. */
  readonly goesOn: () => boolean
}

/** `out-of-time`: what is left is to be walked through from there; whom it is about is still known till then. */
export type Walked = ErasedCounts &
  ({ readonly ended: 'done' } | { readonly ended: 'out-of-time'; readonly from: string })

interface Wanted {
  readonly erasure: Erasure
  /** Where they have a part. */
  readonly sought: Sought
  /** Everywhere else. */
  readonly elsewhere: Sought
}

/**
 * Takes people out of everything that is kept, in one walk through it: their parts in projects and meetings, their own
 * words, their name and address in the words of others, contacts, preferences, digests, drafts, and the keys of mails they got.
 * The contact goes last, since it alone knows what the person is called. Every step may be done again.
 * @throws Unavailable, and when a project or meeting refuses to forget somebody
 */
export const erasePeople = async (ports: ErasePorts, erasures: readonly Erasure[], walk: Walk): Promise<Walked> => {
  const known = await ports.people.find(erasures.map(({ person }) => person))
  const wanted = erasures.map((erasure): Wanted => {
    const contact = known.get(erasure.person)
    const sought = { names: [contact?.name ?? ''], addresses: [contact?.email ?? ''] }
    return { erasure, sought, elsewhere: soughtElsewhere(sought) }
  })
  const hasPart = hasPartIn(ports)
  const counts = { streams: 0, texts: 0, deliveries: 0, ...walk.soFar }
  for await (const { traces, next } of ports.traces.pages(walk.from)) {
    const changed = new Set<StreamId>()
    const naming = new Map<StreamId, Set<Wanted>>()
    for (const trace of traces) {
      if (trace.kind === 'commit') {
        const texts = await redact(ports, trace, wanted, hasPart)
        counts.texts += texts
        if (texts > 0 || isRedacted(trace)) changed.add(trace.stream)
        for (const one of wanted)
          if (trace.names.includes(one.erasure.person))
            naming.set(trace.stream, (naming.get(trace.stream) ?? new Set()).add(one))
      } else counts.deliveries += await takeAway(ports, trace, wanted)
    }
    for (const [stream, people] of naming)
      for (const { erasure } of people) if (await vacate(ports, erasure, stream)) counts.streams += 1
    for (const stream of changed) await renew(ports, stream)
    if (next !== undefined && !walk.goesOn()) return { ...counts, ended: 'out-of-time', from: next }
  }
  for (const { person } of erasures) await forget(ports, person)
  return { ...counts, ended: 'done' }
}

/** Maybe by an earlier call, which then stopped before what lists show was written. */
const isRedacted = ({ texts }: Trace & { kind: 'commit' }): boolean =>
  Object.values(texts).some((text) => text.includes(redactionMark))

type HasPart = (stream: StreamId, person: ContactId) => Promise<boolean>

/** Whether a log names somebody by id, as it does for good once they had a part; each is read once in a walk. */
const hasPartIn = ({ log }: ErasePorts): HasPart => {
  const told = new Map<string, Promise<boolean>>()
  const names = async (stream: StreamId, person: ContactId): Promise<boolean> =>
    (await log.load(stream)).some(({ actor, events }) => JSON.stringify([actor, events]).includes(person))
  return (stream, person) => {
    const key = `${stream} ${person}`
    const known = told.get(key) ?? names(stream, person)
    told.set(key, known)
    return known
  }
}

const redact = async (
  { redactions }: ErasePorts,
  { stream, version, by, names, texts }: Trace & { kind: 'commit' },
  wanted: readonly Wanted[],
  hasPart: HasPart,
): Promise<number> => {
  let changed = 0
  for (const { erasure, sought, elsewhere } of wanted) {
    const wrote = by === erasure.person
    const mentions = (what: Sought) => Object.values(texts).some((text) => withoutPerson(text, what) !== text)
    if (!wrote && !mentions(sought)) continue
    const isTheirs = names.includes(erasure.person) || (await hasPart(stream, erasure.person))
    const here = isTheirs ? sought : elsewhere
    if (wrote || mentions(here))
      changed += await redactions.redact(stream, version, (now) => redactPerson(now, { wrote, sought: here }))
  }
  return changed
}

/** @returns how many deliveries were forgotten. */
const takeAway = async (
  { people, effects }: ErasePorts,
  trace: Exclude<Trace, { kind: 'commit' }>,
  wanted: readonly Wanted[],
): Promise<number> => {
  const named = wanted.filter(({ erasure }) => trace.names.includes(erasure.person))
  if (trace.kind === 'staged') for (const { erasure } of named) await people.unstage(trace.commitId, erasure.person)
  else if (named.length > 0) await effects.forget(trace.key)
  return trace.kind === 'effect' ? named.length : 0
}

/** The identity of what an erasure does to a stream: the same however often it is carried out. */
export const erasureCommand = ({ id, correlationId }: Erasure, stream: StreamId) =>
  followUp('eraser', `${id}/${stream}`, correlationId)

/** @returns whether this call changed the stream; one that names the person no longer stays as it is. */
const vacate = async (ports: ErasePorts, erasure: Erasure, stream: StreamId): Promise<boolean> => {
  const { person, successors } = erasure
  const context = erasureCommand(erasure, stream)
  const successor = isProjectId(stream) ? await standing(ports, successors[stream]) : undefined
  const result = isProjectId(stream)
    ? await actOnProject(ports, {
        project: stream,
        command: { type: 'erase-person', person, ...(successor === undefined ? {} : { successor }) },
        context,
      })
    : await actOnMeeting(ports, { meeting: stream, command: { type: 'erase-member', member: person }, context })
  if (isRefusal(result)) {
    settled(result)
    // A log of voids only has nobody in it. Any other refusal would leave the person where they are.
    if (result.refused !== 'not-found') throw new Error(`${stream} does not forget a person: ${result.rule}`)
    return false
  }
  return result.outcome === 'committed' && !result.repeated
}

/** A successor takes over only where they are known: in a restored backup they may not be yet. */
const standing = async ({ people }: ErasePorts, successor: ContactId | undefined): Promise<ContactId | undefined> =>
  successor !== undefined && (await people.find([successor])).has(successor) ? successor : undefined

/** What lists show may be words that are gone. */
const renew = async ({ projectionOf, projections }: ErasePorts, stream: StreamId): Promise<void> => {
  const projection = await projectionOf(stream)
  if (projection !== undefined) await projections.renew(projection)
}

const forget = async ({ digests, drafts, preferences, people }: ErasePorts, person: ContactId): Promise<void> => {
  const late = await digests.entries(person)
  await digests.remove(
    person,
    late.map(({ notice }) => notice),
  )
  await drafts.forget(person)
  await preferences.forget(person)
  await people.erase(person)
}
