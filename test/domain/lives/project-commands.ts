import { addDays } from '../../../shared/domain/calendar/days.ts'
import { proposeLevel } from '../../../shared/domain/classification.ts'
import type { Answers } from '../../../shared/domain/concept.ts'
import { type CriterionId, criteria, criteriaFor } from '../../../shared/domain/criteria.ts'
import { dkk } from '../../../shared/domain/economy/money.ts'
import type { Report, TrafficLight } from '../../../shared/domain/economy/report.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import { aConcept, aJointConcept, allMet, aReport, kr } from '../support/material.ts'
import { leads, proposers, steerers } from './cast.ts'
import type { Chance } from './chance.ts'
import { decisionCommand, decisionOf, itsMeeting, noVotes, outcomes } from './decision-commands.ts'
import { baseline, dayAhead, maybe, reasons, words } from './material.ts'
import { type Life, meetingIdOf, nextMeeting, projectIdOf, type World } from './world.ts'

type Type = ProjectCommand['type']
export type CommandOf<T extends Type> = ProjectCommand & { readonly type: T }

const authorities = ['Tisvang Kommune', 'Lynge-Sandby Kommune', 'Norre Strand Kommune', 'Midtfjord Kommune']
const levels = [1, 2, 3] as const satisfies readonly Level[]
const ids = criteria.map(({ id }) => id)

const answers = (chance: Chance): Answers => {
  const some = Object.entries(allMet(chance.of(levels))).filter(() => chance.percent(80))
  const given: Record<string, Answers[CriterionId]> = Object.fromEntries(some)
  for (let rest = chance.below(4); rest > 0; rest -= 1)
    given[chance.of(ids)] = {
      answer: chance.of(['yes', 'no', 'planned', 'not-relevant', 'dont-know'] as const),
      ...maybe(chance, 'text', () => words(chance, 'Afklares i foråret.')),
    }
  return given
}

const colour = (chance: Chance): TrafficLight => chance.of(['green', 'green', 'yellow', 'red'] as const)

/** A report that is mostly inside the frame, sometimes just inside or just outside its tolerances, sometimes far out. */
const reportOn = ({ project }: Life, world: World, chance: Chance): Report => {
  const frame = project.baseline ?? baseline(world, chance)
  const stretched = chance.of([0, 0, 0, 500, 1_000, 1_001, 2_500])
  const delayed = chance.of([0, 0, 0, 30, 60, 61, 200])
  const overall = colour(chance)
  return aReport({
    overall,
    ...(chance.percent(5) && overall !== 'green'
      ? { status: { ...aReport().status, overall: { colour: overall, reason: ' ' } } }
      : {}),
    spent: dkk(chance.below(frame.budget.amount + 1)),
    forecast: dkk(frame.budget.amount + Math.floor((frame.budget.amount * stretched) / 10_000)),
    endsOn: addDays(frame.endsOn, delayed),
  })
}

const conditionOf = ({ project }: Life, chance: Chance): number => {
  const open = project.conditions.filter(({ state }) => state === 'open')
  return open.length > 0 && chance.percent(85) ? chance.of(open).number : chance.below(5)
}
const reportNumberOf = ({ project }: Life, chance: Chance): number => {
  const pending = project.reports.filter(({ review }) => review === 'pending')
  return pending.length > 0 && chance.percent(85) ? chance.of(pending).number : chance.below(5)
}
const conceptOf = (chance: Chance) =>
  (chance.percent(50) ? aConcept : aJointConcept)({
    authority: chance.of(authorities),
    otherAuthorities: authorities.filter(() => chance.percent(25)),
    potentialAuthorities: chance.below(12),
    backedByManagement: chance.percent(50),
    jointCost: kr(chance.below(9_000_000)),
  })
