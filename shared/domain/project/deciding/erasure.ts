import { type ContactId, nobody } from '../../identifiers.ts'
import type { Project } from '../state.ts'
import type { Command, Decided } from './context.ts'

/** Everybody the project names now. */
export const peopleOn = ({
  proposer,
  contacts,
  lead,
  steering,
  coordination,
  conditions,
  changes,
}: Project): readonly ContactId[] =>
  [
    proposer,
    ...contacts,
    ...(lead === undefined ? [] : [lead]),
    ...steering,
    ...(coordination?.members ?? []),
    ...conditions.map(({ owner }) => owner),
    ...changes.flatMap(({ requester }) => (requester === undefined ? [] : [requester.contact])),
  ].filter((person) => person !== nobody)

/** A person's parts fall to the successor; a project that does not name the person stays as it is. */
export const erasePerson = (project: Project, { person, successor }: Command<'erase-person'>): Decided =>
  peopleOn(project).includes(person)
    ? [{ type: 'person-erased', person, ...(successor === undefined || successor === person ? {} : { successor }) }]
    : []
