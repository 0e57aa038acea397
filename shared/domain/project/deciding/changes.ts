import { dueDate } from '../../deadlines/steps.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import type { Change, ChangeState } from '../../stewardship/changes.ts'
import { rolesOn } from '../acts.ts'
import type { Project } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'

export const requestChange = (
  project: Project,
  { title, text }: Command<'request-change'>,
  { now, settings }: DecisionContext,
): Decided => [
  {
    type: 'change-requested',
    number: project.changes.length + 1,
    title,
    text,
    answerDueAt: dueDate('change', project.level, now, settings),
  },
]

/** The request, where it stands in one of these states. */
const changeIn = (project: Project, number: number, states: readonly ChangeState[]): Change | Refusal => {
  const change = project.changes.find((candidate) => candidate.number === number)
  if (change === undefined) return refuse('not-found', 'no-such-change', { facts: { number } })
  return states.includes(change.state)
    ? change
    : refuse('illegal-in-state', 'change-not-there', { facts: { number, is: change.state, expected: states } })
}

/** What the coordination group finds; found anew while the request is still open to it. */
export const assessChange = (project: Project, { change: number, text, cost }: Command<'assess-change'>): Decided => {
  const change = changeIn(project, number, ['proposed', 'assessed'])
  if ('refused' in change) return change
  return [{ type: 'change-assessed', number, text, ...(cost === undefined ? {} : { cost }) }]
}

/**
 * The answer to a request. The coordination group answers what it has assessed, and may reject what it has not; what is
 * beyond the frame goes to the steering group (without one to the secretariat), which says yes or no.
 */
export const decideChange = (
  project: Project,
  { change: number, outcome, reason }: Command<'decide-change'>,
  { now, actor, settings }: DecisionContext,
): Decided => {
  const change = changeIn(project, number, ['proposed', 'assessed', 'beyond-frame'])
  if ('refused' in change) return change
  const mine = rolesOn(project, actor)
  if (change.state === 'beyond-frame') {
    const by = project.steering.length > 0 ? 'steering' : 'secretariat'
    if (!mine.includes(by)) return refuse('not-your-role', 'role', { facts: { roles: [by] } })
    return outcome === 'beyond-frame'
      ? refuse('invalid', 'outcome-not-for-this', { at: ['outcome'], facts: { outcome } })
      : [{ type: 'change-decided', number, outcome, by, reason }]
  }
  if (!mine.includes('coordination')) return refuse('not-your-role', 'role', { facts: { roles: ['coordination'] } })
  if (change.state === 'proposed' && outcome !== 'reject')
    return refuse('illegal-in-state', 'change-not-there', { facts: { number, is: 'proposed', expected: ['assessed'] } })
  return [
    {
      type: 'change-decided',
      number,
      outcome,
      by: 'coordination',
      reason,
      ...(outcome === 'beyond-frame' ? { answerDueAt: dueDate('escalated-change', project.level, now, settings) } : {}),
    },
  ]
}

export const finishChange = (project: Project, { change: number, note }: Command<'finish-change'>): Decided => {
  const change = changeIn(project, number, ['accepted'])
  if ('refused' in change) return change
  return [{ type: 'change-done', number, ...(note === undefined ? {} : { note }) }]
}
