import { type ContactId, nobody } from '../identifiers.ts'
import type { Project } from './state.ts'

/** What somebody can be on a project. `owner`: of an open condition. */
export type Part = 'proposer' | 'lead' | 'steering' | 'coordination' | 'owner' | 'contact'

/** Somebody on a project, with everything they are there. */
export interface PersonOn {
  readonly contact: ContactId
  readonly parts: readonly Part[]
}

/** Everybody on a project, each once; nobody's parts are left out. */
export const peopleOn = (
  project: Pick<Project, 'proposer' | 'lead' | 'steering' | 'coordination' | 'conditions' | 'contacts'>,
): readonly PersonOn[] => {
  const named: readonly (readonly [Part, readonly ContactId[]])[] = [
    ['proposer', [project.proposer]],
    ['lead', project.lead === undefined ? [] : [project.lead]],
    ['steering', project.steering],
    ['coordination', project.coordination?.members ?? []],
    ['owner', project.conditions.filter(({ state }) => state === 'open').map(({ owner }) => owner)],
    ['contact', project.contacts],
  ]
  const parts = new Map<ContactId, Set<Part>>()
  for (const [part, contacts] of named)
    for (const contact of contacts)
      if (contact !== nobody) parts.set(contact, (parts.get(contact) ?? new Set()).add(part))
  return [...parts].map(([contact, of]) => ({ contact, parts: [...of] }))
}

/** Whether it cannot start, or would not have, for want of a steering group (G6): above level 1. */
export const lacksSteeringGroup = ({ level, steering }: Pick<Project, 'level' | 'steering'>): boolean =>
  level !== 1 && steering.length === 0
