import type { Instant } from '../time.ts'

/** What can be due on a project or a meeting. */
export const dueKinds = [
  'answer',
  'resubmission',
  'concept',
  'start',
  'review',
  'decision',
  'report',
  'correction',
  'condition',
  'look-again',
  'graduation',
  'self-evaluation',
  'dispute',
  'change',
  'escalated-change',
  'sla-result',
  'retention',
  'papers',
  'vote',
] as const
export type DueKind = (typeof dueKinds)[number]

/** One thing that is due once. Its key is unique in its stream for life, so that no step of it can fire twice. */
export interface DueItem {
  readonly kind: DueKind
  /** `<kind>-<n>`: `report-3`, `condition-1`, `answer-2`. */
  readonly key: string
  /** The number of the report, condition or change it is about. */
  readonly about?: number
  readonly since: Instant
  readonly dueAt: Instant
  /** Steps that have fired, in order. */
  readonly fired: readonly StepName[]
}

/** `after-7`: days after `since`. `before-14`: days before the due moment. `overdue-1`: days after it. */
export type StepName = `after-${number}` | `before-${number}` | `overdue-${number}`

/** Parties a step can turn to; who they are follows from the project and the settings. */
export type Party =
  | 'proposer'
  | 'lead'
  | 'steering'
  | 'steering-or-proposer'
  | 'steering-or-secretariat'
  /** Who answers a self-evaluation: the steering group; without one the coordination group, before there is one the lead. */
  | 'evaluators'
  | 'coordination'
  | 'secretariat'
  | 'chair'
  | 'board'
  | 'owner'

/** What a step does beside telling: nothing, or one of the consequences of the clock table. */
export type Consequence = 'withdraw' | 'reconsider' | 'accept' | 'erase' | 'none'

/** One step of a clock: a reminder or a rung of the overdue ladder. */
export interface Step {
  readonly name: StepName
  readonly to: readonly Party[]
  readonly consequence: Consequence
}

/** A step at its moment. */
export interface DueStep extends Step {
  readonly item: DueItem
  readonly at: Instant
}
