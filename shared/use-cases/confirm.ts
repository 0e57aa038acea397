import { type Commit, followsFromId } from '../domain/commit.ts'
import type { StreamId } from '../domain/identifiers.ts'
import { channelled } from './channels.ts'
import type { Pace } from './pace.ts'
import { atLeast } from './pace.ts'
import type {
  Announcement,
  Channel,
  Clock,
  CommitLog,
  Contacts,
  EventNotice,
  FanOut,
  NewId,
  Projection,
  Projections,
  StreamEvent,
} from './ports.ts'

export interface ConfirmPorts {
  readonly log: Pick<CommitLog, 'read' | 'append'>
  /** The stream's projection as its log tells it, up to that version at least; undefined where that changes nothing of it. */
  readonly projectionOf: (stream: StreamId, version: number) => Promise<Projection | undefined>
  readonly projections: Pick<Projections, 'put'>
  readonly contacts: Pick<Contacts, 'confirm' | 'discard'>
  readonly fanOut: FanOut
  /**
   * Whether nobody need be asked to write mail about the commit: all there is to tell waits for the post by then.
   * @default somebody is asked
   */
  readonly keptForPost?: (commit: Pick<EventNotice, 'stream' | 'version' | 'correlationId'>) => Promise<boolean>
  readonly clock: Clock
  readonly newId: NewId
  /** Its budget is how long to look again for a commit that is not there yet. */
  readonly pace: Pace
}

/**
 * What became of an announcement. `confirmed`: its commit is there, and everyone hears of it. `orphan`: another commit has
 * the version. `voided`: nothing was there, and never will be. `not-yet`: nothing is there, to be seen again later.
 */
export type Confirmation = 'confirmed' | 'orphan' | 'voided' | 'not-yet'

/**
 * Finds out whether what was announced was committed, and hands its events on (`docs/adr`, the log protocol). Nothing
 * there on the second or a later receive is closed by a void, so that the writer, should it wake, is refused and decides
 * again: never is an announcement dropped while its commit can still come. Idempotent.
 * @param receives how many times the queue has given this announcement out, this one included
 * @throws Unavailable, or what else failed: the announcement then goes back to its queue
 */
export const confirm = async (
  ports: ConfirmPorts,
  announcement: Announcement,
  receives: number,
): Promise<Confirmation> => {
  const there = await lookFor(ports, announcement)
  if (there === undefined && receives < 2) return 'not-yet'
  const standing = there ?? (await close(ports, announcement))
  if (standing.commitId !== announcement.commitId) {
    await ports.contacts.discard(announcement.commitId)
    return there === undefined && standing.events.length === 0 ? 'voided' : 'orphan'
  }
  await handOn(ports, announcement, standing.events)
  return 'confirmed'
}

/** Reads the announced version until it is there or the time for it is over. */
const lookFor = async ({ log, pace }: ConfirmPorts, { stream, version }: Announcement) => {
  const goesOn = atLeast(1, pace)
  for (let look = 1; ; look += 1) {
    const found = await log.read(stream, version)
    if (found !== undefined || !goesOn(look)) return found
    await pace.pause(look)
  }
}

/** Takes the version for good with a commit that has no events. Returns what stands there: that, or a commit after all. */
const close = async (
  { log, clock, newId }: ConfirmPorts,
  { stream, version, correlationId }: Announcement,
): Promise<Commit<StreamEvent>> => {
  const nothing: Commit<StreamEvent> = {
    stream,
    version,
    commitId: newId('cmt'),
    commandId: `void/${stream}/${version}`,
    payloadHash: followsFromId,
    actor: { kind: 'system', name: 'relay' },
    at: clock(),
    correlationId,
    events: [],
  }
  if ((await log.append(nothing)) === 'committed') return nothing
  const standing = await log.read(stream, version)
  if (standing === undefined) throw new Error(`${stream}/${version} is taken and not there: a read was not consistent`)
  return standing
}

const handOn = async (ports: ConfirmPorts, announcement: Announcement, events: readonly StreamEvent[]) => {
  const { stream, version, commitId, people = true } = announcement
  const projection = await ports.projectionOf(stream, version)
  // Refused, this version or a newer one is there already: no reason to skip what follows, which may not be done yet.
  if (projection !== undefined) await ports.projections.put(projection)
  if (people) await ports.contacts.confirm(commitId)
  const notices = channelled(noticesOf(announcement, events))
  const isKept = notices.some(isForMail) && (await isKeptForPost(ports, announcement))
  const wanted = isKept ? notices.filter((one) => !isForMail(one)) : notices
  if (wanted.length > 0) await ports.fanOut.send(wanted)
}

const isForMail = ({ channel }: { readonly channel: Channel }): boolean => channel === 'mail'

/** Trouble with letters holds up nobody else: whoever writes mail has it, with dead letters of its own. */
const isKeptForPost = async (
  { keptForPost }: ConfirmPorts,
  { stream, version, correlationId }: Announcement,
): Promise<boolean> => (await keptForPost?.({ stream, version, correlationId }).catch(() => false)) ?? false

/** One notice per event, with the id it will have every time: `<stream>/<version>/<n>`. */
const noticesOf = (
  { stream, version, correlationId }: Announcement,
  events: readonly StreamEvent[],
): readonly EventNotice[] =>
  events.map(({ type }, index) => ({
    id: `${stream}/${version}/${index}`,
    stream,
    version,
    index,
    type,
    correlationId,
  }))
