import type { Role, SystemActor } from '../../../shared/domain/actor.ts'
import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import { type Project, type ProjectStateName, projectStates } from '../../../shared/domain/project/state.ts'
import type { Chance } from './chance.ts'

type Act = ProjectCommand['type']

/** One thing that somebody would sensibly do in a state, and how readily. */
export interface NextStep {
  readonly act: Act
  readonly as: Role | SystemActor
  readonly weight: number
}

const step = (act: Act, as: Role | SystemActor, weight: number): NextStep => ({ act, as, weight })

const steps: Readonly<Record<ProjectStateName, readonly NextStep[]>> = {
  idea: [
    step('propose-level', 'classification', 3),
    step('place', 'secretariat', 8),
    step('return', 'secretariat', 1),
    step('merge', 'secretariat', 1),
  ],
  shaping: [
    step('revise', 'proposer', 2),
    step('mark-ready', 'secretariat', 12),
    step('return', 'secretariat', 1),
    step('pause', 'secretariat', 1),
    step('place', 'secretariat', 1),
    step('assess', 'secretariat', 1),
    step('transfer-proposer', 'proposer', 1),
    step('erase-person', 'eraser', 1),
  ],
  ready: [
    step('put-on-agenda', 'secretariat', 6),
    step('place', 'secretariat', 1),
    step('return', 'secretariat', 1),
    step('appoint-lead', 'secretariat', 2),
    step('name-steering-group', 'secretariat', 2),
    step('withhold-frame', 'secretariat', 1),
    step('graduate', 'secretariat', 1),
  ],
  returned: [
    step('resubmit', 'proposer', 8),
    step('merge', 'secretariat', 1),
    step('pause', 'secretariat', 1),
    step('withdraw', 'proposer', 1),
  ],
  approved: [
    step('appoint-lead', 'secretariat', 3),
    step('name-steering-group', 'lead', 3),
    step('start', 'lead', 8),
    step('fulfil-condition', 'owner', 4),
    step('waive-condition', 'chair', 4),
    step('pause', 'secretariat', 1),
    step('open-reconsideration', 'lead', 1),
    step('withdraw', 'proposer', 2),
    step('withhold-frame', 'secretariat', 1),
    step('erase-person', 'eraser', 1),
    step('place', 'secretariat', 1),
  ],
  implementation: [
    step('report', 'lead', 16),
    step('review-report', 'secretariat', 14),
    step('fulfil-condition', 'owner', 4),
    step('waive-condition', 'chair', 5),
    step('go-live', 'lead', 10),
    step('name-coordination-group', 'lead', 5),
    step('check-graduation', 'secretariat', 3),
    step('graduate', 'secretariat', 12),
    step('complete', 'secretariat', 4),
    step('self-evaluate', 'steering', 2),
    step('evaluate', 'secretariat', 4),
    step('dispute-level', 'steering', 2),
    step('erase-person', 'eraser', 1),
    step('join', 'lead', 1),
    step('withhold-frame', 'secretariat', 3),
    step('leave', 'lead', 4),
    step('place', 'secretariat', 16),
    step('pause', 'secretariat', 1),
    step('open-reconsideration', 'steering', 1),
  ],
  reconsideration: [
    step('put-on-agenda', 'secretariat', 3),
    step('graduate', 'secretariat', 1),
    step('report', 'lead', 3),
    step('review-report', 'secretariat', 3),
    step('fulfil-condition', 'lead', 1),
  ],
  paused: [
    step('resume', 'secretariat', 6),
    step('withdraw', 'proposer', 1),
    step('comment', 'proposer', 1),
    step('leave', 'lead', 2),
  ],
  rejected: [step('reopen', 'secretariat', 1)],
  stopped: [step('reopen', 'secretariat', 1)],
  withdrawn: [step('reopen', 'secretariat', 1)],
  merged: [step('reopen', 'secretariat', 1)],
  product: [
    step('request-change', 'steering', 9),
    step('assess-change', 'coordination', 9),
    step('decide-change', 'coordination', 8),
    step('decide-change', 'steering', 3),
    step('finish-change', 'coordination', 26),
    step('set-sla', 'coordination', 3),
    step('record-sla-result', 'coordination', 5),
    step('record-adaptation', 'coordination', 2),
    step('self-evaluate', 'steering', 4),
    step('evaluate', 'secretariat', 5),
    step('dispute-level', 'steering', 6),
    step('put-on-agenda', 'secretariat', 1),
    step('go-live', 'coordination', 2),
    step('name-coordination-group', 'coordination', 1),
    step('erase-person', 'eraser', 1),
    step('retire', 'coordination', 1),
  ],
  completed: [step('reopen', 'secretariat', 1)],
  retired: [step('reopen', 'secretariat', 1)],
}

/** On level 1 the secretariat does what the board does on the others; a level that can only rise is changed more seldom. */
const onLevel1: Partial<Readonly<Record<ProjectStateName, readonly NextStep[]>>> = {
  implementation: steps.implementation.map((one) => (one.act === 'place' ? { ...one, weight: 6 } : one)),
  ready: [step('start', 'secretariat', 6), step('place', 'secretariat', 1), step('return', 'secretariat', 1)],
  reconsideration: [step('decide-reconsideration', 'secretariat', 6), ...steps.reconsideration],
}

const byWeight = (of: readonly NextStep[]): readonly NextStep[] =>
  of.flatMap((one) => Array<NextStep>(one.weight).fill(one))

/** Each as often as it weighs, made once. */
const weighted = new Map(
  projectStates.map((state) => [state, [byWeight(onLevel1[state] ?? steps[state]), byWeight(steps[state])] as const]),
)

/** Whether there is something there that the act is about. */
const hasCause = ({ changes, conditions, sla, assessments, dispute }: Project, act: Act): boolean => {
  const isThere = (...states: readonly string[]): boolean => changes.some(({ state }) => states.includes(state))
  switch (act) {
    case 'assess-change':
      return isThere('proposed')
    case 'decide-change':
      return isThere('proposed', 'assessed', 'beyond-frame')
    case 'finish-change':
      return isThere('accepted')
    case 'fulfil-condition':
    case 'waive-condition':
      return conditions.some(({ state }) => state === 'open')
    case 'record-sla-result':
      return sla !== undefined
    case 'dispute-level':
      return assessments.at(-1)?.by === 'secretariat' && dispute === undefined
    default:
      return true
  }
}

/** What would sensibly be done next, each as often as it weighs; now and then with nothing there that it is about. */
export const nextStep = (project: Project, chance: Chance): NextStep => {
  const { state, level } = project
  const steps = weighted.get(state)?.[level === 1 ? 0 : 1] ?? []
  for (let tries = 0; tries < 2; tries += 1) {
    const step = chance.of(steps)
    if (hasCause(project, step.act)) return step
  }
  return chance.of(steps)
}
