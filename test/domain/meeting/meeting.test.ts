import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dueOn } from '../../../shared/domain/calendar/days.ts'
import type { MeetingEvent } from '../../../shared/domain/meeting/events.ts'
import { fold } from '../../../shared/domain/meeting/evolve.ts'
import { commitOf, day, expectRefusal } from '../support/life.ts'
import { actors, board, kr, meetings, people, person, projects } from '../support/material.ts'
import { act, ask, call, called, happen, vote, withItems } from '../support/table.ts'

const { chair, secretariat, agendaKeeper, monitor } = actors
const { byggesag, sensor } = projects
const anders = person(people.anders, 'board')

describe('a meeting is called', () => {
  it('given the secretariat, when it calls one, then papers are due fourteen days before and votes are asked for', () => {
    expect(called).toMatchObject({
      state: 'called',
      place: 'København',
      budget: kr(3_000_000),
      papersDueAt: dueOn(addDays(dateOf(day(50)), -14)),
      due: [{ key: 'papers-1' }, { key: 'vote-1', dueAt: day(50) }],
    })
  })

  it('given it is called within the fortnight, when called, then papers are due at once', () => {
    const soon = act(undefined, call, chair, day(45))
    expect(soon.papersDueAt).toBe(day(45))
    expect(soon.place).toBeUndefined()
  })

  it('given a written vote, when anybody but the chair opens one, then that is refused', () => {
    expectRefusal(ask(undefined, { ...call, form: 'written' }, secretariat, day(1)), { refused: 'not-your-role' })
    expect(act(undefined, { ...call, form: 'written' }, chair, day(1)).form).toBe('written')
    expectRefusal(ask(undefined, call, actors.anonymous, day(1)), { rule: 'role' })
    expectRefusal(ask(undefined, call, { ...chair, link: true }, day(1)), { rule: 'role' })
  })

  it('given a moment that has passed, or not one chair, when called, then that is refused', () => {
    expectRefusal(ask(undefined, call, secretariat, day(50)), { rule: 'date-in-past' })
    expectRefusal(ask(undefined, { ...call, members: board.slice(1) }, secretariat, day(1)), { rule: 'no-chair' })
  })

  it('given one person on two seats, when called, then that is refused: they would count twice', () => {
    const members = [...board, ...board.slice(-1)]
    expectRefusal(ask(undefined, { ...call, members }, secretariat, day(1)), {
      rule: 'member-twice',
      at: ['members', 5],
    })
  })

  it('given a meeting, when it is called again, or none and something else is asked, then that is refused', () => {
    expectRefusal(ask(called, call, secretariat), { rule: 'exists' })
    expectRefusal(ask(undefined, vote, anders), { refused: 'not-found' })
  })
})

describe('the agenda', () => {
  it('given an item, when it is added again, then nothing changes; when it is removed, then it is gone from rankings too', () => {
    const again = { type: 'add-item', project: byggesag, kind: 'concept', excluded: [] } as const
    expect(ask(withItems, again, agendaKeeper)).toEqual([])
    const ranked = act(withItems, { type: 'rank', member: people.anders, order: [byggesag] }, anders)
    const remove = { type: 'remove-item', project: byggesag, why: 'withdrawn' } as const
    const removed = act(ranked, remove, agendaKeeper)
    expect(removed.agenda.map(({ project }) => project)).toEqual([sensor, projects.arkiv])
    expect(removed.rankings).toEqual([{ member: people.anders, order: [] }])
    expect(ask(removed, remove, agendaKeeper)).toEqual([])
  })

  it('given an item is closed, when it is closed again, then nothing changes; when it comes back, then it is open anew', () => {
    const close = { type: 'close-item', project: byggesag, outcome: 'return' } as const
    const closed = act(act(withItems, vote, anders), close, agendaKeeper)
    expect(closed.agenda[0]).toMatchObject({ outcome: 'return', votes: [{ choice: 'approve' }] })
    expect(ask(closed, close, agendaKeeper)).toEqual([])
    const back = act(closed, { type: 'add-item', project: byggesag, kind: 'concept', excluded: [] }, agendaKeeper)
    expect(back.agenda.at(-1)).toEqual({ project: byggesag, kind: 'concept', excluded: [], votes: [] })
  })

  it('given anybody but the keeper of the agenda, when they add an item, then that is refused', () => {
    const command = { type: 'add-item', project: projects.borger, kind: 'concept', excluded: [] } as const
    expectRefusal(ask(called, command, secretariat), { refused: 'not-your-role', facts: { roles: ['agenda-keeper'] } })
  })
})