/** The next meeting, or another that is called: who puts an item on an agenda is shown only those. */
const meetingFor = (world: World, chance: Chance) => {
  const called = world.gatherings.filter(({ meeting }) => meeting.state === 'called')
  const gathering = chance.percent(80) ? (nextMeeting(world) ?? called[0]) : called[chance.below(called.length || 1)]
  return gathering === undefined
    ? ({ meeting: 'mtg_nowhere', meetingAt: world.now } as const)
    : { meeting: gathering.id, meetingAt: gathering.meeting.meetsAt }
}

/** A command of each type, as a person who means it, or blunders, might send it. */
export const commands: {
  readonly [T in Type]: (life: Life, world: World, chance: Chance) => CommandOf<T>
} = {
  submit: (_, __, chance) => ({
    type: 'submit',
    kind: chance.percent(80) ? 'new' : 'takeover',
    concept: conceptOf(chance),
    answers: answers(chance),
    proposer: chance.of(proposers),
    consentToPublish: chance.percent(50),
  }),
  'propose-level': ({ project }, { settings }) => ({
    type: 'propose-level',
    proposal: proposeLevel(project.concept, project.answers, settings),
  }),
  place: ({ project }, _, chance) => ({
    type: 'place',
    level:
      (project.state === 'idea' && chance.percent(60) ? project.proposal?.level : undefined) ??
      chance.of([1, 2, 3, 3] as const),
    ...(chance.percent(85) ? { reason: words(chance, 'Flere kommuner er kommet til.') } : {}),
  }),
  comment: (_, __, chance) => ({
    type: 'comment',
    text: 'Hvem ejer data efter udbuddet?',
    ...maybe(chance, 'criterion', () => chance.of(ids)),
  }),
  revise: ({ project }, _, chance) => ({
    type: 'revise',
    concept: maybe(chance, 'value', () => `Færre rykkere, udgave ${chance.below(9)}.`),
    answers: chance.percent(60) ? met(project.level ?? 1) : answers(chance),
  }),
  assess: (_, __, chance) => ({
    type: 'assess',
    evaluations: { [chance.of(ids)]: { colour: chance.of(['green', 'yellow', 'red', 'grey'] as const) } },
  }),
  'mark-ready': (_, __, chance) => ({ type: 'mark-ready', ...maybe(chance, 'note', () => 'Klar til mødet.') }),
  return: (_, __, chance) => ({
    type: 'return',
    reasons: reasons(chance),
    comeBackWith: words(chance, 'En aftale om drift og en tidsplan.'),
  }),
  resubmit: ({ project }, _, chance) => ({
    type: 'resubmit',
    concept: maybe(chance, 'procurement', () => `Udbud i ${chance.below(4) + 1} delaftaler.`),
    answers: chance.percent(50) ? met(project.level ?? 1) : answers(chance),
    ...maybe(chance, 'note', () => 'Driften er nu aftalt.'),
  }),
  withdraw: (_, __, chance) => ({ type: 'withdraw', ...maybe(chance, 'reason', () => 'Vi køber en standardløsning.') }),
  merge: ({ id }, world, chance) => {
    const into = chance.percent(5) ? id : projectIdOf(1 + chance.below(world.lives.length))
    const target = world.lives.find((life) => life.id === into)
    const live = target !== undefined && !['rejected', 'stopped', 'withdrawn', 'merged'].includes(target.project.state)
    return { type: 'merge', into, intoIsLive: live, reason: 'Det er den samme idé.' }
  },
  absorb: (_, __, chance) => ({
    type: 'absorb',
    project: projectIdOf(99),
    contact: chance.of(proposers),
    authority: chance.of(authorities),
  }),
  'put-on-agenda': (_, world, chance) => ({ type: 'put-on-agenda', meeting: meetingFor(world, chance) }),
  postpone: ({ project }, world, chance) => ({
    type: 'postpone',
    from: project.meeting !== undefined && chance.percent(80) ? project.meeting.meeting : meetingIdOf(chance.below(9)),
    why: chance.of(['cancelled', 'inquorate', 'not-reached'] as const),
    ...(nextMeeting(world) === undefined ? {} : { to: meetingFor(world, chance) }),
  }),
  decide: (life, world, chance) => {
    const decision = decisionOf(chance.of(outcomes), world, chance)
    const command = decisionCommand(world, life, itsMeeting(life, world), false, decision)
    return command?.type === 'decide' ? command : { type: 'decide', meeting: 'mtg_nowhere', decision, tally: noVotes }
  },
  'record-assembly-decision': (life, world, chance) => {
    const decision = decisionOf(chance.of(outcomes), world, chance)
    const command = decisionCommand(world, life, itsMeeting(life, world), true, decision)
    return command?.type === 'record-assembly-decision'
      ? command
      : { type: 'record-assembly-decision', meeting: 'mtg_nowhere', decision, tally: noVotes }
  },
  'decide-reconsideration': (_, world, chance) => ({
    type: 'decide-reconsideration',
    decision: decisionOf(chance.of(outcomes.slice(1)), world, chance),
  }),
  'appoint-lead': (_, __, chance) => ({ type: 'appoint-lead', lead: chance.of(leads) }),
  'transfer-proposer': (_, __, chance) => ({ type: 'transfer-proposer', proposer: chance.of(proposers) }),
  'name-steering-group': (_, __, chance) => ({
    type: 'name-steering-group',
    members: steerers.filter(() => chance.percent(50)),
  }),
  join: (_, __, chance) => ({
    type: 'join',
    authority: chance.of(authorities),
    pledge: { ...maybe(chance, 'amount', () => kr(chance.below(90_000))), ...maybe(chance, 'hours', () => 40) },
  }),
  leave: ({ project }, _, chance) => ({
    type: 'leave',
    authority:
      project.authorities.length > 0 && chance.percent(85)
        ? chance.of(project.authorities).authority
        : chance.of(authorities),
    ...maybe(chance, 'reason', () => 'Kommunen har valgt en anden vej.'),
  }),
  start: (_, world, chance) => ({
    type: 'start',
    ...(chance.percent(85) ? { baseline: baseline(world, chance) } : {}),
    ...(chance.percent(70) ? { lead: chance.of(leads) } : {}),
  }),
  report: (life, world, chance) => ({ type: 'report', report: reportOn(life, world, chance) }),
  'review-report': (life, _, chance) => ({
    type: 'review-report',
    number: reportNumberOf(life, chance),
    outcome: chance.percent(50) ? 'accept' : 'return',
    ...(chance.percent(80) ? { text: words(chance, 'Risikoen for udbuddet mangler.') } : {}),
  }),
  'open-reconsideration': () => ({ type: 'open-reconsideration', text: 'Leverandøren er gået konkurs.' }),
  'fulfil-condition': (life, _, chance) => ({
    type: 'fulfil-condition',
    condition: conditionOf(life, chance),
    evidence: 'Aftalen ligger i sagen.',
  }),
  'waive-condition': (life, _, chance) => ({
    type: 'waive-condition',
    condition: conditionOf(life, chance),
    reason: 'Loven er ændret.',
  }),
  pause: (_, world, chance) => ({
    type: 'pause',
    reason: 'Afventer ny lov om byggeri.',
    lookAgainOn: dayAhead(world, chance, 120),
  }),
  resume: () => ({ type: 'resume' }),
  reopen: () => ({ type: 'reopen', reason: 'Der er kommet midler.' }),
  'take-step': ({ project }, _, chance) => ({
    type: 'take-step',
    item: project.due.length > 0 && chance.percent(80) ? chance.of(project.due).key : 'report-1',
    step: chance.of(['after-7', 'after-30', 'before-14', 'before-3', 'overdue-1', 'overdue-7', 'overdue-30'] as const),
  }),
}

/** Every criterion of the level met. */
const met = (level: Level): Answers =>
  Object.fromEntries(criteriaFor(level).map(({ id }) => [id, { answer: 'yes' as const }]))

export const commandTypes = (Object.keys(commands) as Type[]).filter((type) => type !== 'submit')
