import type { Outcome, Tally } from '../board/votes.ts'
import type { LevelProposal } from '../classification.ts'
import type { Answers, AnswersChange, Concept, ConceptChange, Evaluations, ProjectKind } from '../concept.ts'
import type { CriterionId } from '../criteria.ts'
import type { StepName } from '../deadlines/due-item.ts'
import type { Money } from '../economy/money.ts'
import type { Baseline, Report } from '../economy/report.ts'
import type { ContactId, MeetingId, ProjectId } from '../identifiers.ts'
import type { AssessedLevel, Level } from '../level.ts'
import type { ReturnReasonCode } from '../return-reasons.ts'
import type { ChangeOutcome } from '../stewardship/changes.ts'
import type { Confirmation } from '../stewardship/onboarding.ts'
import type { SlaResult, SlaValues } from '../stewardship/sla.ts'
import type { CalendarDate } from '../time.ts'
import type { MeetingRef, NewCondition, Pledge } from './events.ts'

export interface GivenReturnReason {
  readonly code: ReturnReasonCode
  readonly criteria?: readonly CriterionId[]
  readonly text?: string
}

/** What whoever decides says, for a concept, a reconsideration or a disagreement about a level. */
export interface GivenDecision {
  readonly outcome: Outcome
  readonly reason: string
  readonly criteria: readonly CriterionId[]
  readonly nextStep: string
  /** With `return`: the coded reasons, and what to come back with. */
  readonly reasons?: readonly GivenReturnReason[]
  readonly comeBackWith?: string
  /** With `approve`. */
  readonly conditions?: readonly NewCondition[]
  /** With `approve` and `rescope`: the frame. */
  readonly baseline?: Baseline
  /** With `continue` and `rescope`: a new date for conditions that have lapsed; without one they are waived. */
  readonly conditionsDueOn?: CalendarDate
  /** With `continue`: a new end date, if the old one is waived for another. */
  readonly endsOn?: CalendarDate
}

