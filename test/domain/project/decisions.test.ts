import { describe, expect, it } from 'vitest'
import { dueOn, morningOf } from '../../../shared/domain/calendar/days.ts'
import type { GivenDecision } from '../../../shared/domain/project/commands.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import {
  aCondition,
  act,
  aDecision,
  anApproved,
  aReady,
  aReconsidered,
  ask,
  aTally,
  day,
  expectRefusal,
  onAgenda,
  typesOf,
} from '../support/life.ts'
import { aBaseline, actors, meetings, people } from '../support/material.ts'

const { secretariat, chair, agendaKeeper } = actors
const december = { meeting: meetings.december, meetingAt: day(100) }

const decided = (but: Partial<GivenDecision>, project = onAgenda()) =>
  ask(
    project,
    {
      type: 'decide',
      meeting: meetings.september,
      decision: aDecision({ baseline: aBaseline(), ...but }),
      tally: aTally(),
    },
    chair,
    day(50),
  )

describe('on the agenda', () => {
  it('given a ready concept, when it is put on a meeting, then the meeting is when it is due', () => {
    expect(onAgenda()).toMatchObject({
      meeting: { meeting: meetings.september },
      due: [{ kind: 'decision', dueAt: day(50), since: day(20) }],
    })
  })

  it('given a meeting beyond 120 days, when it is put on it, then it is due within those all the same', () => {
    const far = { meeting: meetings.december, meetingAt: day(200) }
    const events = ask(aReady(2), { type: 'put-on-agenda', meeting: far }, agendaKeeper, day(21))
    expect(events).toMatchObject([{ decisionDueAt: dueOn('2027-01-19') }])
  })

  it('given it is on the meeting already, when it is put there again, then nothing changes', () => {
    const again = { type: 'put-on-agenda', meeting: { meeting: meetings.september, meetingAt: day(50) } } as const
    expect(ask(onAgenda(), again, secretariat, day(22))).toEqual([])
  })

  it('given level 1, when it is put on an agenda, then that is refused: it never waits for the board', () => {
    const command = { type: 'put-on-agenda', meeting: december } as const
    expectRefusal(ask(aReady(1), command, secretariat, day(21)), { refused: 'illegal-in-state' })
  })
})

describe('a meeting that does not come to it', () => {
  const command = { type: 'postpone', from: meetings.september, why: 'inquorate' } as const

  it('given a next meeting, when it is postponed, then the item moves there with a clock of its own', () => {
    const before = act(
      onAgenda(),
      { type: 'take-step', item: 'decision-1', step: 'overdue-1' },
      actors.monitor,
      day(52),
    )
    const moved = act(before, { ...command, to: december }, agendaKeeper, day(53))
    expect(moved.meeting).toEqual(december)
    expect(moved.due).toEqual([{ kind: 'decision', key: 'decision-2', since: day(53), dueAt: day(100), fired: [] }])
  })

  it('given no next meeting, when it is postponed, then it waits for one, at most 120 days', () => {
    const moved = act(onAgenda(), command, agendaKeeper, day(51))
    expect(moved.meeting).toBeUndefined()
    expect(moved.due).toMatchObject([{ dueAt: dueOn('2027-02-19') }])
  })

  it('given it is on another meeting by now, when the old one is cancelled, then nothing changes', () => {
    expect(ask(onAgenda(), { ...command, from: meetings.december, why: 'cancelled' }, agendaKeeper, day(51))).toEqual(
      [],
    )
  })
})

