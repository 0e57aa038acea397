import { describe, expect, it, test } from 'vitest'
import { linkLetter } from '../../shared/domain/correspondence/link-letter.ts'
import { eventsWithoutMail, lettersFor, streamsNamedBy } from '../../shared/domain/correspondence.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { lettersAfter, lettersOfCommit, lines, titles } from './support/correspondence.ts'
import {
  aCondition,
  act,
  aDecision,
  anApproved,
  anIdea,
  aReady,
  aReturned,
  aRunning,
  aShaped,
  aTally,
  day,
  onAgenda,
  returning,
} from './support/life.ts'
import { aBaseline, aConcept, actors, meetings, people, person, projects } from './support/material.ts'

describe('given an idea', () => {
  it('when it arrives, then the proposer has a receipt and the secretariat the move', () => {
    const submit = {
      type: 'submit',
      kind: 'new',
      concept: aConcept(),
      answers: {},
      proposer: people.maren,
      consentToPublish: false,
    } as const
    expect(lines(lettersAfter(undefined, submit, actors.anonymous, day(0)))).toEqual([
      'received → secretariat !',
      'received → maren as proposer',
    ])
  })

  it('when it is placed, then the proposer has the move', () => {
    const letters = lettersAfter(anIdea(), { type: 'place', level: 2, reason: 'Flere.' }, actors.secretariat, day(3))
    expect(lines(letters)).toEqual(['level-placed → maren as proposer !'])
    expect(letters[0]?.move).toMatchObject({ task: 'shape', by: day(63) })
    const confirmed = lettersAfter(anIdea(), { type: 'place', level: 1 }, actors.secretariat, day(3))
    expect(confirmed[0]?.body).toEqual({ template: 'level-placed', level: 1 })
  })

  it('when it is returned, then the proposer hears why, and what to come back with', () => {
    const letters = lettersAfter(aShaped(2), { type: 'return', ...returning }, actors.secretariat, day(10))
    expect(lines(letters)).toEqual(['returned → maren as proposer !'])
    expect(letters[0]?.body).toMatchObject({
      from: 'secretariat',
      comeBackWith: returning.comeBackWith,
      loop: 1,
      wasRunning: false,
    })
  })

  it('when somebody writes after the move was due, then the letter knows that it is late', () => {
    const comment = { type: 'comment', text: 'Hvad nu?' } as const
    const [inTime] = lettersAfter(aReturned(), comment, actors.secretariat, day(20))
    expect(inTime?.move).toMatchObject({ task: 'resubmit', yours: true })
    expect(inTime?.move).not.toHaveProperty('isLate')
    const [late] = lettersAfter(aReturned(), comment, actors.secretariat, day(300))
    expect(late?.move).toMatchObject({ task: 'resubmit', yours: true, isLate: true })
  })

  it('when it comes again, then the secretariat sees what changed', () => {
    const command = { type: 'resubmit', concept: { title: 'Med cases' }, note: 'Nu med cases.' } as const
    const letters = lettersAfter(aReturned(), command, actors.proposer, day(20))
    expect(lines(letters)).toEqual(['resubmitted → secretariat !', 'resubmitted → maren as proposer'])
    expect(letters[0]?.body).toMatchObject({ changedFields: ['title'], note: 'Nu med cases.', loop: 1 })
    const silent = lettersAfter(aReturned(), { type: 'resubmit', concept: {} }, actors.proposer, day(20))
    expect(silent[0]?.body).not.toHaveProperty('note')
  })

  it('when the proposer writes the concept anew, then the secretariat reads of it in the morning, and what is new', () => {
    const revise = {
      type: 'revise',
      concept: { value: 'Færre rykkere.' },
      answers: { R1: { answer: 'planned' } },
    } as const
    const letters = lettersAfter(aShaped(2), revise, actors.proposer, day(20))
    expect(lines(letters)).toEqual(['revised → secretariat !'])
    expect(letters[0]).toMatchObject({
      body: { by: 'proposer', changedFields: ['value'], changedCriteria: ['R1'] },
      move: { task: 'look-at-revision', party: 'secretariat', by: aShaped(2).due[0]?.dueAt },
      delivery: { when: 'morning' },
    })
    const [early] = lettersAfter(anIdea(), revise, actors.proposer, day(1))
    expect(early?.move).toMatchObject({ task: 'answer', yours: true })
  })

  it('when the secretariat writes in it, then the proposer reads of it, and still has the move', () => {
    const revise = { type: 'revise', concept: { value: 'Færre rykkere.' } } as const
    const letters = lettersAfter(aShaped(2), revise, actors.secretariat, day(20))
    expect(lines(letters)).toEqual(['revised → maren as proposer !'])
    expect(letters[0]).toMatchObject({
      body: { by: 'secretariat' },
      move: { task: 'shape' },
      delivery: { when: 'morning' },
    })
  })

  it('when somebody comments, then the others in the dialogue hear of it', () => {
    const comment = (project: Parameters<typeof lettersAfter>[0], actor: Parameters<typeof lettersAfter>[2]) =>
      lettersAfter(project, { type: 'comment', text: 'Hvad med tal?' }, actor, day(90))
    expect(lines(comment(anIdea(), actors.secretariat))).toEqual(['comment → maren as proposer'])
    expect(lines(comment(anIdea(), actors.proposer))).toEqual(['comment → secretariat !'])
    expect(lines(comment(aRunning(), actors.lead))).toEqual(['comment → maren as proposer', 'comment → secretariat'])
    expect(lines(comment(aRunning(), actors.member))).toEqual([
      'comment → troels as lead !',
      'comment → maren as proposer',
      'comment → secretariat',
    ])
    const by = (actor: Parameters<typeof lettersAfter>[2]) => comment(aRunning(), actor)[0]?.body
    expect(by(actors.steering)).toMatchObject({ by: 'steering' })
    expect(by(actors.owner)).toMatchObject({ by: 'owner' })
    expect(by(actors.chair)).toMatchObject({ by: 'chair' })
    expect(by(actors.member)).toMatchObject({ by: 'board' })
    const stranger = lettersOfCommit(
      aRunning(),
      [{ type: 'commented', text: 'Hej', criterion: 'R1' }],
      person('con_stranger'),
      day(90),
    )
    expect(stranger[0]?.body).toMatchObject({ by: 'contact', criterion: 'R1' })
  })

  it('when it is merged, then both sides hear of it', () => {
    const merge = { type: 'merge', into: projects.borger, intoIsLive: true, reason: 'Samme idé.' } as const
    const letters = lettersAfter(aShaped(), merge, actors.secretariat, day(10))
    expect(lines(letters)).toEqual(['merged → maren as proposer'])
    expect(letters[0]?.body).toMatchObject({ into: projects.borger, title: 'Borgernes overblik' })
    const absorb = {
      type: 'absorb',
      project: projects.borger,
      contact: people.ditte,
      authority: 'Østervig Kommune',
    } as const
    const absorbed = lettersAfter(aRunning(), absorb, actors.agendaKeeper, day(90))
    expect(lines(absorbed)).toEqual(['merged-in → troels as lead !', 'merged-in → maren as proposer'])
    const own = lettersAfter(
      aShaped(),
      { ...absorb, contact: people.maren, project: projects.arkiv },
      actors.agendaKeeper,
      day(9),
    )
    expect(lines(own)).toEqual([])
  })

  it('when the other project is unknown, then its id stands for it', () => {
    const events = [{ type: 'merged', into: projects.arkiv, reason: 'Samme.' }] as const
    expect(lettersOfCommit(aShaped(), events, actors.secretariat, day(9))[0]?.body).toMatchObject({
      title: projects.arkiv,
    })
    const joined = [
      { type: 'joined-by', project: projects.arkiv, contact: people.ditte, authority: 'Østervig Kommune' },
    ] as const
    expect(lettersOfCommit(aShaped(), joined, actors.agendaKeeper, day(9))[0]?.body).toMatchObject({
      title: projects.arkiv,
    })
  })

  it('when it is withdrawn, then all hear of it, the board only where it waited for the board', () => {
    const withdraw = { type: 'withdraw', reason: 'Ingen penge.' } as const
    expect(lines(lettersAfter(aShaped(2), withdraw, actors.proposer, day(10)))).toEqual([
      'withdrawn → maren as proposer',
      'withdrawn → secretariat',
    ])
    expect(lines(lettersAfter(onAgenda(), { type: 'withdraw' }, actors.proposer, day(30)))).toEqual([
      'withdrawn → maren as proposer',
      'withdrawn → secretariat',
      'withdrawn → board',
    ])
  })

  it('when it ends before anybody could read of it, then its people are told until when their words are kept', () => {
    const reason = 'Ingen penge.'
    const merge = { type: 'merge', into: projects.borger, intoIsLive: true, reason } as const
    for (const letters of [
      lettersAfter(aShaped(), { type: 'withdraw', reason }, actors.proposer, day(10)),
      lettersAfter(aShaped(), merge, actors.secretariat, day(10)),
    ])
      expect(letters[0]?.body).toHaveProperty('erasedAt')
    const [consented] = lettersOfCommit(aShaped(), [{ type: 'withdrawn', by: 'proposer' }], actors.proposer, day(10))
    expect(consented?.body).not.toHaveProperty('erasedAt')
  })

  it('when it is withdrawn after its approval, then the owner of a condition hears of it, and the board where it was asked again', () => {
    const told = ['withdrawn → maren as proposer', 'withdrawn → kasper as owner', 'withdrawn → secretariat']
    expect(lines(lettersAfter(anApproved(), { type: 'withdraw' }, actors.proposer, day(60)))).toEqual(told)
    const ask = { type: 'open-reconsideration', text: 'Ingen leverandør.' } as const
    const asked = act(anApproved(), ask, actors.secretariat, day(60))
    expect(lines(lettersAfter(asked, { type: 'withdraw' }, actors.proposer, day(61)))).toEqual([
      ...told,
      'withdrawn → board',
    ])
  })

  it('when it is opened again, then the proposer hears why', () => {
    const closed = act(aShaped(), { type: 'withdraw' }, actors.proposer, day(10))
    expect(lines(lettersAfter(closed, { type: 'reopen', reason: 'Nye midler.' }, actors.secretariat, day(20)))).toEqual(
      ['reopened → maren as proposer'],
    )
  })
})

