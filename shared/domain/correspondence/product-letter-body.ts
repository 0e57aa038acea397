import type { Answer } from '../concept.ts'
import type { CriterionId, Theme } from '../criteria.ts'
import type { AssessedLevel } from '../level.ts'
import type { Decision } from '../project/events.ts'
import type { ChangeOutcome } from '../stewardship/changes.ts'
import type { Colour } from '../stewardship/evaluation.ts'
import type { OnboardingItem } from '../stewardship/onboarding.ts'
import type { SlaMeasure, SlaValues } from '../stewardship/sla.ts'
import type { CalendarDate, Instant } from '../time.ts'
import type { Capacity } from './letter.ts'

/** A target that a period missed. */
export interface MissedTarget {
  readonly measure: SlaMeasure
  readonly target: number
  readonly result: number
}

/** A part that somebody can have in a project, and another can take over. */
export type Part = Exclude<Capacity, 'member' | 'secretariat' | 'board' | 'chair' | 'former'>

/** What letters say about the way to a product, the product itself, and its end. */
export type ProductLetterBody =
  | {
      readonly template: 'went-live'
      readonly authority: string
      readonly on: CalendarDate
      /** In how many authorities it is live now. */
      readonly live: number
      readonly note?: string
      /** With this one it is enough: by when the secretariat looks whether it is a product. */
      readonly graduationDueAt?: Instant
    }
  | {
      readonly template: 'coordination-group-named'
      readonly members: number
      /** The recipient leads it. */
      readonly chair: boolean
      /** The solution is a product already, and is followed from now on. */
      readonly isProduct: boolean
    }
  | { readonly template: 'coordination-group-left' }
  | { readonly template: 'graduation-checked'; readonly missing: readonly OnboardingItem[]; readonly note?: string }
  | {
      readonly template: 'graduated'
      /** Where it is live. */
      readonly live: readonly string[]
      readonly selfEvaluationDueAt?: Instant
    }
  | { readonly template: 'completed'; readonly live: readonly string[]; readonly note?: string }
  | {
      readonly template: 'change-received'
      readonly number: number
      readonly title: string
      readonly text: string
      /** The recipient asked for it. */
      readonly receipt: boolean
    }
  | {
      readonly template: 'change-decided'
      readonly number: number
      readonly title: string
      readonly outcome: ChangeOutcome
      readonly by: 'coordination' | 'steering' | 'secretariat'
      readonly reason: string
      readonly assessment?: string
      /** Øre. */
      readonly cost?: number
    }
  | { readonly template: 'change-done'; readonly number: number; readonly title: string; readonly note?: string }
  | { readonly template: 'sla-set'; readonly targets: SlaValues }
  | {
      readonly template: 'sla-breach'
      readonly period: { readonly from: CalendarDate; readonly to: CalendarDate }
      readonly missed: readonly MissedTarget[]
      readonly note?: string
    }
  | {
      readonly template: 'adaptation-recorded'
      readonly title: string
      readonly text: string
      readonly reason: string
      readonly criterion: CriterionId
    }
  | { readonly template: 'retired'; readonly reason: string }
  | { readonly template: 'part-taken-over'; readonly parts: readonly Part[] }
  | { readonly template: 'part-vacant'; readonly parts: readonly Part[] }

/** What letters say about evaluations and the level they show. */
export type EvaluationLetterBody =
  | {
      readonly template: 'self-evaluated'
      readonly answers: Readonly<Record<Answer['answer'], number>>
      readonly changedCriteria: readonly CriterionId[]
    }
  | {
      readonly template: 'level-assessed'
      readonly level: AssessedLevel
      readonly before?: AssessedLevel
      /** What the colours show, where it is another level. */
      readonly found?: AssessedLevel
      readonly reason?: string
      readonly missingForNext: readonly CriterionId[]
      readonly counts: Readonly<Record<Theme, Readonly<Record<Colour, number>>>>
      readonly published: boolean
      /** Whether the recipient may bring it before the board. */
      readonly mayDispute?: true
    }
  | {
      readonly template: 'level-disputed'
      readonly fixed: AssessedLevel
      readonly wanted: AssessedLevel
      readonly reason: string
    }
  | {
      readonly template: 'dispute-decided'
      readonly decision: Decision
      readonly level: AssessedLevel
      readonly missingForNext: readonly CriterionId[]
    }
