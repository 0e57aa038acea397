import type { Capacity, Letter, NextMove, Task } from '../../shared/domain/correspondence/letter.ts'
import type { LetterBody, Template } from '../../shared/domain/correspondence/letter-body.ts'
import type { Decision, Ground } from '../../shared/domain/project/events.ts'
import { confirmedItems } from '../../shared/domain/stewardship/onboarding.ts'
import { mailWords } from '../../shared/i18n/mail-words.ts'
import { aBaseline, kr, meetings, people, projects } from '../domain/support/material.ts'

const decision: Decision = {
  by: 'board',
  meeting: meetings.september,
  outcome: 'approve',
  reason: 'Behovet er fælles, og økonomien hænger sammen.',
  criteria: ['R1', 'R3', 'S1'],
  nextStep: 'Udpeg en projektleder og en styregruppe.',
}

export const everyGround: readonly Ground[] = [
  {
    kind: 'variance',
    variance: { overrun: 15_000_050, overrunBasisPoints: 1_505, delay: 92, exceeds: { economy: true, schedule: true } },
  },
  {
    kind: 'variance',
    variance: {
      overrun: 15_000_000,
      overrunBasisPoints: 1_500,
      delay: 10,
      exceeds: { economy: true, schedule: false },
    },
  },
  {
    kind: 'variance',
    variance: { overrun: -5_000_000, overrunBasisPoints: -500, delay: 92, exceeds: { economy: false, schedule: true } },
  },
  { kind: 'two-red-reports' },
  { kind: 'overdue', item: 'report' },
  { kind: 'condition-lapsed', condition: 2 },
  { kind: 'level-raised', from: 1, to: 2 },
  { kind: 'last-authority-left' },
  { kind: 'asked', text: 'Leverandøren er gået konkurs.' },
]

const condition = { number: 1, text: 'Databehandleraftale med alle tre kommuner.', dueOn: '2027-01-15', yours: true }
const counts = {
  relevance: { green: 3, yellow: 1, red: 0, grey: 0 },
  form: { green: 10, yellow: 4, red: 2, grey: 4 },
  strategy: { green: 1, yellow: 2, red: 1, grey: 1 },
  governance: { green: 14, yellow: 0, red: 0, grey: 0 },
}
const agenda = [
  { project: projects.sensor, title: 'Fælles sensorplatform til grundvand', kind: 'concept' },
  {
    project: projects.byggesag,
    title: 'Digital vejviser til byggesager',
    kind: 'reconsideration',
    outcome: 'continue',
  },
  { project: projects.arkiv, title: 'Åbent arkivformat', kind: 'information' },
] as const
const meetsAt = '2026-12-10T08:00:00.000Z'

type Bodies = { readonly [T in Template]: readonly Extract<LetterBody, { readonly template: T }>[] }

