import type { MeetingId } from '../domain/identifiers.ts'
import type { MeetingCommand } from '../domain/meeting/commands.ts'
import type { ItemKind } from '../domain/meeting/events.ts'
import * as meetings from '../domain/meeting/evolve.ts'
import { exclusionsOf } from '../domain/meeting/outcome.ts'
import type { Meeting } from '../domain/meeting/state.ts'
import type { Decision, ProjectEvent } from '../domain/project/events.ts'
import type { Project } from '../domain/project/state.ts'
import { actOnMeeting } from './act-on-meeting.ts'
import { actOnProject } from './act-on-project.ts'
import type { AgendaPorts } from './agenda-ports.ts'
import { followUp, settled } from './follow-up.ts'
import { inform } from './inform-board.ts'
import type { EventNotice } from './ports.ts'

interface Happened {
  readonly event: ProjectEvent
  /** As its log tells it now, which may be later than the event. */
  readonly project: Project
  /** Before the commit of the event. */
  readonly before: Project | undefined
}

type RemovedWhy = (MeetingCommand & { type: 'remove-item' })['why']

/** What an event of a project means for the board's table, and for the project it was merged into. */
export const followProject = async (ports: AgendaPorts, notice: EventNotice, happened: Happened): Promise<void> => {
  const { event, project, before } = happened
  switch (event.type) {
    case 'put-on-agenda':
      if (before?.meeting !== undefined && before.meeting.meeting !== event.meeting.meeting)
        await remove(ports, notice, before.meeting.meeting, project, 'moved')
      return add(ports, notice, event.meeting.meeting, project)
    case 'postponed':
      return event.to === undefined ? schedule(ports, notice, project) : add(ports, notice, event.to.meeting, project)
    case 'approved':
    case 'rejected':
    case 'stopped':
      return close(ports, notice, project, event.decision)
    case 'returned':
      return event.decision === undefined
        ? leave(ports, notice, happened, 'returned')
        : close(ports, notice, project, event.decision)
    case 'withdrawn':
      return leave(ports, notice, happened, 'withdrawn')
    case 'merged': {
      const { proposer, concept, id } = project
      const command = { type: 'absorb', project: id, contact: proposer, authority: concept.authority } as const
      settled(await actOnProject(ports, { project: event.into, command, context: by(notice, 'absorb') }))
      return leave(ports, notice, happened, 'merged')
    }
    case 'level-changed':
      return event.to === 1 && askedOn(project) === undefined
        ? leave(ports, notice, happened, 'closed')
        : schedule(ports, notice, project)
    case 'continued':
    case 'rescoped':
    case 'dispute-decided':
      // A disagreement about the level that waited for a reconsideration is up again.
      await close(ports, notice, project, event.decision)
      return schedule(ports, notice, project)
    case 'reconsideration-opened':
    case 'paused':
    case 'evaluated':
    case 'completed':
    case 'retired':
      // A disagreement that stood on an agenda is put off, or there is nothing left to decide.
      await leave(ports, notice, happened, 'moved')
      return schedule(ports, notice, project)
    case 'lead-appointed':
    case 'proposer-transferred':
    case 'steering-group-named':
    case 'person-erased':
      // Whoever has a part in it may not vote on it: from now on, or no longer.
      return project.meeting === undefined
        ? schedule(ports, notice, project)
        : add(ports, notice, project.meeting.meeting, project)
    case 'board-informed':
      return inform(ports, notice, project)
    default:
      // Whatever else may have made it wait for the board: ready, taken up again, resumed.
      return schedule(ports, notice, project)
  }
}

const by = (notice: EventNotice, act: string) => followUp('agenda-keeper', `${notice.id}/${act}`, notice.correlationId)

/** What the board has to decide on a project now: the project, or a disagreement about its assessed level. */
const askedOn = (project: Project): Exclude<ItemKind, 'information'> | undefined => {
  switch (project.state) {
    case 'ready':
      return project.level === 1 ? undefined : 'concept'
    case 'reconsideration':
      return project.level === 1 ? undefined : 'reconsideration'
    case 'implementation':
    case 'product':
      return project.dispute === undefined ? undefined : 'level'
    default:
      return undefined
  }
}

/** What awaits the board and stands on no agenda goes on the next one whose papers are not due yet; else it waits for a meeting to be called. */
const schedule = async (ports: AgendaPorts, notice: EventNotice, project: Project): Promise<void> => {
  if (askedOn(project) === undefined || project.meeting !== undefined) return
  const meeting = await ports.calendar.next(ports.clock())
  if (meeting === undefined) return
  const command = { type: 'put-on-agenda', meeting } as const
  settled(await actOnProject(ports, { project: project.id, command, context: by(notice, 'put-on-agenda') }))
}

/** Puts the item on the agenda the project's event names, unless the project has moved on since. */
const add = async (ports: AgendaPorts, notice: EventNotice, meeting: MeetingId, project: Project): Promise<void> => {
  const kind = askedOn(project)
  if (kind === undefined || project.meeting?.meeting !== meeting) return
  const there = meetings.fold(await ports.log.load(meeting))
  if ((await addItem(ports, notice, meeting, project, kind, there)) === 'done') return
  // Cancelled or over before the item got there: its clock must not stand on a meeting that never comes.
  const to = await nextBut(ports, meeting)
  const why = there?.state === 'cancelled' ? 'cancelled' : 'not-reached'
  const command = { type: 'postpone', from: meeting, why, ...(to === undefined ? {} : { to }) } as const
  settled(await actOnProject(ports, { project: project.id, command, context: by(notice, 'postpone') }))
}

const addItem = async (
  ports: AgendaPorts,
  notice: EventNotice,
  id: MeetingId,
  project: Project,
  kind: ItemKind,
  meeting: Meeting | undefined,
): Promise<'done' | 'moved-on'> => {
  const { jointCost } = project.concept
  const command = {
    type: 'add-item',
    project: project.id,
    kind,
    excluded: exclusionsOf(meeting?.members ?? [], project),
    ...(jointCost === undefined ? {} : { jointCost }),
  } as const
  return settled(await actOnMeeting(ports, { meeting: id, command, context: by(notice, 'add-item') }))
}

/** The next meeting; the one that is over may still stand in an index that lags. */
export const nextBut = async ({ calendar, clock }: AgendaPorts, over: MeetingId) => {
  const next = await calendar.next(clock())
  return next?.meeting === over ? undefined : next
}

const close = async (
  ports: AgendaPorts,
  notice: EventNotice,
  { id }: Project,
  { meeting, outcome }: Decision,
): Promise<void> => {
  if (meeting === undefined) return
  const command = { type: 'close-item', project: id, outcome } as const
  settled(await actOnMeeting(ports, { meeting, command, context: by(notice, 'close-item') }))
}

/** Whatever agenda it stood on before, it leaves. */
const leave = async (
  ports: AgendaPorts,
  notice: EventNotice,
  { before, project }: Happened,
  why: RemovedWhy,
): Promise<void> => {
  const left = before?.meeting?.meeting
  // It may have come on the same agenda again since, for another question.
  if (left !== undefined && left !== project.meeting?.meeting) await remove(ports, notice, left, project, why)
}

const remove = async (
  ports: AgendaPorts,
  notice: EventNotice,
  meeting: MeetingId,
  { id }: Project,
  why: RemovedWhy,
): Promise<void> => {
  const command = { type: 'remove-item', project: id, why } as const
  settled(await actOnMeeting(ports, { meeting, command, context: by(notice, 'remove-item') }))
}
