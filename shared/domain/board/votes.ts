import type { ContactId } from '../identifiers.ts'
import type { ItemKind } from '../meeting/events.ts'

/** Outcomes of a concept that awaits decision, and of a reconsideration. */
export type ConceptOutcome = 'approve' | 'return' | 'reject'
export type ReconsiderationOutcome = 'continue' | 'rescope' | 'return' | 'stop'
/** Outcomes of a disagreement about an assessed level: the secretariat's stands, or it becomes what was wanted. */
export type LevelOutcome = 'uphold' | 'amend'
export type Outcome = ConceptOutcome | ReconsiderationOutcome | LevelOutcome

/** What a member can vote for an item: an outcome of its kind, or abstain (counts for quorum only). */
export type Choice = Outcome | 'abstain'

/** What can be voted for on an item of each kind. */
export const choicesFor = {
  concept: ['approve', 'return', 'reject', 'abstain'],
  reconsideration: ['continue', 'rescope', 'return', 'stop', 'abstain'],
  level: ['uphold', 'amend', 'abstain'],
  information: [],
} as const satisfies Readonly<Record<ItemKind, readonly Choice[]>>

export interface Vote {
  readonly member: ContactId
  readonly choice: Choice
  /** Needed when the choice is not `approve`, `continue` or `uphold`. */
  readonly comment?: string
  /** The member who voted on this member's behalf, where one was named. */
  readonly castBy: ContactId
}

/** How an item was counted; stands in the decision for good. */
export interface Tally {
  readonly counts: Readonly<Partial<Record<Choice, number>>>
  /** Members who are not excluded. */
  readonly eligible: number
  readonly excluded: readonly { readonly member: ContactId; readonly why: ExclusionReason }[]
  /** Votes needed for quorum: more than half of the eligible. */
  readonly quorum: number
  readonly cast: number
  readonly tieBrokenBy?: 'chair' | 'vice-chair'
}

export type ExclusionReason = 'proposer' | 'lead' | 'steering' | 'declared'
