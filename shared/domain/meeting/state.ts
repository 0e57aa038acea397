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

export interface Meeting {
  readonly id: MeetingId
  readonly state: 'called' | 'cancelled' | 'concluded'
  readonly form: 'meeting' | 'written'
  readonly meetsAt: Instant
  readonly place?: string
  readonly members: readonly Member[]
  readonly proxies: readonly { readonly member: ContactId; readonly proxy: ContactId }[]
  readonly budget?: Money
  readonly agenda: readonly AgendaItem[]
  readonly rankings: readonly { readonly member: ContactId; readonly order: readonly ProjectId[] }[]
  readonly quorate?: boolean
  readonly due: readonly DueItem[]
  readonly version: number
}
