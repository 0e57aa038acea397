import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import { decide } from '../../../shared/domain/project/decide.ts'
import { closeAll } from '../../../shared/domain/project/evolve-steps.ts'
import type { Project, ProjectStateName } from '../../../shared/domain/project/state.ts'
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { actorAs, contact, type Somebody, sampleProject } from './people.ts'
import { decisionOf, samplesFor, tallyOf } from './sample-commands.ts'
import { moment, situations } from './situations.ts'

/** A command by somebody who may, in a state that allows it, that is refused for what it says or for what is missing. */
export interface Blunder {
  readonly act: ProjectCommand['type']
  readonly refusal: Refusal
}

const yesterday = '2026-09-30'
const tomorrow = '2026-10-02'
const liveIn = (...authorities: readonly string[]): Project['live'] =>
  authorities.map((authority) => ({ authority, on: yesterday }))

const inState = (state: ProjectStateName, particular?: string): Project => {
  const found = situations.find(
    (one) => one.project.state === state && (particular ?? one.particular) === one.particular,
  )
  if (found === undefined) throw new Error(`the page knows no ${state}`)
  return found.project
}

const without = <Name extends keyof Project>(project: Project, name: Name): Project => {
  const { [name]: _, ...rest } = project
  return rest as Project
}

/** The good sample of this type, spoilt. */
const spoilt = (project: Project, type: ProjectCommand['type'], but: object): ProjectCommand => {
  const good = samplesFor(project, moment).find(({ command }) => command.type === type)?.command
  return { ...good, ...but } as ProjectCommand
}

type Attempt = readonly [Project, ProjectCommand['type'], object, Somebody?]

