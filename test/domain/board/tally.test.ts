import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ballots, tallyOf } from '../../../shared/domain/board/tally.ts'
import type { Choice, Vote } from '../../../shared/domain/board/votes.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { board, people } from '../support/material.ts'

fc.configureGlobal({ seed: 43 })

type Name = keyof typeof people

const votes = (by: Partial<Record<Name, Choice>>): Vote[] =>
  (Object.entries(by) as [Name, Choice][]).map(([name, choice]) => ({
    member: people[name],
    castBy: people[name],
    choice,
  }))

const proxied = (member: Name, castBy: Name, choice: Choice): Vote => ({
  member: people[member],
  castBy: people[castBy],
  choice,
})

const count = (cast: readonly Vote[], but: Partial<Ballots> = {}, settings: Partial<typeof defaultSettings> = {}) =>
  tallyOf({ members: board, excluded: [], votes: cast, ...but }, { ...defaultSettings, ...settings })

describe('quorum', () => {
  it('given three of five votes, when counted, then there is a quorum', () => {
    expect(count(votes({ henrik: 'approve', lone: 'approve', anders: 'reject' }))).toEqual({
      tally: { counts: { approve: 2, reject: 1 }, eligible: 5, excluded: [], quorum: 3, cast: 3 },
      result: 'approve',
    })
  })

  it('given two of five votes, when counted, then there is none', () => {
    expect(count(votes({ henrik: 'approve', lone: 'approve' })).result).toBe('inquorate')
  })

  it('given two of four not excluded, when counted, then that is not more than half', () => {
    const excluded = [{ member: people.palle, why: 'proposer' }] as const
    const counted = count(votes({ henrik: 'approve', lone: 'approve' }), { excluded })
    expect(counted).toMatchObject({ result: 'inquorate', tally: { eligible: 4, quorum: 3 } })
  })

  it('given two of three not excluded, when counted, then that is more than half', () => {
    const excluded = [
      { member: people.palle, why: 'proposer' },
      { member: people.ditte, why: 'declared' },
    ] as const
    const counted = count(votes({ henrik: 'approve', lone: 'approve' }), { excluded })
    expect(counted).toMatchObject({ result: 'approve', tally: { eligible: 3, quorum: 2, excluded } })
  })

  it('given abstentions, when counted, then they make the quorum but not the outcome', () => {
    const counted = count(votes({ henrik: 'abstain', lone: 'abstain', anders: 'return' }))
    expect(counted).toMatchObject({ result: 'return', tally: { counts: { abstain: 2, return: 1 }, cast: 3 } })
  })

  it('given nothing but abstentions, when counted, then nothing is decided', () => {
    expect(count(votes({ henrik: 'abstain', lone: 'abstain', anders: 'abstain' })).result).toBe('undecided')
  })

  it('given fewer than three not excluded, when counted, then it is for the general assembly', () => {
    const excluded = (['palle', 'ditte', 'anders'] as const).map((name) => ({
      member: people[name],
      why: 'steering' as const,
    }))
    const counted = count(votes({ henrik: 'approve', lone: 'approve' }), { excluded })
    expect(counted).toMatchObject({ result: 'general-assembly', tally: { eligible: 2, cast: 2 } })
    expect(count([], { members: [] }).result).toBe('general-assembly')
  })
})

describe('plurality', () => {
  it('given the most votes without a majority, when counted, then they decide', () => {
    const cast = votes({ henrik: 'approve', lone: 'return', anders: 'return', ditte: 'reject' })
    expect(count(cast).result).toBe('return')
  })

  it('given a reconsideration, when counted, then its own outcomes are counted the same way', () => {
    expect(count(votes({ henrik: 'rescope', lone: 'rescope', anders: 'stop' })).result).toBe('rescope')
  })
})

describe('a tie', () => {
  it('given the chair voted for one of the two, when counted, then the chair decides', () => {
    const counted = count(votes({ henrik: 'reject', lone: 'approve', anders: 'approve', ditte: 'reject' }))
    expect(counted).toMatchObject({ result: 'reject', tally: { tieBrokenBy: 'chair' } })
  })

  it('given the chair is excluded, when counted, then the vice chair decides', () => {
    const excluded = [{ member: people.henrik, why: 'lead' }] as const
    const cast = votes({ lone: 'approve', anders: 'approve', ditte: 'reject', palle: 'reject' })
    expect(count(cast, { excluded })).toMatchObject({ result: 'approve', tally: { tieBrokenBy: 'vice-chair' } })
  })

  it('given the chair abstained, when counted, then the vice chair decides', () => {
    const cast = votes({ henrik: 'abstain', lone: 'return', anders: 'approve' })
    expect(count(cast)).toMatchObject({ result: 'return', tally: { tieBrokenBy: 'vice-chair' } })
  })

  it('given neither voted for one of the two, when counted, then nothing is decided', () => {
    const counted = count(votes({ henrik: 'abstain', anders: 'approve', ditte: 'reject' }))
    expect(counted.result).toBe('undecided')
    expect(counted.tally.tieBrokenBy).toBeUndefined()
  })
})

