import type { ContactId, ProjectId } from './identifiers.ts'

/** The roles of the process; `owner`: of a condition of an approval. `contact`: came along by a merge. */
export const roles = [
  'secretariat',
  'board',
  'chair',
  'lead',
  'steering',
  'coordination',
  'proposer',
  'owner',
  'contact',
  'integrator',
] as const
export type Role = (typeof roles)[number]

/**
 * Who issues a command. `roles` are what the token says; a role that belongs to one project (proposer, lead, owner,
 * steering, coordination) counts only on the project the token names, or where the project itself names this contact.
 */
export type Actor =
  | {
      readonly kind: 'person'
      readonly id: ContactId
      readonly roles: readonly Role[]
      readonly authority?: string
      readonly project?: ProjectId
      /** Came by a personal link: counts only while the project still names this contact in that role. */
      readonly link?: true
    }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'system'; readonly name: SystemActor }

/** Whether somebody acts for the office that helps, places and follows. */
export const actsAsSecretariat = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.roles.includes('secretariat')

/** The parts of Trin that act by themselves. */
export type SystemActor = 'classification' | 'agenda-keeper' | 'progress-monitor' | 'relay' | 'eraser'
