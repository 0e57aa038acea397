import type { Choice, ExclusionReason, Outcome } from '../board/votes.ts'
import type { Consequence, DueKind, Party, StepName } from '../deadlines/due-item.ts'
import type { Money } from '../economy/money.ts'
import type { ContactId, ProjectId } from '../identifiers.ts'
import type { Instant } from '../time.ts'

export interface Member {
  readonly contact: ContactId
  readonly authority: string
  readonly seat: 'chair' | 'vice-chair' | 'member'
}

/** Why a project is on the agenda. `level`: those evaluated and the secretariat disagree about the assessed level. */
export type ItemKind = 'concept' | 'reconsideration' | 'level' | 'information'

/** Everything that can happen to a meeting. On the wire: `eu.os2.trin.meeting.<type>.v1`. */
export type MeetingEvent =
  | {
      readonly type: 'called'
      readonly meetsAt: Instant
      /** `meeting`, or a written vote that the chair opens between meetings: voting closes at `meetsAt`. */
      readonly form: 'meeting' | 'written'
      readonly place?: string
      readonly members: readonly Member[]
      /** What there is to give: where the ranking's cut-line falls. */
      readonly budget?: Money
      readonly papersDueAt: Instant
    }
  /** Of an item that is there and open already: who may not vote on it has changed; its votes and its place stand. */
  | {
      readonly type: 'item-added'
      readonly project: ProjectId
      readonly kind: ItemKind
      /** Members who may not vote on it, known from the project's people. */
      readonly excluded: readonly { readonly member: ContactId; readonly why: ExclusionReason }[]
      /** The joint economy of the concept, for the cut-line. */
      readonly jointCost?: Money
    }
  | {
      readonly type: 'item-removed'
      readonly project: ProjectId
      readonly why: 'withdrawn' | 'returned' | 'merged' | 'moved' | 'closed'
    }
  | { readonly type: 'conflict-declared'; readonly member: ContactId; readonly project: ProjectId }
  | { readonly type: 'proxy-named'; readonly member: ContactId; readonly proxy: ContactId }
  | {
      readonly type: 'vote-cast'
      readonly project: ProjectId
      readonly member: ContactId
      readonly castBy: ContactId
      readonly choice: Choice
      readonly comment?: string
    }
  | { readonly type: 'ranking-cast'; readonly member: ContactId; readonly order: readonly ProjectId[] }
  | { readonly type: 'papers-sent' }
  | { readonly type: 'item-closed'; readonly project: ProjectId; readonly outcome: Outcome }
  | { readonly type: 'cancelled'; readonly reason: string }
  /** The meeting is over. Items nobody decided move to the next meeting; `inquorate`: votes are void. */
  | { readonly type: 'concluded'; readonly quorate: boolean; readonly note?: string }
  /** Their seat is vacant. A vote that they cast for another stands as that member's own. */
  | { readonly type: 'member-erased'; readonly member: ContactId }
  | {
      readonly type: 'step-taken'
      readonly item: string
      readonly kind: DueKind
      readonly step: StepName
      readonly to: readonly Party[]
      readonly consequence: Consequence
      readonly at: Instant
      readonly late: boolean
    }

export type MeetingEventType = MeetingEvent['type']
