import { addDays, dateOf, daysBetween, dueOn } from '../../../../shared/domain/calendar/days.ts'
import type { Baseline, Report } from '../../../../shared/domain/economy/report.ts'
import { at, eventOf, type Moment, type Rule, when } from '../moment.ts'
import { isUnderway } from '../world.ts'

const period = { 1: 180, 2: 90, 3: 30 } as const

const isOut = (
  report: Report,
  frame: Baseline,
  waived: { readonly overrun: number; readonly delay: number } | undefined,
): boolean => {
  const overrun = report.forecast.amount - frame.budget.amount
  const delay = daysBetween(frame.endsOn, report.endsOn)
  const dear = BigInt(overrun) * 10n > BigInt(frame.budget.amount) && (waived === undefined || overrun > waived.overrun)
  const late = delay > 60 && (waived === undefined || delay > waived.delay)
  return dear || late
}

/** The last two of this run: what a project told in a life before its last start neither reddens nor excuses it. */
const redTwice = ({ after, life }: Pick<Moment, 'after' | 'life'>): boolean => {
  const started = life.told.findLastIndex(({ event }) => event.type === 'started')
  const told = life.told.slice(started).flatMap(({ event }) => (event.type === 'reported' ? [event.number] : []))
  const last = after.reports
    .filter(({ number }) => told.includes(number))
    .sort((a, b) => a.number - b.number)
    .slice(-2)
  return last.length === 2 && last.every(({ report }) => report.status.overall.colour === 'red')
}

/** Every number in a document. */
const numbersIn = (data: unknown): readonly number[] => {
  if (typeof data === 'number') return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(numbersIn) : []
}

export const reportRules: readonly Rule<Moment>[] = [
  when(
    'a project that runs always has exactly one next report',
    ({ after }) => isUnderway(after) && after.state !== 'paused',
    ({ after }) => {
      const reports = after.due.filter(({ kind }) => kind === 'report')
      if (reports.length !== 1) return `${reports.length} are due`
      return after.regularReportOn === undefined && 'there is no schedule'
    },
  ),
  when(
    'a late report does not move the schedule; one extra is due half a period on, unless the regular one is sooner',
    (moment) => eventOf(moment, 'reported')?.late === true && eventOf(moment, 'reported')?.correction === false,
    (moment) => {
      const { before, after, now } = moment
      const level = after.level ?? 1
      const today = dateOf(now)
      const days = period[level]
      let regular = before?.regularReportOn ?? ''
      while (regular <= today) regular = addDays(regular, days)
      const extra = addDays(today, Math.ceil(days / 2))
      const [sooner = extra] = [extra, regular].sort()
      const expected = dueOn(sooner)
      const due = after.due.find(({ kind }) => kind === 'report')?.dueAt
      if (after.regularReportOn !== regular) return `the schedule is ${after.regularReportOn}, was to be ${regular}`
      return due !== expected && `due ${due}, was to be ${expected}`
    },
  ),
  when(
    'a report in time makes the next one of the schedule due; one far ahead of its time leaves it alone',
    (moment) => eventOf(moment, 'reported')?.late === false && eventOf(moment, 'reported')?.correction === false,
    ({ before, after }) => {
      const earlier = before?.regularReportOn ?? ''
      const days = period[after.levelFrom?.level ?? after.level ?? 1]
      const due = after.due.find(({ kind }) => kind === 'report')
      const same = after.regularReportOn === earlier
      const kept = before?.due.some(({ key }) => key === due?.key)
      if (same && kept) return
      if (same) return due?.dueAt !== dueOn(earlier) && 'after an extra report the regular one is due'
      return after.regularReportOn !== addDays(earlier, days) && `from ${earlier} to ${after.regularReportOn}`
    },
  ),
  when(
    'a correction leaves the schedule alone, and the report keeps its number',
    (moment) => eventOf(moment, 'reported')?.correction === true,
    (moment) => {
      const { before, after } = moment
      if (before?.regularReportOn !== after.regularReportOn) return 'the schedule moved'
      return before?.reports.length !== after.reports.length && 'a number was given anew'
    },
  ),
  at('reported', 'late is from the day after the due date', (event, { before, now }) => {
    const kind = event.correction ? 'correction' : 'report'
    const due = before.due.find((item) => item.kind === kind && (!event.correction || item.about === event.number))
    return due !== undefined && event.late !== dateOf(now) > dateOf(due.dueAt) && `due ${due.dueAt}, late ${event.late}`
  }),
  at(
    'reported',
    'a forecast outside the frame’s tolerances, or two red reports in a row, opens a reconsideration, and nothing else does',
    (event, { before, after, events, life }) => {
      if (before.state !== 'implementation' || before.baseline === undefined) return
      const out = isOut(event.report, before.baseline, before.waived)
      const opened = events.find((one) => one.type === 'reconsideration-opened')
      if (out || redTwice({ after, life })) return opened === undefined && 'it was not opened'
      return opened !== undefined && `opened for ${JSON.stringify(opened)}`
    },
  ),
  at('reported', 'an automatic reconsideration states the variance', (event, { before, events }) => {
    const opened = events.find((one) => one.type === 'reconsideration-opened')
    if (opened?.type !== 'reconsideration-opened' || before.baseline === undefined) return
    if (!isOut(event.report, before.baseline, before.waived)) return
    const stated = opened.grounds.find(({ kind }) => kind === 'variance')
    const overrun = event.report.forecast.amount - before.baseline.budget.amount
    return (stated?.kind !== 'variance' || stated.variance.overrun !== overrun) && 'it does not'
  }),
  at('reported', 'a colour that is not green has a reason', ({ report }) =>
    Object.values(report.status).some(({ colour, reason }) => colour !== 'green' && !reason?.trim())
      ? 'it has none'
      : '',
  ),
  when(
    'what the board has waived is measured against the frame that holds',
    ({ after }) => after.waived !== undefined,
    ({ life, after }) => {
      const set = life.told.findLastIndex(({ event }) => event.type === 'continued' && event.waived !== undefined)
      const framed = life.told.findLastIndex(({ event }) => ['approved', 'started', 'rescoped'].includes(event.type))
      return framed > set && `waived in ${after.state} before the frame was set`
    },
  ),
  at('continued', 'going on with a new end date waives what is still beyond that', (event, { after }) => {
    const last = after.reports.at(-1)?.report
    if (event.endsOn === undefined || event.waived === undefined || last === undefined) return
    const delay = daysBetween(event.endsOn, last.endsOn)
    return event.waived.delay !== delay && `waived ${event.waived.delay} days, ${delay} are beyond`
  }),
  when(
    'money is whole øre, and every number is a safe integer',
    () => true,
    ({ events }) => {
      const odd = numbersIn(events).find((number) => !Number.isSafeInteger(number))
      return odd === undefined ? undefined : `${odd}`
    },
  ),
  when(
    'when the last authority leaves a running project it is reconsidered',
    ({ before, after, events }) =>
      after.authorities.length === 0 &&
      ((before?.state === 'implementation' && events.some(({ type }) => type === 'authority-left')) ||
        (before?.state === 'paused' &&
          before.from === 'implementation' &&
          events.some(({ type }) => type === 'resumed'))),
    ({ after }) => after.state !== 'reconsideration' && `it is in ${after.state}`,
  ),
]
