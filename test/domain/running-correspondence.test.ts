import { describe, expect, it } from 'vitest'
import { addDays, dueOn } from '../../shared/domain/calendar/days.ts'
import { lettersAfter, lettersOfCommit, lines } from './support/correspondence.ts'
import {
  aCondition,
  act,
  aDecision,
  anApproved,
  aPaused,
  aReady,
  aReconsidered,
  aRunning,
  aTally,
  day,
  onAgenda,
  returning,
} from './support/life.ts'
import { aBaseline, actors, aReport, meetings, people } from './support/material.ts'

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
    const letters = settle({ outcome: 'return', ...returning })
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
    const all = ['troels as lead', 'maren as proposer', 'birgitte as steering', 'kasper as owner']
    expect(lines(lettersAfter(aRunning(), pause, actors.secretariat, day(70)))).toEqual(
      all.map((who) => `paused → ${who}`),
    )
    const resumed = lettersAfter(aPaused(), { type: 'resume' }, actors.secretariat, day(100))
    expect(lines(resumed)).toEqual([
      'resumed → troels as lead !',
      'resumed → maren as proposer',
      'resumed → birgitte as steering',
      'resumed → kasper as owner !',
    ])
    // Thirty days later than it was: the owner of a condition has no other way to know.
    const by = dueOn(addDays(aCondition.dueOn, 30))
    expect(resumed.at(-1)).toMatchObject({ move: { task: 'fulfil', by }, delivery: { when: 'now' } })
  })

  it('when it is resumed and somebody owns several conditions, then they hear of the one that comes first', () => {
    const conditions = ['2027-03-01', '2027-02-01', '2027-04-01'].map((dueOn) => ({ ...aCondition, dueOn }))
    const decision = aDecision({ baseline: aBaseline(), conditions })
    const decide = { type: 'decide', meeting: meetings.september, decision, tally: aTally() } as const
    const approved = act(onAgenda(), decide, actors.chair, day(50))
    const led = act(approved, { type: 'appoint-lead', lead: people.troels }, actors.secretariat, day(51))
    const steered = act(led, { type: 'name-steering-group', members: [people.birgitte] }, actors.lead, day(52))
    const running = act(steered, { type: 'start' }, actors.lead, day(60))
    const pause = { type: 'pause', reason: 'Udbud.', lookAgainOn: '2027-01-09' } as const
    const paused = act(running, pause, actors.secretariat, day(70))
    const owned = lettersAfter(paused, { type: 'resume' }, actors.secretariat, day(70)).filter(
      ({ as }) => as === 'owner',
    )
    expect(owned).toMatchObject([{ move: { task: 'fulfil', by: dueOn('2027-02-01') } }])
  })

  it('when it is paused with conditions that are nobody’s, then the secretariat, which knows, is not told', () => {
    const erased = { type: 'erase-person', person: people.kasper } as const
    const ownerless = act(aPaused(), erased, { kind: 'system', name: 'eraser' }, day(80))
    const owners = lettersAfter(ownerless, { type: 'resume' }, actors.secretariat, day(100))
    expect(lines(owners)).not.toContain('resumed → secretariat !')
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
