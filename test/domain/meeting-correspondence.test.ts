import { describe, expect, it, test } from 'vitest'
import type { Actor } from '../../shared/domain/actor.ts'
import type { Letter } from '../../shared/domain/correspondence/letter.ts'
import { meetingEventsWithoutMail, meetingLettersFor, streamsNamedBy } from '../../shared/domain/correspondence.ts'
import type { MeetingEvent } from '../../shared/domain/meeting/events.ts'
import { evolve } from '../../shared/domain/meeting/evolve.ts'
import type { Meeting } from '../../shared/domain/meeting/state.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { lines } from './support/correspondence.ts'
import { day } from './support/life.ts'
import { actors, board, meetings, people, projects } from './support/material.ts'

const called: MeetingEvent = {
  type: 'called',
  meetsAt: day(50),
  form: 'meeting',
  place: 'Aarhus, Rådhuset',
  members: board,
  papersDueAt: day(36),
}
const written: MeetingEvent = { type: 'called', meetsAt: day(10), form: 'written', members: board, papersDueAt: day(0) }
const concept: MeetingEvent = {
  type: 'item-added',
  project: projects.sensor,
  kind: 'concept',
  excluded: [{ member: people.palle, why: 'proposer' }],
}
const information: MeetingEvent = { type: 'item-added', project: projects.arkiv, kind: 'information', excluded: [] }

const meta = { stream: meetings.september, at: day(0), actor: actors.secretariat } as const
const meetingOf = (...events: readonly MeetingEvent[]): Meeting => {
  let meeting: Meeting | undefined
  for (const [n, event] of events.entries()) meeting = evolve(meeting, event, { ...meta, version: n + 1 })
  if (meeting === undefined) throw new Error('no meeting was called')
  return meeting
}

const titles = new Map([[projects.sensor, 'Fælles sensorplatform til grundvand']])

/** The letters about the last of these events, alone in its commit. */
const letters = (
  history: readonly MeetingEvent[],
  events: readonly MeetingEvent[],
  actor: Actor = actors.secretariat,
): readonly Letter[] => {
  const meeting = meetingOf(...history, ...events)
  const before = history.length === 0 ? undefined : meetingOf(...history)
  return events.flatMap((event) =>
    meetingLettersFor(event, meeting, {
      commit: { actor, at: day(40), events },
      settings: defaultSettings,
      titles,
      ...(before === undefined ? {} : { before }),
    }),
  )
}

const members = ['henrik', 'lone', 'anders', 'ditte', 'palle']
const toMembers = (template: string, yours = true) =>
  members.map((who) => `${template} → ${who} as member${yours ? ' !' : ''}`)
const taken = (
  kind: 'papers' | 'vote',
  step: 'before-7' | 'before-3' | 'overdue-0' | 'overdue-1',
  late = false,
): MeetingEvent =>
  ({
    type: 'step-taken',
    item: `${kind}-1`,
    kind,
    step,
    to: kind === 'papers' ? ['secretariat', 'chair', 'board', 'lead'] : ['board'],
    consequence: 'none',
    at: day(40),
    late,
  }) as const

