import { type Actor, type Role, roles, type SystemActor } from '../../../shared/domain/actor.ts'
import type { ContactId, MeetingId, ProjectId } from '../../../shared/domain/identifiers.ts'

/** Who and what the samples of the page are about; the page itself shows none of it. */
export const sampleProject: ProjectId = 'prj_01SAMPLE'
export const sampleMeeting: MeetingId = 'mtg_01SAMPLE'
export const contact = {
  proposer: 'con_proposer',
  lead: 'con_lead',
  steering: 'con_steering',
  coordination: 'con_coordination',
  owner: 'con_owner',
  chair: 'con_chair',
  member: 'con_member',
} as const satisfies Record<string, ContactId>

export const systems = [
  'classification',
  'agenda-keeper',
  'progress-monitor',
  'relay',
  'eraser',
] as const satisfies SystemActor[]

/** Everybody the page speaks of: each role, each part of the system, and nobody in particular. */
export const everybody = [...roles, ...systems, 'anonymous'] as const
export type Somebody = (typeof everybody)[number]

const isSystem = (who: Role | SystemActor): who is SystemActor => systems.some((system) => system === who)

const idOf: Partial<Readonly<Record<Role, ContactId>>> = {
  ...contact,
  board: contact.member,
}

/** Somebody who is this, and nothing else, on the sample project. */
export const actorAs = (who: Somebody): Actor => {
  if (who === 'anonymous') return { kind: 'anonymous' }
  if (isSystem(who)) return { kind: 'system', name: who }
  return { kind: 'person', id: idOf[who] ?? 'con_somebody', roles: [who], project: sampleProject }
}
