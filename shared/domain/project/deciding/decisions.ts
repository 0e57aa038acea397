import { dateOf, dueOn } from '../../calendar/days.ts'
import { dueDate } from '../../deadlines/steps.ts'
import { refuse } from '../../refusal.ts'
import type { Instant } from '../../time.ts'
import type { Decision, MeetingRef } from '../events.ts'
import type { Project } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'
import { given, incomplete, settle } from './reconsiderations.ts'
import { citeReasons } from './return-reasons.ts'

/** The meeting's moment, or the longest that a decision may take, whichever comes first. */
const decisionBy = (project: Project, meeting: MeetingRef | undefined, { settings }: DecisionContext): Instant => {
  const atMost = dueDate('decision', project.level, project.moveSince, settings)
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
  return project.state === 'reconsideration'
    ? settle(project, command.decision, decision, context)
    : decideConcept(project, command.decision, decision, context)
}

const decideConcept = (
  project: Project,
  asked: Command<'decide'>['decision'],
  decision: Decision,
  { now, settings }: DecisionContext,
): Decided => {
  switch (asked.outcome) {
    case 'approve': {
      if (asked.baseline === undefined) return refuse('invalid', 'baseline-required', { at: ['baseline'] })
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
      return [{ type: 'rejected', decision }]
    case 'continue':
    case 'rescope':
    case 'stop':
      return refuse('invalid', 'outcome-not-for-this', { at: ['outcome'], facts: { outcome: asked.outcome } })
  }
}
