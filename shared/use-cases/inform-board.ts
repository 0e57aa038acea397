import { isMeetingId, type MeetingId, type ProjectId } from '../domain/identifiers.ts'
import * as meetings from '../domain/meeting/evolve.ts'
import { exclusionsOf } from '../domain/meeting/outcome.ts'
import type { Meeting } from '../domain/meeting/state.ts'
import * as projects from '../domain/project/evolve.ts'
import { type Project, projectStates } from '../domain/project/state.ts'
import type { Instant } from '../domain/time.ts'
import { actOnMeeting } from './act-on-meeting.ts'
import type { AgendaPorts } from './agenda-ports.ts'
import { followUp, settled } from './follow-up.ts'
import type { EventNotice, ProjectionRow } from './ports.ts'

const pageSize = 50

/**
 * The board is told of what the secretariat decides on level 1 (G4): an item for information on the next agenda whose
 * papers were not due yet then. Without one it waits for a meeting to be called (`gatherInformation`).
 */
export const inform = async (ports: AgendaPorts, notice: EventNotice, project: Project): Promise<void> => {
  const next = await ports.calendar.next(project.boardInformedAt ?? ports.clock())
  if (next !== undefined) await addInformation(ports, notice, next.meeting, project)
}

/** A meeting was called: what the board was told of since the papers of the last one, and stands on no agenda, gets on its. */
export const gatherInformation = async (ports: AgendaPorts, notice: EventNotice, { id }: Meeting): Promise<void> => {
  const since = await lastPapers(ports)
  const coming = await called(ports)
  for (const state of projectStates)
    for (const { summary } of await rowsOf(ports, 'project', state)) {
      if (summary.kind !== 'project' || summary.boardInformedAt === undefined || summary.boardInformedAt < since)
        continue
      const at = summary.boardInformedAt
      if (!coming.some((meeting) => tellsOf(meeting, summary.id, at))) await informOf(ports, notice, id, summary.id)
    }
}

/** A meeting that was cancelled or inquorate told nobody: what it was to tell goes on the next agenda, or waits for one. */
export const moveInformation = async (
  ports: AgendaPorts,
  notice: EventNotice,
  { agenda }: Meeting,
  to: MeetingId | undefined,
): Promise<void> => {
  if (to === undefined) return
  for (const { project, kind } of agenda) if (kind === 'information') await informOf(ports, notice, to, project)
}

/** Whether the meeting tells of what happened then: it is on the agenda, and was not on it before for something older. */
const tellsOf = ({ papersDueAt, agenda }: Meeting, id: ProjectId, at: Instant): boolean =>
  papersDueAt > at && agenda.some(({ project }) => project === id)

const called = async (ports: AgendaPorts): Promise<readonly Meeting[]> => {
  const found = await Promise.all((await rowsOf(ports, 'meeting', 'called')).map(({ stream }) => load(ports, stream)))
  return found.filter((meeting) => meeting !== undefined)
}

/** When the papers of the last meeting that took place were due; the beginning of time before the first one. */
const lastPapers = async (ports: AgendaPorts): Promise<Instant> => {
  for (const { stream } of [...(await rowsOf(ports, 'meeting', 'concluded'))].reverse()) {
    const meeting = await load(ports, stream)
    if (meeting?.form === 'meeting' && meeting.quorate !== false) return meeting.papersDueAt
  }
  return ''
}

const load = async ({ log }: AgendaPorts, stream: ProjectionRow['stream']): Promise<Meeting | undefined> =>
  isMeetingId(stream) ? meetings.fold(await log.load(stream)) : undefined

const rowsOf = async ({ projections }: AgendaPorts, kind: 'project' | 'meeting', state: string) => {
  const rows: ProjectionRow[] = []
  let cursor: string | null = null
  do {
    const from: { readonly cursor?: string } = cursor === null ? {} : { cursor }
    const page = await projections.byState(kind, state, { limit: pageSize, ...from })
    rows.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return rows
}

const informOf = async (ports: AgendaPorts, notice: EventNotice, meeting: MeetingId, id: ProjectId): Promise<void> => {
  const project = projects.fold(await ports.log.load(id))
  if (project !== undefined) await addInformation(ports, notice, meeting, project)
}

const addInformation = async (
  ports: AgendaPorts,
  { id, correlationId }: EventNotice,
  meeting: MeetingId,
  project: Project,
): Promise<void> => {
  const members = meetings.fold(await ports.log.load(meeting))?.members ?? []
  const { jointCost } = project.concept
  const command = {
    type: 'add-item',
    project: project.id,
    kind: 'information',
    excluded: exclusionsOf(members, project),
    ...(jointCost === undefined ? {} : { jointCost }),
  } as const
  const context = followUp('agenda-keeper', `${id}/inform/${project.id}`, correlationId)
  settled(await actOnMeeting(ports, { meeting, command, context }))
}
