import type { Money } from '../economy/money.ts'
import type { ContactId } from '../identifiers.ts'

/**
 * Where a request for a change of a product stands. `beyond-frame`: more than the coordination group may decide, so that it
 * lies with the steering group. `dropped`: the product ended before it was answered or done.
 */
export const changeStates = ['proposed', 'assessed', 'accepted', 'rejected', 'beyond-frame', 'done', 'dropped'] as const
export type ChangeState = (typeof changeStates)[number]

/** What can be said to a request: yes, no, or that it is more than the coordination group may decide. */
export const changeOutcomes = ['accept', 'reject', 'beyond-frame'] as const
export type ChangeOutcome = (typeof changeOutcomes)[number]

/** Who asked for a change. */
export interface Requester {
  readonly contact: ContactId
  /** As a member of the board, without a part in the product. */
  readonly onBoard: boolean
}

/** A request for a change of a product. */
export interface Change {
  readonly number: number
  readonly title: string
  readonly text: string
  readonly state: ChangeState
  /** Nobody's where the secretariat asked, which hears as an office, or where they were erased. */
  readonly requester?: Requester
  /** What the coordination group finds about it: consequences, effort, who pays. */
  readonly assessment?: string
  readonly cost?: Money
  /** Why it was accepted, rejected or handed to the steering group. */
  readonly reason?: string
}

/** Still waits for an answer. */
export const isUnanswered = ({ state }: Pick<Change, 'state'>): boolean =>
  state === 'proposed' || state === 'assessed' || state === 'beyond-frame'

/** The change as one decision about it leaves it. */
export const stateAfter: Readonly<Record<ChangeOutcome, ChangeState>> = {
  accept: 'accepted',
  reject: 'rejected',
  'beyond-frame': 'beyond-frame',
}
