import type { Actor, Role, SystemActor } from '../actor.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { MeetingCommandType } from './commands.ts'
import type { Meeting, MeetingStateName } from './state.ts'

type MeetingAct = Exclude<MeetingCommandType, 'call'>

export interface MeetingPermission {
  readonly in: readonly MeetingStateName[]
  readonly to: readonly (Role | SystemActor)[]
}

/** Who may call a meeting; a written vote is the chair's to open. */
export const callers = { meeting: ['secretariat', 'chair'], written: ['chair'] } as const satisfies Record<
  Meeting['form'],
  readonly Role[]
>

/** Who may do what with a meeting, in which state. */
export const meetingPermissions: Readonly<Record<MeetingAct, MeetingPermission>> = {
  'add-item': { in: ['called'], to: ['agenda-keeper'] },
  'remove-item': { in: ['called'], to: ['agenda-keeper'] },
  // A decision that was on its way when the meeting ended stands, and its item says so.
  'close-item': { in: ['called', 'cancelled', 'concluded'], to: ['agenda-keeper'] },
  'declare-conflict': { in: ['called'], to: ['board', 'chair'] },
  'name-proxy': { in: ['called'], to: ['board', 'chair'] },
  vote: { in: ['called'], to: ['board', 'chair'] },
  rank: { in: ['called'], to: ['board', 'chair'] },
  cancel: { in: ['called'], to: ['chair', 'secretariat'] },
  conclude: { in: ['called'], to: ['chair', 'secretariat'] },
  'erase-member': { in: ['called', 'cancelled', 'concluded'], to: ['eraser'] },
  'take-step': { in: ['called'], to: ['progress-monitor'] },
}

/** The roles that count at a meeting: those of the whole association. The chair is of the board. */
export const boardRolesOf = (actor: Actor): readonly (Role | SystemActor)[] => {
  if (actor.kind === 'anonymous') return []
  if (actor.kind === 'system') return [actor.name]
  if (actor.link === true) return []
  return actor.roles.includes('chair') ? [...actor.roles, 'board'] : actor.roles
}

/** Why this actor may not do this to the meeting now; undefined when they may. */
export const meetingRefusalOf = (meeting: Meeting, act: MeetingAct, actor: Actor): Refusal | undefined => {
  const permission = meetingPermissions[act]
  const mine = boardRolesOf(actor)
  if (!permission.to.some((role) => mine.includes(role)))
    return refuse('not-your-role', 'role', { facts: { roles: permission.to } })
  return permission.in.includes(meeting.state)
    ? undefined
    : refuse('illegal-in-state', 'state', { facts: { state: meeting.state, allowedIn: permission.in } })
}
