import type { Outcome, Tally } from '../board/votes.ts'
import type { LevelProposal } from '../classification.ts'
import type { Answers, Concept, Evaluations, ProjectKind } from '../concept.ts'
import type { CriterionId } from '../criteria.ts'
import type { Consequence, DueKind, Party, StepName } from '../deadlines/due-item.ts'
import type { Baseline, Report } from '../economy/report.ts'
import type { Variance } from '../economy/variance.ts'
import type { ContactId, MeetingId, ProjectId } from '../identifiers.ts'
import type { Level } from '../level.ts'
import type { ReturnReason } from '../return-reasons.ts'
import type { CalendarDate, Instant } from '../time.ts'
import type { PausableState } from './state.ts'

/** A promise that comes with taking part. */
export interface Pledge {
  readonly amount?: { readonly amount: number; readonly currency: 'DKK' }
  readonly hours?: number
}

/** A condition of an approval, as the board sets it. */
export interface NewCondition {
  readonly text: string
  readonly owner: ContactId
  readonly dueOn: CalendarDate
}

/** When the next report is due, and the day of the regular schedule it belongs to. */
export interface ReportDue {
  readonly dueAt: Instant
  readonly regularOn: CalendarDate
}

/** Where an agenda item stands. `meetingAt` is the meeting's moment; without a meeting the item waits for one to be called. */
export interface MeetingRef {
  readonly meeting: MeetingId
  readonly meetingAt: Instant
}

/** Who decided, and how it was counted. The secretariat decides on level 1 and records the general assembly's decisions. */
export interface Decision {
  readonly by: 'board' | 'secretariat' | 'general-assembly'
  readonly meeting?: MeetingId
  readonly outcome: Outcome
  readonly reason: string
  readonly criteria: readonly CriterionId[]
  /** What happens next, in words. */
  readonly nextStep: string
  readonly tally?: Tally
}

/** The clocks of a project that goes on after a reconsideration. */
export interface GoesOn {
  /** Not started yet: a new date for the start. */
  readonly startDueAt?: Instant
  /** Running, and its report was overdue: a new date for it. */
  readonly report?: ReportDue
  /** Lapsed conditions, with their new date, or waived. */
  readonly conditions: readonly { readonly number: number; readonly dueOn?: CalendarDate; readonly dueAt?: Instant }[]
}

/** Why the board (level 1: the secretariat) takes a project up again. */
export type Ground =
  | { readonly kind: 'variance'; readonly variance: Variance }
  | { readonly kind: 'two-red-reports' }
  | { readonly kind: 'overdue'; readonly item: DueKind }
  | { readonly kind: 'condition-lapsed'; readonly condition: number }
  | { readonly kind: 'level-raised'; readonly from: Level; readonly to: Level }
  | { readonly kind: 'last-authority-left' }
  | { readonly kind: 'asked'; readonly text: string }

/**
 * Everything that can happen to a project, in the past tense. On the wire: `eu.os2.trin.project.<type>.v1`.
 * Every moment that follows from a clock is in the event, so that a fold never depends on the settings of the day.
 * After the next issue: went-live, graduated, completed, and the events of a product.
 */
