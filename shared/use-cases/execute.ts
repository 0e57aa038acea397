import type { Actor } from '../domain/actor.ts'
import type { Commit } from '../domain/commit.ts'
import type { StreamId } from '../domain/identifiers.ts'
import type { Refusal } from '../domain/refusal.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import type { Instant } from '../domain/time.ts'
import type { Pace } from './pace.ts'
import { atLeast } from './pace.ts'
import type { Announcer, Clock, CommitLog, Contacts, EventOf, NewId, StagedContact } from './ports.ts'
import { remembering } from './remembering.ts'

export interface ExecutePorts {
  readonly log: Pick<CommitLog, 'load' | 'append'>
  readonly announcer: Announcer
  /** Needed by commands that bring people along. */
  readonly contacts?: Pick<Contacts, 'stage' | 'discard'>
  readonly clock: Clock
  readonly newId: NewId
  readonly pace: Pace
}

/** A pure machine of the domain, with the command and its context already in `decide`. */
export interface Machine<State, Event> {
  fold(commits: readonly Commit<Event>[]): State | undefined
  decide(state: State | undefined, now: Instant): readonly Event[] | Refusal
}

export interface Execution<Stream extends StreamId, State> {
  readonly stream: Stream
  readonly machine: Machine<State, EventOf<Stream>>
  readonly context: {
    /** The same for every attempt and repeat of this command. */
    readonly commandId: string
    /** SHA-256 of the payload, Base64 for URLs; `followsFromId` where there is nothing to compare. */
    readonly payloadHash: string
    readonly actor: Actor
    readonly correlationId: string
    /** `If-Match`: the version of the last commit with events that the caller has seen. */
    readonly expectedVersion?: number
  }
  /** People whom the events name, kept with the commit. */
  readonly contacts?: readonly StagedContact[]
  /**
   * Whether the events say anew what the log says already. It is read consistently then: who lags may still hold a text that
   * was redacted just now, and would write it down again. @default they say what the command does
   */
  readonly takesWordsOver?: boolean
}

/** The stream as it was when the answer was found; `version` is that of the last commit with events, 0 without one. */
interface Seen<State> {
  readonly state?: State
  readonly version: number
}

export type Executed<Stream extends StreamId, State> =
  | {
      readonly outcome: 'committed'
      readonly commit: Commit<EventOf<Stream>>
      /** Folded up to that commit. */
      readonly state: State
      /** An earlier call had committed this command already. */
      readonly repeated: boolean
    }
  /** It was so already: nothing to write. */
  | ({ readonly outcome: 'unchanged' } & Seen<State>)
  | (Refusal & { readonly seen: Seen<State> })

/** At least so many tries when others keep committing first; more while the pace's budget of time lasts. */
const leastTries = 10
/** Unknown outcomes in a row after which whoever asked is told that the log is away. */
const mostUnknown = 3

/**
 * Carries out one command on one stream: load, decide, announce, commit (`docs/adr`, the log protocol). Refused by a
 * concurrent commit it decides again on the new state; after an unknown outcome it tries again under the same command id,
 * which is looked for in the log after every load, so that a command is committed once however often it is given.
 * The first load may lag: its version is then taken, and the commit refused. Only what is not committed asks for the newest.
 * @returns the commit, or why there is none: `version-conflict`, `idempotency-mismatch`, `busy`, or what the domain says
 * @throws Unavailable when log or queue are away after bounded tries; whether it was committed may then be unknown
 */
export const execute = async <Stream extends StreamId, State>(
  given: ExecutePorts,
  execution: Execution<Stream, State>,
): Promise<Executed<Stream, State>> => {
  const { stream, machine, context, contacts = [], takesWordsOver = false } = execution
  const ports = { ...given, log: remembering(given.log) }
  const goesOn = atLeast(leastTries, ports.pace)
  const ours = new Set<string>()
  let refused: string | undefined
  let unknown = 0
  for (let attempt = 1; ; attempt += 1) {
    const mayLag = attempt === 1 && !takesWordsOver
    let commits = await ports.log.load(stream, mayLag ? { holds: 0 } : undefined)
    let found = find(commits, execution, ports.clock(), ours)
    if (mayLag && !('decided' in found)) {
      commits = await ports.log.load(stream)
      found = find(commits, execution, ports.clock(), ours)
    }
    if (refused !== undefined && contacts.length > 0) await discardUnlessWritten(ports, refused, commits)
    if (!('decided' in found)) return found
    const { decided: events, at, seen } = found
    if (attempt > 1 && !goesOn(attempt - 1)) return { ...refuse('busy', 'too-much-at-once'), seen }

    const { commandId, payloadHash, actor, correlationId } = context
    const version = (commits.at(-1)?.version ?? 0) + 1
    const commitId = ports.newId('cmt')
    const commit = { stream, version, commitId, commandId, payloadHash, actor, at, correlationId, events }
    ours.add(commitId)
    const people = contacts.length > 0
    await ports.announcer.announce({ stream, version, commitId, commandId, correlationId, people })
    if (people) await contactsOf(ports).stage(commitId, contacts)
    const result = await tryAppend(ports, commit)
    if (result === 'committed') return committed(commit, [...commits, commit], machine, false)
    refused = result === 'refused' ? commitId : undefined
    unknown = result === 'refused' ? 0 : unknown + 1
    if (result !== 'refused' && unknown === mostUnknown) throw result.error
    await ports.pace.pause(attempt)
  }
}

