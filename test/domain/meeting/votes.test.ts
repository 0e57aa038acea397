import { describe, expect, it } from 'vitest'
import { countVotes, exclusionsOf } from '../../../shared/domain/meeting/outcome.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { anIdea, aRunning, day, expectRefusal } from '../support/life.ts'
import { actors, board, people, person, projects } from '../support/material.ts'
import { act, ask, called, vote, withItems } from '../support/table.ts'

const { secretariat, agendaKeeper, monitor } = actors
const { byggesag, sensor } = projects
const lone = person(people.lone, 'board')
const anders = person(people.anders, 'board')
const ditte = person(people.ditte, 'board')

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
    const stop = ask(withItems, { ...vote, choice: 'stop' }, anders)
    expectRefusal(stop, { rule: 'outcome-not-for-this' })
    expect(stop).toMatchObject({ facts: { outcome: 'stop' } })
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

  it('given an item that too few are left to vote on, when one of them votes, then that is refused', () => {
    const open = act(withItems, { type: 'declare-conflict', member: people.ditte, project: byggesag }, ditte)
    const enough = { ...defaultSettings, minimumEligible: board.length - 1 }
    expect(ask(open, vote, anders, day(25), enough)).toMatchObject([{ type: 'vote-cast' }])
    const tooFew = { ...defaultSettings, minimumEligible: board.length }
    const refused = ask(open, vote, anders, day(25), tooFew)
    expectRefusal(refused, { refused: 'illegal-in-state', rule: 'left-to-assembly' })
    expect(refused).toMatchObject({ at: ['project'] })
    expectRefusal(ask(open, { ...vote, member: people.ditte }, ditte, day(25), tooFew), { rule: 'excluded-from-vote' })
    expect(ask(withItems, vote, anders, day(25), tooFew)).toMatchObject([{ type: 'vote-cast' }])
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
