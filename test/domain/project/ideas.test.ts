import { describe, expect, it } from 'vitest'
import { morningOf } from '../../../shared/domain/calendar/days.ts'
import { proposeLevel } from '../../../shared/domain/classification.ts'
import { nobody } from '../../../shared/domain/identifiers.ts'
import { whoseMove } from '../../../shared/domain/project/whose-move.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { act, anIdea, aReady, aShaped, ask, day, expectRefusal, typesOf } from '../support/life.ts'
import { aConcept, actors, allMet, people, projects } from '../support/material.ts'

const { secretariat, proposer } = actors

describe('an idea comes in', () => {
  it('given nothing, when it is submitted, then it is an idea that waits ten days for the secretariat', () => {
    const idea = anIdea()
    expect(idea).toMatchObject({
      state: 'idea',
      version: 1,
      moveSince: day(0),
      authorities: [{ authority: 'Tisvang Kommune' }],
      due: [{ kind: 'answer', key: 'answer-1', dueAt: morningOf('2026-09-11') }],
    })
  })

  it('given a project, when it is submitted again, then that is refused', () => {
    const again = {
      type: 'submit',
      kind: 'takeover',
      concept: aConcept(),
      answers: {},
      proposer: people.maren,
      consentToPublish: true,
    } as const
    expectRefusal(ask(anIdea(), again, proposer, day(1)), { refused: 'illegal-in-state', rule: 'exists' })
  })

  it('given nothing, when anything else is asked, then there is no such project', () => {
    expectRefusal(ask(undefined, { type: 'resume' }, secretariat, day(0)), { refused: 'not-found' })
  })
})

describe('a level is proposed and placed', () => {
  const proposal = proposeLevel(aConcept(), allMet(1), defaultSettings)
  const proposed = act(anIdea(), { type: 'propose-level', proposal }, actors.classification, day(0))

  it('given a proposal, when it comes again, then nothing changes', () => {
    expect(proposed.proposal).toEqual(proposal)
    expect(ask(proposed, { type: 'propose-level', proposal }, actors.classification, day(1))).toEqual([])
  })

  it('given a proposal, when a person confirms it, then the proposer has sixty days to shape the concept', () => {
    const placed = act(proposed, { type: 'place', level: 1 }, secretariat, day(3))
    expect(placed).toMatchObject({ state: 'shaping', level: 1, moveSince: day(3), due: [{ key: 'concept-1' }] })
    expect(placed.due[0]?.dueAt).toBe(morningOf('2026-11-03'))
  })

  it('given a proposal, when it is overridden without a reason, then that is refused', () => {
    const silent = ask(proposed, { type: 'place', level: 2, reason: ' ' }, secretariat, day(3))
    expectRefusal(silent, { refused: 'reason-required', rule: 'override-needs-reason', facts: { proposed: 1 } })
  })

  it('given a proposal, when it is overridden with a reason, then both stand in the event', () => {
    const events = ask(proposed, { type: 'place', level: 2, reason: 'Tre kommuner vil med.' }, secretariat, day(3))
    expect(events).toMatchObject([{ type: 'placed', level: 2, proposed: 1, reason: 'Tre kommuner vil med.' }])
  })

  it('given no proposal, when a person places it, then it needs none', () => {
    expect(ask(anIdea(), { type: 'place', level: 3 }, secretariat, day(3))).toMatchObject([
      { type: 'placed', level: 3 },
    ])
  })
})

