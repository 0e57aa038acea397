import type { Outcome, Tally } from '../../../shared/domain/board/votes.ts'
import { addDays, dateOf } from '../../../shared/domain/calendar/days.ts'
import type { Answers, Concept } from '../../../shared/domain/concept.ts'
import { criteriaFor } from '../../../shared/domain/criteria.ts'
import { dkk } from '../../../shared/domain/economy/money.ts'
import type { Baseline, Report, TrafficLight } from '../../../shared/domain/economy/report.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { GivenDecision, ProjectCommand } from '../../../shared/domain/project/commands.ts'
import type { MeetingRef } from '../../../shared/domain/project/events.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { changeOutcomes } from '../../../shared/domain/stewardship/changes.ts'
import { confirmedItems } from '../../../shared/domain/stewardship/onboarding.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { contact, sampleMeeting } from './people.ts'

/** A command as somebody sends it, named by its type and what is particular about it. */
export interface Sample {
  readonly name: string
  readonly command: ProjectCommand
}

export const concept: Concept = {
  title: 'Vejviser til byggesager',
  purpose: 'Borgere ser, hvilke oplysninger der mangler, før de søger.',
  authority: 'Tisvang Kommune',
  otherAuthorities: ['Norre Strand Kommune'],
  backedByManagement: true,
  businessCritical: 'no',
}
export const answersFor = (level: Level): Answers =>
  Object.fromEntries(criteriaFor(level).map(({ id }) => [id, { answer: 'yes' }]))
export const baseline: Baseline = { budget: dkk(100_000_000), endsOn: '2028-06-30', scope: 'To kommuner i drift.' }

const report = (overall: TrafficLight, forecast = baseline.budget.amount): Report => ({
  period: { from: '2026-09-01', to: '2026-11-30' },
  status: {
    overall: overall === 'green' ? { colour: overall } : { colour: overall, reason: 'Leverandøren er forsinket.' },
    schedule: { colour: 'green' },
    economy: { colour: 'green' },
    scope: { colour: 'green' },
    risk: { colour: 'green' },
  },
  milestones: [],
  spent: dkk(0),
  forecast: dkk(forecast),
  endsOn: baseline.endsOn,
  risks: [],
  authoritiesLive: [],
  nextPeriod: 'Test med borgere.',
})

export const goneLive = { type: 'go-live', authority: 'Holmsund Kommune', on: '2026-09-01' } as const
const allConfirmed = confirmedItems.map((item) => ({ item, evidence: 'Ligger i sagen.' }))
const month = { from: '2026-09-01', to: '2026-09-30' } as const

export const tallyOf = (outcome: Outcome): Tally => ({
  counts: { [outcome]: 3 },
  eligible: 5,
  excluded: [],
  quorum: 3,
  cast: 3,
})
export const decisionOf = (outcome: Outcome, now: Instant): GivenDecision => ({
  outcome,
  reason: 'Behovet er fælles.',
  criteria: ['R3'],
  nextStep: 'Styregruppen mødes.',
  ...(outcome === 'return' ? { reasons: [{ code: 'economy' as const }], comeBackWith: 'En ny økonomi.' } : {}),
  ...(outcome === 'approve' || outcome === 'rescope' ? { baseline } : {}),
  ...(outcome === 'approve'
    ? { conditions: [{ text: 'Aftaler.', owner: contact.owner, dueOn: addDays(dateOf(now), 60) }] }
    : {}),
})

const outcomes = ['approve', 'return', 'reject', 'continue', 'rescope', 'stop', 'uphold', 'amend'] as const
const nextMeeting = (now: Instant): MeetingRef => ({
  meeting: 'mtg_02SAMPLE',
  meetingAt: `${addDays(dateOf(now), 40)}T09:00:00.000Z`,
})

