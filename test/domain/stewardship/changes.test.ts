import { describe, expect, it } from 'vitest'
import type { Project } from '../../../shared/domain/project/state.ts'
import type { ChangeOutcome } from '../../../shared/domain/stewardship/changes.ts'
import { act, ask, day, expectRefusal } from '../support/life.ts'
import { actors, kr, people } from '../support/material.ts'
import { aProduct, coordination } from '../support/product-life.ts'

const { secretariat, steering, member } = actors
const text = 'Sagsbehandlerne taster i dag det samme to gange.'
const request = { type: 'request-change', title: 'Eksport til regneark', text } as const
const assess = { type: 'assess-change', change: 1, text: 'To ugers arbejde.', cost: kr(40_000) } as const
const decide = (outcome: ChangeOutcome, change = 1) =>
  ({ type: 'decide-change', change, outcome, reason: 'Det hjælper alle.' }) as const
const clocks = ({ due }: Project) =>
  due.filter(({ kind }) => kind === 'change' || kind === 'escalated-change').map(({ kind, about }) => [kind, about])

const requested = (product = aProduct()) => act(product, request, member, day(320))
const assessed = (product = aProduct()) => act(requested(product), assess, coordination, day(325))
const beyond = (product = aProduct()) => act(assessed(product), decide('beyond-frame'), coordination, day(326))

describe('a change of a product is asked for', () => {
  it('given a product, when somebody on it asks, then the coordination group has 30 days to answer', () => {
    const project = requested()
    const requester = { contact: member.kind === 'person' ? member.id : '', onBoard: true }
    expect(project.changes).toEqual([{ number: 1, title: request.title, text, state: 'proposed', requester }])
    expect(project.due.at(-1)).toMatchObject({ kind: 'change', about: 1, since: day(320), dueAt: day(350) })
  })

  it('given whoever asks, then they are known by their part; the secretariat asks for its office', () => {
    const asked = (actor: typeof member) => act(aProduct(), request, actor, day(320)).changes[0]?.requester
    expect(asked(steering)).toEqual({ contact: people.birgitte, onBoard: false })
    expect(asked(secretariat)).toBeUndefined()
  })

  it('given who asked is erased, then a successor waits for the answer, or nobody does, and the request stands', () => {
    const eraser = { kind: 'system', name: 'eraser' } as const
    const two = act(act(requested(), request, steering, day(321)), request, secretariat, day(321))
    const person = actors.member.kind === 'person' ? actors.member.id : people.palle
    const erase = { type: 'erase-person', person } as const
    const followed = act(two, { ...erase, successor: people.troels }, eraser, day(322))
    expect(followed.changes.map(({ requester }) => requester?.contact)).toEqual([
      people.troels,
      people.birgitte,
      undefined,
    ])
    const left = act(two, erase, eraser, day(322))
    expect(left.changes).toEqual([
      { number: 1, title: request.title, text, state: 'proposed' },
      ...two.changes.slice(1),
    ])
    expect(ask(left, erase, eraser, day(323))).toEqual([])
  })

  it('given two requests, when one is answered, then the other keeps its clock and its words', () => {
    const two = act(assessed(), { ...request, title: 'Ny kortvisning' }, member, day(325))
    const one = act(two, decide('accept'), coordination, day(326))
    expect(one.changes).toMatchObject([
      { number: 1, state: 'accepted', assessment: assess.text, cost: kr(40_000) },
      { number: 2, title: 'Ny kortvisning', state: 'proposed' },
    ])
    expect(clocks(one)).toEqual([['change', 2]])
  })

  it('given it was assessed, when it is assessed anew without a price, then the new words stand and the clock goes on', () => {
    const anew = act(assessed(), { type: 'assess-change', change: 1, text: 'Tre uger.' }, coordination, day(327))
    expect(anew.changes).toMatchObject([{ state: 'assessed', assessment: 'Tre uger.', cost: kr(40_000) }])
    expect(anew.due).toEqual(assessed().due)
  })
})

