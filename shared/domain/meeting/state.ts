import type { ExclusionReason, Outcome, Vote } from '../board/votes.ts'
import type { DueItem } from '../deadlines/due-item.ts'
import type { Money } from '../economy/money.ts'
import type { ContactId, MeetingId, ProjectId } from '../identifiers.ts'
import type { Instant } from '../time.ts'
import type { ItemKind, Member } from './events.ts'

export interface AgendaItem {
  readonly project: ProjectId
  readonly kind: ItemKind
  readonly excluded: readonly { readonly member: ContactId; readonly why: ExclusionReason }[]
  readonly jointCost?: Money
  readonly votes: readonly Vote[]
  readonly outcome?: Outcome
}

export const meetingStates = ['called', 'cancelled', 'concluded'] as const
export type MeetingStateName = (typeof meetingStates)[number]

/** A meeting of the board, or a written vote between meetings. */
export interface Meeting {
  readonly id: MeetingId
  readonly state: MeetingStateName
  readonly form: 'meeting' | 'written'
  readonly meetsAt: Instant
  readonly place?: string
  readonly members: readonly Member[]
  readonly proxies: readonly { readonly member: ContactId; readonly proxy: ContactId }[]
  readonly budget?: Money
  readonly agenda: readonly AgendaItem[]
  readonly rankings: readonly { readonly member: ContactId; readonly order: readonly ProjectId[] }[]
  readonly quorate?: boolean
  readonly papersDueAt: Instant
  readonly papersSentAt?: Instant
  readonly counted: Readonly<Partial<Record<DueItem['kind'], number>>>
  readonly due: readonly DueItem[]
  readonly version: number
}
