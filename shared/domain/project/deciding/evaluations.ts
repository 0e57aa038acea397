import type { Answers } from '../../concept.ts'
import { type CriterionId, changedCriteria, criteria } from '../../criteria.ts'
import { dueDate } from '../../deadlines/steps.ts'
import { refuse } from '../../refusal.ts'
import { changedEvaluations, findLevel, missingAbove } from '../../stewardship/evaluation.ts'
import type { GivenDecision } from '../commands.ts'
import type { Decision } from '../events.ts'
import type { Project } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'

/** Criteria that are answered with less than yes and without a word: comply or explain. A don't-know explains itself. */
const unexplained = (answers: Answers): readonly CriterionId[] =>
  criteria
    .map(({ id }) => id)
    .filter((id) => ['no', 'planned', 'not-relevant'].includes(answers[id]?.answer ?? '') && !answers[id]?.text?.trim())

/** Those evaluated answer the 43 criteria; what is not answered anew stands as it was. */
export const selfEvaluate = (
  project: Project,
  command: Command<'self-evaluate'>,
  { now, settings }: DecisionContext,
): Decided => {
  const silent = unexplained(command.answers)
  if (silent.length > 0)
    return refuse('invalid', 'unmet-unexplained', { at: ['answers', silent[0] as string], facts: { criteria: silent } })
  const answers = { ...project.answers, ...command.answers }
  return [
    {
      type: 'self-evaluated',
      answers,
      changedCriteria: changedCriteria(project.answers, answers),
      nextDueAt: dueDate('self-evaluation', project.level, now, settings),
    },
  ]
}

/** The secretariat evaluates and fixes the level: the one that the colours show, or another with a reason. */
export const evaluate = (project: Project, command: Command<'evaluate'>): Decided => {
  const evaluations = { ...project.evaluations, ...command.evaluations }
  const { level: found } = findLevel(evaluations)
  const level = command.level ?? found
  const reason = command.reason?.trim()
  if (level !== found && !reason)
    return refuse('reason-required', 'override-needs-reason', { at: ['reason'], facts: { proposed: found } })
  const before = project.assessments.at(-1)?.level
  return [
    {
      type: 'evaluated',
      number: project.assessments.length + 1,
      evaluations,
      changedCriteria: changedEvaluations(project.evaluations, evaluations),
      found,
      level,
      ...(before === undefined ? {} : { before }),
      missingForNext: missingAbove(evaluations, level),
      ...(reason ? { reason } : {}),
      published: command.publish,
    },
  ]
}

/** Those evaluated bring the level before the board, once for each evaluation; what the board has fixed stands until the next one. */
export const disputeLevel = (
  project: Project,
  { wanted, reason }: Command<'dispute-level'>,
  { now, settings }: DecisionContext,
): Decided => {
  const fixed = project.assessments.at(-1)
  if (fixed === undefined || fixed.by === 'board' || project.dispute !== undefined)
    return refuse('illegal-in-state', 'nothing-to-dispute')
  if (fixed.level === wanted) return refuse('invalid', 'nothing-to-dispute', { at: ['wanted'] })
  const decisionDueAt = dueDate('dispute', project.level, now, settings)
  return [{ type: 'level-disputed', wanted, reason, decisionDueAt }]
}

/** The board is last instance: the secretariat's level stands, or it becomes the one that was wanted. */
export const decideDispute = (project: Project, { outcome }: GivenDecision, decision: Decision): Decided => {
  const fixed = project.assessments.at(-1)
  if (project.dispute === undefined || fixed === undefined) return refuse('illegal-in-state', 'nothing-to-dispute')
  if (outcome !== 'uphold' && outcome !== 'amend')
    return refuse('invalid', 'outcome-not-for-this', { at: ['outcome'], facts: { outcome } })
  const level = outcome === 'uphold' ? fixed.level : project.dispute.wanted
  return [{ type: 'dispute-decided', decision, level, missingForNext: missingAbove(project.evaluations, level) }]
}