describe('the coordination group answers', () => {
  it('given it was not assessed, when it is accepted, then that is refused; a no needs no assessment', () => {
    expectRefusal(ask(requested(), decide('accept'), coordination, day(321)), {
      refused: 'illegal-in-state',
      rule: 'change-not-there',
      facts: { number: 1, is: 'proposed', expected: ['assessed'] },
    })
    const rejected = act(requested(), decide('reject'), coordination, day(321))
    expect(rejected.changes).toMatchObject([{ state: 'rejected', reason: 'Det hjælper alle.' }])
    expect(clocks(rejected)).toEqual([])
  })

  it('given it is accepted, when it is done, then it says so, and nothing is asked any more', () => {
    const accepted = act(assessed(), decide('accept'), coordination, day(326))
    const noted = { type: 'finish-change', change: 1, note: 'Udgivet med version 2.' } as const
    expect(ask(accepted, noted, coordination, day(400))).toEqual([
      { type: 'change-done', number: 1, note: 'Udgivet med version 2.' },
    ])
    const done = act(accepted, { type: 'finish-change', change: 1 }, coordination, day(400))
    expect(done.changes).toMatchObject([{ state: 'done' }])
    expect(clocks(done)).toEqual([])
  })

  it('given it is answered, when it is answered, assessed or done again, then that is refused with where it stands', () => {
    const rejected = act(requested(), decide('reject'), coordination, day(321))
    for (const command of [decide('accept'), assess, { type: 'finish-change', change: 1 } as const])
      expectRefusal(ask(rejected, command, coordination, day(322)), {
        rule: 'change-not-there',
        facts: { number: 1, is: 'rejected' },
      })
  })

  it('given there is no such request, when anything is done to it, then it is not found', () => {
    for (const command of [
      decide('accept', 7),
      { ...assess, change: 7 },
      { type: 'finish-change', change: 7 } as const,
    ])
      expectRefusal(ask(requested(), command, coordination, day(322)), { rule: 'no-such-change', facts: { number: 7 } })
  })

  it('given an assessed request, when the steering group or the secretariat answers, then it is not theirs yet', () => {
    expectRefusal(ask(assessed(), decide('accept'), steering, day(326)), {
      rule: 'role',
      facts: { roles: ['coordination'] },
    })
  })
})

describe('a request goes beyond the frame', () => {
  it('given more than the group may decide, when handed on, then the steering group has 30 days', () => {
    expect(beyond().changes).toMatchObject([{ state: 'beyond-frame' }])
    expect(beyond().due.at(-1)).toMatchObject({ kind: 'escalated-change', about: 1, since: day(326), dueAt: day(356) })
    expect(clocks(beyond())).toEqual([['escalated-change', 1]])
  })

  it('given it lies with the steering group, when they say yes, then it is theirs and its clock stops', () => {
    expect(ask(beyond(), decide('accept'), steering, day(330))).toMatchObject([{ by: 'steering', outcome: 'accept' }])
    const accepted = act(beyond(), decide('accept'), steering, day(330))
    expect(accepted.changes).toMatchObject([{ state: 'accepted' }])
    expect(clocks(accepted)).toEqual([])
  })

  it('given it lies with the steering group, when the coordination group answers, then that is refused', () => {
    expectRefusal(ask(beyond(), decide('accept'), coordination, day(330)), {
      rule: 'role',
      facts: { roles: ['steering'] },
    })
  })

  it('given it is beyond the frame already, when it is to go there again, then that is no answer', () => {
    expectRefusal(ask(beyond(), decide('beyond-frame'), steering, day(330)), { rule: 'outcome-not-for-this' })
  })

  it('given no steering group, when it is beyond the frame, then the secretariat answers', () => {
    const events = ask(beyond(aProduct(1)), decide('reject'), secretariat, day(330))
    expect(events).toEqual([
      { type: 'change-decided', number: 1, outcome: 'reject', by: 'secretariat', reason: 'Det hjælper alle.' },
    ])
  })
})

describe('the product retires', () => {
  it('given requests of every kind, when it retires, then what is open is dropped, and what was answered stays', () => {
    const accepted = act(assessed(), decide('accept'), coordination, day(326))
    const second = act(accepted, { ...request, title: 'Ny kortvisning' }, member, day(327))
    const third = act(second, { ...request, title: 'Mørkt tema' }, member, day(327))
    const rejected = act(third, decide('reject', 3), coordination, day(328))
    const retired = act(rejected, { type: 'retire', reason: 'Et nyt system har taget over.' }, secretariat, day(400))
    expect(retired).toMatchObject({ state: 'retired', closedAt: day(400), from: 'product', due: [] })
    expect(retired.changes.map(({ state }) => state)).toEqual(['dropped', 'dropped', 'rejected'])
  })
})
