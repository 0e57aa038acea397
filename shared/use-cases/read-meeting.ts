import { type Actor, actsAsSecretariat } from '../domain/actor.ts'
import type { ContactId, MeetingId, ProjectId } from '../domain/identifiers.ts'
import * as meetings from '../domain/meeting/evolve.ts'
import { type Settled, settledAt } from '../domain/meeting/settled.ts'
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
  /** Its members, and for the secretariat whom it made answer for a condition; those who have been erased left out. */
  readonly people: ReadonlyMap<ContactId, Contact>
  /** What is on its agenda. */
  readonly projects: ReadonlyMap<ProjectId, Project>
  /** What its decision on a project settled. */
  readonly settled: ReadonlyMap<ProjectId, Settled>
}

/**
 * One meeting as its log tells it now, with whom and what it names; undefined when there is none. @throws Unavailable
 * @param reader the board knows itself, and sees of a project the matter without names (`sightOf`)
 */
export const readMeeting = async (
  ports: ReadMeetingPorts,
  id: MeetingId,
  reader: Actor,
): Promise<FoundMeeting | undefined> => {
  const meeting = meetings.fold(await ports.log.load(id))
  if (meeting === undefined) return undefined
  const logs = await Promise.all(meeting.agenda.map(({ project }) => ports.log.load(project)))
  const found = logs.map((commits) => projects.fold(commits)).filter((project) => project !== undefined)
  const settled = new Map<ProjectId, Settled>()
  for (const [place, { project }] of meeting.agenda.entries()) {
    const decided = settledAt(id, logs[place] ?? [])
    if (decided !== undefined) settled.set(project, decided)
  }
  const owners = actsAsSecretariat(reader)
    ? [...settled.values()].flatMap(({ conditions = [] }) => conditions.map(({ owner }) => owner))
    : []
  const people = await ports.contacts.find([...new Set([...meeting.members.map(({ contact }) => contact), ...owners])])
  return { meeting, people, projects: new Map(found.map((project) => [project.id, project])), settled }
}
