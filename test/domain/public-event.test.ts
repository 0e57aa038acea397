import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../shared/domain/actor.ts'
import { impersonalEvent } from '../../shared/domain/impersonal-event.ts'
import type { ProjectCommand } from '../../shared/domain/project/commands.ts'
import type { ProjectEvent } from '../../shared/domain/project/events.ts'
import { happenings } from '../../shared/domain/project/happenings.ts'
import { publicEvent } from '../../shared/domain/public-event.ts'
import { publicFieldsOf } from '../../shared/domain/publication.ts'
import { type Act, acts, approvedLife, life, lived, projectOf, runningLife } from '../fakes/life.ts'
import { aBaseline, actors, aReport, meetings, people, projects } from './support/material.ts'

const told = (...all: readonly Act[]) =>
  happenings(projects.sensor, life(all)).map(({ event, after, commit }) =>
    publicEvent(event, after, commit.at, undefined),
  )
const last = (...all: readonly Act[]) => told(...all).at(-1)
const onTable = (consent: boolean) => [acts.submit(consent), acts.place, acts.ready, acts.agenda]
const running = runningLife()

describe('an event as anyone may read it', () => {
  it('given a life up to the start, when it is told, then only what happened once it was public is', () => {
    expect(told(...running).map((event) => event?.type)).toEqual([
      ...Array(5).fill(undefined),
      'approved',
      undefined,
      undefined,
      'started',
    ])
  })

  it('given an approval, when it is told, then with its reason and frame, but no count, conditions or people', () => {
    expect(last(...approvedLife())).toEqual({
      type: 'approved',
      decision: {
        at: '2026-09-06T08:00:00.000Z',
        by: 'board',
        meeting: meetings.september,
        outcome: 'approve',
        reason: 'Løser et fælles behov.',
        criteria: ['R1'],
        nextStep: 'Udpeg en projektleder.',
      },
      baseline: aBaseline(),
      startDueAt: projectOf(life(approvedLife())).due.find(({ kind }) => kind === 'start')?.dueAt,
    })
  })

  it.each<[string, readonly Act[], object]>([
    [
      'an authority that joins',
      [[actors.lead, { type: 'join', authority: 'Holmsund Kommune', pledge: { hours: 40 } }]],
      { type: 'authority-joined', authority: 'Holmsund Kommune' },
    ],
    [
      'an authority that leaves',
      [[actors.lead, { type: 'leave', authority: 'Norre Strand Kommune', reason: 'Besparelser' }]],
      { type: 'authority-left', authority: 'Norre Strand Kommune' },
    ],
    ['a pause', [acts.pause], { type: 'paused', lookAgainAt: '2027-02-01T07:00:00.000Z' }],
    ['its end', [acts.pause, acts.resume], { type: 'resumed' }],
    [
      'a place on the agenda',
      [acts.reconsider, acts.agenda],
      { type: 'put-on-agenda', meeting: { meeting: meetings.september } },
    ],
    [
      'a meeting that was cancelled',
      [
        acts.reconsider,
        acts.agenda,
        [actors.agendaKeeper, { type: 'postpone', from: meetings.september, why: 'cancelled' }],
      ],
      { type: 'postponed', why: 'cancelled' },
    ],
    [
      'a meeting that moves it on',
      [
        acts.reconsider,
        acts.agenda,
        [
          actors.agendaKeeper,
          {
            type: 'postpone',
            from: meetings.september,
            why: 'inquorate',
            to: { meeting: meetings.december, meetingAt: '2027-01-10T08:00:00.000Z' },
          },
        ],
      ],
      { type: 'postponed', to: { meeting: meetings.december } },
    ],
    [
      'a new frame',
      [acts.reconsider, acts.agenda, acts.rescope],
      { type: 'rescoped', baseline: aBaseline({ endsOn: '2028-06-30' }) },
    ],
    [
      'going on with a new date',
      [acts.reconsider, acts.agenda, acts.goOn],
      { type: 'continued', endsOn: '2027-12-31' },
    ],
    ['a stop', [acts.reconsider, acts.agenda, acts.stop], { type: 'stopped', decision: { outcome: 'stop' } }],
    [
      'a level that changes',
      [[actors.secretariat, { type: 'place', level: 3, reason: 'Hemmelig grund' }]],
      { type: 'level-changed', from: 2, to: 3 },
    ],
  ])('given a running project and %s, when it is told, then in its public fields', (_, more, expected) => {
    const event = told(...running, ...more)
      .filter((one) => one?.type === ('type' in expected ? expected.type : ''))
      .at(-1)
    expect(event).toMatchObject(expected)
    expect(Object.keys(event ?? {})).not.toEqual(expect.arrayContaining(['reason']))
  })

  it('given a reconsideration, when it is told, then without its grounds', () => {
    const opened = told(...running, acts.reconsider).find((event) => event?.type === 'reconsideration-opened')
    expect(Object.keys(opened ?? {})).toEqual(['type', 'decisionDueAt'])
  })

  it('given a return, a rejection or a withdrawal, when it is told, then with consent only, and in codes', () => {
    expect(last(...onTable(false), acts.returnByBoard)).toBeUndefined()
    expect(last(...onTable(false), acts.reject)).toBeUndefined()
    expect(last(...approvedLife(false), acts.withdraw)).toBeUndefined()
    expect(last(...onTable(true), acts.returnByBoard)).toMatchObject({
      type: 'returned',
      from: 'board',
      reasons: [{ code: 'architecture', criteria: ['F18'] }],
      decision: { outcome: 'return', reason: 'Løser et fælles behov.' },
    })
    expect(last(...onTable(true), acts.reject)).toMatchObject({ type: 'rejected', decision: { outcome: 'reject' } })
    expect(last(...approvedLife(true), acts.withdraw)).toEqual({ type: 'withdrawn', by: 'proposer' })
    expect(last(...onTable(true), acts.returnByBoard, acts.merge)).toEqual({ type: 'merged' })
  })

  it('given a frame that is withheld, when what came before and after is told, then that it is, and no part of it', () => {
    const log = life([...running, acts.withhold, acts.reconsider, acts.agenda, acts.rescope])
    const other = life([...running, acts.reconsider, acts.agenda, acts.goOn, acts.withhold])
    const all = [log, other].flatMap((one) =>
      happenings(projects.sensor, one).map(({ event, after, commit }) =>
        publicEvent(event, after, commit.at, '2027-03-01'),
      ),
    )
    expect(all.filter((event) => event !== undefined).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['approved', 'started', 'frame-withheld', 'rescoped', 'continued']),
    )
    expect(all).toContainEqual({ type: 'frame-withheld', until: '2027-03-01' })
    expect(JSON.stringify(all)).not.toMatch(/"(baseline|budget|endsOn|scope)"/)
    expect(last(...running, acts.withhold, [actors.secretariat, { type: 'withhold-frame', until: null }])).toEqual({
      type: 'frame-released',
    })
  })

  it('given a return that no decision came with, when the project is public all the same, then none is told', () => {
    const project = projectOf(life(running))
    const event: ProjectEvent = {
      type: 'returned',
      from: 'secretariat',
      reasons: [],
      comeBackWith: 'En tegning.',
      loop: 1,
      resubmissionDueAt: '2027-01-01T07:00:00.000Z',
    }
    expect(publicEvent(event, project, project.submittedAt, undefined)).not.toHaveProperty('decision')
    const informed = { type: 'board-informed', of: 'started' } as const
    expect(publicEvent(informed, project, project.submittedAt, undefined)).toEqual(informed)
  })

  it('given what leads up to a decision, when a project is public, then it stays untold all the same', () => {
    const project = projectOf(life(running))
    const log = life([
      ...onTable(true),
      acts.returnByBoard,
      acts.resubmit,
      [actors.secretariat, { type: 'assess', evaluations: { R1: { colour: 'green' } } }],
      [actors.proposer, { type: 'revise', concept: { value: 'Mere' } }],
      [actors.secretariat, { type: 'place', level: 2 }],
      acts.ready,
      acts.agenda,
      acts.reject,
      acts.reopen,
    ])
    const untold = happenings(projects.sensor, log).filter(
      ({ event, commit }) => publicEvent(event, project, commit.at, undefined) === undefined,
    )
    expect(untold.map(({ event }) => event.type)).toEqual([
      'submitted',
      'placed',
      'marked-ready',
      'resubmitted',
      'assessed',
      'revised',
      'placed',
      'marked-ready',
      'reopened',
    ])
  })

  it('given going on with the old date, when it is told, then no date is', () => {
    const decision = { by: 'board', outcome: 'continue', reason: 'R', criteria: [], nextStep: 'N' } as const
    const event: ProjectEvent = { type: 'continued', decision, goesOn: { conditions: [] } }
    expect(publicEvent(event, projectOf(life(running)), '2027-01-01T07:00:00.000Z', undefined)).not.toHaveProperty(
      'endsOn',
    )
    expect(impersonalEvent(event)).toEqual(event)
  })
})

