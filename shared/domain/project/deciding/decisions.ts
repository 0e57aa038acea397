import { dateOf, dueOn } from '../../calendar/days.ts'
import { dueDate } from '../../deadlines/steps.ts'
import { refuse } from '../../refusal.ts'
import type { Instant } from '../../time.ts'
import type { Decision, MeetingRef } from '../events.ts'
import type { Project } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'
import { decideDispute } from './evaluations.ts'
import { endRefusal } from './frame.ts'
import { given, incomplete, settle } from './reconsiderations.ts'
import { retentionAfter } from './retention.ts'
import { citeReasons } from './return-reasons.ts'

/** Since when the board is asked: a disagreement leaves the move where it is. */
const askedSince = (project: Project): Instant =>
  project.due.find(({ kind }) => kind === 'dispute')?.since ?? project.moveSince

/** The meeting's moment, or the longest that a decision may take, whichever comes first. */
const decisionBy = (project: Project, meeting: MeetingRef | undefined, { settings }: DecisionContext): Instant => {
  const since = project.state === 'reconsideration' ? project.moveSince : askedSince(project)
  const atMost = dueDate('decision', project.level, since, settings)
  return meeting !== undefined && meeting.meetingAt < atMost ? meeting.meetingAt : atMost
}

export const putOnAgenda = (
  project: Project,
  { meeting }: Command<'put-on-agenda'>,
  context: DecisionContext,
): Decided =>
  project.meeting?.meeting === meeting.meeting
    ? []
    : [{ type: 'put-on-agenda', meeting, decisionDueAt: decisionBy(project, meeting, context) }]

/** A cancelled or inquorate meeting, or an item it did not reach: the item and its clock move to the next one. */
export const postpone = (project: Project, command: Command<'postpone'>, context: DecisionContext): Decided => {
  if (project.meeting?.meeting !== command.from) return []
  const { now, settings } = context
  const decisionDueAt = command.to?.meetingAt ?? dueDate('decision', project.level, now, settings)
  return [
    {
      type: 'postponed',
      from: command.from,
      why: command.why,
      ...(command.to === undefined ? {} : { to: command.to }),
      decisionDueAt,
    },
  ]
}

/** The board's decision by its votes, or the general assembly's where too few of the board are left to vote. */
export const decideOnMeeting = (
  project: Project,
  command: Command<'decide'> | Command<'record-assembly-decision'>,
  context: DecisionContext,
): Decided => {
  if (project.meeting?.meeting !== command.meeting) return refuse('illegal-in-state', 'not-on-this-agenda')
  const refusal = incomplete(command.decision)
  if (refusal !== undefined) return refusal
  const decision: Decision = {
    by: command.type === 'decide' ? 'board' : 'general-assembly',
    meeting: command.meeting,
    tally: command.tally,
    ...given(command.decision),
  }
  switch (project.state) {
    case 'reconsideration':
      return settle(project, command.decision, decision, context)
    case 'ready':
      return decideConcept(project, command.decision, decision, context)
    default:
      return decideDispute(project, command.decision, decision)
  }
}

const decideConcept = (
  project: Project,
  asked: Command<'decide'>['decision'],
  decision: Decision,
  context: DecisionContext,
): Decided => {
  const { now, settings } = context
  switch (asked.outcome) {
    case 'approve': {
      if (asked.baseline === undefined) return refuse('invalid', 'baseline-required', { at: ['baseline'] })
      const over = endRefusal(asked.baseline.endsOn, now, ['baseline', 'endsOn'])
      if (over !== undefined) return over
      const conditions = asked.conditions ?? []
      const past = conditions.findIndex(({ dueOn }) => dueOn <= dateOf(now))
      if (past >= 0) return refuse('invalid', 'date-in-past', { at: ['conditions', past, 'dueOn'] })
      return [
        {
          type: 'approved',
          decision,
          conditions,
          conditionsDueAt: conditions.map((condition) => dueOn(condition.dueOn)),
          baseline: asked.baseline,
          startDueAt: dueDate('start', project.level, now, settings),
        },
      ]
    }
    case 'return': {
      const cited = citeReasons(asked.reasons, asked.comeBackWith)
      if ('refused' in cited) return cited
      return [
        {
          type: 'returned',
          from: 'board',
          ...cited,
          loop: project.returns.length + 1,
          resubmissionDueAt: dueDate('resubmission', project.level, now, settings),
          decision,
        },
      ]
    }
    case 'reject':
      return [{ type: 'rejected', decision, ...retentionAfter(project, 'rejected', context) }]
    case 'continue':
    case 'rescope':
    case 'stop':
    case 'uphold':
    case 'amend':
      return refuse('invalid', 'outcome-not-for-this', { at: ['outcome'], facts: { outcome: asked.outcome } })
  }
}