describe('the board decides', () => {
  it('given it approves, when conditions are set, then they have owners, dates and clocks, and the start is due', () => {
    const approved = anApproved()
    expect(approved).toMatchObject({
      state: 'approved',
      baseline: aBaseline(),
      approvedAt: day(50),
      conditions: [{ number: 1, owner: people.kasper, state: 'open' }],
      decisions: [{ by: 'board', outcome: 'approve', meeting: meetings.september, at: day(50), tally: aTally() }],
      due: [
        { key: 'start-1', dueAt: dueOn('2026-12-20') },
        { key: 'condition-1', about: 1, dueAt: morningOf('2027-02-01') },
      ],
    })
    expect(approved.meeting).toBeUndefined()
  })

  it('given it approves without conditions, when decided, then there are none', () => {
    expect(decided({})).toMatchObject([{ type: 'approved', conditions: [], conditionsDueAt: [] }])
  })

  it('given it approves, when the frame is missing or a condition is due already, then that is refused', () => {
    const { baseline: _, ...frameless } = aDecision()
    const command = { type: 'decide', meeting: meetings.september, decision: frameless, tally: aTally() } as const
    expectRefusal(ask(onAgenda(), command, chair, day(50)), { rule: 'baseline-required' })
    expectRefusal(decided({ baseline: aBaseline({ endsOn: '2026-10-20' }) }), {
      rule: 'date-in-past',
      at: ['baseline', 'endsOn'],
    })
    expectRefusal(decided({ conditions: [aCondition, { ...aCondition, dueOn: '2026-10-21' }] }), {
      rule: 'date-in-past',
      at: ['conditions', 1, 'dueOn'],
    })
  })

  it('given it returns, when decided, then the project goes through idea generation again and is not rejected', () => {
    const back = { outcome: 'return', reasons: [{ code: 'architecture' }], comeBackWith: 'En tegning.' } as const
    expect(decided(back)).toMatchObject([
      { type: 'returned', from: 'board', loop: 1, reasons: [{ criteria: ['F18'] }] },
    ])
    expectRefusal(decided({ outcome: 'return' }), { rule: 'reason-codes-required' })
    const project = act(
      onAgenda(),
      { type: 'decide', meeting: meetings.september, decision: aDecision(back), tally: aTally() },
      chair,
      day(50),
    )
    expect(project).toMatchObject({
      state: 'returned',
      decisions: [{ outcome: 'return' }],
      returns: [{ from: 'board' }],
    })
    expect(project.meeting).toBeUndefined()
  })

  it('given it rejects, when decided, then the project is closed with the decision in it', () => {
    const project = act(
      onAgenda(),
      { type: 'decide', meeting: meetings.september, decision: aDecision({ outcome: 'reject' }), tally: aTally() },
      chair,
      day(50),
    )
    expect(project).toMatchObject({
      state: 'rejected',
      from: 'ready',
      due: [{ kind: 'retention' }],
      decisions: [{ outcome: 'reject' }],
    })
  })

  it.each(['continue', 'rescope', 'stop'] as const)(
    'given a concept, when it is to %s, then that is no outcome for it',
    (outcome) => {
      expectRefusal(decided({ outcome }), { rule: 'outcome-not-for-this' })
    },
  )

  it('given another meeting than its own, when it decides, then that is refused', () => {
    const command = { type: 'decide', meeting: meetings.december, decision: aDecision(), tally: aTally() } as const
    expectRefusal(ask(onAgenda(), command, chair, day(50)), { rule: 'not-on-this-agenda' })
    expectRefusal(ask(aReady(2), command, chair, day(50)), { rule: 'not-on-this-agenda' })
  })

  it('given too few members are left, when the general assembly has decided, then the secretariat records it', () => {
    const command = {
      type: 'record-assembly-decision',
      meeting: meetings.september,
      decision: aDecision({ baseline: aBaseline() }),
      tally: aTally({ eligible: 2 }),
    } as const
    expect(ask(onAgenda(), command, secretariat, day(50))).toMatchObject([{ decision: { by: 'general-assembly' } }])
    expectRefusal(ask(onAgenda(), command, chair, day(50)), { rule: 'role' })
  })

  it('given a reconsideration on the agenda, when it decides, then the outcomes are those of a reconsideration', () => {
    const meeting = { meeting: meetings.december, meetingAt: day(100) }
    const project = act(aReconsidered(), { type: 'put-on-agenda', meeting }, secretariat, day(75))
    const by = (outcome: GivenDecision['outcome']) =>
      ask(
        project,
        { type: 'decide', meeting: meetings.december, decision: aDecision({ outcome }), tally: aTally() },
        chair,
        day(100),
        defaultSettings,
      )
    expect(typesOf(by('stop'))).toEqual(['stopped'])
    expectRefusal(by('approve'), { rule: 'outcome-not-for-this' })
    expectRefusal(by('reject'), { rule: 'outcome-not-for-this' })
  })
})
