import { describe, expect, it } from 'vitest'
import { dateOf, dueOn } from '../../../shared/domain/calendar/days.ts'
import type { GivenDecision } from '../../../shared/domain/project/commands.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import {
  act,
  aDecision,
  anApproved,
  aReconsidered,
  aRunning,
  ask,
  aTally,
  day,
  expectRefusal,
  typesOf,
} from '../support/life.ts'
import { aBaseline, actors, aReport, kr, meetings } from '../support/material.ts'

const { secretariat, chair, lead, monitor } = actors
const onDay = (days: number) => dueOn(dateOf(day(days)))

/** Level 1: the secretariat decides on day 80. */
const settled = (but: Partial<GivenDecision>, project: Project = aReconsidered(1), days = 80) =>
  ask(project, { type: 'decide-reconsideration', decision: aDecision(but) }, secretariat, day(days))

/** The board decides; the project is put on a meeting first. */
const byTheBoard = (project: Project, days: number, but: Partial<GivenDecision>) => {
  const meeting = { meeting: meetings.december, meetingAt: day(days) }
  const onTable = act(project, { type: 'put-on-agenda', meeting }, secretariat, day(days - 1))
  const command = { type: 'decide', meeting: meetings.december, decision: aDecision(but), tally: aTally() } as const
  return act(onTable, command, chair, day(days))
}

describe('a reconsideration opens', () => {
  it('given a running project, when its lead asks, then the board has the move and reports go on meanwhile', () => {
    const project = aReconsidered(2)
    expect(project).toMatchObject({ state: 'reconsideration', from: 'implementation', grounds: [{ kind: 'asked' }] })
    expect(project.due.map(({ kind }) => kind)).toEqual(['condition', 'report', 'self-evaluation', 'decision'])
  })

  it('given level 1, when it opens, then it is the secretariat’s to decide, and the board is informed', () => {
    const command = { type: 'open-reconsideration', text: 'Ny lov.' } as const
    expect(typesOf(ask(aRunning(1), command, lead, day(70)))).toEqual(['reconsideration-opened', 'board-informed'])
    expect(aReconsidered(1).due.map(({ kind }) => kind)).toEqual(['report', 'self-evaluation', 'answer'])
  })
})

