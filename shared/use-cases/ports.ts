import type { Commit } from '../domain/commit.ts'
import type { Task } from '../domain/correspondence/letter.ts'
import type { ContactId, MeetingId, ProjectId, StreamId } from '../domain/identifiers.ts'
import type { AssessedLevel } from '../domain/level.ts'
import type { MeetingEvent } from '../domain/meeting/events.ts'
import type { MeetingRef, ProjectEvent } from '../domain/project/events.ts'
import type { PersonOn } from '../domain/project/parts.ts'
import type { SecretariatTask } from '../domain/project/secretariat-task.ts'
import type { ProjectStateName } from '../domain/project/state.ts'
import type { MoveParty } from '../domain/project/whose-move.ts'
import type { ProjectTheme } from '../domain/theme.ts'
import type { CalendarDate, Instant } from '../domain/time.ts'

/** The domain's clock: the only clock that a local run can move. */
export type Clock = () => Instant

/** New identifiers: a prefix and a ULID. */
export type NewId = (prefix: 'cmt' | 'cmd' | 'prj' | 'mtg' | 'rpt' | 'whk' | 'dlv') => string

export type StreamEvent = ProjectEvent | MeetingEvent
/** What a stream of this kind holds. */
export type EventOf<S extends StreamId> = S extends ProjectId ? ProjectEvent : MeetingEvent

/** The event log. */
export interface CommitLog {
  /**
   * Every commit of the stream in version order, voids included. Empty for a stream that does not exist.
   * @param part without one the whole log as it stands, read consistently
   */
  load<S extends StreamId>(stream: S, part?: LogPart): Promise<readonly Commit<EventOf<S>>[]>
  /** One commit, read consistently. */
  read<S extends StreamId>(stream: S, version: number): Promise<Commit<EventOf<S>> | undefined>
  /**
   * Writes the commit if its version is still free. `refused`: a commit has it, which may be this one, when the answer to
   * an earlier try of the client got lost.
   * @throws when the outcome is unknown (timeout, lost answer); try again under the same command id.
   */
  append(commit: Commit<StreamEvent>): Promise<'committed' | 'refused'>
  /** Ids of every stream there is, for rebuilding and announcing again. */
  streams(): AsyncIterable<StreamId>
}

/**
 * How much of a log is asked for. `after`: only later versions, read consistently, for who knows the others. `holds`: the
 * log from its beginning and without gaps, up to that version at least, as it may lag: what was committed just now may be
 * missing, and a text that was redacted just now may still stand there, for which it costs half. With 0 it is as far as it came.
 */
export type LogPart = { readonly after: number } | { readonly holds: number }

/** What is said before a commit is tried. */
export interface Announcement {
  readonly stream: StreamId
  readonly version: number
  readonly commitId: string
  /** For the log of whoever hears it; announcements of earlier versions came without. */
  readonly commandId?: string | undefined
  readonly correlationId: string
  /** Whether the commit brings people along; where that is not said, whoever hears it looks. */
  readonly people?: boolean
}

export interface Announcer {
  announce(announcement: Announcement): Promise<void>
}

/** One committed event, as the relay hands it on. The id `<stream>/<version>/<n>` (n from 0) is the same every time it is sent. */
export interface EventNotice {
  readonly id: string
  readonly stream: StreamId
  readonly version: number
  readonly index: number
  readonly type: StreamEvent['type']
  readonly correlationId: string
}

/** Which consumers hear of an event. */
export type Channel = 'classify' | 'agenda' | 'mail' | 'webhooks' | 'erasures'

export interface FanOut {
  /** Hands each notice to its channels; all of them, or it throws. */
  send(notices: readonly { readonly channel: Channel; readonly notice: EventNotice }[]): Promise<void>
}

/** A person, kept apart from the log and erased for good on request. */
export interface Contact {
  readonly id: ContactId
  readonly name: string
  readonly email: string
  readonly language: 'da' | 'en'
  readonly authority?: string
}

/**
 * A contact as a commit brings it along. What is not said of somebody who is known stays as it is; Danish is the language of
 * whoever is new and says nothing.
 */
export interface StagedContact extends Omit<Contact, 'language'> {
  readonly language?: Contact['language']
  /** Named by somebody else: counts only while nobody is known under this address, so that no stranger renames anybody. */
  readonly onlyIfNew?: true
}

export interface Contacts {
  /** The id of the person with this mail address: a keyed hash, the same everywhere. */
  idOf(email: string): ContactId
  find(ids: readonly ContactId[]): Promise<ReadonlyMap<ContactId, Contact>>
  /** Keeps contacts under the commit's id until the relay knows whether it was committed. */
  stage(commitId: string, contacts: readonly StagedContact[]): Promise<void>
  /** The relay's: the commit is there, its contacts count. Idempotent. */
  confirm(commitId: string): Promise<void>
  /** The relay's: the commit never came, nothing is left behind. Idempotent. */
  discard(commitId: string): Promise<void>
}

