import { describe, expect, it } from 'vitest'
import { missingForProduct } from '../../../shared/domain/stewardship/onboarding.ts'
import { act, aDecision, aRunning, ask, aTally, day, expectRefusal } from '../support/life.ts'
import { actors, meetings, people } from '../support/material.ts'
import { aLive, allConfirmed, aProduct } from '../support/product-life.ts'

const { secretariat, chair, lead } = actors

/** Level 1, raised while it runs, and on a meeting's agenda because of it. */
const aRaised = () => {
  const raised = act(aRunning(1), { type: 'place', level: 2, reason: 'Flere kommuner vil med.' }, secretariat, day(90))
  const meeting = { meeting: meetings.december, meetingAt: day(110) }
  return act(raised, { type: 'put-on-agenda', meeting }, secretariat, day(91))
}
const decide = (outcome: 'continue' | 'return') =>
  ({
    type: 'decide',
    meeting: meetings.december,
    decision: aDecision({ outcome, reasons: [{ code: 'economy' }], comeBackWith: 'En plan for driften.' }),
    tally: aTally({ counts: { [outcome]: 3 } }),
  }) as const

describe('the approval of the board that a product needs (G5)', () => {
  it('given level 1, when it graduates, then the board has decided nothing', () => {
    expect(aProduct(1)).toMatchObject({ state: 'product', decisions: [] })
  })

  it('given a level that was raised, when the board lets it go on, then that is its approval', () => {
    const goesOn = act(aRaised(), decide('continue'), chair, day(110))
    expect(missingForProduct(goesOn)).not.toContain('board-approval')
  })

  it('given an approval of a life before a return, when it comes again on a higher level, then it counts for nothing', () => {
    const back = act(
      act(aLive(2), { type: 'open-reconsideration', text: 'Udbuddet er annulleret.' }, lead, day(301)),
      { type: 'put-on-agenda', meeting: { meeting: meetings.december, meetingAt: day(320) } },
      secretariat,
      day(302),
    )
    const returned = act(back, decide('return'), chair, day(320))
    expect(missingForProduct(back)).not.toContain('board-approval')
    expect(missingForProduct(returned)).toContain('board-approval')
  })

  it('given a product, when its level is to be changed, then that is refused: evaluations move it', () => {
    expectRefusal(ask(aProduct(1), { type: 'place', level: 2, reason: 'Mange bruger det.' }, secretariat, day(320)), {
      rule: 'state',
    })
  })
})

describe('a disagreement about the level meets a reconsideration', () => {
  it('given it stood on an agenda, when the work is reconsidered, then it leaves it and its clock begins anew', () => {
    const evaluated = act(aLive(2), { type: 'evaluate', evaluations: {}, publish: false }, secretariat, day(301))
    const dispute = { type: 'dispute-level', wanted: 2, reason: 'Bilagene lå ved.' } as const
    const disputed = act(evaluated, dispute, actors.steering, day(302))
    const meeting = { meeting: meetings.december, meetingAt: day(340) }
    const onAgenda = act(disputed, { type: 'put-on-agenda', meeting }, secretariat, day(303))
    expect(onAgenda.due.find(({ kind }) => kind === 'dispute')).toMatchObject({ key: 'dispute-1', dueAt: day(340) })
    const taken = act(onAgenda, { type: 'open-reconsideration', text: 'Udbuddet er annulleret.' }, lead, day(310))
    const decision = taken.due.find(({ kind }) => kind === 'decision')
    expect(taken.meeting).toBeUndefined()
    expect(taken.due.filter(({ kind }) => kind === 'dispute')).toEqual([
      { kind: 'dispute', key: 'dispute-2', since: day(310), dueAt: decision?.dueAt, fired: [] },
    ])
  })
})

describe('graduation', () => {
  it('given what was confirmed once, when it is checked again, then it needs no other word', () => {
    const [first, ...rest] = allConfirmed
    const checked = act(
      aLive(2),
      { type: 'check-graduation', confirmed: first === undefined ? [] : [first], note: 'Resten kommer.' },
      secretariat,
      day(301),
    )
    expect(checked).toMatchObject({ state: 'implementation', onboarding: [first] })
    expect(act(checked, { type: 'check-graduation', confirmed: rest }, secretariat, day(305)).state).toBe('product')
  })

  it('given it is reconsidered, when it is to become a product, then that waits for the decision', () => {
    const taken = act(aLive(2), { type: 'open-reconsideration', text: 'Udbuddet er annulleret.' }, lead, day(301))
    expectRefusal(ask(taken, { type: 'graduate', confirmed: allConfirmed }, secretariat, day(302)), { rule: 'state' })
  })

  it('given a condition is still open, when it is to become a product, then that is what is missing', () => {
    const open = {
      ...aLive(2),
      conditions: [{ number: 1, text: '…', owner: people.kasper, dueOn: '2028-01-01', state: 'open' as const }],
    }
    expectRefusal(ask(open, { type: 'graduate', confirmed: allConfirmed }, secretariat, day(302)), {
      rule: 'onboarding-incomplete',
      facts: { missing: ['conditions-settled'] },
    })
  })
})