describe('the project goes on', () => {
  it('given nothing has lapsed, when it continues, then it is where it was, and clocks run on', () => {
    const events = settled({ outcome: 'continue' })
    expect(events).toMatchObject([{ type: 'continued', goesOn: { conditions: [] } }, { of: 'reconsideration-decided' }])
    const project = act(
      aReconsidered(1),
      { type: 'decide-reconsideration', decision: aDecision({ outcome: 'continue' }) },
      secretariat,
      day(80),
    )
    expect(project).toMatchObject({ state: 'implementation', due: aRunning(1).due, decisions: [{ by: 'secretariat' }] })
  })

  it('given the start was overdue, when it continues, then the start has a new date', () => {
    const overdue = act(
      anApproved(),
      { type: 'open-reconsideration', text: 'Ingen projektleder endnu.' },
      secretariat,
      day(112),
    )
    const project = byTheBoard(overdue, 120, { outcome: 'continue' })
    expect(project).toMatchObject({
      state: 'approved',
      due: [{ key: 'condition-1' }, { key: 'start-2', dueAt: onDay(180) }],
    })
  })

  it('given a report was overdue, when it continues, then one is due after half a period', () => {
    const open = act(aRunning(2), { type: 'open-reconsideration', text: 'Ingen rapport.' }, secretariat, day(160))
    const project = byTheBoard(open, 165, { outcome: 'continue' })
    expect(project.due.find(({ kind }) => kind === 'report')).toMatchObject({
      key: 'report-2',
      dueAt: onDay(210),
      fired: [],
    })
    expect(project.regularReportOn).toBe(dateOf(day(240)))
  })

  it('given a correction was overdue, when it continues, then a new report takes its place', () => {
    const reported = act(aRunning(2), { type: 'report', report: aReport() }, lead, day(150))
    const back = { type: 'review-report', number: 1, outcome: 'return', text: 'Hvad er brugt?' } as const
    const returned = act(reported, back, secretariat, day(151))
    const open = act(returned, { type: 'open-reconsideration', text: 'Ingen rettelse.' }, secretariat, day(170))
    const project = byTheBoard(open, 175, { outcome: 'continue', conditionsDueOn: '2027-04-01' })
    expect(project.due.map(({ key }) => key)).toEqual(['self-evaluation-1', 'report-3', 'condition-2'])
  })

  it('given a condition has lapsed, when it continues without a date, then it is waived; with one it is due then', () => {
    const open = act(
      aRunning(2),
      { type: 'open-reconsideration', text: 'Vilkåret er ikke opfyldt.' },
      secretariat,
      day(160),
    )
    expect(byTheBoard(open, 165, { outcome: 'continue' }).conditions).toMatchObject([{ state: 'waived' }])
    const again = byTheBoard(open, 165, { outcome: 'continue', conditionsDueOn: '2027-04-01' })
    expect(again.conditions).toMatchObject([{ state: 'open', dueOn: '2027-04-01' }])
    expect(again.due.filter(({ kind }) => kind === 'condition')).toMatchObject([{ key: 'condition-2', about: 1 }])
  })

  it('given a new date for conditions that has passed, when it goes on, then that is refused', () => {
    expectRefusal(settled({ outcome: 'continue', conditionsDueOn: '2026-09-01' }), { at: ['conditionsDueOn'] })
    const rescope = { outcome: 'rescope', baseline: aBaseline(), conditionsDueOn: '2026-09-01' } as const
    expectRefusal(settled(rescope), { rule: 'date-in-past' })
  })

  it('given an end that is over, when it goes on, then that is refused, as on the day itself', () => {
    const today = dateOf(day(80))
    const tomorrow = dateOf(day(81))
    const past = { rule: 'date-in-past', at: ['endsOn'] } as const
    expectRefusal(settled({ outcome: 'continue', endsOn: today }), past)
    const rescope = (endsOn: string) => ({ outcome: 'rescope', baseline: aBaseline({ endsOn }) }) as const
    expectRefusal(settled(rescope(today)), { ...past, at: ['baseline', 'endsOn'] })
    expect(typesOf(settled(rescope(tomorrow)))).toEqual(['rescoped', 'board-informed'])
  })

  it('given a condition that is not yet due, when it continues, then it stays as it is', () => {
    const project = byTheBoard(aReconsidered(2), 100, { outcome: 'continue' })
    expect(project.conditions).toEqual(aRunning(2).conditions)
  })

  it('given it is measured by nothing in particular, when clocks have no number, then nothing is made of them', () => {
    const nameless = aReconsidered(1)
    const due = [{ kind: 'condition', key: 'condition-9', since: day(1), dueAt: day(2), fired: [] }] as const
    const command = { type: 'decide-reconsideration', decision: aDecision({ outcome: 'continue' }) } as const
    const project = act({ ...nameless, due }, command, secretariat, day(80))
    expect(project.due).toEqual(due)
  })
})

