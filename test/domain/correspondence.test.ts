import { describe, expect, it, test } from 'vitest'
import { linkLetter } from '../../shared/domain/correspondence/link-letter.ts'
import { taskInHand } from '../../shared/domain/correspondence/next-move.ts'
import { eventsWithoutMail, lettersFor, streamsNamedBy } from '../../shared/domain/correspondence.ts'
import { dueKinds } from '../../shared/domain/deadlines/due-item.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { lettersAfter, lettersOfCommit, lines, titles } from './support/correspondence.ts'
import {
  aCondition,
  act,
  aDecision,
  anApproved,
  anIdea,
  aPaused,
  aReady,
  aReconsidered,
  aRunning,
  aShaped,
  aTally,
  day,
  onAgenda,
} from './support/life.ts'
import { aBaseline, aConcept, actors, aReport, meetings, people, person, projects } from './support/material.ts'

const reasons = [{ code: 'value-unclear', text: 'Hvem får gavn af det?' }] as const
const comeBackWith = 'To cases fra hverdagen.'
const aReturned = () => act(aShaped(2), { type: 'return', reasons, comeBackWith }, actors.secretariat, day(10))

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
    const letters = lettersAfter(aShaped(2), { type: 'return', reasons, comeBackWith }, actors.secretariat, day(10))
    expect(lines(letters)).toEqual(['returned → maren as proposer !'])
    expect(letters[0]?.body).toMatchObject({ from: 'secretariat', comeBackWith, loop: 1, wasRunning: false })
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
        ...(outcome === 'return' ? { reasons, comeBackWith } : {}),
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
    expect(lines(letters)).toEqual(['rejected → maren as proposer', 'rejected → secretariat'])
    expect(letters[0]?.move).toEqual({ task: 'nothing', party: 'nobody', yours: false })
  })
})

