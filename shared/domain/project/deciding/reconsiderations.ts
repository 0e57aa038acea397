import { dateOf, dueOn } from '../../calendar/days.ts'
import { dueDate } from '../../deadlines/steps.ts'
import { type Variance, varianceOf } from '../../economy/variance.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import type { GivenDecision } from '../commands.ts'
import type { Decision, GoesOn, Ground, ProjectEvent } from '../events.ts'
import { reportsOfThisRun } from '../runs.ts'
import type { Project } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'
import { endRefusal } from './frame.ts'
import { extraReport } from './report-schedule.ts'
import { citeReasons } from './return-reasons.ts'

/** Opens a reconsideration, unless there is one; on level 1 the board is told. */
export const reconsider = (
  project: Project,
  grounds: readonly Ground[],
  { now, settings }: DecisionContext,
): readonly ProjectEvent[] => {
  if (project.state !== 'approved' && project.state !== 'implementation') return []
  const isLevel1 = project.level === 1
  const decisionDueAt = dueDate(isLevel1 ? 'answer' : 'decision', project.level, now, settings)
  const opened = { type: 'reconsideration-opened', grounds, decisionDueAt } as const
  return isLevel1 ? [opened, { type: 'board-informed', of: 'reconsideration-opened' }] : [opened]
}

export const openReconsideration = (
  project: Project,
  { text }: Command<'open-reconsideration'>,
  context: DecisionContext,
): Decided => reconsider(project, [{ kind: 'asked', text }], context)

/** Level 1: the secretariat decides, and the board is told. */
export const decideReconsideration = (
  project: Project,
  { decision }: Command<'decide-reconsideration'>,
  context: DecisionContext,
): Decided => {
  const refusal = incomplete(decision)
  if (refusal !== undefined) return refusal
  const events = settle(project, decision, { by: 'secretariat', ...given(decision) }, context)
  return 'refused' in events ? events : [...events, { type: 'board-informed', of: 'reconsideration-decided' }]
}

/** What every decision carries: a reason, the criteria it rests on, and the next step. */
export const given = ({ outcome, reason, criteria, nextStep }: GivenDecision): Omit<Decision, 'by'> => ({
  outcome,
  reason,
  criteria,
  nextStep,
})

/** Why a decision may not stand as it was given: a reason, a criterion or the next step is missing. */
export const incomplete = ({ reason, criteria, nextStep }: GivenDecision): Refusal | undefined => {
  const missing = [
    ...(reason.trim() ? [] : ['reason']),
    ...(criteria.length > 0 ? [] : ['criteria']),
    ...(nextStep.trim() ? [] : ['nextStep']),
  ].slice(0, 1)
  return missing.length === 0 ? undefined : refuse('reason-required', 'decision-incomplete', { at: missing })
}

/** The four ways out of a reconsideration: go on, go on with a new frame, back to idea generation, stop. */
export const settle = (
  project: Project,
  given: GivenDecision,
  decision: Decision,
  context: DecisionContext,
): Decided => {
  const { now, settings } = context
  switch (given.outcome) {
    case 'continue': {
      const refusal = endRefusal(given.endsOn, now, ['endsOn'])
      if (refusal !== undefined) return refusal
      const goesOn = clocksAgain(project, given, context)
      if ('refused' in goesOn) return goesOn
      const variance = waivedBy(project, given, settings)
      return [
        {
          type: 'continued',
          decision,
          ...(variance === undefined ? {} : { waived: { overrun: variance.overrun, delay: variance.delay } }),
          ...(given.endsOn === undefined ? {} : { endsOn: given.endsOn }),
          goesOn,
        },
      ]
    }
    case 'rescope': {
      if (given.baseline === undefined) return refuse('invalid', 'baseline-required', { at: ['baseline'] })
      const refusal = endRefusal(given.baseline.endsOn, now, ['baseline', 'endsOn'])
      if (refusal !== undefined) return refusal
      const goesOn = clocksAgain(project, given, context)
      return 'refused' in goesOn ? goesOn : [{ type: 'rescoped', decision, baseline: given.baseline, goesOn }]
    }
    case 'return': {
      const cited = citeReasons(given.reasons, given.comeBackWith)
      if ('refused' in cited) return cited
      return [
        {
          type: 'returned',
          from: decision.by === 'secretariat' ? 'secretariat' : 'board',
          ...cited,
          loop: project.returns.length + 1,
          resubmissionDueAt: dueDate('resubmission', project.level, now, settings),
          decision,
        },
      ]
    }
    case 'stop':
      return [{ type: 'stopped', decision }]
    case 'approve':
    case 'reject':
    case 'uphold':
    case 'amend':
      return refuse('invalid', 'outcome-not-for-this', { at: ['outcome'], facts: { outcome: given.outcome } })
  }
}

/** What going on waives: the variance of the latest report, with a new end date measured by that one, since the frame then has it. */
const waivedBy = (
  project: Project,
  { endsOn }: GivenDecision,
  settings: DecisionContext['settings'],
): Variance | undefined => {
  const last = reportsOfThisRun(project).at(-1)?.report
  const { baseline } = project
  if (last === undefined || baseline === undefined) return undefined
  return varianceOf(last, endsOn === undefined ? baseline : { ...baseline, endsOn }, settings)
}

/** New dates for what had lapsed, so that a project that goes on is chased again: its start, its report, its conditions. */
const clocksAgain = (
  project: Project,
  { conditionsDueOn }: GivenDecision,
  { now, settings }: DecisionContext,
): GoesOn | ReturnType<typeof refuse> => {
  if (conditionsDueOn !== undefined && conditionsDueOn <= dateOf(now))
    return refuse('invalid', 'date-in-past', { at: ['conditionsDueOn'] })
  const lapsed = project.due.filter(({ dueAt }) => dueAt <= now)
  const late = lapsed.some(({ kind }) => kind === 'report' || kind === 'correction')
  const notStarted = project.state === 'reconsideration' && project.from === 'approved'
  return {
    ...(notStarted ? { startDueAt: dueDate('start', project.level, now, settings) } : {}),
    ...(late ? { report: extraReport(project, { now, settings }) } : {}),
    conditions: lapsed.flatMap(({ kind, about }) =>
      kind !== 'condition' || about === undefined
        ? []
        : [
            conditionsDueOn === undefined
              ? { number: about }
              : { number: about, dueOn: conditionsDueOn, dueAt: dueOn(conditionsDueOn) },
          ],
    ),
  }
}
