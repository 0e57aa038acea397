import { addDays, dateOf } from '../../../shared/domain/calendar/days.ts'
import { proposeLevel } from '../../../shared/domain/classification.ts'
import type { Answers, Evaluations } from '../../../shared/domain/concept.ts'
import { type CriterionId, criteria, criteriaFor } from '../../../shared/domain/criteria.ts'
import { dkk } from '../../../shared/domain/economy/money.ts'
import type { Report, TrafficLight } from '../../../shared/domain/economy/report.ts'
import type { ContactId } from '../../../shared/domain/identifiers.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import type { ChangeState } from '../../../shared/domain/stewardship/changes.ts'
import { confirmedItems } from '../../../shared/domain/stewardship/onboarding.ts'
import { aConcept, aJointConcept, allMet, aReport, kr, people } from '../support/material.ts'
import { coordinators, leads, proposers, steerers } from './cast.ts'
import type { Chance } from './chance.ts'
import { decisionCommand, decisionOf, itsMeeting, noVotes, outcomes } from './decision-commands.ts'
import { baseline, dayAhead, maybe, reasons, words } from './material.ts'
import { isClosed, type Life, meetingIdOf, nextMeeting, projectIdOf, type World } from './world.ts'

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
const changeOf = ({ project }: Life, chance: Chance, states: readonly ChangeState[]): number => {
  const fit = project.changes.filter(({ state }) => states.includes(state))
  return fit.length > 0 && chance.percent(90) ? chance.of(fit).number : chance.below(4)
}
const confirmations = (chance: Chance, percent: number) =>
  confirmedItems.filter(() => chance.percent(percent)).map((item) => ({ item, evidence: 'Aftalen ligger i sagen.' }))