describe('given a project that starts', () => {
  it('when the secretariat starts it on level 1, then its new lead is told of both in one, and the board is informed', () => {
    const start = { type: 'start', baseline: aBaseline(), lead: people.troels } as const
    expect(lines(lettersAfter(aReady(1), start, actors.secretariat, day(60)))).toEqual([
      'started → troels as lead !',
      'started → maren as proposer',
      'board-informed → board',
    ])
  })

  it('when its lead starts it, then the secretariat hears of it', () => {
    const led = act(anApproved(), { type: 'appoint-lead', lead: people.troels }, actors.secretariat, day(51))
    const steered = act(led, { type: 'name-steering-group', members: [people.birgitte] }, actors.lead, day(52))
    expect(lines(lettersAfter(steered, { type: 'start' }, actors.lead, day(60)))).toEqual([
      'started → troels as lead !',
      'started → maren as proposer',
      'started → birgitte as steering',
      'started → secretariat',
    ])
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

describe('given a running project', () => {
  const report = { type: 'report', report: aReport() } as const
  const reported = () => act(aRunning(), report, actors.lead, day(140))

  it('when it reports, then the review is the secretariat’s move', () => {
    const letters = lettersAfter(aRunning(), report, actors.lead, day(140))
    expect(lines(letters)).toEqual(['report-received → secretariat !', 'report-received → troels as lead'])
    expect(letters[0]?.move).toMatchObject({ task: 'review' })
    const asking = { ...report, report: aReport({ overall: 'yellow', helpWanted: 'En arkitekt.' }) }
    expect(lettersAfter(aRunning(), asking, actors.lead, day(140))[0]?.body).toMatchObject({
      overall: 'yellow',
      helpWanted: 'En arkitekt.',
    })
    const { baseline: _, ...frameless } = aRunning()
    const [event] = lettersOfCommit(
      { ...frameless, due: [] },
      [
        {
          type: 'reported',
          number: 1,
          report: aReport(),
          late: false,
          correction: true,
          reviewDueAt: day(150),
        },
      ],
      actors.lead,
      day(140),
    )
    expect(event?.body).not.toHaveProperty('budget')
    expect(event?.body).not.toHaveProperty('nextReportDueAt')
  })

  it('when the report is accepted or sent back, then the lead hears of it', () => {
    const review = { type: 'review-report', number: 1 } as const
    const accepted = lettersAfter(
      reported(),
      { ...review, outcome: 'accept', text: 'Fint.' },
      actors.secretariat,
      day(141),
    )
    expect(lines(accepted)).toEqual(['report-accepted → troels as lead !'])
    expect(accepted[0]?.body).toMatchObject({ note: 'Fint.' })
    const back = lettersAfter(reported(), { ...review, outcome: 'return', text: 'Tal?' }, actors.secretariat, day(141))
    expect(lines(back)).toEqual(['report-returned → troels as lead !'])
    expect(back[0]?.move).toMatchObject({ task: 'correct', by: day(155) })
  })

  it('when a report shows that the frame does not hold, then all hear that it is taken up again', () => {
    const over = { type: 'report', report: aReport({ endsOn: '2028-01-31' }) } as const
    expect(lines(lettersAfter(aRunning(), over, actors.lead, day(140)))).toEqual([
      'report-received → secretariat !',
      'report-received → troels as lead',
      'reconsideration-opened → board !',
      'reconsideration-opened → troels as lead',
      'reconsideration-opened → maren as proposer',
      'reconsideration-opened → birgitte as steering',
      'reconsideration-opened → kasper as owner',
      'reconsideration-opened → secretariat',
    ])
  })

  it('when it is taken up again on level 1, then the board is informed and the secretariat decides', () => {
    const opened = lettersAfter(aRunning(1), { type: 'open-reconsideration', text: 'Konkurs.' }, actors.lead, day(90))
    expect(lines(opened)).toEqual([
      'reconsideration-opened → secretariat !',
      'reconsideration-opened → troels as lead',
      'reconsideration-opened → maren as proposer',
      'board-informed → board',
    ])
    expect(opened.at(-1)?.body).toMatchObject({ grounds: [{ kind: 'asked' }] })
    const decision = aDecision({ outcome: 'continue', endsOn: '2027-12-31' })
    const decided = lettersAfter(
      aReconsidered(1),
      { type: 'decide-reconsideration', decision },
      actors.secretariat,
      day(80),
    )
    expect(lines(decided)).toEqual([
      'reconsideration-decided → troels as lead !',
      'reconsideration-decided → maren as proposer',
      'board-informed → board',
    ])
    expect(decided.at(-1)?.body).toMatchObject({ decision: { outcome: 'continue' } })
    const stopped = { type: 'decide-reconsideration', decision: aDecision({ outcome: 'stop' }) } as const
    expect(lines(lettersAfter(aReconsidered(1), stopped, actors.secretariat, day(80)))).toContain(
      'stopped → troels as lead',
    )
    const { baseline: _, ...frameless } = aReconsidered(1)
    const informed = [{ type: 'board-informed', of: 'reconsideration-opened' }] as const
    expect(lettersOfCommit(frameless, informed, actors.lead, day(80))[0]?.body).not.toHaveProperty('baseline')
  })

  const agenda = { type: 'put-on-agenda', meeting: { meeting: meetings.december, meetingAt: day(100) } } as const
  const onTable = () => act(aReconsidered(), agenda, actors.agendaKeeper, day(71))
  const settle = (but: Parameters<typeof aDecision>[0]) =>
    lettersAfter(
      onTable(),
      { type: 'decide', meeting: meetings.december, decision: aDecision(but), tally: aTally() },
      actors.chair,
      day(200),
    )

  it('when the reconsideration is on the agenda, then it says so', () => {
    const letters = lettersAfter(aReconsidered(), agenda, actors.agendaKeeper, day(71))
    expect(lines(letters)).toEqual(['on-agenda → maren as proposer', 'on-agenda → troels as lead'])
    expect(letters[0]?.body).toMatchObject({ item: 'reconsideration' })
  })

  it('when it goes on, then new dates stand there, and owners hear of their conditions', () => {
    const goesOn = settle({ outcome: 'continue', conditionsDueOn: '2027-06-01' })
    expect(lines(goesOn)).toEqual([
      'reconsideration-decided → troels as lead !',
      'reconsideration-decided → maren as proposer',
      'reconsideration-decided → birgitte as steering',
      'reconsideration-decided → kasper as owner',
      'reconsideration-decided → secretariat',
    ])
    expect(goesOn[3]?.body).toMatchObject({ conditions: [{ number: 1, dueOn: '2027-06-01', yours: true }] })
    expect(goesOn[0]?.body).toHaveProperty('reportDueAt')
    const waived = settle({ outcome: 'rescope', baseline: aBaseline() })
    expect(waived[3]?.body).toMatchObject({ conditions: [{ number: 1, yours: true }], baseline: aBaseline() })
  })

  it('when it had not started, then the new date of the start stands there', () => {
    const asked = act(anApproved(), { type: 'open-reconsideration', text: 'Konkurs.' }, actors.secretariat, day(55))
    const tabled = act(asked, agenda, actors.agendaKeeper, day(56))
    const decision = aDecision({ outcome: 'continue' })
    const letters = lettersAfter(
      tabled,
      { type: 'decide', meeting: meetings.december, decision, tally: aTally() },
      actors.chair,
      day(100),
    )
    expect(letters[0]?.body).toHaveProperty('startDueAt')
  })

  it('when it is returned, then reports stop, and owners hear of it', () => {
    const letters = settle({ outcome: 'return', reasons, comeBackWith })
    expect(lines(letters)).toEqual([
      'returned → maren as proposer !',
      'returned → troels as lead',
      'returned → birgitte as steering',
      'returned → kasper as owner',
      'returned → secretariat',
    ])
    expect(letters[0]?.body).toMatchObject({ wasRunning: true })
  })

  it('when it is stopped, then all hear of it', () => {
    expect(lines(settle({ outcome: 'stop' }))).toEqual([
      'stopped → troels as lead',
      'stopped → maren as proposer',
      'stopped → birgitte as steering',
      'stopped → kasper as owner',
      'stopped → secretariat',
    ])
  })

  it('when it is paused and resumed, then all hear of it', () => {
    const pause = { type: 'pause', reason: 'Udbud.', lookAgainOn: '2027-01-09' } as const
    const all = ['troels as lead', 'maren as proposer', 'birgitte as steering']
    expect(lines(lettersAfter(aRunning(), pause, actors.secretariat, day(70)))).toEqual(
      all.map((who) => `paused → ${who}`),
    )
    expect(lines(lettersAfter(aPaused(), { type: 'resume' }, actors.secretariat, day(100)))).toEqual([
      'resumed → troels as lead !',
      'resumed → maren as proposer',
      'resumed → birgitte as steering',
    ])
  })

  it('when its level changes, then all hear from when', () => {
    const up = lettersAfter(aRunning(2), { type: 'place', level: 3, reason: 'Større.' }, actors.secretariat, day(70))
    expect(up[0]?.body).toEqual({ template: 'level-changed', from: 2, to: 3, reason: 'Større.' })
    const down = lettersAfter(aRunning(2), { type: 'place', level: 1, reason: 'Mindre.' }, actors.secretariat, day(70))
    expect(down[0]?.body).toHaveProperty('effectiveAt')
  })

  it('when a concept that is ready changes its level, then the board hears whether it has the move', () => {
    const up = lettersAfter(aReady(1), { type: 'place', level: 2, reason: 'Flere.' }, actors.secretariat, day(30))
    expect(lines(up)).toEqual(['level-changed → board !', 'level-changed → maren as proposer'])
    const down = lettersAfter(aReady(2), { type: 'place', level: 1, reason: 'Færre.' }, actors.secretariat, day(30))
    expect(lines(down)).toEqual(['level-changed → maren as proposer', 'level-changed → board'])
  })

  it('when a condition is fulfilled or waived, then those it concerns hear of it', () => {
    const fulfil = { type: 'fulfil-condition', condition: 1, evidence: 'Underskrevet.' } as const
    const fulfilled = lettersAfter(aRunning(), fulfil, actors.owner, day(70))
    expect(lines(fulfilled)).toEqual(['condition-fulfilled → troels as lead !', 'condition-fulfilled → secretariat'])
    expect(fulfilled[0]?.body).toMatchObject({ open: 0, text: aCondition.text })
    const waive = { type: 'waive-condition', condition: 1, reason: 'Unødigt.' } as const
    expect(lines(lettersAfter(aRunning(), waive, actors.chair, day(70)))).toEqual([
      'condition-waived → troels as lead !',
      'condition-waived → kasper as owner',
      'condition-waived → secretariat',
    ])
    for (const type of ['condition-fulfilled', 'condition-waived'] as const) {
      const gone = { type, condition: 9, evidence: 'E.', reason: 'R.' } as const
      expect(lettersOfCommit(aRunning(), [gone], actors.secretariat, day(70))[0]?.body).toMatchObject({ text: '' })
    }
  })
})

describe('given clocks', () => {
  const step = (
    project: ReturnType<typeof aRunning>,
    item: string,
    name: `after-${number}` | `before-${number}` | `overdue-${number}`,
    at: string,
  ) => lettersAfter(project, { type: 'take-step', item, step: name }, actors.monitor, at)
  const fired = (project: ReturnType<typeof aRunning>, item: string, names: readonly string[], at: string) =>
    names.reduce(
      (now, name) => act(now, { type: 'take-step', item, step: name as `overdue-${number}` }, actors.monitor, at),
      project,
    )

  it('when a reminder fires, then it can be refused, and says what follows if nobody acts', () => {
    const letters = step(aReturned(), 'resubmission-1', 'after-30', day(41))
    expect(lines(letters)).toEqual(['reminder → maren as proposer !'])
    expect(letters[0]).toMatchObject({ reminder: true, body: { threat: { consequence: 'withdraw' } } })
  })

  it('when time runs out, then each rung turns to its own, and the lapse is told in advance', () => {
    const reminded = fired(aReturned(), 'resubmission-1', ['after-30', 'after-60', 'after-80'], day(92))
    const first = step(reminded, 'resubmission-1', 'overdue-1', day(101))
    expect(lines(first)).toEqual(['overdue → secretariat'])
    expect(first[0]).toMatchObject({ reminder: false, delivery: { when: 'morning' }, body: { days: 1 } })
    const late = fired(reminded, 'resubmission-1', ['overdue-1'], day(101))
    const warned = step(late, 'resubmission-1', 'overdue-16', day(118))
    expect(lines(warned)).toEqual(['overdue → maren as proposer !'])
    expect(warned[0]?.body).toMatchObject({ threat: { consequence: 'withdraw' } })
    const last = fired(late, 'resubmission-1', ['overdue-16'], day(118))
    const lapsed = step(last, 'resubmission-1', 'overdue-30', day(132))
    expect(lines(lapsed)).toEqual(['withdrawn → maren as proposer', 'withdrawn → secretariat'])
  })

  it('when a step comes late, then its letters, and those of what came with it, wait for a digest', () => {
    const reminded = fired(aReturned(), 'resubmission-1', ['after-30', 'after-60', 'after-80'], day(92))
    const late = step(reminded, 'resubmission-1', 'overdue-1', day(120))
    expect(late.every(({ delivery }) => delivery.when === 'quiet')).toBe(true)
  })

  it('when a project is chased, then lead, steering group or proposer, secretariat and board are turned to', () => {
    const events = (
      kind: 'report' | 'correction' | 'start',
      to: readonly ('lead' | 'steering' | 'steering-or-proposer' | 'chair' | 'board' | 'secretariat')[],
    ) =>
      [
        {
          type: 'step-taken',
          item: 'report-1',
          kind,
          step: 'overdue-7',
          to,
          consequence: 'none',
          at: day(170),
          late: false,
        },
      ] as const
    const told = (project: ReturnType<typeof aRunning>, to: Parameters<typeof events>[1]) =>
      lines(lettersOfCommit(project, events('report', to), actors.monitor, day(170)))
    expect(told(aRunning(), ['lead', 'steering-or-proposer', 'chair'])).toEqual([
      'overdue → troels as lead !',
      'overdue → birgitte as steering',
      'overdue → chair',
    ])
    expect(told(aRunning(1), ['lead', 'steering-or-proposer', 'board'])).toEqual([
      'overdue → troels as lead !',
      'overdue → maren as proposer',
      'overdue → board',
    ])
    expect(told(aRunning(), ['steering', 'secretariat'])).toEqual([
      'overdue → birgitte as steering',
      'overdue → secretariat',
    ])
  })

  it('when a condition is due, then its owner is turned to', () => {
    const letters = step(aRunning(), 'condition-1', 'before-14', day(140))
    expect(lines(letters)).toEqual(['reminder → kasper as owner !'])
    expect(letters[0]?.body).toMatchObject({ kind: 'condition', about: 1, condition: expect.stringMatching(/\w/) })
  })

  it('when nobody reviews a report, then it counts as accepted, and lead and secretariat hear so once', () => {
    const reported = act(aRunning(), { type: 'report', report: aReport() }, actors.lead, day(140))
    const reminded = fired(reported, 'review-1', ['after-7', 'overdue-1'], day(153))
    expect(lines(step(reminded, 'review-1', 'overdue-7', day(160)))).toEqual([
      'report-accepted → troels as lead !',
      'report-accepted → secretariat',
    ])
  })

  it('when something is due, of whatever kind, then the letter says who has to do what', () => {
    const tasks = dueKinds.map((kind) => {
      const project = { ...aRunning(), due: [{ kind, key: 'x-1', since: day(60), dueAt: day(70), fired: [] }] }
      const taken = { type: 'step-taken', item: 'x-1', kind, step: 'overdue-1', at: day(71), late: false } as const
      const events = [{ ...taken, to: ['secretariat'], consequence: 'none' }] as const
      return [kind, lettersOfCommit(project, events, actors.monitor, day(71))[0]?.move.task]
    })
    // What belongs to the whole project follows from its state: here it is running.
    expect(Object.fromEntries(tasks)).toEqual({
      answer: 'report',
      resubmission: 'report',
      concept: 'report',
      start: 'report',
      review: 'review',
      decision: 'report',
      report: 'report',
      correction: 'correct',
      condition: 'fulfil',
      'look-again': 'report',
      graduation: 'check-graduation',
      'self-evaluation': 'self-evaluate',
      dispute: 'decide-level',
      // Nobody follows it yet: the secretariat would have to find somebody.
      change: 'find-successor',
      'escalated-change': 'answer-escalated-change',
      'sla-result': 'find-successor',
      retention: 'nothing',
      papers: 'prepare-papers',
      vote: 'vote',
    })
  })

  it('when the item is gone, then there is nothing to tell', () => {
    const taken = {
      type: 'step-taken',
      item: 'gone-1',
      kind: 'report',
      step: 'overdue-1',
      at: day(71),
      late: false,
    } as const
    expect(
      lettersOfCommit(aRunning(), [{ ...taken, to: ['lead'], consequence: 'none' }], actors.monitor, day(71)),
    ).toEqual([])
    const commit = {
      actor: actors.monitor,
      at: day(71),
      events: [{ ...taken, to: ['lead'], consequence: 'none' }],
    } as const
    expect(lettersFor(commit.events[0], aRunning(), { commit, settings: defaultSettings, titles })).toEqual([])
  })

  it('when a consequence was told of already, then the step itself is not; where it did not come, it is', () => {
    const taken = {
      type: 'step-taken',
      item: 'report-1',
      kind: 'report',
      step: 'overdue-30',
      at: day(190),
      late: false,
      to: ['lead', 'secretariat', 'board'],
      consequence: 'reconsider',
    } as const
    expect(lines(lettersOfCommit(aRunning(), [taken], actors.monitor, day(190)))).toEqual([
      'overdue → troels as lead !',
      'overdue → secretariat',
      'overdue → board',
    ])
  })

  it('when a project stands still, then the secretariat is reminded to look again', () => {
    const reminded = fired(aPaused(), 'look-again-1', ['before-0'], day(132))
    const overdue = step(reminded, 'look-again-1', 'overdue-1', day(133))
    expect(lines(overdue)).toEqual(['overdue → secretariat !'])
    expect(overdue[0]?.move.task).toBe('look-again')
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
  ] as const
  const commit = { actor: actors.monitor, at: day(80), events }
  const told = events.map((event) => lettersFor(event, aRunning(), { commit, settings: defaultSettings, titles }))
  expect(told.map((letters) => lines(letters).length)).toEqual([4, 4, 3, 3, 4, 4])
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

describe('what whoever has the move has to do first', () => {
  it.each([
    ['an idea', anIdea(), 'answer'],
    ['a concept', aShaped(2), 'shape'],
    ['a concept for the board', aReady(2), 'decide'],
    ['one that runs', aRunning(2), 'report'],
  ])('given %s, then that', (_, project, task) => {
    expect(taskInHand(project)).toBe(task)
  })

  it('given a report that has to be corrected sooner than the next is due, then the correction', () => {
    const sent = act(aRunning(2), { type: 'report', report: aReport() }, actors.lead, day(200))
    const review = { type: 'review-report', number: 1, outcome: 'return', text: 'Hvad med risici?' } as const
    expect(taskInHand(act(sent, review, actors.secretariat, day(201)))).toBe('correct')
  })
})
