import { isProjectId, type ProjectId } from '../domain/identifiers.ts'
import { impersonalEvent } from '../domain/impersonal-event.ts'
import type { ProjectEvent } from '../domain/project/events.ts'
import { type Happening, happenings } from '../domain/project/happenings.ts'
import type { Project } from '../domain/project/state.ts'
import { type MoveParty, whoseMove } from '../domain/project/whose-move.ts'
import { type PublicEvent, publicEvent } from '../domain/public-event.ts'
import { publicFieldsOf, withheldUntil } from '../domain/publication.ts'
import type { CalendarDate, Instant } from '../domain/time.ts'
import type { Clock, CommitLog, EffectLedger, EventNotice } from './ports.ts'
import type { Delivery, DeliveryQueue, RetryDelay, Subscriber, Tidings, WebhookSender } from './webhook-ports.ts'

export interface FanOutPorts {
  readonly subscribers: readonly Subscriber[]
  readonly queue: DeliveryQueue
}

/**
 * Gives each endpoint that wants the event a message of its own, so that one that is down delays nobody else. Done twice
 * (the notice came again), the ledger stops the second delivery. Meetings have no webhooks: their votes are not told.
 */
export const fanOutWebhook = async (notice: EventNotice, ports: FanOutPorts): Promise<void> => {
  if (!isProjectId(notice.stream)) return
  const wanting = ports.subscribers.filter(({ types }) => types === undefined || types.some((t) => t === notice.type))
  if (wanting.length === 0) return
  await ports.queue.enqueue(wanting.map(({ id }) => ({ notice, endpoint: id })))
}

export interface DeliveryPorts {
  readonly subscribers: readonly Subscriber[]
  readonly log: Pick<CommitLog, 'load'>
  readonly ledger: Pick<EffectLedger, 'begin' | 'finish' | 'release'>
  readonly sender: WebhookSender
  readonly retryDelay: RetryDelay
  /** The moment of the telling: a frame may be withheld until a day. */
  readonly clock: Clock
  /** Wall time: a lease is not a moment of the process. */
  readonly wallClock: Clock
}

/** `again` after so many seconds; `given-up` when no try is left. The others end the delivery. */
export type DeliveryResult =
  | { readonly result: 'delivered' | 'delivered-before' | 'not-theirs' | 'no-such-endpoint' | 'gone' }
  | { readonly result: 'again'; readonly seconds: number; readonly why: string }
  | { readonly result: 'given-up'; readonly why: string }

/** Longer than a try can take: a lease older than this was left by a function that died. */
const leaseSeconds = 60

/**
 * Tries once to tell one endpoint of one event; `attempt` counts from 1. At least once: whoever dies between the
 * endpoint's answer and the ledger tells it again, with the same id.
 * @throws when the event is not in the log, or the log or the ledger is away.
 */
export const deliverWebhook = async (
  { notice, endpoint }: Delivery,
  attempt: number,
  ports: DeliveryPorts,
): Promise<DeliveryResult> => {
  if (attempt > 1 && ports.retryDelay(attempt - 1) === undefined) return { result: 'given-up', why: 'no try is left' }
  const subscriber = ports.subscribers.find(({ id }) => id === endpoint)
  if (subscriber === undefined) return { result: 'no-such-endpoint' }
  const tidings = await tidingsFor(subscriber, notice, ports)
  if (tidings === undefined) return { result: 'not-theirs' }
  const key = `webhook/${endpoint}/${notice.id}`
  const lease = await ports.ledger.begin(key, ports.wallClock())
  if (lease.state === 'done') return { result: 'delivered-before' }
  const held = lease.state === 'taken' ? secondsBetween(lease.since, ports.wallClock()) : leaseSeconds
  if (held < leaseSeconds)
    return { result: 'again', seconds: Math.ceil(leaseSeconds - held), why: 'a try is under way' }
  const answer = await ports.sender.post(endpoint, tidings)
  if (answer.result !== 'failed') {
    await ports.ledger.finish(key, ports.wallClock())
    return { result: answer.result }
  }
  await ports.ledger.release(key)
  const seconds = ports.retryDelay(attempt, answer.retryAfter)
  return seconds === undefined ? { result: 'given-up', why: answer.why } : { result: 'again', seconds, why: answer.why }
}

const secondsBetween = (from: string, to: string): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000)

/**
 * What this subscriber is told of the event; undefined when nothing of it is for them. A frame is told or not by how the
 * project stands now, also of events before it was withheld that are delivered late.
 */
const tidingsFor = async (
  subscriber: Subscriber,
  notice: EventNotice,
  { log, clock }: Pick<DeliveryPorts, 'log' | 'clock'>,
): Promise<Tidings | undefined> => {
  const { stream, version, index } = notice
  if (!isProjectId(stream)) return undefined
  const all = happenings(stream, await log.load(stream, { holds: version }))
  const happening = all.find(({ commit, index: place }) => commit.version === version && place === index)
  const latest = all.at(-1)
  if (happening === undefined || latest === undefined) throw new Error(`${notice.id} is not in the log`)
  const told = tell(happening, withheldUntil(latest.after, clock()), subscriber)
  if (told === undefined) return undefined
  return { ...told, ...aboutNotice(notice, stream), type: happening.event.type, at: happening.commit.at }
}

const aboutNotice = ({ id, version, index, correlationId }: EventNotice, project: ProjectId) => ({
  id,
  project,
  version,
  index,
  correlationId,
})

const tell = (
  { event, after, commit }: Happening,
  withheld: CalendarDate | undefined,
  { role }: Subscriber,
): { readonly data: object } | undefined => {
  switch (role) {
    case 'integrator':
      return { data: { event: fieldsOf(impersonalEvent(event)), project: wholeRow(after) } }
    case 'public': {
      const told = publicEvent(event, after, commit.at, withheld)
      return told === undefined
        ? undefined
        : { data: { event: fieldsOf(told), project: publicFieldsOf(after, withheld) } }
    }
  }
}

/** The type is said by the envelope. */
const fieldsOf = ({ type: _, ...fields }: PublicEvent | Pick<ProjectEvent, 'type'>): object => fields

/** Where the event left the project, so that a receiver seldom has to ask. */
export interface ProjectAsHeard
  extends Pick<Project, 'id' | 'version' | 'kind' | 'state' | 'level'>,
    Pick<Project['concept'], 'title' | 'authority'> {
  readonly authorities: readonly string[]
  readonly whoseMove: MoveParty
  readonly since: Instant
  readonly dueAt?: Instant
}

const wholeRow = (project: Project): ProjectAsHeard => {
  const { party, since, dueAt } = whoseMove(project)
  return {
    id: project.id,
    version: project.version,
    kind: project.kind,
    title: project.concept.title,
    authority: project.concept.authority,
    authorities: project.authorities.map(({ authority }) => authority),
    state: project.state,
    ...(project.level === undefined ? {} : { level: project.level }),
    whoseMove: party,
    since,
    ...(dueAt === undefined ? {} : { dueAt }),
  }
}