describe('the idea becomes a concept', () => {
  it('given a concept, when it is commented, then the comment may be about a criterion', () => {
    const plain = ask(aShaped(), { type: 'comment', text: 'Hvem ejer data?' }, secretariat, day(4))
    expect(plain).toEqual([{ type: 'commented', text: 'Hvem ejer data?' }])
    const about = ask(aShaped(), { type: 'comment', text: 'Hvilken licens?', criterion: 'F2' }, proposer, day(4))
    expect(about).toEqual([{ type: 'commented', text: 'Hvilken licens?', criterion: 'F2' }])
    expect(act(aShaped(), { type: 'comment', text: 'Hvem ejer data?' }, secretariat, day(4)).version).toBe(3)
  })

  it('given a concept that the proposer wrote anew, then it waits for the secretariat, until that says something', () => {
    const revise = (value: string) => ({ type: 'revise', concept: { value } }) as const
    const revised = act(aShaped(2), revise('Færre rykkere.'), proposer, day(5))
    expect(revised).toMatchObject({ state: 'shaping', revisedAt: day(5) })
    expect(whoseMove(revised).party).toBe('proposer')
    expect(act(revised, revise('Færre klager.'), proposer, day(7)).revisedAt).toBe(day(7))
    expect(act(revised, { type: 'comment', text: 'Se lige.' }, proposer, day(7)).revisedAt).toBe(day(5))
    const answers: readonly Parameters<typeof act>[1][] = [
      { type: 'comment', text: 'Det er godt.' },
      { type: 'assess', evaluations: { R1: { colour: 'green' } } },
      revise('Færre breve.'),
      { type: 'mark-ready' },
      { type: 'return', reasons: [{ code: 'value-unclear' }], comeBackWith: 'Tal.' },
    ]
    for (const answer of answers)
      expect(act(revised, answer, secretariat, day(8)), answer.type).not.toHaveProperty('revisedAt')
    const lead = act(revised, { type: 'appoint-lead', lead: people.troels }, secretariat, day(8))
    expect(lead.revisedAt).toBe(day(5))
    expect(act(anIdea(), revise('Færre rykkere.'), proposer, day(1))).not.toHaveProperty('revisedAt')
  })

  it('given a concept, when something is taken back, then it is gone; what was not there changes nothing', () => {
    const revise = {
      type: 'revise',
      concept: { licence: null, theme: null },
      answers: { R1: null, G14: null },
    } as const
    const events = ask(aShaped(), revise, proposer, day(5))
    expect(typesOf(events)).toEqual(['revised'])
    const revised = act(aShaped(), revise, proposer, day(5))
    expect(revised.concept).not.toHaveProperty('licence')
    expect(revised.answers).not.toHaveProperty('R1')
    expect(Object.keys(revised.answers)).toHaveLength(Object.keys(allMet(1)).length - 1)
    expect(ask(revised, revise, proposer, day(6))).toEqual([])
    const returned = act(
      aShaped(),
      { type: 'return', reasons: [{ code: 'value-unclear' }], comeBackWith: 'Tal.' },
      secretariat,
      day(6),
    )
    const again = act(
      returned,
      { type: 'resubmit', concept: { licence: null }, answers: { R1: null } },
      proposer,
      day(9),
    )
    expect(again.concept).not.toHaveProperty('licence')
    expect(again.answers).not.toHaveProperty('R1')
  })

  it('given a concept, when it is revised, then the rest of the text and the answers stay', () => {
    const revised = act(aShaped(), { type: 'revise', concept: { title: 'Vejviser' } }, proposer, day(5))
    expect(revised).toMatchObject({ concept: { title: 'Vejviser', authority: 'Tisvang Kommune' }, answers: allMet(1) })
  })

  it('given a revision that says the same, when it comes, then nothing changes; another answer alone does', () => {
    expect(ask(aShaped(), { type: 'revise', concept: { licence: 'MPL-2.0' } }, proposer, day(5))).toEqual([])
    const answers = { F7: { answer: 'planned', text: 'I marts.' } } as const
    expect(typesOf(ask(aShaped(), { type: 'revise', concept: {}, answers }, proposer, day(5)))).toEqual(['revised'])
  })

  it('given colours of the secretariat, when more come, then they are kept beside each other', () => {
    const first = act(aShaped(), { type: 'assess', evaluations: { R1: { colour: 'green' } } }, secretariat, day(6))
    const both = act(first, { type: 'assess', evaluations: { F4: { colour: 'yellow' } } }, secretariat, day(7))
    expect(both.evaluations).toEqual({ R1: { colour: 'green' }, F4: { colour: 'yellow' } })
  })

  it('given level 1, when it is ready, then the secretariat has ten days to start it and no board is waited for', () => {
    const ready = aReady(1)
    expect(ready).toMatchObject({ state: 'ready', due: [{ kind: 'answer', key: 'answer-2' }] })
  })

  it('given level 2, when it is ready, then the board decides within 120 days', () => {
    const ready = act(aShaped(2), { type: 'mark-ready', note: 'Klar til oktober.' }, secretariat, day(20))
    expect(ready).toMatchObject({ state: 'ready', due: [{ kind: 'decision', key: 'decision-1' }] })
  })

  it('given the answers leave a criterion unmet and unexplained, when it is marked ready, then that is refused', () => {
    const answers = { F7: { answer: 'no' }, S2: { answer: 'planned', text: 'Til foråret.' } } as const
    const unready = act(aShaped(), { type: 'revise', concept: {}, answers }, proposer, day(5))
    expectRefusal(ask(unready, { type: 'mark-ready' }, secretariat, day(6)), {
      rule: 'unmet-unexplained',
      at: ['answers', 'F7'],
      facts: { criteria: ['F7'] },
    })
  })

  it('given law and licence explained away, when it is marked ready, then that is refused', () => {
    const answers = { F2: { answer: 'no', text: 'Leverandøren vil ikke.' } } as const
    const unready = act(aShaped(), { type: 'revise', concept: {}, answers }, proposer, day(5))
    expectRefusal(ask(unready, { type: 'mark-ready' }, secretariat, day(6)), {
      rule: 'law-and-licence',
      facts: { criteria: ['F2'] },
    })
  })

  it('given criteria nobody knows about yet, when it is marked ready, then the secretariat may', () => {
    const answers = { F7: { answer: 'dont-know' } } as const
    const unknown = act(aShaped(), { type: 'revise', concept: {}, answers }, proposer, day(5))
    expect(typesOf(ask(unknown, { type: 'mark-ready' }, secretariat, day(6)))).toEqual(['marked-ready'])
  })
})

