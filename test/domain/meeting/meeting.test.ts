import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../shared/domain/actor.ts'
import { addDays, dateOf, dueOn } from '../../../shared/domain/calendar/days.ts'
import type { MeetingCommand } from '../../../shared/domain/meeting/commands.ts'
import { decide } from '../../../shared/domain/meeting/decide.ts'
import type { MeetingEvent } from '../../../shared/domain/meeting/events.ts'
import { evolve, fold } from '../../../shared/domain/meeting/evolve.ts'
import { countVotes, exclusionsOf } from '../../../shared/domain/meeting/outcome.ts'
import type { Meeting } from '../../../shared/domain/meeting/state.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { anIdea, aRunning, commitOf, day, expectRefusal } from '../support/life.ts'
import { actors, board, kr, meetings, people, person, projects } from '../support/material.ts'

const { chair, secretariat, agendaKeeper, monitor } = actors
const { byggesag, sensor } = projects
const lone = person(people.lone, 'board')
const anders = person(people.anders, 'board')
const ditte = person(people.ditte, 'board')

const ask = (
  meeting: Meeting | undefined,
  command: MeetingCommand,
  actor: Actor,
  now: Instant = day(25),
  settings = defaultSettings,
) => decide(meeting, command, { now, actor, settings, id: meetings.september })

const happen = (meeting: Meeting | undefined, events: readonly MeetingEvent[], at: Instant): Meeting => {
  let now = meeting
  const version = (meeting?.version ?? 0) + 1
  for (const event of events) now = evolve(now, event, { stream: meetings.september, version, at, actor: chair })
  if (now === undefined) throw new Error('no meeting has been called')
  return now
}

const act = (meeting: Meeting | undefined, command: MeetingCommand, actor: Actor, now: Instant = day(25)): Meeting => {
  const decided = ask(meeting, command, actor, now)
  if (isRefusal(decided)) throw new Error(`refused: ${JSON.stringify(decided)}`)
  return happen(meeting, decided, now)
}

const call = { type: 'call', meetsAt: day(50), form: 'meeting', members: board } as const
const called = act(undefined, { ...call, place: 'København', budget: kr(3_000_000) }, secretariat, day(1))
const withItems = [
  { type: 'add-item', project: byggesag, kind: 'concept', excluded: [], jointCost: kr(450_000) },
  { type: 'add-item', project: sensor, kind: 'reconsideration', excluded: [{ member: people.palle, why: 'lead' }] },
  { type: 'add-item', project: projects.arkiv, kind: 'information', excluded: [] },
].reduce((meeting, command) => act(meeting, command as MeetingCommand, agendaKeeper), called)
const vote = { type: 'vote', project: byggesag, member: people.anders, choice: 'approve' } as const

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