/** Every template, with the shapes its facts can have. A template that is missing here does not compile. */
export const everyBody: Bodies = {
  received: [
    { template: 'received', kind: 'new', authority: 'Tisvang Kommune' },
    { template: 'received', kind: 'takeover', authority: 'Tisvang Kommune' },
  ],
  'level-placed': [
    { template: 'level-placed', level: 1 },
    { template: 'level-placed', level: 2, reason: 'Flere kommuner vil være med.' },
    { template: 'level-placed', level: 3 },
  ],
  'level-changed': [
    { template: 'level-changed', from: 1, to: 2, reason: 'To kommuner er kommet til.' },
    {
      template: 'level-changed',
      from: 3,
      to: 2,
      reason: 'Økonomien er mindre end ventet.',
      effectiveAt: '2027-03-01T07:00:00.000Z',
    },
  ],
  comment: [
    { template: 'comment', by: 'secretariat', text: 'Kan I sige mere om gevinsten?\nGerne med tal.' },
    { template: 'comment', by: 'proposer', text: 'Det kan vi.', criterion: 'R1' },
  ],
  revised: [
    { template: 'revised', by: 'proposer', changedCriteria: ['R3'], changedFields: ['value', 'jointCost'] },
    { template: 'revised', by: 'secretariat', changedCriteria: [], changedFields: ['purpose'] },
  ],
  'concept-ready': [
    { template: 'concept-ready', level: 1 },
    { template: 'concept-ready', level: 2, note: 'Arkitekturen er gennemgået.' },
  ],
  returned: [
    {
      template: 'returned',
      from: 'secretariat',
      reasons: [{ code: 'value-unclear', criteria: ['R1', 'R3'], text: 'Hvem får gavn af det?' }],
      comeBackWith: 'To cases fra hverdagen.',
      loop: 1,
      wasRunning: false,
    },
    {
      template: 'returned',
      from: 'board',
      reasons: [
        { code: 'architecture', criteria: ['F18'] },
        { code: 'other', criteria: [], text: 'Vent på den nye strategi.' },
      ],
      comeBackWith: 'En tegning af snitfladerne.',
      loop: 2,
      wasRunning: true,
      decision: { ...decision, outcome: 'return' },
    },
  ],
  resubmitted: [
    {
      template: 'resubmitted',
      loop: 1,
      note: 'Nu med cases.',
      changedCriteria: ['R1'],
      changedFields: ['title', 'value', 'jointCost'],
    },
    { template: 'resubmitted', loop: 2, changedCriteria: [], changedFields: [] },
  ],
  merged: [
    { template: 'merged', into: projects.borger, title: 'Borgernes overblik', reason: 'Samme idé.' },
    {
      template: 'merged',
      into: projects.borger,
      title: 'Borgernes overblik',
      reason: 'Samme idé.',
      erasedAt: '2028-03-01T07:00:00.000Z',
    },
  ],
  'merged-in': [{ template: 'merged-in', title: 'Digital vejviser til byggesager', authority: 'Tisvang Kommune' }],
  withdrawn: [
    { template: 'withdrawn', by: 'proposer', reason: 'Vi har ikke råd i år.' },
    { template: 'withdrawn', by: 'silence' },
    { template: 'withdrawn', by: 'silence', erasedAt: '2028-03-01T07:00:00.000Z' },
  ],
  'on-agenda': [
    { template: 'on-agenda', meetingAt: meetsAt, item: 'concept' },
    { template: 'on-agenda', meetingAt: meetsAt, item: 'reconsideration' },
    { template: 'on-agenda', meetingAt: meetsAt, item: 'level' },
  ],
  postponed: [
    { template: 'postponed', why: 'cancelled' },
    {
      template: 'postponed',
      why: 'inquorate',
      to: { meeting: meetings.december, meetingAt: '2027-01-14T08:00:00.000Z' },
    },
    { template: 'postponed', why: 'not-reached' },
  ],
  approved: [
    {
      template: 'approved',
      decision,
      conditions: [condition, { ...condition, number: 2, text: 'Licensen skal være MPL-2.0.', yours: false }],
      baseline: aBaseline({ budget: kr(1_250_000) }),
      firstReportAfter: 90,
      lacks: ['lead', 'steering-group'],
    },
    {
      template: 'approved',
      decision: { ...decision, by: 'general-assembly' },
      conditions: [],
      baseline: aBaseline(),
      firstReportAfter: 30,
      lacks: [],
    },
  ],
  'condition-given': [{ template: 'condition-given', conditions: [condition] }],
  rejected: [
    { template: 'rejected', decision: { ...decision, outcome: 'reject', criteria: [] } },
    {
      template: 'rejected',
      decision: { ...decision, outcome: 'reject', criteria: [] },
      erasedAt: '2028-03-01T07:00:00.000Z',
    },
  ],
  'lead-appointed': [
    { template: 'lead-appointed', firstLead: true },
    { template: 'lead-appointed', firstLead: false },
  ],
  'lead-replaced': [{ template: 'lead-replaced' }],
  'proposer-transferred': [{ template: 'proposer-transferred' }],
  'proposer-replaced': [{ template: 'proposer-replaced' }],
  'steering-group-named': [
    { template: 'steering-group-named', members: 1 },
    { template: 'steering-group-named', members: 3 },
  ],
  'steering-group-left': [{ template: 'steering-group-left' }],
  'authority-joined': [
    { template: 'authority-joined', authority: 'Norre Strand Kommune', pledge: { amount: kr(75_000), hours: 40 } },
    { template: 'authority-joined', authority: 'Norre Strand Kommune', pledge: {} },
  ],
  'authority-left': [
    { template: 'authority-left', authority: 'Norre Strand Kommune', reason: 'Besparelser.', remaining: 2 },
    { template: 'authority-left', authority: 'Norre Strand Kommune', remaining: 1 },
    { template: 'authority-left', authority: 'Norre Strand Kommune', remaining: 0 },
  ],
  started: [{ template: 'started', baseline: aBaseline(), reportDueAt: '2027-03-01T07:00:00.000Z' }],
  'board-informed': [
    { template: 'board-informed', of: 'started', baseline: aBaseline(), grounds: [] },
    { template: 'board-informed', of: 'reconsideration-opened', grounds: everyGround },
    {
      template: 'board-informed',
      of: 'reconsideration-decided',
      grounds: [],
      decision: { ...decision, by: 'secretariat', outcome: 'rescope' },
    },
  ],
  'report-received': [
    {
      template: 'report-received',
      number: 1,
      late: false,
      correction: false,
      overall: 'green',
      spent: 25_000_000,
      forecast: 100_000_000,
      budget: 100_000_000,
      endsOn: '2027-06-30',
      reviewDueAt: '2026-12-04T07:00:00.000Z',
      nextReportDueAt: '2027-03-01T07:00:00.000Z',
    },
    {
      template: 'report-received',
      number: 2,
      late: true,
      correction: true,
      overall: 'red',
      reason: 'Leverandøren er forsinket.',
      spent: 25_000_050,
      forecast: 130_000_000,
      endsOn: '2027-09-30',
      helpWanted: 'En arkitekt i to dage.',
      reviewDueAt: '2026-12-04T07:00:00.000Z',
    },
  ],
  'report-accepted': [
    {
      template: 'report-accepted',
      number: 1,
      by: 'secretariat',
      note: 'Flot fremdrift.',
      nextReportDueAt: '2027-03-01T07:00:00.000Z',
    },
    { template: 'report-accepted', number: 1, by: 'silence' },
  ],
  'report-returned': [{ template: 'report-returned', number: 1, text: 'Skriv, hvorfor økonomien er gul.' }],
  'reconsideration-opened': [{ template: 'reconsideration-opened', grounds: everyGround }],
  'reconsideration-decided': [
    {
      template: 'reconsideration-decided',
      outcome: 'continue',
      decision: { ...decision, outcome: 'continue' },
      endsOn: '2027-12-31',
      startDueAt: '2027-02-01T07:00:00.000Z',
      reportDueAt: '2027-02-15T07:00:00.000Z',
      conditions: [condition, { number: 2, text: 'Licensen skal være MPL-2.0.', yours: false }],
    },
    {
      template: 'reconsideration-decided',
      outcome: 'rescope',
      decision: { ...decision, outcome: 'rescope' },
      baseline: aBaseline({ endsOn: '2028-06-30' }),
      conditions: [],
    },
  ],
  stopped: [{ template: 'stopped', decision: { ...decision, outcome: 'stop' } }],
  paused: [{ template: 'paused', reason: 'Udbuddet afventer en klagesag.', lookAgainAt: '2027-02-01T07:00:00.000Z' }],
  resumed: [{ template: 'resumed' }],
  reopened: [{ template: 'reopened', reason: 'Ny finansiering.' }],
  'condition-fulfilled': [
    {
      template: 'condition-fulfilled',
      number: 1,
      text: condition.text,
      evidence: 'Underskrevet af alle.',
      open: 0,
    },
    { template: 'condition-fulfilled', number: 1, text: condition.text, evidence: 'Underskrevet.', open: 2 },
  ],
  'condition-waived': [
    { template: 'condition-waived', number: 1, text: condition.text, reason: 'Ingen persondata i løsningen.' },
  ],
  reminder: [
    { template: 'reminder', kind: 'report', dueAt: '2026-12-10T07:00:00.000Z' },
    {
      template: 'reminder',
      kind: 'resubmission',
      dueAt: '2026-12-10T07:00:00.000Z',
      threat: { consequence: 'withdraw', at: '2027-01-11T07:00:00.000Z' },
    },
    {
      template: 'reminder',
      kind: 'condition',
      about: 1,
      condition: 'Tilslutning fra to kommuner.',
      dueAt: '2026-12-10T07:00:00.000Z',
    },
  ],
  overdue: [
    {
      template: 'overdue',
      kind: 'report',
      dueAt: '2026-11-23T07:00:00.000Z',
      days: 1,
      threat: { consequence: 'reconsider', at: '2026-12-23T07:00:00.000Z' },
    },
    {
      template: 'overdue',
      kind: 'review',
      about: 2,
      dueAt: '2026-11-10T07:00:00.000Z',
      days: 14,
      threat: { consequence: 'accept', at: '2026-12-01T07:00:00.000Z' },
    },
  ],
  'meeting-called': [
    { template: 'meeting-called', form: 'meeting', meetsAt, place: 'Aarhus, Rådhuset', papersDueAt: meetsAt },
    { template: 'meeting-called', form: 'written', meetsAt, papersDueAt: meetsAt },
  ],
  'papers-ready': [
    { template: 'papers-ready', form: 'meeting', meetsAt, place: 'Aarhus, Rådhuset', agenda },
    { template: 'papers-ready', form: 'written', meetsAt, agenda, isAddition: true },
    { template: 'papers-ready', form: 'meeting', meetsAt, agenda: agenda.slice(0, 1) },
  ],
  'vote-reminder': [{ template: 'vote-reminder', form: 'meeting', meetsAt, missing: agenda.slice(0, 1) }],
  'proxy-named': [{ template: 'proxy-named', meetsAt, authority: 'Holmsund Kommune' }],
  'meeting-cancelled': [
    { template: 'meeting-cancelled', meetsAt, reason: 'For mange afbud.', items: 1 },
    { template: 'meeting-cancelled', meetsAt, reason: 'For mange afbud.', items: 3 },
    { template: 'meeting-cancelled', meetsAt, reason: 'For mange afbud.', items: 0 },
  ],
  'meeting-concluded': [
    { template: 'meeting-concluded', meetsAt, quorate: true, note: 'Næste gang i Odense.', agenda },
    { template: 'meeting-concluded', meetsAt, quorate: false, agenda: [] },
  ],
  'went-live': [
    { template: 'went-live', authority: 'Norre Strand Kommune', on: '2026-11-02', live: 1 },
    {
      template: 'went-live',
      authority: 'Holmsund Kommune',
      on: '2026-11-16',
      live: 2,
      note: 'I drift for alle byggesager.',
      graduationDueAt: '2026-12-24T07:00:00.000Z',
    },
  ],
  'coordination-group-named': [
    { template: 'coordination-group-named', members: 3, chair: false, isProduct: false },
    { template: 'coordination-group-named', members: 1, chair: true, isProduct: true },
  ],
  'coordination-group-left': [{ template: 'coordination-group-left' }],
  'graduation-checked': [
    {
      template: 'graduation-checked',
      missing: [...confirmedItems, 'licence', 'two-authorities-live', 'coordination-group', 'board-approval'],
      note: 'Aftalen mangler kun underskrifter.',
    },
    { template: 'graduation-checked', missing: ['conditions-settled'] },
  ],
  graduated: [
    {
      template: 'graduated',
      live: ['Norre Strand Kommune', 'Holmsund Kommune', 'Tisvang Kommune'],
      selfEvaluationDueAt: '2027-05-24T06:00:00.000Z',
    },
    { template: 'graduated', live: ['Norre Strand Kommune', 'Holmsund Kommune'] },
  ],
  completed: [
    { template: 'completed', live: ['Norre Strand Kommune'], note: 'Ingen andre har det samme fagsystem.' },
    { template: 'completed', live: ['Norre Strand Kommune'] },
  ],
  'change-received': [
    { template: 'change-received', number: 3, title: 'Kort i mobilen', text: 'Vi står i marken.', receipt: false },
    { template: 'change-received', number: 3, title: 'Kort i mobilen', text: 'Vi står i marken.', receipt: true },
  ],
  'change-decided': [
    {
      template: 'change-decided',
      number: 3,
      title: 'Kort i mobilen',
      outcome: 'accept',
      by: 'steering',
      reason: 'Det er pengene værd.',
    },
    {
      template: 'change-decided',
      number: 3,
      title: 'Kort i mobilen',
      outcome: 'reject',
      by: 'coordination',
      reason: 'Kortet kan åbnes i en browser.',
    },
    {
      template: 'change-decided',
      number: 3,
      title: 'Kort i mobilen',
      outcome: 'beyond-frame',
      by: 'coordination',
      reason: 'Det koster mere, end vi råder over.',
      assessment: 'To måneders arbejde, og en ny aftale om kortdata.',
      cost: 40_000_000,
    },
  ],
  'change-done': [
    { template: 'change-done', number: 3, title: 'Kort i mobilen', note: 'Udgivet i version 2.4.' },
    { template: 'change-done', number: 3, title: 'Kort i mobilen' },
  ],
  'sla-set': [
    { template: 'sla-set', targets: { availability: 9_995, response: 60, resolution: 1_501 } },
    { template: 'sla-set', targets: { response: 45, resolution: 120 } },
    { template: 'sla-set', targets: {} },
  ],
  'sla-breach': [
    {
      template: 'sla-breach',
      period: { from: '2026-10-01', to: '2026-10-31' },
      missed: [
        { measure: 'availability', target: 9_950, result: 9_870 },
        { measure: 'response', target: 60, result: 61 },
      ],
      note: 'Strømsvigt hos driftsleverandøren.',
    },
    {
      template: 'sla-breach',
      period: { from: '2026-10-01', to: '2026-10-31' },
      missed: [{ measure: 'resolution', target: 1, result: 1_440 }],
    },
  ],
  'adaptation-recorded': [
    {
      template: 'adaptation-recorded',
      title: 'Adresser fra Datafordeleren',
      text: 'Den egne kopi er nedlagt.',
      reason: 'DAWA lukker.',
      criterion: 'F18',
    },
  ],
  retired: [{ template: 'retired', reason: 'Staten har en fælles løsning fra nytår.' }],
  'part-taken-over': [
    { template: 'part-taken-over', parts: ['lead', 'proposer', 'coordination', 'steering', 'owner', 'contact'] },
    { template: 'part-taken-over', parts: ['steering'] },
  ],
  'part-vacant': [
    { template: 'part-vacant', parts: ['lead'] },
    { template: 'part-vacant', parts: ['lead', 'proposer', 'coordination', 'steering', 'owner', 'contact'] },
  ],
  'self-evaluated': [
    {
      template: 'self-evaluated',
      answers: { yes: 30, no: 2, planned: 5, 'not-relevant': 3, 'dont-know': 3 },
      changedCriteria: ['R1', 'F18', 'G7'],
    },
    {
      template: 'self-evaluated',
      answers: { yes: 43, no: 0, planned: 0, 'not-relevant': 0, 'dont-know': 0 },
      changedCriteria: [],
    },
  ],
  'level-assessed': [
    { template: 'level-assessed', level: 2, missingForNext: ['F20', 'G13'], counts, published: true, mayDispute: true },
    {
      template: 'level-assessed',
      level: 2,
      before: 1,
      found: 1,
      reason: 'Aftalen om økonomien underskrives i denne uge.',
      missingForNext: ['F20', 'G13'],
      counts,
      published: false,
    },
    { template: 'level-assessed', level: 'sandbox', before: 1, missingForNext: ['R1'], counts, published: false },
    { template: 'level-assessed', level: 1, before: 'sandbox', missingForNext: ['R2'], counts, published: false },
    { template: 'level-assessed', level: 3, before: 3, missingForNext: [], counts, published: true },
  ],
  'level-disputed': [
    { template: 'level-disputed', fixed: 'sandbox', wanted: 1, reason: 'Licensen var på plads, da vi svarede.' },
  ],
  'dispute-decided': [
    {
      template: 'dispute-decided',
      decision: { ...decision, outcome: 'uphold' },
      level: 1,
      missingForNext: ['F7', 'G5'],
    },
    { template: 'dispute-decided', decision: { ...decision, outcome: 'amend' }, level: 3, missingForNext: [] },
  ],
  'link-resent': [{ template: 'link-resent' }],
}