describe('a return is never a rejection', () => {
  const command = {
    type: 'return',
    reasons: [{ code: 'open-source' }, { code: 'other', text: 'Navnet er optaget.' }],
    comeBackWith: 'En aftale om licens.',
  } as const
  const returned = act(aReady(2), command, secretariat, day(25))

  it('given a ready concept, when it is returned, then the proposer has ninety days, and what was there is kept', () => {
    expect(returned).toMatchObject({
      state: 'returned',
      level: 2,
      returns: [{ from: 'secretariat', reasons: [{ criteria: ['F1', 'F2', 'F6'] }, { text: 'Navnet er optaget.' }] }],
      due: [{ kind: 'resubmission', dueAt: morningOf('2026-12-28') }],
    })
    expect(returned.returns[0]?.concept).toEqual(returned.concept)
  })

  it('given no code, "other" without words, or nothing to come back with, when it is returned, then that is refused', () => {
    const with_ = (but: object) => ask(aShaped(), { ...command, ...but }, secretariat, day(25))
    expectRefusal(with_({ reasons: [] }), { rule: 'reason-codes-required' })
    expectRefusal(with_({ reasons: [{ code: 'other' }] }), { rule: 'other-needs-text', at: ['reasons', 0, 'text'] })
    expectRefusal(with_({ comeBackWith: ' ' }), { rule: 'come-back-with-required' })
  })

  it('given it was returned, when it is resubmitted, then it says what changed since, and waits for an answer anew', () => {
    const answers = { F2: { answer: 'yes', text: 'MPL-2.0 er aftalt.' } } as const
    const resubmission = {
      type: 'resubmit',
      concept: { licence: 'EUPL-1.2' },
      answers,
      note: 'Aftalen er på plads.',
    } as const
    expect(ask(returned, resubmission, proposer, day(40))).toMatchObject([
      { changedCriteria: ['F2'], changedFields: ['licence'], note: 'Aftalen er på plads.' },
    ])
    const themed = { type: 'resubmit', concept: { theme: 'planning-and-traffic' } } as const
    expect(ask(returned, themed, proposer, day(40))).toMatchObject([{ changedFields: ['theme'] }])
    const back = act(returned, { type: 'resubmit', concept: {} }, proposer, day(40))
    expect(back).toMatchObject({ state: 'idea', level: 2, due: [{ key: 'answer-2' }], returns: [{}] })
  })

  it('given a second return, when it happens, then the loop is counted', () => {
    const back = act(returned, { type: 'resubmit', concept: {} }, proposer, day(40))
    expect(ask(back, command, secretariat, day(41))).toMatchObject([{ loop: 2 }])
  })
})

describe('other ways out of idea generation', () => {
  it('given an idea, when its proposer withdraws it, then it is closed and nothing is asked of anybody', () => {
    const withdrawn = act(anIdea(), { type: 'withdraw' }, proposer, day(2))
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      from: 'idea',
      closedAt: day(2),
      due: [{ kind: 'retention' }],
    })
    const events = ask(anIdea(), { type: 'withdraw', reason: 'Vi køber i stedet.' }, proposer, day(2))
    expect(events).toMatchObject([{ type: 'withdrawn', by: 'proposer', reason: 'Vi køber i stedet.' }])
  })

  it('given the same idea as a live project, when it is merged, then it is closed and points there', () => {
    const command = { type: 'merge', into: projects.sensor, intoIsLive: true, reason: 'Samme behov.' } as const
    expect(act(aShaped(), command, secretariat, day(5))).toMatchObject({ state: 'merged', into: projects.sensor })
    expectRefusal(ask(aShaped(), { ...command, into: projects.byggesag }, secretariat, day(5)), {
      rule: 'merge-into-itself',
    })
    expectRefusal(ask(aShaped(), { ...command, intoIsLive: false }, secretariat, day(5)), {
      rule: 'merge-target-not-live',
    })
  })

  it('given the other side of a merge, when it is absorbed, then its proposer and authority take part, once', () => {
    const command = {
      type: 'absorb',
      project: projects.arkiv,
      contact: people.kasper,
      authority: 'Norre Strand Kommune',
    } as const
    const joined = act(aShaped(), command, actors.agendaKeeper, day(5))
    expect(joined).toMatchObject({
      contacts: [people.kasper],
      authorities: [{ authority: 'Tisvang Kommune' }, { authority: 'Norre Strand Kommune', pledge: {} }],
    })
    expect(ask(joined, command, actors.agendaKeeper, day(6))).toEqual([])
    const other = act(joined, { ...command, authority: 'Holmsund Kommune' }, actors.agendaKeeper, day(6))
    expect(other.contacts).toEqual([people.kasper])
    expect(other.authorities).toHaveLength(3)
  })

  it('given the other side of a merge whose proposer was erased, when it is absorbed, then only its authority takes part', () => {
    const command = { type: 'absorb', project: projects.arkiv, contact: nobody, authority: 'Holmsund Kommune' } as const
    const joined = act(aShaped(), command, actors.agendaKeeper, day(5))
    expect(joined).toMatchObject({ contacts: [], authorities: [{}, { authority: 'Holmsund Kommune' }] })
    expect(ask(joined, command, actors.agendaKeeper, day(6))).toEqual([])
  })
})
