import type { Actor, Role, SystemActor } from '../../../shared/domain/actor.ts'
import type { ContactId, ProjectId } from '../../../shared/domain/identifiers.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { board, people, person } from '../support/material.ts'
import type { Chance } from './chance.ts'

/** Who may be what: some sit on the board too, so that exclusions and too small boards occur. */
export const proposers: readonly ContactId[] = [people.maren, 'con_jonas-tisvang', people.palle]
export const leads: readonly ContactId[] = [people.troels, 'con_amina-norre-strand', people.anders, people.maren]
export const steerers: readonly ContactId[] = [people.birgitte, people.kasper, people.henrik, people.lone, people.ditte]
export const owners: readonly ContactId[] = [people.kasper, people.troels, people.birgitte]

export const coordinators: readonly ContactId[] = [people.lone, people.kasper, 'con_rikke-lindeby']

export const secretariat: Actor = person(people.signe, 'secretariat')
export const chair: Actor = person(people.henrik, 'chair')
export const system = (name: SystemActor): Actor => ({ kind: 'system', name })
const elsewhere: ProjectId = 'prj_elsewhere'

const tokenFor = (role: Role, project: ProjectId): Actor => ({
  kind: 'person',
  id: 'con_by-token',
  roles: [role],
  project,
})
const linkFor = (id: ContactId, role: Role, project: ProjectId): Actor => ({
  kind: 'person',
  id,
  roles: [role],
  project,
  link: true,
})

const inPart = (project: Project, role: Role, id: ContactId | undefined, chance: Chance): Actor => {
  if (id === undefined || chance.percent(15)) return tokenFor(role, project.id)
  return chance.percent(50) ? person(id) : linkFor(id, role, project.id)
}

/** Somebody who is this on the project: by their own name, by a personal link, or by a token that names the project. */
export const somebodyAs = (role: Role | SystemActor, project: Project, chance: Chance): Actor => {
  switch (role) {
    case 'secretariat':
      return secretariat
    case 'board':
      return person(chance.of(board).contact, 'board')
    case 'chair':
      return chair
    case 'proposer':
      return inPart(project, role, project.proposer, chance)
    case 'lead':
      return inPart(project, role, project.lead, chance)
    case 'steering':
      return inPart(project, role, project.steering[0], chance)
    case 'contact':
      return inPart(project, role, project.contacts[0], chance)
    case 'owner':
      return inPart(project, role, project.conditions.find(({ state }) => state === 'open')?.owner, chance)
    case 'coordination':
      return inPart(project, role, project.coordination?.chair, chance)
    case 'integrator':
      return tokenFor(role, project.id)
    case 'classification':
    case 'agenda-keeper':
    case 'progress-monitor':
    case 'relay':
    case 'eraser':
      return system(role)
  }
}

const parts = ['proposer', 'contact', 'lead', 'steering', 'owner', 'coordination', 'integrator'] as const
const systems = ['classification', 'agenda-keeper', 'progress-monitor', 'relay', 'eraser'] as const

/** Anybody at all: right and wrong, known and unknown, with links to other projects and links that have lost their worth. */
export const anybody = (project: Project, chance: Chance): Actor => {
  switch (chance.below(8)) {
    case 0:
      return { kind: 'anonymous' }
    case 1:
      return system(chance.of(systems))
    case 2:
      return chance.percent(50) ? secretariat : chair
    case 3:
      return person(chance.of(board).contact, 'board')
    case 4:
      return tokenFor(chance.of(parts), elsewhere)
    case 5:
      return linkFor(chance.of([...proposers, ...leads]), chance.of(parts), chance.percent(50) ? project.id : elsewhere)
    case 6:
      return person(chance.of([...proposers, ...leads, ...steerers]))
    default:
      return somebodyAs(chance.of(parts), project, chance)
  }
}
