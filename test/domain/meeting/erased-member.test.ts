import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../shared/domain/meeting/commands.ts'
import { countVotes } from '../../../shared/domain/meeting/outcome.ts'
import type { Meeting } from '../../../shared/domain/meeting/state.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { aRunning, day, expectRefusal } from '../support/life.ts'
import { actors, people, person, projects } from '../support/material.ts'
import { act, ask, called, vote, withItems } from '../support/table.ts'

const { byggesag, sensor } = projects
const eraser = { kind: 'system', name: 'eraser' } as const
const [anders, lone] = [person(people.anders, 'board'), person(people.lone, 'board')]
const erase = { type: 'erase-member', member: people.anders } as const
const ranked: MeetingCommand = { type: 'rank', member: people.anders, order: [byggesag] }
const proxy: MeetingCommand = { type: 'name-proxy', member: people.anders, proxy: people.lone }
const conflict: MeetingCommand = { type: 'declare-conflict', member: people.anders, project: sensor }
const having = (...acts: readonly (readonly [MeetingCommand, typeof anders])[]): Meeting =>
  acts.reduce((meeting, [command, actor]) => act(meeting, command, actor), withItems)

describe('a member is erased', () => {
  it('given a seat, a vote, a ranking, a proxy and a conflict, when erased, then the meeting names them nowhere', () => {
    const meeting = having([vote, anders], [ranked, anders], [proxy, anders], [conflict, anders])
    const without = act(meeting, erase, eraser)
    expect(JSON.stringify(meeting)).toContain(people.anders)
    expect(JSON.stringify(without)).not.toContain(people.anders)
    expect(without.members).toHaveLength(meeting.members.length - 1)
    expect(without.agenda.map(({ project }) => project)).toEqual(meeting.agenda.map(({ project }) => project))
  })

  it('given a vote that they cast as a proxy, when erased, then it stands as the own vote of whom it was for', () => {
    const byProxy = having(
      [{ ...proxy, member: people.lone, proxy: people.anders } as MeetingCommand, lone],
      [{ ...vote, member: people.lone }, anders],
      [{ ...vote, member: people.palle }, person(people.palle, 'board')],
    )
    expect(act(byProxy, erase, eraser).agenda[0]?.votes).toEqual([
      { member: people.lone, castBy: people.lone, choice: 'approve' },
      { member: people.palle, castBy: people.palle, choice: 'approve' },
    ])
  })

  it('given an open item, when a member is erased, then the quorum is counted of those who are left', () => {
    const project = { ...aRunning(2), id: byggesag }
    const eligible = (meeting: Meeting) => countVotes(meeting, project, defaultSettings)?.tally.eligible ?? 0
    expect(eligible(act(withItems, erase, eraser))).toBe(eligible(withItems) - 1)
  })

  it.each([
    ['a proxy', [proxy, anders]],
    ['a ranking', [ranked, anders]],
    ['a vote', [vote, anders]],
    ['a conflict', [conflict, anders]],
  ] as const)('given nothing of them but %s, when erased, then that goes too', (_, given) => {
    const seatless = { ...having(given), members: called.members.filter(({ contact }) => contact !== people.anders) }
    expect(ask(seatless, erase, eraser)).toEqual([{ type: 'member-erased', member: people.anders }])
    expect(JSON.stringify(act(seatless, erase, eraser))).not.toContain(people.anders)
  })

  it('given nothing of them but a part as another’s proxy, or a vote cast so, when erased, then that goes too', () => {
    const named = having([{ ...proxy, member: people.lone, proxy: people.anders } as MeetingCommand, lone])
    const cast = act(named, { ...vote, member: people.lone }, anders)
    const members = called.members.filter(({ contact }) => contact !== people.anders)
    for (const meeting of [
      { ...named, members },
      { ...cast, members, proxies: [] },
    ])
      expect(ask(meeting, erase, eraser)).toEqual([{ type: 'member-erased', member: people.anders }])
  })

  it('given a meeting that knows only others, when erased, then nothing changes', () => {
    const others = having([vote, anders], [ranked, anders], [proxy, anders], [conflict, anders])
    expect(ask(others, { type: 'erase-member', member: 'con_a-stranger' }, eraser)).toEqual([])
  })

  it('given a meeting that is over, when erased, then its record forgets them as well', () => {
    const over = act(withItems, { type: 'cancel', reason: 'Sygdom.' }, actors.chair, day(25))
    expect(JSON.stringify(act(over, erase, eraser))).not.toContain(people.anders)
  })

  it('given a meeting that does not know them, when erased, then nothing changes', () => {
    expect(ask(act(withItems, erase, eraser), erase, eraser)).toEqual([])
  })

  it('given anybody else, when they want a member erased from a meeting, then that is refused', () => {
    for (const actor of [actors.secretariat, actors.chair, anders])
      expectRefusal(ask(withItems, erase, actor), { rule: 'role' })
  })
})
