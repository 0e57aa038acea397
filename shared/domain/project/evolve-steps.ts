import { dateOf } from '../calendar/days.ts'
import type { DueKind } from '../deadlines/due-item.ts'
import { withDue, withoutDue } from '../deadlines/open-items.ts'
import { isUnanswered } from '../stewardship/changes.ts'
import type { Instant } from '../time.ts'
import type { GoesOn, ProjectEvent } from './events.ts'
import type { Project, ProjectFacts, ReportRecord } from './state.ts'

/** The states that carry nothing of their own. */
type PlainState = 'idea' | 'shaping' | 'ready' | 'returned' | 'approved' | 'implementation' | 'product'

type Optional = { [K in keyof ProjectFacts]-?: undefined extends ProjectFacts[K] ? K : never }[keyof ProjectFacts]

/** The project without one of its optional facts. */
export const without = (project: Project, fact: Optional): Project => {
  const { [fact]: _, ...rest } = project
  return rest as Project
}

/** The project in a state that carries nothing of its own; the move begins now. What the state before carried is gone. */
export const inState = (project: Project, state: PlainState, at: Instant): Project & { readonly state: PlainState } => {
  const only: ProjectFacts & {
    readonly from?: unknown
    readonly grounds?: unknown
    readonly pausedAt?: unknown
    readonly reason?: unknown
    readonly held?: unknown
    readonly lookAgainAt?: unknown
    readonly into?: unknown
    readonly closedAt?: unknown
  } = project
  const { from, grounds, pausedAt, reason, held, lookAgainAt, into, closedAt, ...facts } = only
  return { ...facts, state, moveSince: at }
}

/** The project with its due items of these kinds closed; all of them when none is named. */
export const closeAll = (project: Project, kinds?: readonly DueKind[]): Project => ({
  ...project,
  due: kinds === undefined ? [] : withoutDue(project.due, kinds),
})

/** A lowered level that waited for the next due date of a project that runs no more waits no longer. */
export const atItsLevel = (project: Project): Project =>
  project.levelFrom === undefined ? project : { ...without(project, 'levelFrom'), level: project.levelFrom.level }

/** Conditions of an approval that no longer holds: what was open of them asks nothing of anybody any more. */
const supersede = (conditions: Project['conditions']): Project['conditions'] =>
  conditions.map((condition) => (condition.state === 'open' ? { ...condition, state: 'superseded' } : condition))

/**
 * What every end has in common: nothing is due or asked any more, and it is on no agenda; only what was never public waits to
 * be erased. The state itself is the caller's to name.
 */
export const ended = (
  project: Project,
  at: Instant,
  retentionDueAt?: Instant,
): Project & { readonly state: PlainState } => {
  const over = closeAll(without(without(without(atItsLevel(project), 'meeting'), 'dispute'), 'sla'))
  return {
    ...inState(over, 'idea', at),
    ...(retentionDueAt === undefined ? {} : withDue(over, { kind: 'retention', since: at, dueAt: retentionDueAt })),
    conditions: supersede(project.conditions),
    changes: project.changes.map((change) =>
      isUnanswered(change) || change.state === 'accepted' ? { ...change, state: 'dropped' } : change,
    ),
  }
}

/** Through idea generation once more: every clock of the life before stops, the answers and the loop count stay. */
export const returnToIdeas = (project: Project, event: ProjectEvent & { type: 'returned' }, at: Instant): Project => {
  const back = closeAll(without(without(without(atItsLevel(project), 'meeting'), 'regularReportOn'), 'dispute'))
  return {
    ...inState(back, 'returned', at),
    ...withDue(back, { kind: 'resubmission', since: at, dueAt: event.resubmissionDueAt }),
    conditions: supersede(project.conditions),
    onboarding: [],
    returns: [
      ...project.returns,
      {
        at,
        from: event.from,
        reasons: event.reasons,
        comeBackWith: event.comeBackWith,
        concept: project.concept,
        answers: project.answers,
      },
    ],
    decisions: event.decision === undefined ? project.decisions : [...project.decisions, { ...event.decision, at }],
  }
}

/** A correction takes its report's place: which reports are in a row does not depend on when one was corrected. */
const byNumber = (a: ReportRecord, b: ReportRecord): number => a.number - b.number

