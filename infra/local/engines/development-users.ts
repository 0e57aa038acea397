import type { Role } from '../../../shared/domain/actor.ts'

/** A person of the development OpenID provider. */
export interface DevelopmentUser {
  readonly email: string
  readonly name: string
  readonly authority: string
}

/** The roles that a token can be had for. An owner of a condition and a contact have no account: they come in by a personal link. */
export type AccountRole = Exclude<Role, 'owner' | 'contact'>

/** One fictional person for each role. */
export const developmentUsers: Readonly<Record<AccountRole, DevelopmentUser>> = {
  secretariat: { email: 'sekretariat@os2.example', name: 'Signe Dahl', authority: 'OS2' },
  board: { email: 'bent.holm@aadal.example', name: 'Bent Holm', authority: 'Aadal Kommune' },
  chair: { email: 'formand@os2.example', name: 'Karen Lind', authority: 'Birkelund Kommune' },
  lead: { email: 'lone.bach@birkelund.example', name: 'Lone Bach', authority: 'Birkelund Kommune' },
  steering: { email: 'sten.vang@egeby.example', name: 'Sten Vang', authority: 'Egeby Kommune' },
  coordination: { email: 'ida.krogh@fjordby.example', name: 'Ida Krogh', authority: 'Fjordby Kommune' },
  proposer: { email: 'per.skov@aadal.example', name: 'Per Skov', authority: 'Aadal Kommune' },
  integrator: { email: 'integration@os2.example', name: 'Portal of forms', authority: 'OS2' },
}

export const isAccountRole = (name: string): name is AccountRole => Object.hasOwn(developmentUsers, name)

export const accountRoles = Object.keys(developmentUsers).filter(isAccountRole)
