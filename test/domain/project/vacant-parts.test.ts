import { describe, expect, it } from 'vitest'
import { office, theLead } from '../../../shared/domain/correspondence/addressees.ts'
import { nobody } from '../../../shared/domain/identifiers.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { isVacant, missingParts, whoseMove } from '../../../shared/domain/project/whose-move.ts'
import { act, anApproved, aPaused, aReconsidered, aRunning, aShaped, ask, day } from '../support/life.ts'
import { actors, people } from '../support/material.ts'
import { aProduct } from '../support/product-life.ts'

const eraser = { kind: 'system', name: 'eraser' } as const
const erase = (person: (typeof people)[keyof typeof people]) => ({ type: 'erase-person', person }) as const

describe('whoever has the move is erased, and nobody follows', () => {
  it('given a proposer who shapes, when erased, then the secretariat has the move from then on', () => {
    const erased = act(aShaped(2), erase(people.maren), eraser, day(9))
    expect(erased.proposer).toBe(nobody)
    expect(whoseMove(erased)).toMatchObject({ party: 'secretariat', since: day(9) })
  })

  it('given another proposer is named, then the move is theirs again, until when it was', () => {
    const erased = act(aShaped(2), erase(people.maren), eraser, day(9))
    const named = act(erased, { type: 'transfer-proposer', proposer: people.troels }, actors.secretariat, day(12))
    expect(whoseMove(named)).toEqual({ ...whoseMove(aShaped(2)), since: day(12) })
  })

  it('given the lead of running work, when erased, then the secretariat has the move, not the proposer', () => {
    const erased = act(aRunning(2), erase(people.troels), eraser, day(65))
    expect(whoseMove(erased)).toMatchObject({ party: 'secretariat', since: day(65) })
  })

  it('given work that is reconsidered or stands still, when its lead is erased, then late reports are the secretariat’s, not the proposer’s', () => {
    for (const project of [aReconsidered(2), aPaused(2)]) {
      const erased = act(project, erase(people.troels), eraser, day(75))
      expect(isVacant('lead', erased)).toBe(true)
      expect(theLead(erased)).toEqual([office('secretariat')])
    }
    const waiting = act(
      anApproved(2),
      { type: 'open-reconsideration', text: 'Nyt udbud.' },
      actors.secretariat,
      day(55),
    )
    expect(theLead(waiting)).toEqual([expect.objectContaining({ to: { contact: people.maren } })])
  })

  it('given an approval whose lead nobody has named, when its proposer is erased, then the secretariat sees to it', () => {
    expect(whoseMove(anApproved(2)).party).toBe('lead')
    expect(whoseMove(act(anApproved(2), erase(people.maren), eraser, day(55))).party).toBe('secretariat')
  })

  it('given a product, when the last of its coordination group is erased, then the secretariat has the move', () => {
    const one = act(aProduct(), erase(people.lone), eraser, day(320))
    expect(one.coordination).toEqual({ members: [people.kasper], chair: people.kasper })
    expect(whoseMove(one)).toMatchObject({ party: 'coordination', since: day(310) })
    const none = act(one, erase(people.kasper), eraser, day(330))
    expect(whoseMove(none)).toMatchObject({ party: 'secretariat', since: day(330) })
  })
})

describe('nobody cannot be erased', () => {
  it('given a part that is nobody’s already, when nobody is to be erased, then nothing happens', () => {
    const erased = act(aShaped(2), erase(people.maren), eraser, day(9))
    expect(ask(erased, { type: 'erase-person', person: nobody, successor: people.troels }, eraser, day(10))).toEqual([])
  })

  it('given nobody with this name takes part, when erased, then nothing happens', () => {
    expect(ask(aShaped(2), erase(people.palle), eraser, day(9))).toEqual([])
  })

  it('given themselves as successor, when erased, then nobody follows', () => {
    const self = { ...erase(people.maren), successor: people.maren }
    expect(ask(aShaped(2), self, eraser, day(9))).toEqual([{ type: 'person-erased', person: people.maren }])
  })
})

describe('somebody follows whoever is erased', () => {
  it('given a successor, then every part is theirs, once, and no other changes', () => {
    const before = aProduct()
    const erased = act(before, { ...erase(people.lone), successor: people.kasper }, eraser, day(320))
    expect(erased).toEqual({
      ...before,
      coordination: { members: [people.kasper], chair: people.kasper },
      version: before.version + 1,
    })
  })

  it('given a lead who owns nothing else, when followed, then the move stays where it was', () => {
    const erased = act(aRunning(2), { ...erase(people.troels), successor: people.kasper }, eraser, day(65))
    expect(erased).toMatchObject({ lead: people.kasper, moveSince: aRunning(2).moveSince })
  })

  it('given the owner of a condition, when erased, then the condition is still open and nobody’s', () => {
    const erased = act(aRunning(2), erase(people.kasper), eraser, day(65))
    expect(erased.conditions).toMatchObject([{ state: 'open', owner: nobody }])
    expect(erased.due).toEqual(aRunning(2).due)
  })
})

describe('parts that somebody has to be found for', () => {
  const without = (project: Project, ...who: readonly (typeof people)[keyof typeof people][]) =>
    missingParts(who.reduce((left, one) => act(left, erase(one), eraser, day(400)), project))

  it('given nobody was erased, then none, also before a lead or a coordination group is named', () => {
    for (const project of [aShaped(2), anApproved(2), aRunning(2), aReconsidered(2), aPaused(2), aProduct()])
      expect(missingParts(project)).toEqual([])
  })

  it('given somebody was, then their part, where it is needed', () => {
    expect(without(aShaped(2), people.maren)).toEqual(['proposer'])
    expect(without(anApproved(2), people.maren)).toEqual(['lead', 'proposer'])
    expect(without(aRunning(2), people.troels)).toEqual(['lead'])
    expect(without(aPaused(2), people.troels, people.maren)).toEqual(['lead', 'proposer'])
    expect(without(aProduct(), people.troels)).toEqual([])
    expect(missingParts({ ...aProduct(), coordination: undefined } as never)).toEqual(['coordination'])
    const closed = act(aShaped(2), { type: 'withdraw' }, actors.proposer, day(10))
    expect(without(closed, people.maren)).toEqual([])
  })
})
