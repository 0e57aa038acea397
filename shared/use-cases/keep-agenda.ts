import { isProjectId } from '../domain/identifiers.ts'
import type { MeetingEvent } from '../domain/meeting/events.ts'
import * as meetings from '../domain/meeting/evolve.ts'
import * as projects from '../domain/project/evolve.ts'
import type { AgendaPorts } from './agenda-ports.ts'
import { followMeeting } from './follow-meeting.ts'
import { followProject } from './follow-project.ts'
import type { EventNotice } from './ports.ts'
import { remembering } from './remembering.ts'

/**
 * Carries events between projects and meetings, since no act needs two streams at once: what is ready gets on the next
 * agenda, what is decided or gone leaves it, and what a meeting did not reach moves on. Every command that follows has an
 * id that derives from the notice's, so that a notice that comes twice does nothing twice.
 * @throws Unavailable, and when the notice speaks of an event that is not there
 */
export const keepAgenda = async (given: AgendaPorts, notice: EventNotice): Promise<void> => {
  const ports = { ...given, log: remembering(given.log) }
  const { stream, version } = notice
  if (isProjectId(stream)) {
    const commits = await ports.log.load(stream, { holds: version })
    const event = eventIn(commits, notice)
    const project = projects.fold(commits)
    if (project === undefined) throw new Error(`${notice.id} is of a project that is not there`)
    const before = projects.fold(commits.filter(({ version }) => version < notice.version))
    return followProject(ports, notice, { event, project, before })
  }
  const commits = await ports.log.load(stream, { holds: version })
  const event: MeetingEvent = eventIn(commits, notice)
  const meeting = meetings.fold(commits)
  if (meeting === undefined) throw new Error(`${notice.id} is of a meeting that is not there`)
  return followMeeting(ports, notice, { event, meeting })
}

const eventIn = <Event extends { readonly type: string }>(
  commits: readonly { readonly version: number; readonly events: readonly Event[] }[],
  { id, version, index, type }: EventNotice,
): Event => {
  const event = commits.find((commit) => commit.version === version)?.events[index]
  if (event?.type !== type) throw new Error(`${id} speaks of ${type}, which is not there`)
  return event
}
