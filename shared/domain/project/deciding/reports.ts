import { addDays, dateOf, dueOn } from '../../calendar/days.ts'
import { dueDate } from '../../deadlines/steps.ts'
import type { Report } from '../../economy/report.ts'
import { exceeds, twoRedInARow, varianceOf } from '../../economy/variance.ts'
import type { Level } from '../../level.ts'
import { refuse } from '../../refusal.ts'
import type { Ground, ProjectEvent, ReportDue } from '../events.ts'
import { lacksSteeringGroup } from '../parts.ts'
import { reportsOfThisRun } from '../runs.ts'
import type { Project } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'
import { endRefusal } from './frame.ts'
import { graduationDue } from './products.ts'
import { reconsider } from './reconsiderations.ts'
import { extraReport, firstReport, reportPeriod } from './report-schedule.ts'

/**
 * Starts the work (G3, from level 2 also G6). Level 1: the secretariat sets the frame, and the board is informed (G4);
 * the others have their frame from the approval.
 */
export const start = (project: Project, command: Command<'start'>, { now, settings }: DecisionContext): Decided => {
  const lead = command.lead ?? project.lead
  if (lead === undefined) return refuse('invalid', 'lead-required', { at: ['lead'] })
  const isLevel1 = project.state === 'ready'
  const baseline = isLevel1 ? command.baseline : project.baseline
  if (baseline === undefined) return refuse('invalid', 'baseline-required', { at: ['baseline'] })
  const over = isLevel1 ? endRefusal(baseline.endsOn, now, ['baseline', 'endsOn']) : undefined
  if (over !== undefined) return over
  if (lacksSteeringGroup(project)) return refuse('invalid', 'steering-group-required')
  const events: ProjectEvent[] = lead === project.lead ? [] : [{ type: 'lead-appointed', lead }]
  events.push({
    type: 'started',
    baseline,
    report: firstReport(project.level as Level, now, settings),
    selfEvaluationDueAt: dueDate('self-evaluation', project.level, now, settings),
    ...graduationDue(project, project.live.length, { now, settings }),
  })
  if (isLevel1) events.push({ type: 'board-informed', of: 'started' })
  return events
}

/**
 * Progress, economy and risks of one period. With a report that was sent back still to be corrected, it corrects that one.
 * A forecast outside the frame's tolerances, or two red reports in a row, opens a reconsideration that states the variance.
 */
export const report = (project: Project, { report }: Command<'report'>, context: DecisionContext): Decided => {
  const [at, ...alsoAt] = (Object.keys(report.status) as (keyof Report['status'])[])
    .filter((part) => report.status[part].colour !== 'green' && !report.status[part].reason?.trim())
    .map((part) => ['status', part, 'reason'])
  if (at !== undefined) return refuse('reason-required', 'colour-needs-reason', { at, alsoAt })
  if (report.period.to < report.period.from) return refuse('invalid', 'period-upside-down', { at: ['period', 'to'] })
  const { now, settings } = context
  const correction = project.due.find(({ kind }) => kind === 'correction')
  const due = correction ?? project.due.find(({ kind }) => kind === 'report')
  const number = correction?.about ?? Math.max(0, ...project.reports.map((record) => record.number)) + 1
  const late = due !== undefined && dateOf(now) > dateOf(due.dueAt)
  const found = grounds(project, number, report, context)
  const next = correction === undefined ? nextReport(project, late, context) : undefined
  return [
    {
      type: 'reported',
      number,
      report,
      late,
      correction: correction !== undefined,
      reviewDueAt: dueDate('review', project.level, now, settings),
      ...(next === undefined ? {} : { next }),
    },
    ...(found.length === 0 ? [] : reconsider(project, found, context)),
  ]
}

const grounds = (
  project: Project,
  number: number,
  report: Report,
  { settings }: Pick<DecisionContext, 'settings'>,
): readonly Ground[] => {
  const found: Ground[] = []
  const variance = project.baseline === undefined ? undefined : varianceOf(report, project.baseline, settings)
  if (variance !== undefined && exceeds(variance, project.waived)) found.push({ kind: 'variance', variance })
  const told = reportsOfThisRun(project).filter((record) => record.number !== number)
  const before = told.filter((record) => record.number < number).map((record) => record.report)
  const later = told.filter((record) => record.number > number).map((record) => record.report)
  if (twoRedInARow([...before, report, ...later])) found.push({ kind: 'two-red-reports' })
  return found
}

/** A report that comes late does not move the schedule: an extra one is due. One that comes far ahead of its time is an extra one itself. */
const nextReport = (
  project: Project,
  late: boolean,
  { now, settings }: Pick<DecisionContext, 'now' | 'settings'>,
): ReportDue | undefined => {
  const due = project.due.find(({ kind }) => kind === 'report')
  if (due === undefined || late) return extraReport(project, { now, settings })
  const regularOn = project.regularReportOn ?? dateOf(due.dueAt)
  const level = project.levelFrom?.level ?? (project.level as Level)
  const period = reportPeriod(level, settings)
  if (addDays(dateOf(now), Math.ceil(period / 2)) < dateOf(due.dueAt)) return undefined
  const wasExtra = due.dueAt < dueOn(regularOn)
  const nextOn = wasExtra ? regularOn : addDays(regularOn, period)
  return { dueAt: dueOn(nextOn), regularOn: nextOn }
}

export const reviewReport = (
  project: Project,
  { number, outcome, text }: Command<'review-report'>,
  { now, settings }: DecisionContext,
): Decided => {
  const record = project.reports.find((candidate) => candidate.number === number)
  if (record === undefined) return refuse('not-found', 'no-such-report', { facts: { number } })
  // A report of the life before a return waits for nobody any more: its clock was stopped.
  const awaited = project.due.some(({ kind, about }) => kind === 'review' && about === number)
  if (!awaited) return refuse('illegal-in-state', 'report-not-pending', { facts: { number } })
  if (outcome === 'accept')
    return [{ type: 'report-accepted', number, by: 'secretariat', ...(text === undefined ? {} : { note: text }) }]
  if (!text?.trim()) return refuse('reason-required', 'comment-required', { at: ['text'] })
  const correctionDueAt = dueDate('correction', project.level, now, settings)
  return [{ type: 'report-returned', number, text, correctionDueAt }]
}
