import type { Choice } from '../../../../shared/domain/board/votes.ts'
import type { Decision, ProjectEvent } from '../../../../shared/domain/project/events.ts'
import { at, type Moment, type Rule, when } from '../moment.ts'

const decisionIn = (events: readonly ProjectEvent[]): Decision | undefined => {
  for (const event of events) if ('decision' in event && event.decision !== undefined) return event.decision
  return undefined
}
const decides =
  (by: Decision['by']) =>
  ({ events }: Moment): boolean =>
    decisionIn(events)?.by === by

export const decisionRules: readonly Rule<Moment>[] = [
  when(
    'every decision carries a reason, the criteria it rests on, and the next step',
    ({ events }) => decisionIn(events) !== undefined,
    ({ events }) => {
      const decision = decisionIn(events)
      if (!decision?.reason.trim()) return 'no reason'
      if (decision.criteria.length === 0) return 'no criteria'
      return !decision.nextStep.trim() && 'no next step'
    },
  ),
  when('quorum is more than half of those not excluded', decides('board'), ({ events }) => {
    const tally = decisionIn(events)?.tally
    if (tally === undefined) return 'it was not counted'
    return tally.cast * 2 <= tally.eligible && `${tally.cast} of ${tally.eligible}`
  }),
  when(
    'the outcome is the plurality of votes cast; abstention counts for quorum only',
    decides('board'),
    ({ events }) => {
      const decision = decisionIn(events)
      const counts = decision?.tally?.counts ?? {}
      const mine = counts[decision?.outcome ?? 'approve'] ?? 0
      if (mine === 0) return 'nobody voted for it'
      const others = Object.entries(counts).filter(([choice]) => choice !== 'abstain' && choice !== decision?.outcome)
      const most = Math.max(0, ...others.map(([, count]) => count))
      if (most > mine) return `${most} for another, ${mine} for it`
      return most === mine && decision?.tally?.tieBrokenBy === undefined && 'a tie that nobody broke'
    },
  ),
  when(
    'the general assembly decides only what too few of the board are left for',
    decides('general-assembly'),
    ({ events, settings }) => {
      const tally = decisionIn(events)?.tally
      return (tally?.eligible ?? 99) >= settings.minimumEligible && `${tally?.eligible} were left`
    },
  ),
  when(
    'who is excluded is not among those who voted: no more votes than eligible members',
    decides('board'),
    ({ events }) => {
      const tally = decisionIn(events)?.tally
      const counts: Partial<Record<Choice, number>> = tally?.counts ?? {}
      const votes = Object.values(counts).reduce((all, count) => all + count, 0)
      return (votes !== tally?.cast || votes > (tally?.eligible ?? 0)) && `${votes} votes of ${tally?.eligible}`
    },
  ),
  when('the secretariat decides on level 1 only', decides('secretariat'), ({ before }) =>
    before?.level === 1 ? undefined : `level ${before?.level}`,
  ),
  when(
    'the board decides level 2 and 3, and disagreements about a level, on the meeting that has the item on its agenda',
    (moment) => decides('board')(moment) || decides('general-assembly')(moment),
    ({ before, events }) => {
      if (before?.level === 1 && !events.some(({ type }) => type === 'dispute-decided')) return 'level 1'
      return decisionIn(events)?.meeting !== before?.meeting?.meeting && 'it is not on this agenda'
    },
  ),
  at('approved', 'a condition has an owner and a due date ahead', (event, { now }) => {
    const bad = event.conditions.find(({ owner, dueOn }) => !owner || `${dueOn}T23:59` < now)
    return bad && JSON.stringify(bad)
  }),
  at(
    'postponed',
    'an item that was not decided moves to the next meeting with its clock',
    (event, { before, after, now }) => {
      if (before.meeting?.meeting !== event.from) return 'it was not on that agenda'
      if (after.state !== before.state || after.moveSince !== before.moveSince) return 'its move changed'
      if (after.meeting?.meeting !== event.to?.meeting) return `it is on ${after.meeting?.meeting}`
      const asked = after.state === 'ready' || after.state === 'reconsideration' ? 'decision' : 'dispute'
      const due = after.due.find(({ kind }) => kind === asked)
      if (event.to !== undefined && event.to.meetingAt <= now) return
      return (due === undefined || due.dueAt <= now) && `its decision was due ${due?.dueAt}`
    },
  ),
  when(
    'a lapsed condition opens a reconsideration',
    ({ events, before }) =>
      before?.state !== 'reconsideration' &&
      events.some((event) => event.type === 'step-taken' && event.kind === 'condition' && event.step === 'overdue-14'),
    ({ after }) =>
      !(after.state === 'reconsideration' && after.grounds.some(({ kind }) => kind === 'condition-lapsed')) &&
      `it is in ${after.state}`,
  ),
]
