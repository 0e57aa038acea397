import { settleLevel } from '../../../../shared/domain/project/evolve.ts'
import type { Project } from '../../../../shared/domain/project/state.ts'
import { whoseMove } from '../../../../shared/domain/project/whose-move.ts'
import { at, eventOf, type Moment, type Rule, when } from '../moment.ts'
import { isUnderway, type Life } from '../world.ts'

/** What has happened since the project was last in idea generation. */
export const sinceIdeas = ({ told }: Life) => {
  const last = told.findLastIndex(({ event }) => ['submitted', 'returned', 'reopened'].includes(event.type))
  return told.slice(last + 1).map(({ event }) => event)
}

/** The board, or the general assembly for it, has said yes to this since it was last in idea generation. */
const isApproved = (life: Life): boolean =>
  sinceIdeas(life).some(
    (event) =>
      event.type === 'approved' ||
      ((event.type === 'continued' || event.type === 'rescoped') && event.decision.by !== 'secretariat'),
  )

const isRaising = (project: Project): boolean =>
  project.state === 'reconsideration' && project.grounds.some(({ kind }) => kind === 'level-raised')

export const levelRules: readonly Rule<Moment>[] = [
  when(
    'a level 1 project never waits for the board',
    ({ after }) => after.level === 1 && (after.state === 'ready' || after.state === 'reconsideration'),
    ({ after }) => {
      if (whoseMove(after).party !== 'secretariat') return `the move is with ${whoseMove(after).party}`
      if (after.meeting !== undefined) return 'it is on a meeting’s agenda'
      return after.due.some(({ kind }) => kind === 'decision') && 'a decision of the board is due'
    },
  ),
  when(
    'a level 2 or 3 project never runs without the board’s approval',
    ({ after }) => isUnderway(after) && after.level !== 1,
    ({ life, after }) => !isApproved(life) && !isRaising(after) && `level ${after.level} in ${after.state}`,
  ),
  when(
    'raising a running project from 1 opens a reconsideration; work goes on inside the frame',
    (moment) => moment.before?.state === 'implementation' && isRaise(moment) && moment.before.level === 1,
    ({ before, after }) => {
      if (after.state !== 'reconsideration' || after.from !== 'implementation') return `it is in ${after.state}`
      if (after.baseline !== before?.baseline) return 'the frame changed'
      return !after.due.some(({ kind }) => kind === 'report') && 'no report is due'
    },
  ),
  when(
    'lowering a running project takes effect from the next due date',
    ({ before, events }) =>
      before?.state === 'implementation' &&
      events.some((event) => event.type === 'level-changed' && event.to < event.from),
    (moment) => {
      const { before, after, now } = moment
      const event = eventOf(moment, 'level-changed')
      const due = before?.due.find(({ kind }) => kind === 'report')?.dueAt
      if (event === undefined || before === undefined || due === undefined) return 'no report is due'
      if (event.effectiveAt !== due) return `from ${event.effectiveAt}, the report is due ${due}`
      if (due <= now) return
      if (after.level !== settleLevel(before, now).level) return 'it took effect at once'
      return after.levelFrom?.effectiveAt !== due && 'nothing waits to take effect'
    },
  ),
  when(
    'a level changes only by a person’s hand, or when a lowered one takes effect',
    ({ before, after }) => before !== undefined && before.level !== after.level,
    ({ before, after, events, now }) => {
      if (events.some((event) => event.type === 'placed' && event.level === after.level)) return
      if (events.some((event) => event.type === 'level-changed' && event.to === after.level)) return
      const pending = before?.levelFrom
      if (pending === undefined || pending.level !== after.level)
        return `from ${before?.level} to ${after.level} by itself`
      const ends = after.due.every(({ kind }) => kind !== 'report')
      return pending.effectiveAt > now && !ends && 'before its time'
    },
  ),
  when(
    'a lowered level waits only while the project runs',
    ({ after }) => after.levelFrom !== undefined,
    ({ after }) => !isUnderway(after) && `it waits in ${after.state}`,
  ),
  when(
    'while the board has it, or it stands still, its level stays',
    ({ before, after }) =>
      before !== undefined && before.state === after.state && ['paused', 'reconsideration'].includes(after.state),
    ({ before, after }) => before?.level !== after.level && `from ${before?.level} to ${after.level}`,
  ),
  at('placed', 'an override of the proposed level has a reason', (event) =>
    event.proposed !== undefined && event.proposed !== event.level && !event.reason?.trim() ? 'it has none' : undefined,
  ),
  at('started', 'level 1: the board is informed, it does not decide', (_, { after, events }) =>
    after.level === 1 && after.approvedAt === undefined
      ? !events.some((event) => event.type === 'board-informed') && 'the board was not told'
      : undefined,
  ),
  at('started', 'a project starts with a lead, from level 2 with a steering group', (_, { after, before }) => {
    if (after.lead === undefined) return 'no lead'
    if (after.baseline === undefined) return 'no frame'
    return before.level !== 1 && after.steering.length === 0 && 'no steering group'
  }),
]

const isRaise = ({ events }: Moment): boolean =>
  events.some((event) => event.type === 'level-changed' && event.to > event.from)
