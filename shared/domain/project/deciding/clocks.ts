import { addDays, dateOf, daysBetween, dueOn, morningOf } from '../../calendar/days.ts'
import type { Consequence, DueItem } from '../../deadlines/due-item.ts'
import { dueDate, stepsOf } from '../../deadlines/steps.ts'
import { refuse } from '../../refusal.ts'
import type { Instant } from '../../time.ts'
import type { Ground, ProjectEvent } from '../events.ts'
import { type PausableState, type Project, pausableStates } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'
import { reconsider } from './reconsiderations.ts'
import { retentionAfter } from './retention.ts'

const isPausable = (state: Project['state']): state is PausableState => pausableStates.some((one) => one === state)

/** Clocks stand still until the secretariat resumes, with a date to look again. */
export const pause = (
  project: Project,
  { reason, lookAgainOn }: Command<'pause'>,
  { now }: DecisionContext,
): Decided => {
  if (!isPausable(project.state)) return []
  if (lookAgainOn <= dateOf(now)) return refuse('invalid', 'date-in-past', { at: ['lookAgainOn'] })
  return [{ type: 'paused', from: project.state, reason, lookAgainAt: dueOn(lookAgainOn) }]
}

/** Every clock that stood still goes on with the days it had left. A running project whose last authority left meanwhile is reconsidered now. */
export const resume = (project: Project, context: DecisionContext): Decided => {
  if (project.state !== 'paused') return []
  const { now } = context
  const stood = daysBetween(dateOf(project.pausedAt), dateOf(now))
  const later = (moment: Instant): Instant => {
    const morning = morningOf(addDays(dateOf(moment), stood))
    // Resumed before eight o'clock on the day it began, moved: it does not begin in the future.
    return morning < now ? morning : now
  }
  return [
    {
      type: 'resumed',
      due: project.held.map(({ key, since, dueAt }) => ({
        key,
        since: later(since),
        dueAt: dueOn(addDays(dateOf(dueAt), stood)),
      })),
      ...(project.regularReportOn === undefined ? {} : { regularReportOn: addDays(project.regularReportOn, stood) }),
    },
    ...(project.from === 'implementation' && project.authorities.length === 0
      ? reconsider({ ...project, state: 'implementation' }, [{ kind: 'last-authority-left' }], context)
      : []),
  ]
}

/** A closed project is taken up again, as an idea that waits for an answer; its history, answers and loops stay. */
export const reopen = (
  project: Project,
  { reason }: Command<'reopen'>,
  { now, settings }: DecisionContext,
): Decided => [{ type: 'reopened', reason, answerDueAt: dueDate('answer', project.level, now, settings) }]

/**
 * One step of a clock, with its consequence. A step that has fired, or whose item is closed, changes nothing, so that a monitor may run
 * late, twice, or two at once. Steps of an item fire in their order.
 */
export const takeStep = (
  project: Project,
  { item: key, step: name }: Command<'take-step'>,
  context: DecisionContext,
): Decided => {
  const { now, settings } = context
  const item = project.due.find((candidate) => candidate.key === key)
  if (item === undefined || item.fired.includes(name)) return []
  const next = stepsOf(item, settings).find((step) => !item.fired.includes(step.name))
  if (next === undefined || next.name !== name || next.at > now)
    return refuse('illegal-in-state', 'step-not-due', { facts: { item: key, step: name } })
  const lateFrom = Date.parse(next.at) + settings.lateAfterHours * 3_600_000
  const taken = {
    type: 'step-taken',
    item: key,
    kind: item.kind,
    step: name,
    to: next.to,
    consequence: next.consequence,
    at: next.at,
    late: Date.parse(now) > lateFrom,
  } as const
  return [taken, ...consequences(project, item, next.consequence, context)]
}

const consequences = (
  project: Project,
  item: DueItem,
  consequence: Consequence,
  context: DecisionContext,
): readonly ProjectEvent[] => {
  switch (consequence) {
    case 'none':
      return []
    case 'withdraw':
      return [{ type: 'withdrawn', by: 'silence', ...retentionAfter(project, 'withdrawn', context) }]
    case 'accept':
      return item.about === undefined ? [] : [{ type: 'report-accepted', number: item.about, by: 'silence' }]
    case 'erase':
      return [{ type: 'content-erased' }]
    case 'reconsider':
      return reconsider(project, [groundOf(item)], context)
  }
}

const groundOf = (item: DueItem): Ground =>
  item.kind === 'condition' && item.about !== undefined
    ? { kind: 'condition-lapsed', condition: item.about }
    : { kind: 'overdue', item: item.kind }
