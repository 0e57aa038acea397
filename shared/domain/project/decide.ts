import { refuse } from '../refusal.ts'
import { refusalOf } from './acts.ts'
import type { ProjectCommand } from './commands.ts'
import { assessChange, decideChange, finishChange, requestChange } from './deciding/changes.ts'
import { pause, reopen, resume, takeStep } from './deciding/clocks.ts'
import type { Decided, DecisionContext } from './deciding/context.ts'
import { decideOnMeeting, postpone, putOnAgenda } from './deciding/decisions.ts'
import { erasePerson } from './deciding/erasure.ts'
import { disputeLevel, evaluate, selfEvaluate } from './deciding/evaluations.ts'
import { withholdFrame } from './deciding/frame.ts'
import {
  absorb,
  markReady,
  merge,
  place,
  proposeLevel,
  resubmit,
  returnIdea,
  revise,
  submit,
  withdraw,
} from './deciding/ideas.ts'
import {
  appointLead,
  fulfilCondition,
  join,
  leave,
  nameSteeringGroup,
  transferProposer,
  waiveCondition,
} from './deciding/people.ts'
import { checkGraduation, complete, goLive, graduate, nameCoordinationGroup } from './deciding/products.ts'
import { decideReconsideration, openReconsideration } from './deciding/reconsiderations.ts'
import { report, reviewReport, start } from './deciding/reports.ts'
import { recordAdaptation, recordSlaResult, setSla } from './deciding/service.ts'
import { settleLevel } from './evolve.ts'
import type { Project } from './state.ts'

export type { DecisionContext } from './deciding/context.ts'

/**
 * What a command makes of a project: the events that follow, or the refusal. Pure.
 * An empty list means that it was so already. State and role are looked at first (`acts.ts`), then what the act itself demands.
 */
export const decide = (before: Project | undefined, command: ProjectCommand, context: DecisionContext): Decided => {
  if (command.type === 'submit')
    return before === undefined ? submit(command, context) : refuse('illegal-in-state', 'exists')
  if (before === undefined) return refuse('not-found', 'missing')
  const project = settleLevel(before, context.now)
  const refusal = refusalOf(project, command.type, context.actor)
  if (refusal !== undefined) return refusal
  switch (command.type) {
    case 'propose-level':
      return proposeLevel(project, command)
    case 'place':
      return place(project, command, context)
    case 'comment':
      return [
        {
          type: 'commented',
          text: command.text,
          ...(command.criterion === undefined ? {} : { criterion: command.criterion }),
        },
      ]
    case 'revise':
      return revise(project, command)
    case 'assess':
      return [{ type: 'assessed', evaluations: command.evaluations }]
    case 'mark-ready':
      return markReady(project, command, context)
    case 'return':
      return returnIdea(project, command, context)
    case 'resubmit':
      return resubmit(project, command, context)
    case 'withdraw':
      return withdraw(project, command, context)
    case 'merge':
      return merge(project, command, context)
    case 'absorb':
      return absorb(project, command)
    case 'put-on-agenda':
      return putOnAgenda(project, command, context)
    case 'postpone':
      return postpone(project, command, context)
    case 'decide':
    case 'record-assembly-decision':
      return decideOnMeeting(project, command, context)
    case 'decide-reconsideration':
      return decideReconsideration(project, command, context)
    case 'appoint-lead':
      return appointLead(project, command)
    case 'transfer-proposer':
      return transferProposer(project, command)
    case 'name-steering-group':
      return nameSteeringGroup(project, command)
    case 'join':
      return join(project, command)
    case 'leave':
      return leave(project, command, context)
    case 'start':
      return start(project, command, context)
    case 'report':
      return report(project, command, context)
    case 'review-report':
      return reviewReport(project, command, context)
    case 'open-reconsideration':
      return openReconsideration(project, command, context)
    case 'fulfil-condition':
      return fulfilCondition(project, command, context)
    case 'waive-condition':
      return waiveCondition(project, command)
    case 'withhold-frame':
      return withholdFrame(project, command, context)
    case 'pause':
      return pause(project, command, context)
    case 'resume':
      return resume(project, context)
    case 'reopen':
      return reopen(project, command, context)
    case 'go-live':
      return goLive(project, command, context)
    case 'name-coordination-group':
      return nameCoordinationGroup(project, command)
    case 'check-graduation':
      return checkGraduation(project, command, context)
    case 'graduate':
      return graduate(project, command, context)
    case 'complete':
      return complete(project, command)
    case 'request-change':
      return requestChange(project, command, context)
    case 'assess-change':
      return assessChange(project, command)
    case 'decide-change':
      return decideChange(project, command, context)
    case 'finish-change':
      return finishChange(project, command)
    case 'set-sla':
      return setSla(project, command, context)
    case 'record-sla-result':
      return recordSlaResult(project, command, context)
    case 'record-adaptation':
      return recordAdaptation(project, command)
    case 'self-evaluate':
      return selfEvaluate(project, command, context)
    case 'evaluate':
      return evaluate(project, command)
    case 'dispute-level':
      return disputeLevel(project, command, context)
    case 'retire':
      return [{ type: 'retired', reason: command.reason }]
    case 'erase-person':
      return erasePerson(project, command)
    case 'take-step':
      return takeStep(project, command, context)
  }
}