describe('given a concept', () => {
  it('when it is ready, then the board has the move, and on level 1 the secretariat, which did it itself', () => {
    const ready = { type: 'mark-ready', note: 'God.' } as const
    expect(lines(lettersAfter(aShaped(2), ready, actors.secretariat, day(20)))).toEqual([
      'concept-ready → board !',
      'concept-ready → maren as proposer',
    ])
    const level1 = lettersAfter(aShaped(1), { type: 'mark-ready' }, actors.secretariat, day(20))
    expect(lines(level1)).toEqual(['concept-ready → maren as proposer'])
    expect(level1[0]?.move).toMatchObject({ task: 'start-level-1', party: 'secretariat' })
  })

  it('when it is put on the agenda, or put off, then those affected hear of it', () => {
    const meeting = { meeting: meetings.december, meetingAt: day(90) }
    expect(lines(lettersAfter(aReady(2), { type: 'put-on-agenda', meeting }, actors.agendaKeeper, day(21)))).toEqual([
      'on-agenda → maren as proposer',
    ])
    const off = { type: 'postpone', from: meetings.september, why: 'cancelled' } as const
    expect(lines(lettersAfter(onAgenda(), { ...off, to: meeting }, actors.agendaKeeper, day(40)))).toEqual([
      'postponed → maren as proposer',
    ])
    expect(lines(lettersAfter(onAgenda(), off, actors.agendaKeeper, day(40)))).toEqual([
      'postponed → maren as proposer',
      'postponed → secretariat',
    ])
  })

  const decide = (outcome: 'approve' | 'return' | 'reject') =>
    ({
      type: 'decide',
      meeting: meetings.september,
      tally: aTally(),
      decision: aDecision({
        outcome,
        ...(outcome === 'return' ? returning : {}),
        ...(outcome === 'approve'
          ? { baseline: aBaseline(), conditions: [aCondition, { ...aCondition, owner: people.maren }] }
          : {}),
      }),
    }) as const

  it('when it is approved, then owners hear of their conditions, once, and what is missing stands there', () => {
    const letters = lettersAfter(onAgenda(), decide('approve'), actors.chair, day(50))
    expect(lines(letters)).toEqual([
      'approved → maren as proposer !',
      'approved → secretariat',
      'condition-given → kasper as owner !',
    ])
    expect(letters[0]?.body).toMatchObject({
      conditions: [
        { number: 1, yours: false },
        { number: 2, yours: true },
      ],
      firstReportAfter: 90,
      lacks: ['lead', 'steering-group'],
    })
    expect(letters[0]?.move).toMatchObject({ task: 'name-lead' })
  })

  it('when there is a lead, but no steering group, then one is to be named before the start', () => {
    const led = act(onAgenda(), { type: 'appoint-lead', lead: people.troels }, actors.secretariat, day(30))
    const [letter] = lettersAfter(led, decide('approve'), actors.chair, day(50))
    expect(letter?.body).toMatchObject({ lacks: ['steering-group'] })
    expect(letter?.move).toMatchObject({ task: 'name-steering-group', party: 'lead', yours: true })
  })

  it('when a lead and a steering group are named already, then nothing is missing', () => {
    const led = act(onAgenda(), { type: 'appoint-lead', lead: people.troels }, actors.secretariat, day(30))
    const steered = act(led, { type: 'name-steering-group', members: [people.birgitte] }, actors.secretariat, day(30))
    const letters = lettersAfter(steered, decide('approve'), actors.chair, day(50))
    expect(lines(letters)).toEqual([
      'approved → troels as lead !',
      'approved → maren as proposer',
      'approved → birgitte as steering',
      'approved → secretariat',
      'condition-given → kasper as owner !',
    ])
    expect(letters[0]?.body).toMatchObject({ lacks: [] })
    expect(letters[0]?.move).toMatchObject({ task: 'start', yours: true })
  })

  it('when the cadence of reports is one for all levels, or none, then that is told', () => {
    const [event] = [{ ...decide('approve') }]
    const told = (days: number | undefined) => {
      const { days: _, ...report } = defaultSettings.clocks.report
      const settings = {
        ...defaultSettings,
        clocks: { ...defaultSettings.clocks, report: days === undefined ? report : { ...report, days } },
      }
      const approved = anApproved()
      const commit = {
        actor: actors.chair,
        at: day(50),
        events: [
          {
            type: 'approved',
            decision: { ...event.decision, by: 'board', outcome: 'approve' },
            conditions: [],
            conditionsDueAt: [],
            baseline: aBaseline(),
            startDueAt: day(110),
          },
        ],
      } as const
      return lettersFor(commit.events[0], approved, { commit, settings, titles })[0]?.body
    }
    expect(told(45)).toMatchObject({ firstReportAfter: 45 })
    expect(told(undefined)).toMatchObject({ firstReportAfter: 0 })
  })

  it('when the board returns it, then the secretariat hears of it too', () => {
    expect(lines(lettersAfter(onAgenda(), decide('return'), actors.chair, day(50)))).toEqual([
      'returned → maren as proposer !',
      'returned → secretariat',
    ])
  })

  it('when it is rejected, then nobody has the move', () => {
    const letters = lettersAfter(onAgenda(), decide('reject'), actors.chair, day(50))
    expect(letters[0]?.body).toHaveProperty('erasedAt')
    expect(lines(letters)).toEqual(['rejected → maren as proposer', 'rejected → secretariat'])
    expect(letters[0]?.move).toEqual({ task: 'nothing', party: 'nobody', yours: false })
  })
})