/** What a command comes to on a log: the answer, or events that are to be committed. */
const find = <Stream extends StreamId, State>(
  commits: readonly Commit<EventOf<Stream>>[],
  execution: Execution<Stream, State>,
  at: Instant,
  ours: ReadonlySet<string>,
):
  | Executed<Stream, State>
  | { readonly decided: readonly EventOf<Stream>[]; readonly at: Instant; readonly seen: Seen<State> } => {
  const { machine, context } = execution
  const stored = commits.find(({ commandId }) => commandId === context.commandId)
  if (stored !== undefined) return answerFrom(stored, commits, execution, !ours.has(stored.commitId))
  const seen = seenIn(commits, machine)
  const refusal = conflict(context.expectedVersion, seen.version)
  if (refusal !== undefined) return { ...refusal, seen }
  const events = machine.decide(seen.state, at)
  if (isRefusal(events)) return { ...events, seen }
  return events.length === 0 ? { outcome: 'unchanged', ...seen } : { decided: events, at, seen }
}

type Appended = 'committed' | 'refused' | { readonly error: unknown }

const tryAppend = async <Stream extends StreamId>(
  { log }: ExecutePorts,
  commit: Commit<EventOf<Stream>>,
): Promise<Appended> => {
  try {
    return await log.append(commit)
  } catch (error) {
    return { error }
  }
}

/**
 * A refused commit leaves no person behind. But what refused it may be this very commit, written by a try of the client
 * whose answer got lost: then its contacts count.
 */
const discardUnlessWritten = async (
  ports: ExecutePorts,
  commitId: string,
  commits: readonly Commit<unknown>[],
): Promise<void> => {
  if (!commits.some((commit) => commit.commitId === commitId)) await contactsOf(ports).discard(commitId)
}

const contactsOf = ({ contacts }: ExecutePorts) => {
  if (contacts === undefined) throw new Error('this command brings people along, and nothing to keep them in')
  return contacts
}

const answerFrom = <Stream extends StreamId, State>(
  stored: Commit<EventOf<Stream>>,
  commits: readonly Commit<EventOf<Stream>>[],
  { machine, context }: Execution<Stream, State>,
  repeated: boolean,
): Executed<Stream, State> =>
  stored.payloadHash === context.payloadHash
    ? committed(stored, commits, machine, repeated)
    : { ...refuse('idempotency-mismatch', 'key-with-other-payload'), seen: seenIn(commits, machine) }

const committed = <Stream extends StreamId, State>(
  commit: Commit<EventOf<Stream>>,
  commits: readonly Commit<EventOf<Stream>>[],
  machine: Machine<State, EventOf<Stream>>,
  repeated: boolean,
): Executed<Stream, State> => {
  const state = machine.fold(commits.filter(({ version }) => version <= commit.version))
  if (state === undefined) throw new Error(`${commit.stream} has a commit with events, and no state`)
  return { outcome: 'committed', commit, state, repeated }
}

const seenIn = <State, Event>(commits: readonly Commit<Event>[], machine: Machine<State, Event>): Seen<State> => {
  const state = machine.fold(commits)
  return { version: versionOf(commits), ...(state === undefined ? {} : { state }) }
}

/** The version of the last commit with events: what `ETag` says and `If-Match` expects. 0 for a log without events. */
export const versionOf = (commits: readonly Commit<unknown>[]): number =>
  commits.findLast(({ events }) => events.length > 0)?.version ?? 0

/** A stream that does not exist has no version to conflict with: the domain says so better. */
const conflict = (expected: number | undefined, version: number): Refusal | undefined =>
  expected === undefined || version === 0 || expected === version
    ? undefined
    : refuse('version-conflict', 'changed-since', { facts: { expected, version } })