describe('members vote', () => {
  it('given a member, when they vote and change their mind, then the last vote stands', () => {
    const once = act(withItems, vote, anders)
    const twice = act(once, { ...vote, choice: 'reject', comment: 'For dyrt.' }, anders)
    expect(twice.agenda[0]?.votes).toEqual([
      { member: people.anders, castBy: people.anders, choice: 'reject', comment: 'For dyrt.' },
    ])
  })

  it('given anything but approval or going on, when no comment stands beside it, then that is refused', () => {
    expectRefusal(ask(withItems, { ...vote, choice: 'return' }, anders), { rule: 'comment-required' })
    expectRefusal(ask(withItems, { ...vote, choice: 'abstain', comment: ' ' }, anders), { rule: 'comment-required' })
    const goOn = { ...vote, project: sensor, choice: 'continue' } as const
    expect(ask(withItems, goOn, anders)).toMatchObject([{ type: 'vote-cast', choice: 'continue' }])
  })

  it('given an outcome of another kind of item, when voted for, then that is refused', () => {
    expectRefusal(ask(withItems, { ...vote, choice: 'stop' }, anders), { rule: 'outcome-not-for-this' })
    expectRefusal(ask(withItems, { ...vote, project: projects.arkiv }, anders), { rule: 'outcome-not-for-this' })
  })

  it('given an item that is not there or is closed, when voted on, then that is refused', () => {
    expectRefusal(ask(withItems, { ...vote, project: projects.borger }, anders), { rule: 'not-on-this-agenda' })
    const closed = act(withItems, { type: 'close-item', project: byggesag, outcome: 'approve' }, agendaKeeper)
    expectRefusal(ask(closed, vote, anders), { rule: 'item-closed' })
  })

  it('given somebody else, when they vote for a member without being the proxy, then that is refused', () => {
    expectRefusal(ask(withItems, vote, lone), { rule: 'not-a-member' })
    expectRefusal(ask(withItems, { ...vote, member: people.kasper }, person(people.kasper, 'board')), {
      rule: 'not-a-member',
    })
    expectRefusal(ask(withItems, vote, secretariat), { refused: 'not-your-role' })
    expectRefusal(ask(withItems, vote, monitor), { refused: 'not-your-role' })
  })

  it('given a proxy, when it votes, then it says for whom', () => {
    const named = act(withItems, { type: 'name-proxy', member: people.anders, proxy: people.lone }, anders)
    expect(ask(named, vote, lone)).toEqual([{ ...vote, type: 'vote-cast', castBy: people.lone }])
    const renamed = act(named, { type: 'name-proxy', member: people.anders, proxy: people.ditte }, anders)
    expectRefusal(ask(renamed, vote, lone), { rule: 'not-a-member' })
  })

  it('given a proxy that is oneself or no member, by another, or where none may be, when named, then that is refused', () => {
    const name = { type: 'name-proxy', member: people.anders, proxy: people.lone } as const
    expectRefusal(ask(withItems, { ...name, proxy: people.anders }, anders), { rule: 'proxy-not-allowed' })
    expectRefusal(ask(withItems, { ...name, proxy: people.kasper }, anders), { rule: 'proxy-not-allowed' })
    expectRefusal(ask(withItems, name, lone), { rule: 'not-a-member' })
    const without = { ...defaultSettings, proxies: false }
    expectRefusal(ask(withItems, name, anders, day(25), without), { rule: 'proxy-not-allowed' })
  })

  it('given an excluded member, when they vote, also by or as a proxy, then that is refused', () => {
    const palle = person(people.palle, 'board')
    const onSensor = { ...vote, project: sensor, choice: 'continue' } as const
    expectRefusal(ask(withItems, { ...onSensor, member: people.palle }, palle), { rule: 'excluded-from-vote' })
    const as = act(withItems, { type: 'name-proxy', member: people.anders, proxy: people.palle }, anders)
    expectRefusal(ask(as, onSensor, palle), { rule: 'excluded-from-vote' })
    const by = act(withItems, { type: 'name-proxy', member: people.palle, proxy: people.lone }, palle)
    expectRefusal(ask(by, { ...onSensor, member: people.palle }, lone), { rule: 'excluded-from-vote' })
  })

  it('given a conflict of interest, when it is declared, then the votes they cast are gone, and it is declared once', () => {
    const named = act(withItems, { type: 'name-proxy', member: people.ditte, proxy: people.anders }, ditte)
    const voted = [vote, { ...vote, member: people.ditte }].reduce((now, one) => act(now, one, anders), named)
    const both = act(voted, { ...vote, member: people.lone }, lone)
    const declare = { type: 'declare-conflict', member: people.anders, project: byggesag } as const
    const declared = act(both, declare, anders)
    expect(declared.agenda[0]).toMatchObject({
      excluded: [{ member: people.anders, why: 'declared' }],
      votes: [{ member: people.lone }],
    })
    expect(ask(declared, declare, anders)).toEqual([])
    expectRefusal(ask(withItems, declare, lone), { rule: 'not-a-member' })
    expectRefusal(ask(withItems, { ...declare, project: projects.borger }, anders), { rule: 'not-on-this-agenda' })
  })
})

describe('members rank', () => {
  it('given concepts on the agenda, when ranked twice, then the last ranking stands', () => {
    const once = act(withItems, { type: 'rank', member: people.anders, order: [] }, anders)
    const twice = act(once, { type: 'rank', member: people.anders, order: [byggesag] }, anders)
    expect(twice.rankings).toEqual([{ member: people.anders, order: [byggesag] }])
  })

  it('given what is no concept, a repeat, or another’s ranking, when ranked, then that is refused', () => {
    const rank = { type: 'rank', member: people.anders } as const
    expectRefusal(ask(withItems, { ...rank, order: [byggesag, sensor] }, anders), { at: ['order', 1] })
    expectRefusal(ask(withItems, { ...rank, order: [byggesag, byggesag] }, anders), { at: ['order', 1] })
    expectRefusal(ask(withItems, { ...rank, order: [projects.borger] }, anders), { at: ['order', 0] })
    expectRefusal(ask(withItems, { ...rank, order: [] }, lone), { rule: 'not-a-member' })
  })
})

describe('how votes count now', () => {
  const project = { ...anIdea(), id: byggesag }

  it('given the project’s people, when counted, then those of them who are members are excluded', () => {
    const running = { ...aRunning(), proposer: people.lone, lead: people.anders, steering: [people.ditte] }
    expect(exclusionsOf(board, running)).toEqual([
      { member: people.lone, why: 'proposer' },
      { member: people.anders, why: 'lead' },
      { member: people.ditte, why: 'steering' },
    ])
  })

  it('given a declared conflict, when counted, then it is excluded beside those the project names, each once', () => {
    const declared = [
      { member: people.palle, why: 'declared' },
      { member: people.lone, why: 'declared' },
      { member: people.anders, why: 'steering' },
    ] as const
    const meeting = { ...withItems, agenda: withItems.agenda.map((item) => ({ ...item, excluded: declared })) }
    const counted = countVotes(meeting, { ...project, proposer: people.lone }, defaultSettings)
    expect(counted?.tally.excluded).toEqual([
      { member: people.lone, why: 'proposer' },
      { member: people.palle, why: 'declared' },
    ])
  })

  it('given a project that is not on the agenda, when counted, then there is no count', () => {
    expect(countVotes(called, project, defaultSettings)).toBeUndefined()
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
