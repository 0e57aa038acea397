import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../shared/domain/actor.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import {
  aCondition,
  act,
  anApproved,
  aReady,
  aReconsidered,
  aRunning,
  aShaped,
  ask,
  day,
  expectRefusal,
  typesOf,
} from '../support/life.ts'
import { actors, people, person, projects } from '../support/material.ts'

const { secretariat, proposer, lead, steering, owner, chair } = actors

describe('the people of a project', () => {
  it('given a running project of level 2, when its steering group is to be nobody, then that is refused', () => {
    const command = { type: 'name-steering-group', members: [] } as const
    expectRefusal(ask(aRunning(), command, secretariat, day(61)), { rule: 'steering-group-required' })
    expect(typesOf(ask(aRunning(1), command, secretariat, day(61)))).toEqual(['steering-group-named'])
  })

  it('given a lead, when the same one is appointed again, then nothing changes', () => {
    const led = act(aShaped(), { type: 'appoint-lead', lead: people.troels }, proposer, day(5))
    expect(led.lead).toBe(people.troels)
    expect(ask(led, { type: 'appoint-lead', lead: people.troels }, proposer, day(6))).toEqual([])
  })

  it('given a proposer, when another takes over, then the old one may do nothing more', () => {
    const moved = act(aShaped(), { type: 'transfer-proposer', proposer: people.kasper }, proposer, day(5))
    expect(moved.proposer).toBe(people.kasper)
    expect(ask(moved, { type: 'transfer-proposer', proposer: people.kasper }, owner, day(6))).toEqual([])
    expectRefusal(ask(moved, { type: 'withdraw' }, proposer, day(6)), { refused: 'not-your-role' })
  })

  it('given a steering group, when somebody is named twice, then they are in it once', () => {
    const members = [people.birgitte, people.kasper, people.birgitte]
    const named = act(aShaped(), { type: 'name-steering-group', members }, secretariat, day(5))
    expect(named.steering).toEqual([people.birgitte, people.kasper])
  })
})

/** Each of them takes whoever is named out of the vote. */
const namings = [
  { type: 'name-steering-group', members: [people.birgitte, people.kasper] },
  { type: 'appoint-lead', lead: people.birgitte },
  { type: 'transfer-proposer', proposer: people.birgitte },
] as const
const evaluated = act(aRunning(), { type: 'evaluate', evaluations: {}, publish: false }, secretariat, day(65))
const disputed = act(
  evaluated,
  { type: 'dispute-level', wanted: 1, reason: 'Portalen er på plads.' },
  steering,
  day(66),
)

describe.each(namings)('who is named while the board has a project, by $type', (naming) => {
  it.each([
    ['a concept that is ready', aReady(2)],
    ['a reconsideration', aReconsidered(2)],
    ['a disputed level', disputed],
  ])('given %s, then only the secretariat says who, since whoever is named does not vote', (_, project) => {
    expectRefusal(ask(project, naming, proposer, day(70)), {
      refused: 'illegal-in-state',
      rule: 'named-by-secretariat',
    })
    expect(isRefusal(ask(project, naming, lead, day(70)))).toBe(true)
    expect(typesOf(ask(project, naming, secretariat, day(70)))).toHaveLength(1)
  })

  it('given one that the board does not decide, or has decided, then its own people say who', () => {
    for (const project of [aShaped(2), aReady(1), anApproved(2), aReconsidered(1)])
      expect(typesOf(ask(project, naming, proposer, day(70))), project.state).toHaveLength(1)
  })
})

describe('authorities join and leave', () => {
  it('given an authority, when it joins again, then its pledge is renewed', () => {
    const command = { type: 'join', authority: 'Holmsund Kommune', pledge: { hours: 40 } } as const
    const once = act(aShaped(), command, proposer, day(5))
    const twice = act(once, { ...command, pledge: { hours: 80 } }, proposer, day(6))
    expect(twice.authorities).toEqual([
      { authority: 'Tisvang Kommune', pledge: {} },
      { authority: 'Holmsund Kommune', pledge: { hours: 80 } },
    ])
  })

  it('given an authority that does not take part, when it leaves, then that is refused', () => {
    const command = { type: 'leave', authority: 'Midtfjord Kommune' } as const
    expectRefusal(ask(aShaped(), command, proposer, day(5)), { rule: 'no-such-authority' })
  })

  it('given one of several, when it leaves, then the others go on', () => {
    const command = { type: 'leave', authority: 'Norre Strand Kommune', reason: 'Budgetlægning.' } as const
    expect(ask(aRunning(2), command, lead, day(65))).toEqual([
      { type: 'authority-left', authority: 'Norre Strand Kommune', reason: 'Budgetlægning.' },
    ])
  })

  it('given the last one of a running project, when it leaves, then the project is reconsidered', () => {
    const command = { type: 'leave', authority: 'Tisvang Kommune' } as const
    const events = ask(aRunning(1), command, lead, day(65))
    expect(typesOf(events)).toEqual(['authority-left', 'reconsideration-opened', 'board-informed'])
    expect(events).toMatchObject([{}, { grounds: [{ kind: 'last-authority-left' }] }, {}])
  })

  it('given the last one of a concept, when it leaves, then nothing is reconsidered', () => {
    expect(typesOf(ask(aShaped(), { type: 'leave', authority: 'Tisvang Kommune' }, proposer, day(5)))).toEqual([
      'authority-left',
    ])
  })
})