export type ProjectEvent =
  | {
      readonly type: 'submitted'
      readonly kind: ProjectKind
      readonly concept: Concept
      readonly answers: Answers
      readonly proposer: ContactId
      /** Whether a return, a rejection or a withdrawal may be published. */
      readonly consentToPublish: boolean
      readonly answerDueAt: Instant
    }
  | { readonly type: 'level-proposed'; readonly proposal: LevelProposal }
  | {
      readonly type: 'placed'
      readonly level: Level
      readonly proposed?: Level
      readonly reason?: string
      readonly conceptDueAt: Instant
    }
  | {
      readonly type: 'level-changed'
      readonly from: Level
      readonly to: Level
      readonly reason: string
      /** When the new cadence starts: raised at once, lowered from the next due date. */
      readonly effectiveAt: Instant
      /** Of a concept that is ready: when the one who now has it decides. */
      readonly readyDueAt?: Instant
      /** Of a running project whose reports now come more often. */
      readonly report?: ReportDue
    }
  | { readonly type: 'commented'; readonly text: string; readonly criterion?: CriterionId }
  | { readonly type: 'revised'; readonly concept: Concept; readonly answers: Answers }
  | { readonly type: 'assessed'; readonly evaluations: Evaluations }
  | { readonly type: 'marked-ready'; readonly note?: string; readonly decisionDueAt: Instant }
  | {
      readonly type: 'returned'
      readonly from: 'secretariat' | 'board'
      readonly reasons: readonly ReturnReason[]
      readonly comeBackWith: string
      /** How many times the project has now been returned, 1 for the first. */
      readonly loop: number
      readonly resubmissionDueAt: Instant
      readonly decision?: Decision
    }
  | {
      readonly type: 'resubmitted'
      readonly concept: Concept
      readonly answers: Answers
      readonly note?: string
      /** Criteria whose answer differs from the one before. */
      readonly changedCriteria: readonly CriterionId[]
      readonly changedFields: readonly (keyof Concept)[]
      readonly answerDueAt: Instant
    }
  | { readonly type: 'merged'; readonly into: ProjectId; readonly reason: string }
  /** The other side of a merge, on the project that lives on. */
  | { readonly type: 'joined-by'; readonly project: ProjectId; readonly contact: ContactId; readonly authority: string }
  | { readonly type: 'withdrawn'; readonly by: 'proposer' | 'silence'; readonly reason?: string }
  | { readonly type: 'put-on-agenda'; readonly meeting: MeetingRef; readonly decisionDueAt: Instant }
  /** A cancelled or inquorate meeting: the item and its clock move on; without a next meeting it waits for one. */
  | {
      readonly type: 'postponed'
      readonly from: MeetingId
      readonly why: 'cancelled' | 'inquorate' | 'not-reached'
      readonly to?: MeetingRef
      readonly decisionDueAt: Instant
    }
  | {
      readonly type: 'approved'
      readonly decision: Decision
      readonly conditions: readonly NewCondition[]
      readonly conditionsDueAt: readonly Instant[]
      readonly baseline: Baseline
      readonly startDueAt: Instant
    }
  | { readonly type: 'rejected'; readonly decision: Decision }
  | { readonly type: 'lead-appointed'; readonly lead: ContactId }
  | { readonly type: 'proposer-transferred'; readonly proposer: ContactId }
  | { readonly type: 'steering-group-named'; readonly members: readonly ContactId[] }
  | { readonly type: 'authority-joined'; readonly authority: string; readonly pledge: Pledge }
  | { readonly type: 'authority-left'; readonly authority: string; readonly reason?: string }
  | { readonly type: 'started'; readonly baseline: Baseline; readonly report: ReportDue }
  /** Level 1: the board is informed (G4), it does not decide. */
  | { readonly type: 'board-informed'; readonly of: 'started' | 'reconsideration-opened' | 'reconsideration-decided' }
  | {
      readonly type: 'reported'
      readonly number: number
      readonly report: Report
      readonly late: boolean
      readonly reviewDueAt: Instant
      /** It corrects a report that was sent back, and takes its number. */
      readonly correction: boolean
      /** The next one; absent for a correction and for a report that came early enough to be an extra one. */
      readonly next?: ReportDue
    }
  | {
      readonly type: 'report-accepted'
      readonly number: number
      readonly by: 'secretariat' | 'silence'
      readonly note?: string
    }
  | {
      readonly type: 'report-returned'
      readonly number: number
      readonly text: string
      readonly correctionDueAt: Instant
    }
  | { readonly type: 'reconsideration-opened'; readonly grounds: readonly Ground[]; readonly decisionDueAt: Instant }
  | {
      readonly type: 'continued'
      readonly decision: Decision
      /** A variance up to which the board has waived the frame. */
      readonly waived?: { readonly overrun: number; readonly delay: number }
      readonly endsOn?: CalendarDate
      readonly goesOn: GoesOn
    }
  | { readonly type: 'rescoped'; readonly decision: Decision; readonly baseline: Baseline; readonly goesOn: GoesOn }
  | { readonly type: 'stopped'; readonly decision: Decision }
  | { readonly type: 'paused'; readonly from: PausableState; readonly reason: string; readonly lookAgainAt: Instant }
  | {
      readonly type: 'resumed'
      /** The clocks that stood still, each moved by the length of the pause. */
      readonly due: readonly { readonly key: string; readonly since: Instant; readonly dueAt: Instant }[]
      readonly regularReportOn?: CalendarDate
    }
  | { readonly type: 'reopened'; readonly reason: string; readonly answerDueAt: Instant }
  | { readonly type: 'condition-fulfilled'; readonly condition: number; readonly evidence: string }
  | { readonly type: 'condition-waived'; readonly condition: number; readonly reason: string }
  | {
      readonly type: 'step-taken'
      readonly item: string
      readonly kind: DueKind
      readonly step: StepName
      readonly to: readonly Party[]
      readonly consequence: Consequence
      readonly at: Instant
      /** Fired well after its moment, because the monitor was away: goes into a digest. */
      readonly late: boolean
    }

export type ProjectEventType = ProjectEvent['type']