describe('given a meeting', () => {
  it('when it is called, then each member is called, and the secretariat hears of it where the chair did it', () => {
    expect(lines(letters([], [called]))).toEqual(toMembers('meeting-called'))
    const byChair = letters([], [written], actors.chair)
    expect(lines(byChair)).toEqual([...toMembers('meeting-called'), 'meeting-called → secretariat !'])
    expect(byChair[0]).toMatchObject({ about: { form: 'written' }, move: { task: 'vote' } })
    expect(byChair[0]?.body).not.toHaveProperty('place')
  })

  it('when the papers are sent, then each member has the agenda, and the step itself tells nobody', () => {
    const sent = letters([called, concept, information], [taken('papers', 'overdue-0'), { type: 'papers-sent' }])
    expect(lines(sent)).toEqual(toMembers('papers-ready'))
    expect(sent[0]?.body).toMatchObject({
      agenda: [
        { title: 'Fælles sensorplatform til grundvand', kind: 'concept' },
        { title: projects.arkiv, kind: 'information' },
      ],
    })
  })

  it('when there is nothing on the agenda, then no papers are told, and what gets on it after is', () => {
    const sent = [taken('papers', 'overdue-0'), { type: 'papers-sent' }] as const
    expect(letters([written], sent)).toEqual([])
    const added = letters([written, ...sent], [concept])
    expect(lines(added)).toEqual(toMembers('papers-ready'))
    expect(added[0]?.body).toMatchObject({
      isAddition: true,
      agenda: [{ title: 'Fælles sensorplatform til grundvand', kind: 'concept' }],
    })
    expect(letters([called], [concept])).toEqual([])
    expect(letters([written, ...sent], [information])).toEqual([])
    // Added again where somebody got a part in it, it is on the agenda as before.
    expect(letters([written, concept, ...sent], [{ ...concept, excluded: [] }])).toEqual([])
  })

  it('when the papers are due, then offices are reminded', () => {
    const reminded = letters([called], [taken('papers', 'before-7')])
    expect(lines(reminded)).toEqual(['reminder → secretariat !', 'reminder → chair !', 'reminder → board !'])
    expect(reminded[0]?.reminder).toBe(true)
    expect(letters([called], [taken('papers', 'overdue-1', true)])[0]).toMatchObject({
      reminder: false,
      delivery: { when: 'quiet' },
    })
  })

  it('when the vote nears, then only those are reminded who have something left to vote on', () => {
    const voted: MeetingEvent = {
      type: 'vote-cast',
      project: projects.sensor,
      member: people.lone,
      castBy: people.lone,
      choice: 'approve',
    }
    const closed: MeetingEvent = { type: 'item-closed', project: projects.byggesag, outcome: 'approve' }
    const other: MeetingEvent = { ...concept, project: projects.byggesag }
    const reminded = letters([called, concept, information, other, closed, voted], [taken('vote', 'before-3')])
    expect(lines(reminded)).toEqual(['henrik', 'anders', 'ditte'].map((who) => `vote-reminder → ${who} as member !`))
    expect(reminded[0]).toMatchObject({ reminder: true, body: { missing: [{ project: projects.sensor }] } })
  })

  it('when too few may vote on an item, then nobody is reminded of it', () => {
    const excluded = ['anders', 'ditte', 'lone'].map((name) => ({
      member: people[name as 'anders' | 'ditte' | 'lone'],
      why: 'declared' as const,
    }))
    const left: MeetingEvent = { ...concept, project: projects.byggesag, excluded }
    const both = letters([called, concept, left], [taken('vote', 'before-3')])
    expect(both.map(({ body }) => body)).toEqual(
      both.map(() => expect.objectContaining({ missing: [expect.objectContaining({ project: projects.sensor })] })),
    )
    expect(both.length).toBeGreaterThan(0)
    expect(letters([called, left], [taken('vote', 'before-3')])).toEqual([])
  })

  it('when a step is of something that is gone, then nobody is told', () => {
    const over: MeetingEvent = { type: 'cancelled', reason: 'Afbud.' }
    expect(letters([called, over], [taken('vote', 'before-3')])).toEqual([])
    const alone = { commit: { actor: actors.monitor, at: day(40), events: [] }, settings: defaultSettings, titles }
    expect(meetingLettersFor(taken('vote', 'before-3'), meetingOf(called, over), alone)).toEqual([])
  })

  it('when a proxy is named, then the proxy hears whom it is for', () => {
    const named = (member: (typeof people)[keyof typeof people]) =>
      letters([called], [{ type: 'proxy-named', member, proxy: people.lone }])
    expect(lines(named(people.palle))).toEqual(['proxy-named → lone as member !'])
    expect(named(people.palle)[0]?.body).toMatchObject({ authority: 'Holmsund Kommune' })
    expect(named(people.kasper)[0]?.body).toMatchObject({ authority: '' })
  })

  it('when it is cancelled or over, then all are told, and nobody has a move in it', () => {
    const cancelled = letters([called, concept], [{ type: 'cancelled', reason: 'Afbud.' }], actors.chair)
    expect(lines(cancelled)).toEqual([...toMembers('meeting-cancelled', false), 'meeting-cancelled → secretariat'])
    expect(cancelled[0]?.body).toMatchObject({ items: 1 })
    const closed: MeetingEvent = { type: 'item-closed', project: projects.sensor, outcome: 'approve' }
    const over = letters([called, concept, closed], [{ type: 'concluded', quorate: true, note: 'Tak.' }])
    expect(lines(over)).toEqual(toMembers('meeting-concluded', false))
    expect(over[0]?.body).toMatchObject({ agenda: [{ outcome: 'approve' }], note: 'Tak.' })
    expect(letters([called], [{ type: 'concluded', quorate: false }])[0]?.body).not.toHaveProperty('note')
  })
})

test('what nobody is written to about has a reason, and no letter', () => {
  for (const [type, why] of Object.entries(meetingEventsWithoutMail)) expect(why.length, type).toBeGreaterThan(20)
  const silent: readonly MeetingEvent[] = [
    { type: 'conflict-declared', member: people.lone, project: projects.sensor },
    { type: 'vote-cast', project: projects.sensor, member: people.lone, castBy: people.lone, choice: 'approve' },
    { type: 'ranking-cast', member: people.lone, order: [projects.sensor] },
    { type: 'item-closed', project: projects.sensor, outcome: 'approve' },
    { type: 'item-removed', project: projects.sensor, why: 'withdrawn' },
    { type: 'member-erased', member: people.lone },
  ]
  expect(letters([called], [concept, ...silent])).toEqual([])
  expect(new Set(silent.map(({ type }) => type))).toEqual(new Set(Object.keys(meetingEventsWithoutMail)))
})

test('letters about papers, votes and the end name what is on the agenda', () => {
  const meeting = meetingOf(called, concept)
  expect(streamsNamedBy({ type: 'papers-sent' }, meeting)).toEqual([projects.sensor])
  expect(streamsNamedBy({ type: 'concluded', quorate: true }, meeting)).toEqual([projects.sensor])
  expect(streamsNamedBy(taken('vote', 'before-3'), meeting)).toEqual([projects.sensor])
  expect(streamsNamedBy({ type: 'cancelled', reason: 'Afbud.' }, meeting)).toEqual([])
})