/** One row of a list: derived from the log, never a source of truth. */
export interface Projection {
  readonly stream: StreamId
  readonly version: number
  /** Project: its state. Meeting: `called`, `cancelled`, `concluded`. */
  readonly state: string
  /** Sort key within a state: projects by when the move began, meetings by when they meet. */
  readonly orderedBy: Instant
  /** The earliest moment at which a step is due; absent when nothing is. */
  readonly nextDueAt?: Instant
  /** What lists show, as JSON-able data. */
  readonly summary: ProjectSummary | MeetingSummary
  /** Who is on a project, kept beside what lists show, since they change far less often. Absent: as they were. */
  readonly people?: readonly PersonOn[]
}

/** Who is on a project, by id: for the secretariat alone. */
export interface PeopleOfProject {
  readonly project: ProjectId
  readonly people: readonly PersonOn[]
}

export interface ProjectSummary {
  readonly kind: 'project'
  readonly id: ProjectId
  readonly title: string
  readonly purpose: string
  readonly theme?: ProjectTheme
  readonly authority: string
  readonly authorities: readonly string[]
  readonly state: ProjectStateName
  readonly level?: 1 | 2 | 3
  /** Absent where it is nobody's. */
  readonly whoseMove?: Exclude<MoveParty, 'nobody'>
  readonly since: Instant
  readonly dueAt?: Instant
  /** What whoever has the move has to do by then; absent in rows from before it was noted. */
  readonly doing?: Task
  /** What waits for the secretariat though the move is another's. */
  readonly task?: SecretariatTask
  readonly meeting?: MeetingId
  /** Its assessed level awaits the board. */
  readonly disputed?: true
  /** Level 1: since when the board is to hear of it at a meeting. */
  readonly boardInformedAt?: Instant
  /** May be shown to anyone (`domain.md`, what is public when). */
  readonly public: boolean
  readonly budget?: number
  /** The day from which anyone may read the budget. */
  readonly frameWithheldUntil?: CalendarDate
  readonly submittedAt: Instant
  /** In how many authorities it is live; absent for none. */
  readonly live?: number
  /** The level that its last evaluation fixed, and that of the last one that anyone may read. */
  readonly assessedLevel?: AssessedLevel
  readonly publishedLevel?: AssessedLevel
}

export interface MeetingSummary {
  readonly kind: 'meeting'
  readonly id: MeetingId
  readonly state: 'called' | 'cancelled' | 'concluded'
  readonly form: 'meeting' | 'written'
  readonly meetsAt: Instant
  readonly papersDueAt: Instant
  readonly place?: string
  readonly items: number
}

/** What an index of projections knows: a row does not change with every version, so neither does its index entry. */
export type ProjectionRow = Omit<Projection, 'version' | 'nextDueAt' | 'people'>

export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** Something due: the next step of a stream, or the post of a morning. */
export type Due =
  | { readonly stream: StreamId; readonly nextDueAt: Instant }
  | { readonly post: Instant; readonly nextDueAt: Instant }

export interface Projections {
  /** Writes the projection unless this version or a newer one is there already; returns whether what lists show was written. */
  put(projection: Projection): Promise<boolean>
  /** The same also over the same version: its words were redacted, though nothing has happened. */
  renew(projection: Projection): Promise<boolean>
  /** Takes the projection away, for building it anew. */
  clear(stream: StreamId): Promise<void>
  /** Streams of one kind in one state, by `orderedBy`; `cursor` is the `next` of the page before. */
  byState(
    kind: 'project' | 'meeting',
    state: string,
    options: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<ProjectionRow>>
  /** Who is on which project. */
  people(): AsyncIterable<PeopleOfProject>
  /** What is due at or before `until`, earliest first within each shard. */
  due(until: Instant): AsyncIterable<Due>
}

/** Meetings to come, for putting an item on the next one whose papers are not due yet. */
export interface MeetingCalendar {
  /** The earliest called meeting whose paper deadline is after `now`. */
  next(now: Instant): Promise<MeetingRef | undefined>
}

export type Begun =
  | { readonly state: 'begun'; readonly happened?: readonly string[] }
  | { readonly state: 'taken'; readonly since: Instant; readonly happened?: readonly string[] }
  | { readonly state: 'done' }

/** A lease that is taken once and for good: the key of an effect that has no key of its own. */
export interface EffectLedger {
  /**
   * Takes the key. `taken`: somebody began it, `since` when; `done`: it is finished. `happened`: the parts of the effect that
   * whoever had the key before has seen happen; absent where there are none.
   */
  begin(key: string, now: Instant): Promise<Begun>
  finish(key: string, now: Instant): Promise<void>
  /** Gives the key back: the effect certainly did not happen. */
  release(key: string): Promise<void>
  /** Leaves a key begun `since` then, with what has happened of it; `free`: the rest certainly did not, and may be taken up. */
  leave(
    key: string,
    part: { readonly since: Instant; readonly happened: readonly string[]; readonly free: boolean },
  ): Promise<void>
  /** Takes the key away, also a finished one: whom it names is erased. Idempotent. */
  forget(key: string): Promise<void>
}