/** Colours that show one level or another: everything up to it is green, and a few are not. */
const evaluations = (chance: Chance): Evaluations => {
  const shown = criteriaFor(chance.of(['sandbox', 1, 2, 3] as const)).map(({ id }) => [id, { colour: 'green' }])
  const some = Array.from({ length: chance.below(3) }, () => [
    chance.of(ids),
    { colour: chance.of(['yellow', 'red', 'grey'] as const), ...maybe(chance, 'text', () => 'På vej.') },
  ])
  return Object.fromEntries([...shown, ...some])
}
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
    concept: maybe(chance, 'value', () => (chance.percent(20) ? null : `Færre rykkere, udgave ${chance.below(9)}.`)),
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
    const live = target !== undefined && !isClosed(target.project)
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
  'withhold-frame': ({ project }, world, chance) => ({
    type: 'withhold-frame',
    until: project.frameWithheldUntil !== undefined && chance.percent(90) ? null : dayAhead(world, chance, 400),
  }),
  pause: (_, world, chance) => ({
    type: 'pause',
    reason: 'Afventer ny lov om byggeri.',
    lookAgainOn: dayAhead(world, chance, 120),
  }),
  resume: () => ({ type: 'resume' }),
  reopen: () => ({ type: 'reopen', reason: 'Der er kommet midler.' }),
  'go-live': ({ project }, world, chance) => ({
    type: 'go-live',
    authority:
      project.authorities.length > 0 && chance.percent(70)
        ? chance.of(project.authorities).authority
        : chance.of(authorities),
    on: chance.percent(5) ? dayAhead(world, chance, 30) : dateOf(world.now),
    ...maybe(chance, 'note', () => 'I drift hos alle medarbejdere.'),
  }),
  'name-coordination-group': (_, __, chance) => {
    const chair = chance.of(coordinators)
    const members = coordinators.filter((one) => one === chair || chance.percent(50))
    return { type: 'name-coordination-group', members, chair: chance.percent(5) ? people.palle : chair }
  },
  'check-graduation': (_, __, chance) => ({
    type: 'check-graduation',
    confirmed: confirmations(chance, 60),
    ...maybe(chance, 'note', () => 'Aftalen om drift mangler.'),
  }),
  graduate: (_, __, chance) => ({ type: 'graduate', confirmed: confirmations(chance, 97) }),
  complete: (_, __, chance) => ({ type: 'complete', ...maybe(chance, 'note', () => 'Til eget brug.') }),
  'request-change': (_, __, chance) => ({
    type: 'request-change',
    title: chance.of(['Eksport til regneark', 'Ny kortvisning']),
    text: 'Sagsbehandlerne taster i dag det samme to gange.',
  }),
  'assess-change': (life, _, chance) => ({
    type: 'assess-change',
    change: changeOf(life, chance, ['proposed', 'assessed']),
    text: 'To ugers arbejde, deles mellem alle.',
    ...maybe(chance, 'cost', () => kr(chance.below(90_000))),
  }),
  'decide-change': (life, _, chance) => ({
    type: 'decide-change',
    change: changeOf(life, chance, ['assessed', 'beyond-frame', 'proposed']),
    outcome: chance.of(['accept', 'accept', 'reject', 'beyond-frame'] as const),
    reason: 'Det hjælper alle, og pengene er der.',
  }),
  'finish-change': (life, _, chance) => ({
    type: 'finish-change',
    change: changeOf(life, chance, ['accepted']),
    ...maybe(chance, 'note', () => 'Udgivet med version 2.'),
  }),
  'set-sla': (_, __, chance) => ({
    type: 'set-sla',
    targets: {
      ...maybe(chance, 'availability', () => 9_950),
      ...maybe(chance, 'response', () => 60),
      ...maybe(chance, 'resolution', () => 480),
    },
  }),
  'record-sla-result': (_, world, chance) => ({
    type: 'record-sla-result',
    period: { from: addDays(dateOf(world.now), chance.percent(3) ? 2 : -30), to: dateOf(world.now) },
    results: {
      availability: chance.of([9_990, 9_950, 9_800]),
      ...(chance.percent(95) ? { response: chance.of([30, 60, 90]) } : {}),
      resolution: chance.of([240, 480, 700]),
    },
  }),
  'record-adaptation': (_, __, chance) => ({
    type: 'record-adaptation',
    title: 'Fælles login',
    text: 'Kobler på den fælleskommunale adgangsstyring.',
    reason: 'Rammearkitekturen kræver det.',
    ...maybe(chance, 'criterion', () => chance.of(ids)),
  }),
  'self-evaluate': (_, __, chance) => ({ type: 'self-evaluate', answers: answers(chance) }),
  evaluate: (_, __, chance) => ({
    type: 'evaluate',
    evaluations: evaluations(chance),
    ...maybe(chance, 'level', () => chance.of(['sandbox', 1, 2, 3] as const)),
    ...(chance.percent(85) ? { reason: 'Dokumentationen er fulgt op siden.' } : {}),
    publish: chance.percent(50),
  }),
  'dispute-level': (_, __, chance) => ({
    type: 'dispute-level',
    wanted: chance.of(['sandbox', 1, 2, 3] as const),
    reason: 'Kriteriet er opfyldt, bilaget lå bare ikke ved.',
  }),
  retire: () => ({ type: 'retire', reason: 'Et nyt system har taget over.' }),
  'erase-person': ({ project }, __, chance) => ({
    type: 'erase-person',
    person: chance.of([project.proposer, project.lead ?? people.troels, ...peopleOn(project), ...leads]),
    ...maybe(chance, 'successor', () => chance.of(leads)),
  }),
  'take-step': ({ project }, _, chance) => ({
    type: 'take-step',
    item: project.due.length > 0 && chance.percent(80) ? chance.of(project.due).key : 'report-1',
    step: chance.of(['after-7', 'after-30', 'before-14', 'before-3', 'overdue-1', 'overdue-7', 'overdue-30'] as const),
  }),
}

const peopleOn = ({ steering, coordination, conditions, contacts }: Project): readonly ContactId[] => [
  ...steering,
  ...(coordination?.members ?? []),
  ...conditions.map(({ owner }) => owner),
  ...contacts,
]

/** Every criterion of the level met. */
const met = (level: Level): Answers =>
  Object.fromEntries(criteriaFor(level).map(({ id }) => [id, { answer: 'yes' as const }]))

export const commandTypes = (Object.keys(commands) as Type[]).filter((type) => type !== 'submit')
