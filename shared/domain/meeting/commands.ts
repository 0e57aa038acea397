import type { Choice, ExclusionReason, Outcome } from '../board/votes.ts'
import type { StepName } from '../deadlines/due-item.ts'
import type { Money } from '../economy/money.ts'
import type { ContactId, ProjectId } from '../identifiers.ts'
import type { Instant } from '../time.ts'
import type { ItemKind, Member } from './events.ts'

/** Every act on a meeting, in the imperative. An item is added, removed and closed because the project's event says so. */
export type MeetingCommand =
  | {
      readonly type: 'call'
      readonly meetsAt: Instant
      readonly form: 'meeting' | 'written'
      readonly place?: string
      readonly members: readonly Member[]
      readonly budget?: Money
    }
  | {
      readonly type: 'add-item'
      readonly project: ProjectId
      readonly kind: ItemKind
      readonly excluded: readonly { readonly member: ContactId; readonly why: ExclusionReason }[]
      readonly jointCost?: Money
    }
  | {
      readonly type: 'remove-item'
      readonly project: ProjectId
      readonly why: 'withdrawn' | 'returned' | 'merged' | 'moved' | 'closed'
    }
  | { readonly type: 'declare-conflict'; readonly member: ContactId; readonly project: ProjectId }
  | { readonly type: 'name-proxy'; readonly member: ContactId; readonly proxy: ContactId }
  | {
      readonly type: 'vote'
      readonly project: ProjectId
      readonly member: ContactId
      readonly choice: Choice
      readonly comment?: string
    }
  | { readonly type: 'rank'; readonly member: ContactId; readonly order: readonly ProjectId[] }
  | { readonly type: 'close-item'; readonly project: ProjectId; readonly outcome: Outcome }
  | { readonly type: 'cancel'; readonly reason: string }
  | { readonly type: 'conclude'; readonly quorate: boolean; readonly note?: string }
  /** A member is erased: seat, votes and proxies go with them. */
  | { readonly type: 'erase-member'; readonly member: ContactId }
  | { readonly type: 'take-step'; readonly item: string; readonly step: StepName }

export type MeetingCommandType = MeetingCommand['type']
