import type { CriterionId } from './criteria.ts'
import type { Baseline } from './economy/report.ts'
import type { MeetingId } from './identifiers.ts'
import type { AssessedLevel, Level } from './level.ts'
import type { Informed, MeetingRef, ProjectEvent } from './project/events.ts'
import type { Project } from './project/state.ts'
import { isPublic, type PublicDecision, publicDecision, publicFrame } from './publication.ts'
import type { ReturnReason } from './return-reasons.ts'
import type { CalendarDate, Instant } from './time.ts'

/** An event as anyone may read it. Free text other than a decision's reason, people, pledges and reports are left out. */
export type PublicEvent =
  | { readonly type: 'level-changed'; readonly from: Level; readonly to: Level; readonly effectiveAt: Instant }
  | {
      readonly type: 'returned'
      readonly from: 'secretariat' | 'board'
      readonly reasons: readonly Pick<ReturnReason, 'code' | 'criteria'>[]
      readonly resubmissionDueAt: Instant
      readonly decision?: PublicDecision
    }
  | { readonly type: 'merged' }
  | { readonly type: 'withdrawn'; readonly by: 'proposer' | 'silence' }
  | { readonly type: 'put-on-agenda'; readonly meeting: MeetingRef; readonly decisionDueAt: Instant }
  | {
      readonly type: 'postponed'
      readonly from: MeetingId
      readonly why: 'cancelled' | 'inquorate' | 'not-reached'
      readonly to?: MeetingRef
      readonly decisionDueAt: Instant
    }
  | {
      readonly type: 'approved'
      readonly decision: PublicDecision
      readonly baseline?: Baseline
      readonly startDueAt: Instant
    }
  | { readonly type: 'rejected' | 'stopped'; readonly decision: PublicDecision }
  | { readonly type: 'authority-joined' | 'authority-left'; readonly authority: string }
  | { readonly type: 'started'; readonly baseline?: Baseline; readonly reportDueAt: Instant }
  | { readonly type: 'board-informed'; readonly of: Informed }
  | { readonly type: 'reconsideration-opened'; readonly decisionDueAt: Instant }
  | { readonly type: 'continued'; readonly decision: PublicDecision; readonly endsOn?: CalendarDate }
  | { readonly type: 'rescoped'; readonly decision: PublicDecision; readonly baseline?: Baseline }
  | { readonly type: 'frame-withheld'; readonly until: CalendarDate }
  | { readonly type: 'frame-released' }
  | { readonly type: 'paused'; readonly lookAgainAt: Instant }
  | { readonly type: 'resumed' }
  | { readonly type: 'went-live'; readonly authority: string; readonly on: CalendarDate }
  | { readonly type: 'graduated' | 'completed' | 'retired' }
  | { readonly type: 'evaluated'; readonly level: AssessedLevel; readonly missingForNext: readonly CriterionId[] }
  | { readonly type: 'dispute-decided'; readonly decision: PublicDecision; readonly level: AssessedLevel }

/**
 * The event without what is not public, or undefined when nothing of it is. `project` is the project as the event left
 * it, `at` the event's moment: what happened before the project became public stays untold, so that feeds, webhooks and
 * the public history tell the same, whenever they are read. Only the frame waits for its day.
 * @param withheld until when the frame is withheld, as of the reading (`withheldUntil` of the project as it is now)
 */
export const publicEvent = (
  event: ProjectEvent,
  project: Project,
  at: Instant,
  withheld: CalendarDate | undefined,
): PublicEvent | undefined => (isPublic(project) ? tell(event, project, at, withheld) : undefined)

const tell = (
  event: ProjectEvent,
  project: Project,
  at: Instant,
  withheld: CalendarDate | undefined,
): PublicEvent | undefined => {
  switch (event.type) {
    case 'submitted':
    case 'level-proposed':
    case 'placed':
    case 'commented':
    case 'revised':
    case 'assessed':
    case 'marked-ready':
    case 'resubmitted':
    case 'reopened':
    case 'joined-by':
    case 'lead-appointed':
    case 'proposer-transferred':
    case 'steering-group-named':
    case 'reported':
    case 'report-accepted':
    case 'report-returned':
    case 'condition-fulfilled':
    case 'condition-waived':
    case 'step-taken':
    case 'coordination-group-named':
    case 'graduation-checked':
    case 'change-requested':
    case 'change-assessed':
    case 'change-decided':
    case 'change-done':
    case 'sla-set':
    case 'sla-result-recorded':
    case 'adaptation-recorded':
    case 'self-evaluated':
    case 'level-disputed':
    case 'person-erased':
    case 'content-erased':
      return undefined
    case 'level-changed':
      return { type: event.type, from: event.from, to: event.to, effectiveAt: event.effectiveAt }
    case 'returned':
      return {
        type: event.type,
        from: event.from,
        reasons: event.reasons.map(({ code, criteria }) => ({ code, criteria })),
        resubmissionDueAt: event.resubmissionDueAt,
        ...(event.decision === undefined ? {} : { decision: publicDecision(event.decision, at) }),
      }
    case 'merged':
    case 'resumed':
    case 'frame-released':
      return { type: event.type }
    case 'graduated':
    case 'completed':
    case 'retired':
      return { type: event.type }
    case 'withdrawn':
      return { type: event.type, by: event.by }
    case 'put-on-agenda':
      return { type: event.type, meeting: event.meeting, decisionDueAt: event.decisionDueAt }
    case 'postponed':
      return {
        type: event.type,
        from: event.from,
        why: event.why,
        ...(event.to === undefined ? {} : { to: event.to }),
        decisionDueAt: event.decisionDueAt,
      }
    case 'approved':
      return {
        type: event.type,
        decision: publicDecision(event.decision, at),
        ...frameTold(event, withheld),
        startDueAt: event.startDueAt,
      }
    case 'rejected':
    case 'stopped':
      return { type: event.type, decision: publicDecision(event.decision, at) }
    case 'authority-joined':
    case 'authority-left':
      return { type: event.type, authority: event.authority }
    case 'started':
      return { type: event.type, ...frameTold(event, withheld), reportDueAt: event.report.dueAt }
    case 'board-informed':
      return { type: event.type, of: event.of }
    case 'reconsideration-opened':
      return { type: event.type, decisionDueAt: event.decisionDueAt }
    case 'continued':
      return {
        type: event.type,
        decision: publicDecision(event.decision, at),
        ...(event.endsOn === undefined || withheld !== undefined ? {} : { endsOn: event.endsOn }),
      }
    case 'rescoped':
      return { type: event.type, decision: publicDecision(event.decision, at), ...frameTold(event, withheld) }
    case 'went-live':
      return { type: event.type, authority: event.authority, on: event.on }
    case 'evaluated':
      return event.published
        ? { type: event.type, level: event.level, missingForNext: event.missingForNext }
        : undefined
    case 'dispute-decided':
      // A level whose evaluation was kept back is not told by the decision about it either.
      return project.assessments.at(-1)?.published
        ? { type: event.type, decision: publicDecision(event.decision, at), level: event.level }
        : undefined
    case 'frame-withheld':
      return { type: event.type, until: event.until }
    case 'paused':
      return { type: event.type, lookAgainAt: event.lookAgainAt }
  }
}

const frameTold = (
  { baseline }: { readonly baseline: Baseline },
  withheld: CalendarDate | undefined,
): { readonly baseline?: Baseline } => (withheld === undefined ? { baseline: publicFrame(baseline) } : {})
