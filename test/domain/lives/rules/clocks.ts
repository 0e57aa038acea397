import { addDays, dateOf, dueOn } from '../../../../shared/domain/calendar/days.ts'
import type { DueKind } from '../../../../shared/domain/deadlines/due-item.ts'
import type { ProjectEvent } from '../../../../shared/domain/project/events.ts'
import type { Days, Instant } from '../../../../shared/domain/time.ts'
import { at, eventOf, type Moment, type Rule, when } from '../moment.ts'

/** So many days from now, at 08:00 of a working day: reckoned here from the table of clocks, not from the settings. */
const after = (now: Instant, days: Days): Instant => dueOn(addDays(dateOf(now), days))

const reportDays = { 1: 180, 2: 90, 3: 30 } as const

/** The event opens one item of this kind, due after so many days. */
const opens = (type: ProjectEvent['type'], kind: DueKind, says: string, days: (moment: Moment) => Days): Rule<Moment> =>
  when(
    says,
    (moment) => eventOf(moment, type) !== undefined,
    (moment) => {
      const expected = after(moment.now, days(moment))
      const items = moment.after.due.filter((item) => item.kind === kind && item.since === moment.now)
      return (
        !items.some(({ dueAt }) => dueAt === expected) && `${kind} is not due ${expected}: ${JSON.stringify(items)}`
      )
    },
  )

const answered = 'an idea, new or resubmitted or reopened, is answered within 10 days'

export const clockRules: readonly Rule<Moment>[] = [
  opens('submitted', 'answer', answered, () => 10),
  opens('resubmitted', 'answer', answered, () => 10),
  opens('reopened', 'answer', answered, () => 10),
  opens('placed', 'concept', 'a concept, once placed, has 60 days', () => 60),
  opens('returned', 'resubmission', 'a return has 90 days', () => 90),
  opens('approved', 'start', 'an approved project starts within 60 days', () => 60),
  opens('reported', 'review', 'a report is reviewed within 10 days', () => 10),
  opens('report-returned', 'correction', 'a report that was sent back is corrected within 14 days', () => 14),
  opens(
    'started',
    'report',
    'reports every 180, 90 or 30 days, by level',
    ({ after: { level } }) => reportDays[level ?? 1],
  ),
  at(
    'marked-ready',
    'the board decides within 120 days, the secretariat on level 1 within 10',
    (_, { after: ready, now }) => {
      const expected = after(now, ready.level === 1 ? 10 : 120)
      return ready.due.map(({ dueAt }) => dueAt).join() !== expected && `due ${ready.due.map(({ dueAt }) => dueAt)}`
    },
  ),
  when(
    'on an agenda, the decision is due at the meeting, at most 120 days after the board got it',
    ({ after: project }) => project.meeting !== undefined && ['ready', 'reconsideration'].includes(project.state),
    ({ after: project, before, life }) => {
      const due = project.due.find(({ kind }) => kind === 'decision')
      if (due === undefined) return 'no decision is due'
      if (project.meeting === undefined || before?.meeting === project.meeting) return
      const atMost = after(project.moveSince, 120)
      const [expected] = [project.meeting.meetingAt, atMost].sort()
      const moved = life.told.some(({ event, at: then }) => event.type === 'postponed' && then > project.moveSince)
      return !moved && due.dueAt !== expected && `due ${due.dueAt}, not ${expected}`
    },
  ),
  when(
    'a condition is open exactly as long as its clock runs or stands still',
    ({ after: project }) => project.conditions.length > 0,
    ({ after: project }) => {
      const clocks = [...project.due, ...(project.state === 'paused' ? project.held : [])]
        .filter(({ kind }) => kind === 'condition')
        .map(({ about }) => about)
        .sort()
      const open = project.conditions.filter(({ state }) => state === 'open').map(({ number }) => number)
      return clocks.join() !== open.sort().join() && `open ${open}, clocks ${clocks}`
    },
  ),
  when(
    'the clock of an open condition stands at its date',
    ({ after: project }) => project.due.some(({ kind }) => kind === 'condition'),
    ({ after: project }) => {
      const off = project.due.find(
        ({ kind, about, dueAt }) =>
          kind === 'condition' &&
          dueAt !== dueOn(project.conditions.find(({ number }) => number === about)?.dueOn ?? '1970-01-01'),
      )
      return off && `${off.key} is due ${off.dueAt}`
    },
  ),
]
