import type { Outcome } from '../board/votes.ts'
import type { Concept, ProjectKind } from '../concept.ts'
import type { CriterionId } from '../criteria.ts'
import type { Consequence, DueKind } from '../deadlines/due-item.ts'
import type { Baseline, TrafficLight } from '../economy/report.ts'
import type { ProjectId } from '../identifiers.ts'
import type { Level } from '../level.ts'
import type { ItemKind } from '../meeting/events.ts'
import type { Decision, Ground, Informed, MeetingRef, Pledge } from '../project/events.ts'
import type { ReturnReason } from '../return-reasons.ts'
import type { CalendarDate, Days, Instant } from '../time.ts'
import type { Capacity } from './letter.ts'
import type { EvaluationLetterBody, ProductLetterBody } from './product-letter-body.ts'

/** What a due thing turns into when nobody acts: told in advance. */
export interface Threat {
  readonly consequence: Exclude<Consequence, 'none'>
  readonly at: Instant
}

export interface ConditionInLetter {
  readonly number: number
  readonly text: string
  readonly dueOn: CalendarDate
  /** The recipient is its owner. */
  readonly yours: boolean
}

export interface AgendaLine {
  readonly project: ProjectId
  readonly title: string
  readonly kind: ItemKind
  readonly outcome?: Outcome
}

