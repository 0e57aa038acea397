import { type ContactId, nobody } from '../identifiers.ts'
import type { Change } from '../stewardship/changes.ts'
import type { ProjectEvent } from './events.ts'
import { without } from './evolve-steps.ts'
import type { CoordinationGroup, Project } from './state.ts'

/** The project without a person: each of their parts is the successor's now, or nobody's. */
export const withoutPerson = (
  project: Project,
  { person, successor }: ProjectEvent & { type: 'person-erased' },
): Project => {
  const followed = (one: ContactId): ContactId => (one === person ? (successor ?? nobody) : one)
  const named = (people: readonly ContactId[]): readonly ContactId[] =>
    [...new Set(people.map(followed))].filter((one) => one !== nobody)
  const lead = project.lead === undefined ? nobody : followed(project.lead)
  const coordination = groupOf(project.coordination, named, followed)
  return {
    ...without(without(project, 'lead'), 'coordination'),
    proposer: followed(project.proposer),
    contacts: named(project.contacts),
    ...(lead === nobody ? {} : { lead }),
    steering: named(project.steering),
    ...(coordination === undefined ? {} : { coordination }),
    conditions: project.conditions.map((condition) => ({ ...condition, owner: followed(condition.owner) })),
    changes: project.changes.map((change) => withoutRequester(change, followed)),
  }
}

/** What a successor takes over is also the answer that the other waited for. */
const withoutRequester = ({ requester, ...change }: Change, followed: (one: ContactId) => ContactId): Change => {
  if (requester === undefined) return change
  const contact = followed(requester.contact)
  return contact === nobody ? change : { ...change, requester: { ...requester, contact } }
}

/** A group goes on with those who are left; the first of them leads it where the chair is gone. */
const groupOf = (
  group: CoordinationGroup | undefined,
  named: (people: readonly ContactId[]) => readonly ContactId[],
  followed: (one: ContactId) => ContactId,
): CoordinationGroup | undefined => {
  if (group === undefined) return undefined
  const members = named(group.members)
  const [first] = members
  if (first === undefined) return undefined
  const chair = followed(group.chair)
  return { members, chair: chair === nobody ? first : chair }
}
