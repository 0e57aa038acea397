import type { ProjectId } from '../domain/identifiers.ts'
import type { MeetingEvent } from '../domain/meeting/events.ts'
import type { Meeting } from '../domain/meeting/state.ts'
import { actOnProject } from './act-on-project.ts'
import type { AgendaPorts } from './agenda-ports.ts'
import { nextBut } from './follow-project.ts'
import { followUp, settled } from './follow-up.ts'
import { gatherInformation, moveInformation } from './inform-board.ts'
import type { EventNotice, ProjectSummary } from './ports.ts'

interface Happened {
  readonly event: MeetingEvent
  readonly meeting: Meeting
}

const pageSize = 50

/** What an event of a meeting means for the projects: called, those that wait get on its agenda; over, what it did not decide moves on. */
export const followMeeting = async (ports: AgendaPorts, notice: EventNotice, happened: Happened): Promise<void> => {
  const { event, meeting } = happened
  switch (event.type) {
    case 'called':
      // A written vote is for what the chair puts to it.
      if (event.form === 'written') return
      await gather(ports, notice, meeting)
      return gatherInformation(ports, notice, meeting)
    case 'cancelled':
      return moveOn(ports, notice, meeting, 'cancelled')
    case 'concluded':
      return moveOn(ports, notice, meeting, event.quorate ? 'not-reached' : 'inquorate')
    default:
      return undefined
  }
}

const gather = async (ports: AgendaPorts, notice: EventNotice, { id, meetsAt }: Meeting): Promise<void> => {
  for (const project of await waiting(ports)) {
    const command = { type: 'put-on-agenda', meeting: { meeting: id, meetingAt: meetsAt } } as const
    await act(ports, notice, project, command)
  }
}

/** A concept or a reconsideration above level 1, or a level in dispute. */
const awaitsBoard = ({ state, level, disputed }: ProjectSummary): boolean =>
  state === 'ready' || state === 'reconsideration' ? level !== 1 : disputed === true

/** Projects that await the board and stand on no agenda. */
const waiting = async ({ projections }: AgendaPorts): Promise<readonly ProjectId[]> => {
  const found: ProjectId[] = []
  for (const state of ['reconsideration', 'ready', 'implementation', 'product']) {
    let cursor: string | undefined
    do {
      const page = await projections.byState('project', state, {
        limit: pageSize,
        ...(cursor === undefined ? {} : { cursor }),
      })
      for (const { summary } of page.items)
        if (summary.kind === 'project' && summary.meeting === undefined && awaitsBoard(summary)) found.push(summary.id)
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
  }
  return found
}

const moveOn = async (
  ports: AgendaPorts,
  notice: EventNotice,
  meeting: Meeting,
  why: 'cancelled' | 'inquorate' | 'not-reached',
): Promise<void> => {
  const { id, agenda } = meeting
  const to = await nextBut(ports, id)
  for (const { project, kind, outcome } of agenda)
    if (kind !== 'information' && outcome === undefined)
      await act(ports, notice, project, { type: 'postpone', from: id, why, ...(to === undefined ? {} : { to }) })
  // What a meeting that took place was to tell, it has told.
  if (why !== 'not-reached') await moveInformation(ports, notice, meeting, to?.meeting)
}

const act = async (
  ports: AgendaPorts,
  { id, correlationId }: EventNotice,
  project: ProjectId,
  command: Parameters<typeof actOnProject>[1]['command'],
): Promise<void> => {
  const context = followUp('agenda-keeper', `${id}/${project}`, correlationId)
  settled(await actOnProject(ports, { project, command, context }))
}