/** A report has come: it waits for its review; unless it corrects one or came early, the next one is due. */
export const receiveReport = (project: Project, event: ProjectEvent & { type: 'reported' }, at: Instant): Project => {
  const { number, report, late, correction, next } = event
  const record = { number, report, receivedAt: at, late, review: 'pending' as const }
  const answered = correction
    ? withoutDue(project.due, ['correction'], number)
    : next === undefined
      ? project.due
      : withoutDue(project.due, ['report'])
  const reviewed = withDue(
    { due: answered, counted: project.counted },
    { kind: 'review', about: number, since: at, dueAt: event.reviewDueAt },
  )
  return {
    ...project,
    reports: [...project.reports.filter((other) => other.number !== number), record].sort(byNumber),
    ...(next === undefined
      ? reviewed
      : { regularReportOn: next.regularOn, ...withDue(reviewed, { kind: 'report', since: at, dueAt: next.dueAt }) }),
  }
}

/** On with it after a reconsideration: back to where it was, with new dates for what had lapsed. */
export const goOn = (
  project: Project,
  event: ProjectEvent & { type: 'continued' | 'rescoped' },
  at: Instant,
): Project => {
  if (project.state !== 'reconsideration') return project
  const { startDueAt, report, conditions }: GoesOn = event.goesOn
  const decided = closeAll(without(project, 'meeting'), ['decision', 'answer'])
  const lapsed = new Map(conditions.map((condition) => [condition.number, condition]))
  let keeper: Pick<ProjectFacts, 'due' | 'counted'> = {
    due: decided.due
      .filter(({ kind, about }) => kind !== 'condition' || about === undefined || !lapsed.has(about))
      .filter(({ kind }) => report === undefined || (kind !== 'report' && kind !== 'correction')),
    counted: decided.counted,
  }
  if (startDueAt !== undefined) keeper = withDue(keeper, { kind: 'start', since: at, dueAt: startDueAt })
  if (report !== undefined) keeper = withDue(keeper, { kind: 'report', since: at, dueAt: report.dueAt })
  for (const { number, dueAt } of conditions)
    if (dueAt !== undefined) keeper = withDue(keeper, { kind: 'condition', about: number, since: at, dueAt })
  return {
    ...inState(decided, project.from, at),
    ...keeper,
    ...(report === undefined ? {} : { regularReportOn: report.regularOn }),
    conditions: project.conditions.map((condition) => {
      const change = lapsed.get(condition.number)
      if (change === undefined) return condition
      return change.dueOn === undefined
        ? { ...condition, state: 'waived' as const }
        : { ...condition, dueOn: change.dueOn }
    }),
    decisions: [...project.decisions, { ...event.decision, at }],
  }
}

/** Approved, with conditions that each have their clock, and a new frame: what was waived of an older one is waived no more. */
export const approve = (project: Project, event: ProjectEvent & { type: 'approved' }, at: Instant): Project => {
  const decided = closeAll(without(without(project, 'meeting'), 'waived'), ['decision'])
  const first = project.conditions.length + 1
  let keeper = withDue(decided, { kind: 'start', since: at, dueAt: event.startDueAt })
  for (const [index, dueAt] of event.conditionsDueAt.entries())
    keeper = withDue(keeper, { kind: 'condition', about: first + index, since: at, dueAt })
  return {
    ...inState(decided, 'approved', at),
    ...keeper,
    approvedAt: at,
    baseline: event.baseline,
    conditions: [
      ...project.conditions,
      ...event.conditions.map((condition, index) => ({ ...condition, number: first + index, state: 'open' as const })),
    ],
    decisions: [...project.decisions, { ...event.decision, at }],
  }
}

/** Clocks go on where they stood, and a condition's date with its clock. A lowered level waits for the report it was to come with. */
export const resume = (project: Project, event: ProjectEvent & { type: 'resumed' }, at: Instant): Project => {
  if (project.state !== 'paused') return project
  const moved = new Map(event.due.map(({ key, since, dueAt }) => [key, { since, dueAt }]))
  const reportDueAt = event.due.find(({ key }) => key.startsWith('report-'))?.dueAt
  const due = project.held.map((item) => ({ ...item, ...moved.get(item.key) }))
  return {
    ...inState({ ...project, due }, project.from, at),
    conditions: project.conditions.map((condition) => {
      const clock = due.find(({ kind, about }) => kind === 'condition' && about === condition.number)
      return clock === undefined ? condition : { ...condition, dueOn: dateOf(clock.dueAt) }
    }),
    ...(event.regularReportOn === undefined ? {} : { regularReportOn: event.regularReportOn }),
    ...(project.levelFrom === undefined || reportDueAt === undefined
      ? {}
      : { levelFrom: { ...project.levelFrom, effectiveAt: reportDueAt } }),
  }
}