/** What a letter says, by its template. Only facts: words stand in `shared/i18n/mail`. */
export type LetterBody =
  | { readonly template: 'received'; readonly kind: ProjectKind; readonly authority: string }
  | {
      readonly template: 'level-placed'
      readonly level: Level
      readonly reason?: string
    }
  | {
      readonly template: 'level-changed'
      readonly from: Level
      readonly to: Level
      readonly reason: string
      /** Absent when it holds from now on. */
      readonly effectiveAt?: Instant
    }
  | {
      readonly template: 'comment'
      readonly by: Capacity
      readonly text: string
      readonly criterion?: CriterionId
    }
  | {
      readonly template: 'revised'
      readonly by: Capacity
      readonly changedCriteria: readonly CriterionId[]
      readonly changedFields: readonly (keyof Concept)[]
    }
  | { readonly template: 'concept-ready'; readonly level: Level; readonly note?: string }
  | {
      readonly template: 'returned'
      readonly from: 'secretariat' | 'board'
      readonly reasons: readonly ReturnReason[]
      readonly comeBackWith: string
      readonly loop: number
      /** It was running: its reports stop. */
      readonly wasRunning: boolean
      readonly decision?: Decision
    }
  | {
      readonly template: 'resubmitted'
      readonly loop: number
      readonly note?: string
      readonly changedCriteria: readonly CriterionId[]
      readonly changedFields: readonly (keyof Concept)[]
    }
  | {
      readonly template: 'merged'
      readonly into: ProjectId
      readonly title: string
      readonly reason: string
      /** When all that is written on the case is erased, where it was never public. */
      readonly erasedAt?: Instant
    }
  | { readonly template: 'merged-in'; readonly title: string; readonly authority: string }
  | {
      readonly template: 'withdrawn'
      readonly by: 'proposer' | 'silence'
      readonly reason?: string
      /** When all that is written on the case is erased, where it was never public. */
      readonly erasedAt?: Instant
    }
  | {
      readonly template: 'on-agenda'
      readonly meetingAt: Instant
      readonly item: Exclude<ItemKind, 'information'>
    }
  | {
      readonly template: 'postponed'
      readonly why: 'cancelled' | 'inquorate' | 'not-reached'
      readonly to?: MeetingRef
    }
  | {
      readonly template: 'approved'
      readonly decision: Decision
      readonly conditions: readonly ConditionInLetter[]
      readonly baseline: Baseline
      /** Days from the start to the first report. */
      readonly firstReportAfter: Days
      readonly lacks: readonly ('lead' | 'steering-group')[]
    }
  | { readonly template: 'condition-given'; readonly conditions: readonly ConditionInLetter[] }
  | {
      readonly template: 'rejected'
      readonly decision: Decision
      /** When all that is written on the case is erased, where it was never public. */
      readonly erasedAt?: Instant
    }
  | { readonly template: 'lead-appointed'; readonly firstLead: boolean }
  | { readonly template: 'lead-replaced' }
  | { readonly template: 'proposer-transferred' }
  | { readonly template: 'proposer-replaced' }
  | { readonly template: 'steering-group-named'; readonly members: number }
  | { readonly template: 'steering-group-left' }
  | { readonly template: 'authority-joined'; readonly authority: string; readonly pledge: Pledge }
  | {
      readonly template: 'authority-left'
      readonly authority: string
      readonly reason?: string
      readonly remaining: number
    }
  | { readonly template: 'started'; readonly baseline: Baseline; readonly reportDueAt: Instant }
  | {
      readonly template: 'board-informed'
      readonly of: Informed
      readonly baseline?: Baseline
      readonly grounds: readonly Ground[]
      readonly decision?: Decision
    }
  | {
      readonly template: 'report-received'
      readonly number: number
      readonly late: boolean
      readonly correction: boolean
      readonly overall: TrafficLight
      readonly reason?: string
      /** Øre. */
      readonly spent: number
      readonly forecast: number
      readonly budget?: number
      readonly endsOn: CalendarDate
      readonly helpWanted?: string
      readonly reviewDueAt: Instant
      readonly nextReportDueAt?: Instant
    }
  | {
      readonly template: 'report-accepted'
      readonly number: number
      readonly by: 'secretariat' | 'silence'
      readonly note?: string
      readonly nextReportDueAt?: Instant
    }
  | { readonly template: 'report-returned'; readonly number: number; readonly text: string }
  | { readonly template: 'reconsideration-opened'; readonly grounds: readonly Ground[] }
  | {
      readonly template: 'reconsideration-decided'
      readonly outcome: 'continue' | 'rescope'
      readonly decision: Decision
      readonly baseline?: Baseline
      readonly endsOn?: CalendarDate
      readonly startDueAt?: Instant
      readonly reportDueAt?: Instant
      readonly conditions: readonly (Omit<ConditionInLetter, 'dueOn'> & {
        /** Absent: the condition no longer counts. */
        readonly dueOn?: CalendarDate
      })[]
    }
  | { readonly template: 'stopped'; readonly decision: Decision }
  | { readonly template: 'paused'; readonly reason: string; readonly lookAgainAt: Instant }
  | { readonly template: 'resumed' }
  | { readonly template: 'reopened'; readonly reason: string }
  | {
      readonly template: 'condition-fulfilled'
      readonly number: number
      readonly text: string
      readonly evidence: string
      readonly open: number
    }
  | {
      readonly template: 'condition-waived'
      readonly number: number
      readonly text: string
      readonly reason: string
    }
  | {
      readonly template: 'reminder'
      readonly kind: DueKind
      readonly about?: number
      /** What the condition asks for that is due. */
      readonly condition?: string
      readonly dueAt: Instant
      readonly threat?: Threat
    }
  | {
      readonly template: 'overdue'
      readonly kind: DueKind
      readonly about?: number
      readonly condition?: string
      readonly dueAt: Instant
      /** Whole days past the due day. */
      readonly days: Days
      readonly threat?: Threat
    }
  | {
      readonly template: 'meeting-called'
      readonly form: 'meeting' | 'written'
      readonly meetsAt: Instant
      readonly place?: string
      readonly papersDueAt: Instant
    }
  | {
      readonly template: 'papers-ready'
      readonly form: 'meeting' | 'written'
      readonly meetsAt: Instant
      readonly place?: string
      readonly agenda: readonly AgendaLine[]
      /** The papers were out, and something got on the agenda since. */
      readonly isAddition?: true
    }
  | {
      readonly template: 'vote-reminder'
      readonly form: 'meeting' | 'written'
      readonly meetsAt: Instant
      /** Items on which the member has not voted. */
      readonly missing: readonly AgendaLine[]
    }
  | { readonly template: 'proxy-named'; readonly meetsAt: Instant; readonly authority: string }
  | {
      readonly template: 'meeting-cancelled'
      readonly meetsAt: Instant
      readonly reason: string
      readonly items: number
    }
  | {
      readonly template: 'meeting-concluded'
      readonly meetsAt: Instant
      readonly quorate: boolean
      readonly note?: string
      readonly agenda: readonly AgendaLine[]
    }
  | ProductLetterBody
  | EvaluationLetterBody
  | { readonly template: 'link-resent' }

export type Template = LetterBody['template']
