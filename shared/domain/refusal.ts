import type { Role } from './actor.ts'

/** Why a command was refused. Codes are stable; `shared/http/problem.ts` alone knows which status each becomes. */
export type RefusalCode =
  | 'not-found'
  | 'illegal-in-state'
  | 'not-your-role'
  | 'invalid'
  | 'reason-required'
  | 'version-conflict'
  | 'idempotency-mismatch'
  | 'busy'

export interface Refusal {
  readonly refused: RefusalCode
  /** A stable key for the rule that refused it; its words stand in `shared/i18n`. */
  readonly rule: RefusalRule
  /** Where in the command the trouble is, as a path of field names. */
  readonly at?: readonly (string | number)[]
  /** Where else in the command the same rule is broken. */
  readonly alsoAt?: readonly (readonly (string | number)[])[]
  /** Facts the words need. */
  readonly facts?: Readonly<Record<string, string | number | readonly string[]>>
  readonly allowedRoles?: readonly Role[]
}

/** The rules a command can break. */
export type RefusalRule =
  | 'state'
  | 'role'
  | 'exists'
  | 'missing'
  | 'override-needs-reason'
  | 'change-needs-reason'
  | 'other-needs-text'
  | 'reason-codes-required'
  | 'come-back-with-required'
  | 'law-and-licence'
  | 'unmet-unexplained'
  | 'outcome-not-for-this'
  | 'decision-incomplete'
  | 'baseline-required'
  | 'lead-required'
  | 'steering-group-required'
  | 'named-by-secretariat'
  | 'words-erased'
  | 'no-such-report'
  | 'report-not-pending'
  | 'colour-needs-reason'
  | 'no-such-condition'
  | 'condition-not-open'
  | 'date-in-past'
  | 'no-such-authority'
  | 'merge-into-itself'
  | 'merge-target-not-live'
  | 'successor-is-erased'
  | 'no-such-project'
  | 'step-not-due'
  | 'not-on-this-agenda'
  | 'not-a-member'
  | 'excluded-from-vote'
  | 'left-to-assembly'
  | 'item-closed'
  | 'comment-required'
  | 'proxy-not-allowed'
  | 'quorum-missing'
  | 'outcome-not-the-vote'
  | 'no-chair'
  | 'member-twice'
  | 'not-held-yet'
  | 'date-in-future'
  | 'no-such-change'
  | 'change-not-there'
  | 'onboarding-incomplete'
  | 'serves-too-few'
  | 'serves-too-many'
  | 'chair-not-member'
  | 'no-sla'
  | 'sla-result-incomplete'
  | 'period-upside-down'
  | 'nothing-to-dispute'
  /** The log's own: somebody changed it since it was read; the key came with another payload; too much at once. */
  | 'changed-since'
  | 'key-with-other-payload'
  | 'too-much-at-once'

export const refuse = (
  refused: RefusalCode,
  rule: RefusalRule,
  more: Omit<Refusal, 'refused' | 'rule'> = {},
): Refusal => ({
  refused,
  rule,
  ...more,
})

export const isRefusal = (result: unknown): result is Refusal =>
  typeof result === 'object' && result !== null && 'refused' in result