/** Every act on a project, each in the ways that differ in what follows. */
export const samplesFor = (project: Project, now: Instant): readonly Sample[] => {
  const meeting = project.meeting?.meeting ?? sampleMeeting
  const pending = project.reports.find(({ review }) => review === 'pending')?.number ?? 1
  const sample = (command: ProjectCommand, particular?: string): Sample => ({
    name: particular === undefined ? command.type : `${command.type} (${particular})`,
    command,
  })
  const placed: readonly Sample[] = ([1, 2, 3] as const)
    .filter((level) => level !== project.level)
    .map((level) => sample({ type: 'place', level, reason: 'Flere er kommet til.' }, `level ${level}`))
  const decide = outcomes.flatMap((outcome) => {
    const decision = decisionOf(outcome, now)
    const tally = tallyOf(outcome)
    return [
      sample({ type: 'decide', meeting, decision, tally }, outcome),
      sample({ type: 'record-assembly-decision', meeting, decision, tally }, outcome),
      sample({ type: 'decide-reconsideration', decision }, outcome),
    ]
  })
  return [
    sample({
      type: 'propose-level',
      proposal: { level: 2, pointers: [], missingForNext: [], unmet: [] },
    }),
    ...placed,
    sample({ type: 'comment', text: 'Hvem ejer data?' }),
    sample({ type: 'revise', concept: { value: 'Færre rykkere.' } }),
    sample({ type: 'assess', evaluations: { R1: { colour: 'green' } } }),
    sample({ type: 'mark-ready' }),
    sample({ type: 'return', reasons: [{ code: 'architecture' }], comeBackWith: 'En tegning.' }),
    sample({ type: 'resubmit', concept: {} }),
    sample({ type: 'withdraw' }),
    sample({ type: 'merge', into: 'prj_02SAMPLE', intoIsLive: true, reason: 'Samme idé.' }),
    sample({ type: 'absorb', project: 'prj_02SAMPLE', contact: 'con_another', authority: 'Holmsund Kommune' }),
    sample({ type: 'put-on-agenda', meeting: nextMeeting(now) }),
    sample({ type: 'postpone', from: meeting, why: 'cancelled', to: nextMeeting(now) }),
    ...decide,
    sample({ type: 'appoint-lead', lead: 'con_another' }),
    sample({ type: 'transfer-proposer', proposer: 'con_another' }),
    sample({ type: 'name-steering-group', members: ['con_another'] }),
    sample({ type: 'join', authority: 'Holmsund Kommune', pledge: { hours: 40 } }),
    sample({ type: 'leave', authority: 'Norre Strand Kommune' }),
    sample({ type: 'start', baseline, lead: contact.lead }),
    sample({ type: 'report', report: report('green') }, 'inside the frame'),
    sample({ type: 'report', report: report('red', 2 * baseline.budget.amount) }, 'forecast outside the frame'),
    sample({ type: 'review-report', number: pending, outcome: 'accept' }, 'accept'),
    sample({ type: 'review-report', number: pending, outcome: 'return', text: 'Hvad er brugt?' }, 'return'),
    sample({ type: 'open-reconsideration', text: 'Leverandøren er gået konkurs.' }),
    sample({ type: 'fulfil-condition', condition: 1, evidence: 'Aftalen ligger i sagen.' }),
    sample({ type: 'waive-condition', condition: 1, reason: 'Loven er ændret.' }),
    sample({ type: 'withhold-frame', until: addDays(dateOf(now), 60) }, 'until a day'),
    sample({ type: 'withhold-frame', until: null }, 'no longer'),
    sample({ type: 'pause', reason: 'Afventer ny lov.', lookAgainOn: addDays(dateOf(now), 60) }),
    sample({ type: 'resume' }),
    sample({ type: 'reopen', reason: 'Der er kommet midler.' }),
    sample(goneLive),
    sample({ type: 'name-coordination-group', members: ['con_another'], chair: 'con_another' }),
    sample({ type: 'check-graduation', confirmed: [] }, 'something is missing'),
    sample({ type: 'check-graduation', confirmed: allConfirmed }, 'all confirmed'),
    sample({ type: 'graduate', confirmed: allConfirmed }),
    sample({ type: 'complete' }),
    sample({ type: 'request-change', title: 'Eksport', text: 'Til regneark.' }),
    sample({ type: 'assess-change', change: 1, text: 'To ugers arbejde.' }),
    ...changeOutcomes.map((outcome) =>
      sample({ type: 'decide-change', change: 1, outcome, reason: 'Det hjælper alle.' }, outcome),
    ),
    sample({ type: 'finish-change', change: 1 }),
    sample({ type: 'set-sla', targets: { availability: 9_950 } }),
    sample({ type: 'record-sla-result', period: month, results: { availability: 9_990 } }, 'target kept'),
    sample({ type: 'record-sla-result', period: month, results: { availability: 9_000 } }, 'target missed'),
    sample({ type: 'record-adaptation', title: 'Login', text: 'Fælles login.', reason: 'Rammearkitekturen.' }),
    sample({ type: 'self-evaluate', answers: { F19: { answer: 'yes' } } }),
    sample({ type: 'evaluate', evaluations: { R1: { colour: 'green' } }, publish: true }),
    sample({ type: 'dispute-level', wanted: 2, reason: 'Bilaget lå ikke ved.' }),
    sample({ type: 'retire', reason: 'Et nyt system har taget over.' }),
    sample({ type: 'erase-person', person: contact.lead, successor: 'con_another' }, 'with a successor'),
    sample({ type: 'erase-person', person: contact.lead }, 'without a successor'),
  ]
}
