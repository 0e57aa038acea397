import type { ContactId, MeetingId, ProjectId } from '../domain/identifiers.ts'
import * as meetings from '../domain/meeting/evolve.ts'
import type { Meeting } from '../domain/meeting/state.ts'
import * as projects from '../domain/project/evolve.ts'
import type { Project } from '../domain/project/state.ts'
import type { CommitLog, Contact, Contacts } from './ports.ts'

export interface ReadMeetingPorts {
  readonly log: Pick<CommitLog, 'load'>
  readonly contacts: Pick<Contacts, 'find'>
}

export interface FoundMeeting {
  readonly meeting: Meeting
  /** Its members, those who have been erased left out. */
  readonly people: ReadonlyMap<ContactId, Contact>
  /** What is on its agenda. */
  readonly projects: ReadonlyMap<ProjectId, Project>
}

/** One meeting as its log tells it now, with whom and what it names; undefined when there is none. @throws Unavailable */
export const readMeeting = async (ports: ReadMeetingPorts, id: MeetingId): Promise<FoundMeeting | undefined> => {
  const meeting = meetings.fold(await ports.log.load(id))
  if (meeting === undefined) return undefined
  const [people, items] = await Promise.all([
    ports.contacts.find(meeting.members.map(({ contact }) => contact)),
    Promise.all(meeting.agenda.map(async ({ project }) => projects.fold(await ports.log.load(project)))),
  ])
  const found = items.filter((project) => project !== undefined)
  return { meeting, people, projects: new Map(found.map((project) => [project.id, project])) }
}