const attempts = (): readonly Attempt[] => {
  const idea = inState('idea')
  const shaping = inState('shaping')
  const onLevel1 = inState('ready', 'level 1')
  const onNoAgenda = inState('ready', 'level 2 or 3, on no agenda')
  const listed = inState('ready', 'level 2 or 3, on an agenda')
  const approved = inState('approved')
  const reported = inState('implementation', 'level 2 or 3, with a report to review')
  const running = inState('implementation', 'level 1')
  const reconsidered1 = inState('reconsideration', 'level 1')
  const reconsidered = inState('reconsideration', 'level 2 or 3, running, on an agenda')
  const product = inState('product', 'with a steering group')
  const asked = inState('product', 'a change is asked for')
  const escalated = inState('product', 'a change is beyond the frame')
  const serviced = inState('product', 'with service levels')
  const approve = decisionOf('approve', moment)
  const { baseline: _, ...unframed } = approve
  const rescope = decisionOf('rescope', moment)
  const { baseline: __, ...frameless } = rescope
  const report = samplesFor(running, moment).find(({ command }) => command.type === 'report')?.command
  const status = report?.type === 'report' ? report.report.status : undefined
  const proposed = { ...idea, proposal: { level: 2 as const, pointers: [], missingForNext: [], unmet: [] } }
  const answered = (answers: Project['answers']): Project => ({
    ...shaping,
    answers: { ...shaping.answers, ...answers },
  })
  return [
    [proposed, 'place', { level: 1, reason: undefined }],
    [shaping, 'place', { level: 1, reason: undefined }],
    [answered({ F2: { answer: 'no', text: 'Vi vælger selv.' } }), 'mark-ready', {}],
    [answered({ S1: { answer: 'no' } }), 'mark-ready', {}],
    [idea, 'return', { reasons: [] }],
    [idea, 'return', { reasons: [{ code: 'other' }] }],
    [idea, 'return', { comeBackWith: ' ' }],
    [idea, 'merge', { into: sampleProject }],
    [idea, 'merge', { intoIsLive: false }],
    [onNoAgenda, 'decide', { decision: approve }],
    [listed, 'decide', { decision: { ...approve, reason: ' ' } }],
    [listed, 'decide', { decision: unframed }],
    [
      listed,
      'decide',
      { decision: { ...approve, conditions: [{ text: '', owner: contact.owner, dueOn: yesterday }] } },
    ],
    [listed, 'decide', { decision: decisionOf('stop', moment), tally: tallyOf('stop') }],
    [listed, 'decide', { decision: { ...approve, baseline: { ...approve.baseline, endsOn: yesterday } } }],
    [reconsidered, 'decide', { decision: frameless }],
    [reconsidered, 'decide', { decision: { ...rescope, conditionsDueOn: yesterday } }],
    [reconsidered1, 'decide-reconsideration', { decision: { ...rescope, nextStep: ' ' } }],
    [reconsidered1, 'decide-reconsideration', { decision: frameless }],
    [reconsidered1, 'decide-reconsideration', { decision: decisionOf('approve', moment) }],
    [onLevel1, 'start', { lead: undefined }],
    [onLevel1, 'start', { baseline: undefined }],
    [onLevel1, 'start', { baseline: { ...approve.baseline, endsOn: yesterday } }],
    [{ ...approved, steering: [] }, 'start', {}, 'lead'],
    [without(approved, 'lead'), 'start', { lead: undefined }, 'lead'],
    [approved, 'name-steering-group', { members: [] }],
    [approved, 'leave', { authority: 'Ukendt Kommune' }],
    [
      running,
      'report',
      {
        report:
          report?.type === 'report' ? { ...report.report, status: { ...status, overall: { colour: 'red' } } } : {},
      },
      'lead',
    ],
    [
      running,
      'report',
      { report: report?.type === 'report' ? { ...report.report, period: { from: yesterday, to: '2026-09-01' } } : {} },
      'lead',
    ],
    [reported, 'review-report', { number: 7 }],
    [closeAll(reported, ['review']), 'review-report', { number: 1 }],
    [reported, 'review-report', { number: 1, outcome: 'return', text: ' ' }],
    [approved, 'fulfil-condition', { condition: 7 }],
    [
      { ...approved, conditions: approved.conditions.map((one) => ({ ...one, state: 'waived' as const })) },
      'fulfil-condition',
      {},
    ],
    [approved, 'waive-condition', { condition: 7 }, 'chair'],
    [approved, 'withhold-frame', { until: yesterday }],
    [approved, 'pause', { lookAgainOn: yesterday }],
    [running, 'go-live', { on: tomorrow }, 'lead'],
    [running, 'name-coordination-group', { chair: 'con_stranger' }],
    [running, 'graduate', {}],
    [{ ...running, live: [] }, 'complete', {}],
    [{ ...running, live: liveIn('Tisvang Kommune', 'Norre Strand Kommune') }, 'complete', {}],
    [product, 'assess-change', { change: 7 }, 'coordination'],
    [asked, 'decide-change', { change: 1, outcome: 'accept' }, 'coordination'],
    [escalated, 'decide-change', { change: 1, outcome: 'beyond-frame' }, 'steering'],
    [asked, 'finish-change', { change: 1 }, 'coordination'],
    [product, 'record-sla-result', {}, 'coordination'],
    [serviced, 'record-sla-result', { results: {} }, 'coordination'],
    [serviced, 'record-sla-result', { period: { from: moment.slice(0, 10), to: yesterday } }, 'coordination'],
    [serviced, 'record-sla-result', { period: { from: yesterday, to: tomorrow } }, 'coordination'],
    [product, 'self-evaluate', { answers: { S1: { answer: 'no' } } }, 'steering'],
    [product, 'evaluate', { level: 3, evaluations: { R1: { colour: 'red' } }, reason: ' ' }],
    [product, 'dispute-level', {}, 'steering'],
    [idea, 'take-step', { type: 'take-step', item: 'answer-1', step: 'overdue-7' }, 'progress-monitor'],
  ]
}

/** Runs them all; one that is not refused after all is no blunder, and the page does not come into being. */
export const blunders = (): readonly Blunder[] =>
  attempts().map(([project, act, but, who = 'secretariat']) => {
    const answer = decide(project, spoilt(project, act, but), {
      now: moment,
      actor: actorAs(who),
      settings: defaultSettings,
      id: sampleProject,
    })
    if (!isRefusal(answer) || answer.rule === 'state' || answer.rule === 'role')
      throw new Error(`no blunder: ${act} ${JSON.stringify(but)}: ${JSON.stringify(answer)}`)
    return { act, refusal: answer }
  })