describe('proxies and exclusion', () => {
  it('given a proxy, when it votes, then the vote counts as the member’s own', () => {
    const cast = [...votes({ henrik: 'approve', lone: 'reject' }), proxied('anders', 'lone', 'reject')]
    expect(count(cast)).toMatchObject({ result: 'reject', tally: { cast: 3, counts: { approve: 1, reject: 2 } } })
  })

  it('given proxies are not allowed, when one votes, then it does not count', () => {
    const cast = [...votes({ henrik: 'approve', lone: 'reject' }), proxied('anders', 'lone', 'reject')]
    expect(count(cast, {}, { proxies: false })).toMatchObject({ result: 'inquorate', tally: { cast: 2 } })
  })

  it('given an excluded member, when they vote for themselves or another, or another for them, then none of it counts', () => {
    const excluded = [{ member: people.palle, why: 'steering' }] as const
    const cast = [
      ...votes({ palle: 'approve', henrik: 'reject' }),
      proxied('ditte', 'palle', 'approve'),
      proxied('palle', 'lone', 'approve'),
    ]
    expect(count(cast, { excluded }).tally).toMatchObject({ cast: 1, counts: { reject: 1 } })
  })

  it('given somebody who is no member, when they vote, then it does not count', () => {
    expect(count(votes({ maren: 'approve' })).tally.cast).toBe(0)
    expect(count([proxied('anders', 'maren', 'approve')]).tally.cast).toBe(0)
  })

  it('given a changed vote, when counted, then the last one counts', () => {
    const cast = [...votes({ henrik: 'approve' }), ...votes({ henrik: 'reject' })]
    expect(count(cast).tally.counts).toEqual({ reject: 1 })
  })

  it('given an exclusion for two reasons and one of no member, when counted, then it stands once with its first reason', () => {
    const excluded = [
      { member: people.palle, why: 'lead' },
      { member: people.palle, why: 'declared' },
      { member: people.maren, why: 'proposer' },
    ] as const
    const { tally } = count([], { excluded })
    expect(tally).toMatchObject({ eligible: 4, excluded: [{ member: people.palle, why: 'lead' }] })
  })
})

describe('whatever is voted', () => {
  const choice = fc.constantFrom<Choice>('approve', 'return', 'reject', 'abstain')
  const contacts = board.map(({ contact }) => contact)
  const ballots = fc.record({
    members: fc.constant(board),
    excluded: fc.subarray(contacts).map((out) => out.map((member) => ({ member, why: 'declared' as const }))),
    votes: fc.array(fc.record({ member: fc.constantFrom(...contacts), castBy: fc.constantFrom(...contacts), choice }), {
      maxLength: 20,
    }),
  })

  it('given any votes, when counted, then an outcome has a quorum and as many votes as any other', () => {
    fc.assert(
      fc.property(ballots, (given) => {
        const { tally, result } = tallyOf(given, defaultSettings)
        const { abstain = 0, ...counts } = tally.counts
        const all = Object.values(counts)
        expect(abstain + all.reduce((total, one) => total + one, 0)).toBe(tally.cast)
        expect(tally.cast).toBeLessThanOrEqual(tally.eligible)
        expect(tally.eligible + tally.excluded.length).toBe(board.length)
        expect(tally.eligible < 3).toBe(result === 'general-assembly')
        if (result === 'general-assembly') return
        expect(tally.cast * 2 <= tally.eligible).toBe(result === 'inquorate')
        if (result !== 'inquorate' && result !== 'undecided') expect(tally.counts[result]).toBe(Math.max(...all))
      }),
    )
  })

  it('given any votes, when the members stand in another order, then the count is the same', () => {
    fc.assert(
      fc.property(ballots, fc.shuffledSubarray([...board], { minLength: 5, maxLength: 5 }), (given, members) => {
        expect(tallyOf({ ...given, members }, defaultSettings)).toEqual(tallyOf(given, defaultSettings))
      }),
    )
  })
})