const secret = 'FORTROLIGT'
const everyone: readonly Actor[] = [
  actors.secretariat,
  actors.chair,
  actors.proposer,
  actors.lead,
  actors.agendaKeeper,
  actors.classification,
]
const words = { outcome: 'approve', reason: 'Begrundelse', criteria: ['R1'], nextStep: 'Næste skridt' } as const
const tally = {
  counts: { approve: 1 },
  eligible: 1,
  excluded: [{ member: people.palle, why: 'declared' }],
  quorum: 1,
  cast: 1,
} as const
const meeting = { meeting: meetings.september, meetingAt: '2026-12-10T08:00:00.000Z' }
const decide = (decision: Partial<(ProjectCommand & { type: 'decide' })['decision']>): ProjectCommand => ({
  type: 'decide',
  meeting: meetings.september,
  decision: { ...words, ...decision },
  tally,
})
/** Every act that can carry free text or a person, with the same word in each text that is not public. */
const commands: readonly ProjectCommand[] = [
  { type: 'comment', text: secret, criterion: 'R1' },
  { type: 'propose-level', proposal: { level: 2, pointers: [], missingForNext: [], unmet: [] } },
  { type: 'place', level: 1, reason: secret },
  { type: 'place', level: 2, reason: secret },
  { type: 'revise', concept: { background: secret }, answers: { R1: { answer: 'yes', text: secret } } },
  { type: 'assess', evaluations: { R1: { colour: 'red', text: secret } } },
  { type: 'mark-ready', note: secret },
  { type: 'return', reasons: [{ code: 'other', text: secret }], comeBackWith: secret },
  { type: 'resubmit', concept: { value: secret }, note: secret },
  { type: 'withdraw', reason: secret },
  { type: 'merge', into: projects.borger, intoIsLive: true, reason: secret },
  { type: 'absorb', project: projects.arkiv, contact: people.ditte, authority: 'Østervig Kommune' },
  { type: 'put-on-agenda', meeting },
  { type: 'postpone', from: meetings.september, why: 'not-reached', to: meeting },
  decide({ conditions: [{ text: secret, owner: people.kasper, dueOn: '2027-01-01' }], baseline: aBaseline() }),
  decide({ outcome: 'reject' }),
  decide({ outcome: 'return', reasons: [{ code: 'other', text: secret }], comeBackWith: secret }),
  decide({ outcome: 'continue' }),
  decide({ outcome: 'rescope', baseline: aBaseline() }),
  decide({ outcome: 'stop' }),
  { type: 'decide-reconsideration', decision: { ...words, outcome: 'continue' } },
  {
    type: 'decide-reconsideration',
    decision: { ...words, outcome: 'return', reasons: [{ code: 'economy', text: secret }], comeBackWith: secret },
  },
  { type: 'appoint-lead', lead: people.troels },
  { type: 'transfer-proposer', proposer: people.maren },
  { type: 'name-steering-group', members: [people.birgitte] },
  { type: 'join', authority: 'Holmsund Kommune', pledge: { hours: 10 } },
  { type: 'leave', authority: 'Tisvang Kommune', reason: secret },
  { type: 'start', baseline: aBaseline(), lead: people.troels },
  { type: 'report', report: aReport({ nextPeriod: secret, helpWanted: secret }) },
  { type: 'review-report', number: 1, outcome: 'return', text: secret },
  { type: 'review-report', number: 1, outcome: 'accept', text: secret },
  { type: 'open-reconsideration', text: secret },
  { type: 'fulfil-condition', condition: 1, evidence: secret },
  { type: 'waive-condition', condition: 1, reason: secret },
  { type: 'withhold-frame', until: '2028-02-01' },
  { type: 'withhold-frame', until: null },
  { type: 'pause', reason: secret, lookAgainOn: '2028-02-01' },
  { type: 'resume' },
  { type: 'reopen', reason: secret },
]