describe('conditions of an approval', () => {
  const evidence = 'Tre aftaler er underskrevet.'
  const fulfil = (project: Project, actor: Actor, condition = 1) =>
    ask(project, { type: 'fulfil-condition', condition, evidence }, actor, day(60))

  it('given its owner, when fulfilled, then its clock stops', () => {
    const fulfilled = act(anApproved(), { type: 'fulfil-condition', condition: 1, evidence }, owner, day(60))
    expect(fulfilled).toMatchObject({ conditions: [{ state: 'fulfilled' }], due: [{ kind: 'start' }] })
  })

  it('given two conditions, when one is fulfilled and the project returned, then only the open one is superseded', () => {
    const second = { ...aCondition, number: 2, state: 'open' } as const
    const project = { ...anApproved(), conditions: [...anApproved().conditions, second] }
    const one = act(project, { type: 'fulfil-condition', condition: 1, evidence }, owner, day(60))
    expect(one.conditions).toMatchObject([{ state: 'fulfilled' }, { state: 'open' }])
    const closed = act(one, { type: 'withdraw' }, proposer, day(61))
    const reopened = act(closed, { type: 'reopen', reason: 'Igen.' }, secretariat, day(62))
    expect(reopened.conditions).toMatchObject([{ state: 'fulfilled' }, { state: 'superseded' }])
  })

  it('given the lead or the secretariat, when fulfilled for its owner, then they may', () => {
    expect(typesOf(fulfil(anApproved(), secretariat))).toEqual(['condition-fulfilled'])
    expect(typesOf(fulfil(aRunning(), lead))).toEqual(['condition-fulfilled'])
  })

  it('given the owner of another condition, by token or by link, when fulfilled, then that is refused', () => {
    const second = { ...aCondition, number: 2, owner: people.birgitte, state: 'open' } as const
    const project = { ...anApproved(), conditions: [...anApproved().conditions, second] }
    expectRefusal(fulfil(project, owner, 2), { refused: 'not-your-role' })
    const link = { ...person(people.kasper, 'owner'), project: projects.byggesag, link: true } as const
    expectRefusal(fulfil(project, link, 2), { refused: 'not-your-role' })
    expect(typesOf(fulfil(project, link, 1))).toEqual(['condition-fulfilled'])
  })

  it('given the owner by the link of another part, when fulfilled, then they may, as long as they have that part', () => {
    const project = { ...anApproved(), proposer: people.kasper }
    const link = { ...person(people.kasper, 'proposer'), project: projects.byggesag, link: true } as const
    expect(typesOf(fulfil(project, link, 1))).toEqual(['condition-fulfilled'])
    expectRefusal(fulfil({ ...project, proposer: people.maren }, link, 1), { refused: 'not-your-role' })
  })

  it('given a condition that is not there or not open, when fulfilled or waived, then that is refused', () => {
    expectRefusal(fulfil(anApproved(), secretariat, 9), { refused: 'not-found' })
    const waive = { type: 'waive-condition', condition: 1, reason: 'Ikke længere nødvendig.' } as const
    expectRefusal(ask(anApproved(), { ...waive, condition: 9 }, chair, day(60)), { rule: 'no-such-condition' })
    const waived = act(anApproved(), waive, chair, day(60))
    expect(waived.conditions).toMatchObject([{ state: 'waived' }])
    expectRefusal(fulfil(waived, secretariat), { rule: 'condition-not-open' })
    expectRefusal(ask(waived, waive, chair, day(61)), { rule: 'condition-not-open' })
  })
})
