import { addDays, dateOf, dueOn } from '../../calendar/days.ts'
import type { Level } from '../../level.ts'
import type { ProcessSettings } from '../../settings.ts'
import type { Days, Instant } from '../../time.ts'
import type { ReportDue } from '../events.ts'
import type { Project } from '../state.ts'
import type { DecisionContext } from './context.ts'

/** Days between two regular reports on this level. */
export const reportPeriod = (level: Level, { clocks }: ProcessSettings): Days => {
  const { days = 0 } = clocks.report
  return typeof days === 'number' ? days : days[level]
}

/** The first report of a project that starts now. */
export const firstReport = (level: Level, now: Instant, settings: ProcessSettings): ReportDue => {
  const regularOn = addDays(dateOf(now), reportPeriod(level, settings))
  return { dueAt: dueOn(regularOn), regularOn }
}

/** One extra report half a period from now, unless the regular one is due sooner; the regular schedule stays as it was. */
export const extraReport = (
  project: Project,
  { now, settings }: Pick<DecisionContext, 'now' | 'settings'>,
): ReportDue => {
  const today = dateOf(now)
  const period = reportPeriod(project.level as Level, settings)
  let regularOn = project.regularReportOn ?? today
  while (regularOn <= today) regularOn = addDays(regularOn, period)
  const extraOn = addDays(today, Math.ceil(period / 2))
  return { dueAt: dueOn(extraOn < regularOn ? extraOn : regularOn), regularOn }
}