/** Every act on a project, in the imperative. Who may do which, in which state, stands in `acts.ts`. */
export type ProjectCommand =
  | {
      readonly type: 'submit'
      readonly kind: ProjectKind
      readonly concept: Concept
      readonly answers: Answers
      readonly proposer: ContactId
      readonly consentToPublish: boolean
    }
  | { readonly type: 'propose-level'; readonly proposal: LevelProposal }
  /** Places an idea; on a project that is placed already, changes its level. */
  | { readonly type: 'place'; readonly level: Level; readonly reason?: string }
  | { readonly type: 'comment'; readonly text: string; readonly criterion?: CriterionId }
  | { readonly type: 'revise'; readonly concept: ConceptChange; readonly answers?: AnswersChange }
  | { readonly type: 'assess'; readonly evaluations: Evaluations }
  | { readonly type: 'mark-ready'; readonly note?: string }
  | { readonly type: 'return'; readonly reasons: readonly GivenReturnReason[]; readonly comeBackWith: string }
  | {
      readonly type: 'resubmit'
      readonly concept: ConceptChange
      readonly answers?: AnswersChange
      readonly note?: string
    }
  | { readonly type: 'withdraw'; readonly reason?: string }
  | { readonly type: 'merge'; readonly into: ProjectId; readonly intoIsLive: boolean; readonly reason: string }
  | { readonly type: 'absorb'; readonly project: ProjectId; readonly contact: ContactId; readonly authority: string }
  | { readonly type: 'put-on-agenda'; readonly meeting: MeetingRef }
  | {
      readonly type: 'postpone'
      readonly from: MeetingId
      readonly why: 'cancelled' | 'inquorate' | 'not-reached'
      readonly to?: MeetingRef
    }
  /** The board's decision, by the count of a meeting's votes. */
  | { readonly type: 'decide'; readonly meeting: MeetingId; readonly decision: GivenDecision; readonly tally: Tally }
  /** The general assembly's decision, recorded by the secretariat when too few of the board are left to vote. */
  | {
      readonly type: 'record-assembly-decision'
      readonly meeting: MeetingId
      readonly decision: GivenDecision
      readonly tally: Tally
    }
  /** Level 1: the secretariat decides a reconsideration. */
  | { readonly type: 'decide-reconsideration'; readonly decision: GivenDecision }
  | { readonly type: 'appoint-lead'; readonly lead: ContactId }
  | { readonly type: 'transfer-proposer'; readonly proposer: ContactId }
  | { readonly type: 'name-steering-group'; readonly members: readonly ContactId[] }
  | { readonly type: 'join'; readonly authority: string; readonly pledge: Pledge }
  | { readonly type: 'leave'; readonly authority: string; readonly reason?: string }
  /** Level 1 sets the frame here; level 2 and 3 have it from the approval. */
  | { readonly type: 'start'; readonly baseline?: Baseline; readonly lead?: ContactId }
  | { readonly type: 'report'; readonly report: Report }
  | {
      readonly type: 'review-report'
      readonly number: number
      readonly outcome: 'accept' | 'return'
      readonly text?: string
    }
  | { readonly type: 'open-reconsideration'; readonly text: string }
  | { readonly type: 'fulfil-condition'; readonly condition: number; readonly evidence: string }
  | { readonly type: 'waive-condition'; readonly condition: number; readonly reason: string }
  /** Keeps the frame from the public until a day, a tender's, or lets it be read again: `null`. */
  | { readonly type: 'withhold-frame'; readonly until: CalendarDate | null }
  | { readonly type: 'pause'; readonly reason: string; readonly lookAgainOn: CalendarDate }
  | { readonly type: 'resume' }
  | { readonly type: 'reopen'; readonly reason: string }
  | { readonly type: 'go-live'; readonly authority: string; readonly on: CalendarDate; readonly note?: string }
  | { readonly type: 'name-coordination-group'; readonly members: readonly ContactId[]; readonly chair: ContactId }
  /** The secretariat goes through the onboarding checklist; what is missing is looked at again later. */
  | { readonly type: 'check-graduation'; readonly confirmed: readonly Confirmation[]; readonly note?: string }
  | { readonly type: 'graduate'; readonly confirmed: readonly Confirmation[] }
  /** Done, but it serves one authority only. */
  | { readonly type: 'complete'; readonly note?: string }
  | { readonly type: 'request-change'; readonly title: string; readonly text: string }
  | { readonly type: 'assess-change'; readonly change: number; readonly text: string; readonly cost?: Money }
  | {
      readonly type: 'decide-change'
      readonly change: number
      readonly outcome: ChangeOutcome
      readonly reason: string
    }
  | { readonly type: 'finish-change'; readonly change: number; readonly note?: string }
  | { readonly type: 'set-sla'; readonly targets: SlaValues }
  | {
      readonly type: 'record-sla-result'
      readonly period: SlaResult['period']
      readonly results: SlaValues
      readonly note?: string
    }
  | {
      readonly type: 'record-adaptation'
      readonly title: string
      readonly text: string
      readonly reason: string
      /** @default F18 */
      readonly criterion?: CriterionId
    }
  | { readonly type: 'self-evaluate'; readonly answers: Answers }
  | {
      readonly type: 'evaluate'
      readonly evaluations: Evaluations
      /** @default the level that the colours show */
      readonly level?: AssessedLevel
      readonly reason?: string
      readonly publish: boolean
    }
  | { readonly type: 'dispute-level'; readonly wanted: AssessedLevel; readonly reason: string }
  | { readonly type: 'retire'; readonly reason: string }
  | { readonly type: 'erase-person'; readonly person: ContactId; readonly successor?: ContactId }
  /** The monitor: a step of a due item whose moment has passed. */
  | { readonly type: 'take-step'; readonly item: string; readonly step: StepName }

export type ProjectCommandType = ProjectCommand['type']

const takingOver: readonly ProjectCommand['type'][] = [
  'revise',
  'resubmit',
  'start',
  'check-graduation',
  'self-evaluate',
  'evaluate',
]

/** Whether its event says anew what the project says already, where the command leaves that out. */
export const takesWordsOver = (type: ProjectCommand['type']): boolean => takingOver.includes(type)
