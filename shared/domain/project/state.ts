import type { LevelProposal } from '../classification.ts'
import type { Answers, Concept, Evaluations, ProjectKind } from '../concept.ts'
import type { CriterionId } from '../criteria.ts'
import type { DueItem } from '../deadlines/due-item.ts'
import type { Baseline, Report } from '../economy/report.ts'
import type { ContactId, ProjectId } from '../identifiers.ts'
import type { Level } from '../level.ts'
import type { ReturnReason } from '../return-reasons.ts'
import type { Change } from '../stewardship/changes.ts'
import type { Assessment, Dispute } from '../stewardship/evaluation.ts'
import type { Confirmation } from '../stewardship/onboarding.ts'
import type { SlaResult, SlaValues } from '../stewardship/sla.ts'
import type { CalendarDate, Instant } from '../time.ts'
import type { Decision, Ground, MeetingRef, Pledge } from './events.ts'

/** States of a project, from idea to product. */
export const projectStates = [
  'idea',
  'shaping',
  'ready',
  'returned',
  'approved',
  'implementation',
  'reconsideration',
  'paused',
  'product',
  'rejected',
  'stopped',
  'withdrawn',
  'merged',
  'completed',
  'retired',
] as const
export type ProjectStateName = (typeof projectStates)[number]

export const closedStates = [
  'rejected',
  'stopped',
  'withdrawn',
  'merged',
  'completed',
  'retired',
] as const satisfies readonly ProjectStateName[]

export interface Participation {
  readonly authority: string
  readonly pledge: Pledge
}

/** An authority in which the result is live. */
export interface LiveAuthority {
  readonly authority: string
  /** The day from which it is in use there. */
  readonly on: CalendarDate
}

/** Those who follow a product: changes, SLA, architecture. The chair is one of the members. */
export interface CoordinationGroup {
  readonly members: readonly ContactId[]
  readonly chair: ContactId
}

/** An adaptation of a product's architecture: what was done, why, and the criterion it serves (F18). */
export interface Adaptation {
  readonly number: number
  readonly at: Instant
  readonly title: string
  readonly text: string
  readonly reason: string
  readonly criterion: CriterionId
}

export interface Condition {
  readonly number: number
  readonly text: string
  readonly owner: ContactId
  readonly dueOn: CalendarDate
  /** `superseded`: the approval it belonged to no longer holds. */
  readonly state: 'open' | 'fulfilled' | 'waived' | 'superseded'
}

export interface ReportRecord {
  readonly number: number
  readonly report: Report
  readonly receivedAt: Instant
  readonly late: boolean
  readonly review: 'pending' | 'accepted' | 'accepted-by-silence' | 'returned'
}

/** One time through idea generation: why it came back, and what was there then, so that the next reader sees what changed since. */
export interface ReturnRecord {
  readonly at: Instant
  readonly from: 'secretariat' | 'board'
  readonly reasons: readonly ReturnReason[]
  readonly comeBackWith: string
  readonly concept: Concept
  readonly answers: Answers
}

/** What every project has, whatever its state. */
export interface ProjectFacts {
  readonly id: ProjectId
  readonly kind: ProjectKind
  readonly concept: Concept
  readonly answers: Answers
  readonly evaluations: Evaluations
  readonly consentToPublish: boolean
  readonly submittedAt: Instant
  readonly proposal?: LevelProposal
  readonly level?: Level
  /** A lowered level that takes effect with the next due date. */
  readonly levelFrom?: { readonly level: Level; readonly effectiveAt: Instant }
  /** What the secretariat recommends the board to do, said when it marked the concept ready. */
  readonly recommendation?: string
  /** The proposer wrote the concept anew, and the secretariat has not said anything to it yet: since when it waits for a look. */
  readonly revisedAt?: Instant
  readonly proposer: ContactId
  /** People who came along by a merge. */
  readonly contacts: readonly ContactId[]
  readonly lead?: ContactId
  readonly steering: readonly ContactId[]
  readonly authorities: readonly Participation[]
  readonly returns: readonly ReturnRecord[]
  readonly meeting?: MeetingRef
  readonly decisions: readonly (Decision & { readonly at: Instant })[]
  readonly approvedAt?: Instant
  readonly startedAt?: Instant
  /** Level 1: when the board was last told what the secretariat decided. */
  readonly boardInformedAt?: Instant
  readonly baseline?: Baseline
  /** The day, a tender's, from which anyone may read the frame; it stays noted once it has come. */
  readonly frameWithheldUntil?: CalendarDate
  readonly conditions: readonly Condition[]
  readonly reports: readonly ReportRecord[]
  /** The day of the next regular report: late reports do not move it. */
  readonly regularReportOn?: CalendarDate
  /** A variance the board has waived with `continue`: up to here it does not open a reconsideration again. */
  readonly waived?: { readonly overrun: number; readonly delay: number }
  /** Where the result is live, each authority once, in the order in which it was registered. */
  readonly live: readonly LiveAuthority[]
  readonly coordination?: CoordinationGroup
  /** What a person has confirmed of the onboarding checklist. */
  readonly onboarding: readonly Confirmation[]
  readonly graduatedAt?: Instant
  readonly changes: readonly Change[]
  /** Targets in force, and what the periods came to. */
  readonly sla?: SlaValues
  readonly slaResults: readonly SlaResult[]
  /** The day of the schedule for the next result: neither weekends nor late results move it. */
  readonly slaResultOn?: CalendarDate
  readonly adaptations: readonly Adaptation[]
  readonly selfEvaluatedAt?: Instant
  /** Every level that was fixed by an evaluation or by the board, in order. */
  readonly assessments: readonly Assessment[]
  /** A disagreement about the assessed level that the board has not decided. */
  readonly dispute?: Dispute
  /** When anyone could first know of it. */
  readonly publishedAt?: Instant
  /** A closed idea that was never public: since when its content is gone. */
  readonly contentErasedAt?: Instant
  /** How many due items of each kind there have been; numbers their keys. */
  readonly counted: Readonly<Partial<Record<DueItem['kind'], number>>>
  readonly due: readonly DueItem[]
  /** Since when the party whose move it is has had it. */
  readonly moveSince: Instant
  /** The version of the last commit with events. */
  readonly version: number
}

/** A project, by state; each state carries what only it has. */
export type Project = ProjectFacts &
  (
    | { readonly state: 'idea' | 'shaping' | 'ready' | 'returned' | 'approved' | 'implementation' | 'product' }
    | {
        readonly state: 'reconsideration'
        readonly from: 'approved' | 'implementation'
        readonly grounds: readonly Ground[]
      }
    | {
        readonly state: 'paused'
        readonly from: PausableState
        readonly pausedAt: Instant
        readonly reason: string
        /** Clocks that stand still. */
        readonly held: readonly DueItem[]
        readonly lookAgainAt: Instant
      }
    | {
        readonly state: 'merged'
        readonly into: ProjectId
        readonly closedAt: Instant
        readonly from: ProjectStateName
      }
    | {
        readonly state: 'rejected' | 'stopped' | 'withdrawn' | 'completed' | 'retired'
        readonly closedAt: Instant
        readonly from: ProjectStateName
      }
  )

export const pausableStates = [
  'shaping',
  'returned',
  'approved',
  'implementation',
] as const satisfies readonly ProjectStateName[]
export type PausableState = (typeof pausableStates)[number]

/** Where a project stands in the process; one that stands still, where it stood before. */
export const stageOf = (project: Project): ProjectStateName =>
  project.state === 'paused' ? project.from : project.state