describe('what going on waives', () => {
  const overrun = act(
    aRunning(1),
    { type: 'report', report: aReport({ forecast: kr(1_200_000), endsOn: '2027-12-31' }) },
    lead,
    day(240),
  )
  const decide = (but: Partial<GivenDecision>) =>
    act(
      overrun,
      { type: 'decide-reconsideration', decision: aDecision({ outcome: 'continue', ...but }) },
      secretariat,
      day(245),
    )
  const next = (project: Project, forecast: number, endsOn: string) =>
    typesOf(ask(project, { type: 'report', report: aReport({ forecast: kr(forecast), endsOn }) }, lead, day(420)))

  it('given the same variance again, when it is reported, then it opens nothing; a larger one does', () => {
    const project = decide({})
    expect(project.waived).toEqual({ overrun: 20_000_000, delay: 184 })
    expect(next(project, 1_200_000, '2027-12-31')).toEqual(['reported'])
    expect(next(project, 1_250_000, '2027-12-31')).toContain('reconsideration-opened')
  })

  it('given a new end date, when it continues, then the frame has it, and delay is measured by it', () => {
    const project = decide({ endsOn: '2027-12-31' })
    expect(project).toMatchObject({ baseline: { endsOn: '2027-12-31' }, waived: { delay: 0 } })
    expect(next(project, 1_200_000, '2028-02-01')).toEqual(['reported'])
    expect(next(project, 1_200_000, '2028-04-01')).toContain('reconsideration-opened')
  })

  it('given a new frame, when it is re-scoped, then nothing is waived any more', () => {
    const baseline = aBaseline({ budget: kr(1_150_000), endsOn: '2027-12-31' })
    const decision = aDecision({ outcome: 'rescope', baseline })
    const again = act(decide({}), { type: 'open-reconsideration', text: 'Ny ramme.' }, lead, day(250))
    const project = act(again, { type: 'decide-reconsideration', decision }, secretariat, day(255))
    expect(project.baseline).toEqual(baseline)
    expect(project.waived).toBeUndefined()
  })

  it('given it is returned, approved and started anew, when it runs, then nothing of the life before is waived', () => {
    const open = act(decide({}), { type: 'open-reconsideration', text: 'Forfra.' }, lead, day(250))
    const decision = aDecision({ outcome: 'return', reasons: [{ code: 'economy' }], comeBackWith: 'Et nyt budget.' })
    const returned = act(open, { type: 'decide-reconsideration', decision }, secretariat, day(255))
    expect(returned).toMatchObject({ state: 'returned', returns: [{ from: 'secretariat' }] })
    const idea = act(returned, { type: 'resubmit', concept: {} }, actors.proposer, day(260))
    const shaped = act(idea, { type: 'place', level: 1 }, secretariat, day(261))
    const ready = act(shaped, { type: 'mark-ready' }, secretariat, day(262))
    const started = act(ready, { type: 'start', baseline: aBaseline() }, secretariat, day(263))
    expect(started.waived).toBeUndefined()
    expect(
      settled(
        { outcome: 'continue' },
        act(started, { type: 'open-reconsideration', text: 'Igen.' }, lead, day(264)),
        265,
      ),
    ).not.toMatchObject([{ waived: {} }, {}])
  })

  it('given a project without a frame, when it continues with a new end date, then there is none to move', () => {
    const { baseline: _, ...frameless } = overrun
    const decision = aDecision({ outcome: 'continue', endsOn: '2028-01-01' })
    const project = act(frameless as Project, { type: 'decide-reconsideration', decision }, secretariat, day(245))
    expect(project.baseline).toBeUndefined()
    expect(project.waived).toBeUndefined()
  })
})

describe('the project does not go on', () => {
  it('given a re-scope without a frame, when decided, then that is refused', () => {
    expectRefusal(settled({ outcome: 'rescope' }), { rule: 'baseline-required' })
  })

  it('given a return without reasons, when decided, then that is refused', () => {
    expectRefusal(settled({ outcome: 'return' }), { rule: 'reason-codes-required' })
  })

  it('given the board returns it, when decided, then reports stop and open conditions ask nothing any more', () => {
    const project = byTheBoard(aReconsidered(2), 100, {
      outcome: 'return',
      reasons: [{ code: 'procurement' }],
      comeBackWith: 'Et udbud.',
    })
    expect(project).toMatchObject({
      state: 'returned',
      conditions: [{ state: 'superseded' }],
      due: [{ kind: 'resubmission' }],
    })
    expect(project.regularReportOn).toBeUndefined()
  })

  it('given it is stopped, when decided, then it is closed and nothing is due', () => {
    const project = byTheBoard(aReconsidered(2), 100, { outcome: 'stop' })
    expect(project).toMatchObject({ state: 'stopped', from: 'reconsideration', due: [] })
  })

  it('given a level 2 project, when the secretariat decides it alone, then that is refused', () => {
    expectRefusal(settled({ outcome: 'continue' }, aReconsidered(2)), { refused: 'illegal-in-state' })
  })

  it('given the monitor is late with a report, when the ladder ends, then it opens one and says what was overdue', () => {
    const ladder = ['before-14', 'before-3', 'overdue-1', 'overdue-7', 'overdue-14'] as const
    let project = aRunning(2)
    for (const step of ladder) project = act(project, { type: 'take-step', item: 'report-1', step }, monitor, day(200))
    const last = { type: 'take-step', item: 'report-1', step: 'overdue-30' } as const
    expect(ask(project, last, monitor, day(200))).toMatchObject([
      { type: 'step-taken', consequence: 'reconsider' },
      { type: 'reconsideration-opened', grounds: [{ kind: 'overdue', item: 'report' }] },
    ])
  })
})