/** First straight to the board's table or past it, so that most lives become public; then anything. */
const beginnings: readonly (readonly Act[])[] = [
  [],
  onTable(true).slice(1),
  approvedLife().slice(1),
  running.slice(1),
  [...running, acts.reconsider, acts.agenda].slice(1),
]
const anything = fc.tuple(
  fc.boolean(),
  fc.constantFrom(...beginnings),
  fc.array(fc.tuple(fc.constantFrom(...everyone), fc.constantFrom(...commands)), {
    minLength: 5,
    maxLength: 40,
    size: 'max',
  }),
)

describe('whatever the log', () => {
  it('given any life, when it is published, then no contact, no count of votes and no private text is in it', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anything, ([consent, beginning, tries]) => {
        for (const { event, after, commit } of happenings(
          projects.sensor,
          lived([acts.submit(consent), ...beginning, ...tries]),
        )) {
          const told = publicEvent(event, after, commit.at, undefined)
          if (told !== undefined) seen.add(told.type)
          const text = JSON.stringify([told, publicFieldsOf(after, undefined)])
          expect(text).not.toContain(secret)
          expect(text).not.toContain('con_')
          expect(text).not.toContain('tally')
          const whole = JSON.stringify(impersonalEvent(event))
          expect(whole).not.toContain('con_')
        }
      }),
      { numRuns: 300, seed: 20_261_123 },
    )
    expect([...seen]).toEqual(
      expect.arrayContaining(['approved', 'started', 'authority-joined', 'paused', 'stopped', 'returned', 'rejected']),
    )
  })
})