describe('given people who come and go', () => {
  it('when a lead is appointed, then the one before hears that it is over', () => {
    expect(
      lines(lettersAfter(anApproved(), { type: 'appoint-lead', lead: people.troels }, actors.proposer, day(51))),
    ).toEqual(['lead-appointed → troels as lead !', 'lead-appointed → secretariat'])
    expect(
      lines(lettersAfter(aRunning(), { type: 'appoint-lead', lead: people.ditte }, actors.secretariat, day(90))),
    ).toEqual([
      'lead-appointed → ditte as lead !',
      'lead-appointed → maren as proposer',
      'lead-replaced → troels as former',
    ])
    const again = [{ type: 'lead-appointed', lead: people.troels }] as const
    expect(lines(lettersOfCommit(aRunning(), again, actors.secretariat, day(90)))).toEqual([
      'lead-appointed → troels as lead !',
      'lead-appointed → maren as proposer',
    ])
  })

  it('when the proposer hands over, then both hear of it', () => {
    const transfer = { type: 'transfer-proposer', proposer: people.ditte } as const
    expect(lines(lettersAfter(aShaped(), transfer, actors.proposer, day(9)))).toEqual([
      'proposer-transferred → ditte as proposer !',
      'proposer-transferred → secretariat',
      'proposer-replaced → maren as former',
    ])
    expect(lines(lettersAfter(aRunning(), transfer, actors.secretariat, day(90)))).toEqual([
      'proposer-transferred → troels as lead !',
      'proposer-transferred → ditte as proposer',
      'proposer-replaced → maren as former',
    ])
    const again = [{ type: 'proposer-transferred', proposer: people.maren }] as const
    expect(lines(lettersOfCommit(aShaped(), again, actors.secretariat, day(9)))).toEqual([
      'proposer-transferred → maren as proposer !',
    ])
  })

  it('when the steering group is named anew, then only those who are new or gone are told as members', () => {
    const name = { type: 'name-steering-group', members: [people.lone] } as const
    expect(lines(lettersAfter(aRunning(), name, actors.lead, day(90)))).toEqual([
      'steering-group-named → lone as steering',
      'steering-group-named → maren as proposer',
      'steering-group-named → secretariat',
      'steering-group-left → birgitte as former',
    ])
    const first = [{ type: 'steering-group-named', members: [people.lone] }] as const
    expect(lines(lettersOfCommit(anApproved(), first, actors.secretariat, day(90)))).toContain(
      'steering-group-named → lone as steering',
    )
  })

  it('when authorities join and leave, then those who carry it hear of it', () => {
    const join = { type: 'join', authority: 'Østervig Kommune', pledge: { hours: 40 } } as const
    expect(lines(lettersAfter(aRunning(), join, actors.lead, day(90)))).toEqual([
      'authority-joined → maren as proposer',
      'authority-joined → secretariat',
    ])
    const leave = { type: 'leave', authority: 'Norre Strand Kommune' } as const
    const letters = lettersAfter(aRunning(), { ...leave, reason: 'Besparelser.' }, actors.secretariat, day(90))
    expect(lines(letters)).toEqual(['authority-left → troels as lead !', 'authority-left → maren as proposer'])
    expect(letters[0]?.body).toMatchObject({ remaining: 2, reason: 'Besparelser.' })
    expect(lettersAfter(aRunning(), leave, actors.lead, day(90))[0]?.body).not.toHaveProperty('reason')
  })
})

