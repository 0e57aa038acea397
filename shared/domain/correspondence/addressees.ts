import { type Actor, actsAsSecretariat } from '../actor.ts'
import { type ContactId, nobody } from '../identifiers.ts'
import type { Project } from '../project/state.ts'
import { isVacant } from '../project/whose-move.ts'
import type { Capacity, Mailbox, Recipient } from './letter.ts'

/** Somebody who is told, and in which part. */
export interface Addressee {
  readonly to: Recipient
  readonly as: Capacity
}

export const office = (mailbox: Mailbox): Addressee => ({ to: { mailbox }, as: mailbox })
export const person = (contact: ContactId, as: Capacity): Addressee => ({ to: { contact }, as })

/** Somebody in a part; where the part is nobody's any more, the secretariat sees to it. */
export const holder = (contact: ContactId, as: Capacity): Addressee =>
  contact === nobody ? office('secretariat') : person(contact, as)

export const theProposer = (project: Project): readonly Addressee[] => [holder(project.proposer, 'proposer')]
/** The lead; until one is named, the proposer has the move in the lead's place, and of what runs without one the secretariat. */
export const theLead = (project: Project): readonly Addressee[] => {
  if (project.lead !== undefined) return [person(project.lead, 'lead')]
  return isVacant('lead', project) ? [office('secretariat')] : theProposer(project)
}
export const steeringGroup = (project: Project): readonly Addressee[] =>
  project.steering.map((contact) => person(contact, 'steering'))
/** Those who follow a product, or will follow it. */
export const coordinationMembers = (project: Project): readonly Addressee[] =>
  (project.coordination?.members ?? []).map((contact) => person(contact, 'coordination'))
/** Those who follow a product; of one that has nobody the secretariat sees to it. */
export const coordinationGroup = (project: Project): readonly Addressee[] =>
  project.coordination === undefined ? [office('secretariat')] : coordinationMembers(project)
/** People who came along with a merge. */
export const companions = (project: Project): readonly Addressee[] =>
  project.contacts.map((contact) => person(contact, 'contact'))
/** Nobody where there was no project yet. */
export const ownersOfOpenConditions = (project: Project | undefined): readonly Addressee[] =>
  (project?.conditions ?? []).filter(({ state }) => state === 'open').map(({ owner }) => holder(owner, 'owner'))

/** Everybody who has a part in the project, whoever carries it first. */
export const everybody = (project: Project): readonly Addressee[] =>
  [
    ...theLead(project),
    ...theProposer(project),
    ...steeringGroup(project),
    ...companions(project),
    ...coordinationMembers(project),
  ].filter(({ to }) => 'contact' in to)

/** Who answers a self-evaluation: the steering group; without one the lead, of a product the coordination group. */
export const evaluatorsOf = ({ steering, state }: Project): 'steering' | 'lead' | 'coordination' => {
  if (steering.length > 0) return 'steering'
  return state === 'product' ? 'coordination' : 'lead'
}

/** Those whose work is evaluated. */
export const theEvaluators = (project: Project): readonly Addressee[] => {
  switch (evaluatorsOf(project)) {
    case 'steering':
      return steeringGroup(project)
    case 'coordination':
      return coordinationGroup(project)
    case 'lead':
      return theLead(project)
  }
}

/** The others: whoever did it knows already. */
export const unlessActing = (addressees: readonly Addressee[], actor: Actor): readonly Addressee[] =>
  addressees.filter(({ to }) => {
    if (actor.kind !== 'person') return true
    return 'contact' in to ? to.contact !== actor.id : !(to.mailbox === 'secretariat' && actsAsSecretariat(actor))
  })

/** The secretariat, unless it acted itself. */
export const secretariatUnlessActing = (actor: Actor): readonly Addressee[] =>
  unlessActing([office('secretariat')], actor)

/** In which part the actor spoke. */
export const capacityOf = (project: Project, actor: Actor): Capacity => {
  if (actor.kind !== 'person' || actsAsSecretariat(actor)) return 'secretariat'
  if (actor.id === project.proposer) return 'proposer'
  if (actor.id === project.lead) return 'lead'
  if (project.steering.includes(actor.id)) return 'steering'
  if (project.coordination?.members.includes(actor.id)) return 'coordination'
  if (actor.roles.includes('chair')) return 'chair'
  if (actor.roles.includes('board')) return 'board'
  return project.conditions.some(({ owner }) => owner === actor.id) ? 'owner' : 'contact'
}
