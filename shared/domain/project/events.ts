import type { Outcome, Tally } from '../board/votes.ts'
import type { LevelProposal } from '../classification.ts'
import type { Answers, Concept, Evaluations, ProjectKind } from '../concept.ts'
import type { CriterionId } from '../criteria.ts'
import type { Consequence, DueKind, Party, StepName } from '../deadlines/due-item.ts'
import type { Money } from '../economy/money.ts'
import type { Baseline, Report } from '../economy/report.ts'
import type { Variance } from '../economy/variance.ts'
import type { ContactId, MeetingId, ProjectId } from '../identifiers.ts'
import type { AssessedLevel, Level } from '../level.ts'
import type { ReturnReason } from '../return-reasons.ts'
import type { ChangeOutcome } from '../stewardship/changes.ts'
import type { Confirmation, OnboardingItem } from '../stewardship/onboarding.ts'
import type { SlaResult, SlaValues } from '../stewardship/sla.ts'
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

/** What the board is told of that it does not decide (G4). `graduated`, `completed`: a finished solution that was taken over on level 1. */
export type Informed = 'started' | 'reconsideration-opened' | 'reconsideration-decided' | 'graduated' | 'completed'

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
  | { readonly type: 'merged'; readonly into: ProjectId; readonly reason: string; readonly retentionDueAt?: Instant }
  /** The other side of a merge, on the project that lives on. */
  | { readonly type: 'joined-by'; readonly project: ProjectId; readonly contact: ContactId; readonly authority: string }
  | {
      readonly type: 'withdrawn'
      readonly by: 'proposer' | 'silence'
      readonly reason?: string
      /** It was never public: when its content is erased. */
      readonly retentionDueAt?: Instant
    }
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
  | { readonly type: 'rejected'; readonly decision: Decision; readonly retentionDueAt?: Instant }
  | { readonly type: 'lead-appointed'; readonly lead: ContactId }
  | { readonly type: 'proposer-transferred'; readonly proposer: ContactId }
  | { readonly type: 'steering-group-named'; readonly members: readonly ContactId[] }
  | { readonly type: 'authority-joined'; readonly authority: string; readonly pledge: Pledge }
  | { readonly type: 'authority-left'; readonly authority: string; readonly reason?: string }
  | {
      readonly type: 'started'
      readonly baseline: Baseline
      readonly report: ReportDue
      /** The first of those that come twice a year. */
      readonly selfEvaluationDueAt: Instant
      /** Enough authorities were live before: its graduation is checked. */
      readonly graduationDueAt?: Instant
    }
  /** Level 1: the board is informed (G4), it does not decide. */
  | { readonly type: 'board-informed'; readonly of: Informed }
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
  /** Anyone reads the frame from that day on (Copenhagen), and not before. */
  | { readonly type: 'frame-withheld'; readonly until: CalendarDate }
  /** Before its day: anyone may read the frame at once. */
  | { readonly type: 'frame-released' }
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
      readonly type: 'went-live'
      readonly authority: string
      readonly on: CalendarDate
      readonly note?: string
      /** With this one enough authorities are live: the secretariat checks whether it is a product. */
      readonly graduationDueAt?: Instant
    }
  | { readonly type: 'coordination-group-named'; readonly members: readonly ContactId[]; readonly chair: ContactId }
  /** Looked at, and found incomplete; looked at again later. */
  | {
      readonly type: 'graduation-checked'
      readonly confirmed: readonly Confirmation[]
      readonly missing: readonly OnboardingItem[]
      readonly note?: string
      readonly checkAgainAt: Instant
    }
  | {
      readonly type: 'graduated'
      readonly confirmed: readonly Confirmation[]
      /** Of a finished solution that never ran here: its first self-evaluation. */
      readonly selfEvaluationDueAt?: Instant
    }
  | { readonly type: 'completed'; readonly note?: string }
  | {
      readonly type: 'change-requested'
      readonly number: number
      readonly title: string
      readonly text: string
      readonly answerDueAt: Instant
    }
  | { readonly type: 'change-assessed'; readonly number: number; readonly text: string; readonly cost?: Money }
  | {
      readonly type: 'change-decided'
      readonly number: number
      readonly outcome: ChangeOutcome
      readonly by: 'coordination' | 'steering' | 'secretariat'
      readonly reason: string
      /** Beyond the frame: until when the steering group answers. */
      readonly answerDueAt?: Instant
    }
  | { readonly type: 'change-done'; readonly number: number; readonly note?: string }
  | {
      readonly type: 'sla-set'
      /** No targets at all: it ends. */
      readonly targets: SlaValues
      /** The first period's result; absent where its clock runs already, or ends. */
      readonly resultDueAt?: Instant
      /** The day of the schedule it belongs to, which no weekend moves; not said by earlier versions. */
      readonly resultOn?: CalendarDate
    }
  | ({
      readonly type: 'sla-result-recorded'
      readonly nextDueAt: Instant
      /** The day of the schedule it belongs to; not said by earlier versions. */
      readonly nextOn?: CalendarDate
    } & SlaResult)
  | {
      readonly type: 'adaptation-recorded'
      readonly number: number
      readonly title: string
      readonly text: string
      readonly reason: string
      readonly criterion: CriterionId
    }
  | {
      readonly type: 'self-evaluated'
      readonly answers: Answers
      readonly changedCriteria: readonly CriterionId[]
      readonly nextDueAt: Instant
    }
  | {
      readonly type: 'evaluated'
      readonly number: number
      readonly evaluations: Evaluations
      readonly changedCriteria: readonly CriterionId[]
      /** The level that the colours show. */
      readonly found: AssessedLevel
      /** The level that the secretariat fixes, with a reason where it is another. */
      readonly level: AssessedLevel
      /** The level before; absent the first time. */
      readonly before?: AssessedLevel
      readonly missingForNext: readonly CriterionId[]
      readonly reason?: string
      readonly published: boolean
    }
  /** Those evaluated hold another level to be right: the board is last instance. */
  | {
      readonly type: 'level-disputed'
      readonly wanted: AssessedLevel
      readonly reason: string
      readonly decisionDueAt: Instant
    }
  | {
      readonly type: 'dispute-decided'
      readonly decision: Decision
      readonly level: AssessedLevel
      readonly missingForNext: readonly CriterionId[]
    }
  | { readonly type: 'retired'; readonly reason: string }
  /** Personal data is gone: their parts fall to the successor, or to nobody, and then the secretariat has their moves. */
  | { readonly type: 'person-erased'; readonly person: ContactId; readonly successor?: ContactId }
  /** Closed and never public for a year: its words are gone, its history stays. */
  | { readonly type: 'content-erased' }
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