describe('a meeting ends', () => {
  const voted = act(withItems, vote, anders)
  const conclude = { type: 'conclude', quorate: true } as const

  it('given the day of the meeting, when it is concluded, then nothing is due and votes stand', () => {
    const over = act(voted, { ...conclude, note: 'Referatet følger.' }, chair, day(50))
    expect(over).toMatchObject({ state: 'concluded', quorate: true, due: [] })
    expect(over.agenda[0]?.votes).toHaveLength(1)
  })

  it('given it is cancelled while a decision is on its way, when the decision comes, then its item is closed all the same', () => {
    const cancelled = act(voted, { type: 'cancel', reason: 'Sne.' }, chair)
    const close = { type: 'close-item', project: byggesag, outcome: 'approve' } as const
    expect(act(cancelled, close, agendaKeeper).agenda[0]).toMatchObject({ project: byggesag, outcome: 'approve' })
  })

  it('given too few came, when it is concluded, then votes on what is open are void, closed items stand', () => {
    const closed = act(
      act(voted, { ...vote, project: sensor, choice: 'continue' }, anders),
      { type: 'close-item', project: byggesag, outcome: 'approve' },
      agendaKeeper,
    )
    const over = act(closed, { ...conclude, quorate: false }, secretariat, day(50))
    expect(over.agenda.map(({ votes }) => votes.length)).toEqual([1, 0, 0])
  })

  it('given the day has not come, when it is concluded, then that is refused; a written vote ends whenever it is over', () => {
    expectRefusal(ask(voted, conclude, chair, day(49)), { rule: 'not-held-yet' })
    const written = act(undefined, { ...call, form: 'written' }, chair, day(1))
    expect(ask(written, conclude, chair, day(10))).toEqual([{ type: 'concluded', quorate: true }])
  })

  it('given it is cancelled, when asked, then votes are void and nobody votes any more', () => {
    const cancelled = act(voted, { type: 'cancel', reason: 'Sygdom.' }, chair)
    expect(cancelled).toMatchObject({ state: 'cancelled', due: [] })
    expect(cancelled.agenda[0]?.votes).toEqual([])
    expectRefusal(ask(cancelled, vote, anders), { rule: 'state', facts: { state: 'cancelled', allowedIn: ['called'] } })
  })
})

describe('the clocks of a meeting', () => {
  const papersOut = { type: 'take-step', item: 'papers-1', step: 'overdue-0' } as const
  const reminded = act(withItems, { type: 'take-step', item: 'papers-1', step: 'before-7' }, monitor, day(29))

  it('given papers are due, when the monitor takes the step, then they are sent and their clock is closed', () => {
    const events = ask(reminded, papersOut, monitor, day(36))
    expect(events).toMatchObject([{ type: 'step-taken', to: ['board'], late: false }, { type: 'papers-sent' }])
    const sent = act(reminded, papersOut, monitor, day(36))
    expect(sent).toMatchObject({ papersSentAt: day(36), due: [{ kind: 'vote' }] })
    expect(ask(sent, papersOut, monitor, day(36))).toEqual([])
  })

  it('given the reminder to vote, when it has fired, then it does not fire again', () => {
    const remind = { type: 'take-step', item: 'vote-1', step: 'before-3' } as const
    const fired = act(withItems, remind, monitor, day(49))
    expect(ask(fired, remind, monitor, day(49))).toEqual([])
    expectRefusal(ask(fired, { ...remind, step: 'overdue-1' }, monitor, day(60)), { rule: 'step-not-due' })
  })

  it('given a step whose moment is ahead or whose turn has not come, when taken, then that is refused', () => {
    expectRefusal(ask(withItems, papersOut, monitor, day(36)), { rule: 'step-not-due' })
    expectRefusal(ask(reminded, papersOut, monitor, day(35)), { rule: 'step-not-due' })
  })

  it('given the monitor was away, when it takes the step, then it is marked late', () => {
    expect(ask(reminded, papersOut, monitor, day(40))).toMatchObject([{ late: true }, {}])
  })
})

describe('the log of a meeting', () => {
  it('given voids and commits, when folded, then the meeting is as its events tell it', () => {
    const first = ask(undefined, call, secretariat, day(1)) as readonly MeetingEvent[]
    const log = [
      commitOf<MeetingEvent>(meetings.september, 1, day(0), []),
      commitOf(meetings.september, 2, day(1), first),
    ]
    expect(fold(log)).toMatchObject({ id: meetings.september, version: 2 })
    expect(fold([])).toBeUndefined()
  })

  it('given a log whose beginning is missing, when folded, then it says so', () => {
    expect(() => happen(undefined, [{ type: 'papers-sent' }], day(1))).toThrow('its first event is missing')
  })
})