test('what nobody is written to about has a reason, and no letter', () => {
  for (const [type, why] of Object.entries(eventsWithoutMail)) expect(why.length, type).toBeGreaterThan(20)
  const silent = [
    { type: 'level-proposed', proposal: { level: 1, pointers: [], missingForNext: [], unmet: [] } },
    { type: 'assessed', evaluations: {} },
  ] as const
  expect(lettersOfCommit(anIdea(), silent, actors.secretariat, day(1))).toEqual([])
})

test('where nothing is known of what was before, letters tell what can be told', () => {
  const decision = { by: 'board', ...aDecision({ outcome: 'stop' }) } as const
  const events = [
    { type: 'stopped', decision },
    { type: 'returned', from: 'board', reasons: [], comeBackWith: 'Cases.', loop: 1, resubmissionDueAt: day(90) },
    { type: 'lead-appointed', lead: people.troels },
    { type: 'proposer-transferred', proposer: people.maren },
    { type: 'steering-group-named', members: [people.birgitte] },
    { type: 'withdrawn', by: 'proposer' },
    { type: 'completed' },
  ] as const
  const commit = { actor: actors.monitor, at: day(80), events }
  const told = events.map((event) => lettersFor(event, aRunning(), { commit, settings: defaultSettings, titles }))
  expect(told.map((letters) => lines(letters).length)).toEqual([4, 4, 3, 3, 4, 4, 5])
})

test('only merges name other streams', () => {
  expect(streamsNamedBy({ type: 'merged', into: projects.borger, reason: 'Samme.' })).toEqual([projects.borger])
  expect(streamsNamedBy({ type: 'joined-by', project: projects.arkiv, contact: people.ditte, authority: 'Ø' })).toEqual(
    [projects.arkiv],
  )
  expect(streamsNamedBy({ type: 'resumed', due: [] })).toEqual([])
  expect(streamsNamedBy({ type: 'papers-sent' })).toEqual([])
})

describe('given somebody who asks for a link', () => {
  it('then it is for the part that has the move, and only for people who have a part', () => {
    expect(linkLetter(aRunning(), people.troels)).toMatchObject({ as: 'lead', move: { yours: true } })
    expect(linkLetter(aRunning(), people.maren)).toMatchObject({ as: 'proposer' })
    expect(linkLetter(aRunning(), people.kasper)).toMatchObject({ as: 'owner' })
    expect(linkLetter(aRunning(), people.ditte)).toBeUndefined()
    const both = { ...aReturned(), lead: people.maren }
    expect(linkLetter(both, people.maren)).toMatchObject({ as: 'proposer', move: { yours: true } })
  })
})
