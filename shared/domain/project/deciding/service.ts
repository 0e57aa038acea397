import { addDays, dateOf, dueOn } from '../../calendar/days.ts'
import { daysOf } from '../../deadlines/steps.ts'
import { refuse } from '../../refusal.ts'
import { breachesOf, measuresOf } from '../../stewardship/sla.ts'
import type { CalendarDate } from '../../time.ts'
import type { Project } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'

/** Sets the targets anew; the clock of the periods begins with the first ones and ends when there are none. */
export const setSla = (project: Project, { targets }: Command<'set-sla'>, context: DecisionContext): Decided => {
  const { now, settings } = context
  const begins = measuresOf(targets).length > 0 && project.sla === undefined
  if (measuresOf(targets).length === 0 && project.sla === undefined) return []
  const resultOn = addDays(dateOf(now), daysOf('sla-result', project.level, settings))
  return [
    {
      type: 'sla-set',
      targets,
      ...(begins ? { resultDueAt: dueOn(resultOn), resultOn } : {}),
    },
  ]
}

/** What a period came to, measured by the targets in force: a result for each. One that comes late does not move the schedule. */
export const recordSlaResult = (
  project: Project,
  { period, results, note }: Command<'record-sla-result'>,
  context: DecisionContext,
): Decided => {
  const targets = project.sla
  if (targets === undefined) return refuse('illegal-in-state', 'no-sla')
  if (period.to < period.from) return refuse('invalid', 'period-upside-down', { at: ['period', 'to'] })
  if (period.to > dateOf(context.now)) return refuse('invalid', 'date-in-future', { at: ['period', 'to'] })
  const [silent] = measuresOf(targets).filter((measure) => results[measure] === undefined)
  if (silent !== undefined) return refuse('invalid', 'sla-result-incomplete', { at: ['results', silent] })
  const nextOn = nextResult(project, context)
  return [
    {
      type: 'sla-result-recorded',
      number: project.slaResults.length + 1,
      period,
      results,
      targets,
      breaches: breachesOf(targets, results),
      ...(note === undefined ? {} : { note }),
      nextDueAt: dueOn(nextOn),
      nextOn,
    },
  ]
}

/**
 * Of the schedule, not of the day that a weekend has moved it to: else each weekend would move all that follow. A result that
 * comes far ahead of its time is an extra one, and the one that is due stays.
 */
const nextResult = (project: Project, { now, settings }: DecisionContext): CalendarDate => {
  const due = project.due.find(({ kind }) => kind === 'sla-result')
  const every = Math.max(1, daysOf('sla-result', project.level, settings))
  const today = dateOf(now)
  const scheduled = project.slaResultOn ?? dateOf(due?.dueAt ?? now)
  if (addDays(today, Math.ceil(every / 2)) < scheduled) return scheduled
  let next = addDays(scheduled, every)
  while (next <= today) next = addDays(next, every)
  return next
}

export const recordAdaptation = (
  project: Project,
  { title, text, reason, criterion = 'F18' }: Command<'record-adaptation'>,
): Decided => [{ type: 'adaptation-recorded', number: project.adaptations.length + 1, title, text, reason, criterion }]