const ofMeetings: readonly string[] = [
  'meeting-called',
  'papers-ready',
  'vote-reminder',
  'proxy-named',
  'meeting-cancelled',
  'meeting-concluded',
] satisfies Template[]

export const by = '2026-11-24T07:00:00.000Z'

const yours: NextMove = { task: 'resubmit', party: 'proposer', yours: true, by }
const theirs: NextMove = { task: 'reconsider', party: 'board', yours: false, by }
const capacities: readonly Capacity[] = ['proposer', 'lead', 'steering', 'coordination', 'secretariat', 'board']

export const title = 'Fælles sensorplatform til grundvand'

export const aLetter = (body: LetterBody, but: Partial<Letter> = {}): Letter => ({
  to: { contact: people.maren },
  as: 'proposer',
  about: ofMeetings.includes(body.template)
    ? { stream: meetings.september, form: 'meeting', meetsAt }
    : { stream: projects.sensor, title },
  move: { task: 'resubmit', party: 'proposer', yours: true, by },
  reminder: body.template === 'reminder' || body.template === 'vote-reminder',
  delivery: { when: 'now' },
  body,
  ...but,
})

/** Every body for every part, the move now with the reader and now with others. */
export const everyLetter: readonly Letter[] = Object.values(everyBody).flatMap((bodies: readonly LetterBody[]) =>
  bodies.flatMap((body, n) =>
    capacities.map((as, m) =>
      aLetter(body, {
        as,
        to: as === 'secretariat' || as === 'board' ? { mailbox: as } : { contact: people.maren },
        move: (n + m) % 2 === 0 ? yours : theirs,
      }),
    ),
  ),
)

export const everyTask = Object.keys(mailWords.da.moves.tasks) as Task[]
