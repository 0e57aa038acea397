import { describe, expect, it } from 'vitest'
import type { Letter } from '../../shared/domain/correspondence/letter.ts'
import { waitedMove } from '../../shared/domain/correspondence/waited-move.ts'
import type { Project } from '../../shared/domain/project/state.ts'
import { lettersAfter } from './support/correspondence.ts'
import { act, aRunning, aShaped, day } from './support/life.ts'
import { actors, aReport, people } from './support/material.ts'

const report = { type: 'report', report: aReport() } as const
const reported = act(aRunning(), report, actors.lead, day(140))
const toLead = (letters: readonly Letter[]): Letter => {
  const letter = letters.find(({ to }) => 'contact' in to && to.contact === people.troels)
  if (letter === undefined) throw new Error('nobody wrote to the lead')
  return letter
}
const receipt = toLead(lettersAfter(aRunning(), report, actors.lead, day(140)))
const move = (now: Project) => waitedMove(receipt, reported, now)

describe('given the receipt of a report, which waits for the morning', () => {
  it('when nothing happened meanwhile, or something else, then it says what it said', () => {
    expect(receipt.move).toMatchObject({ task: 'review', party: 'secretariat', yours: false })
    expect(move(reported)).toEqual(receipt.move)
    expect(move(act(reported, { type: 'comment', text: 'Tak.' }, actors.secretariat, day(141)))).toEqual(receipt.move)
  })

  it('when the report was sent back meanwhile, then it asks for the correction, as whoever reads it sees it', () => {
    const review = { type: 'review-report', number: 1, outcome: 'return', text: 'Tal?' } as const
    const returned = act(reported, review, actors.secretariat, day(141))
    expect(move(returned)).toEqual({ task: 'correct', party: 'lead', by: day(155), yours: true })
    expect(
      waitedMove({ ...receipt, to: { mailbox: 'secretariat' }, as: 'secretariat' }, reported, returned).yours,
    ).toBe(false)
  })

  it('when nothing is due any more, then it says whose move the project is', () => {
    expect(move({ ...reported, due: [] })).toEqual({ task: 'report', party: 'lead', yours: true })
  })

  it('when the case was closed meanwhile, then it asks nothing', () => {
    expect(move({ ...reported, state: 'stopped', closedAt: day(142), from: 'implementation' })).toEqual({
      task: 'nothing',
      party: 'nobody',
      yours: false,
    })
  })
})

it('given a letter that asks for what no clock runs for, when it waits, then it asks for it all the same', () => {
  const shaped = aShaped(2)
  const { to, as } = receipt
  const steward = { task: 'steward', party: 'coordination', yours: false } as const
  expect(waitedMove({ move: steward, to, as }, shaped, { ...shaped, due: [] })).toEqual(steward)
})
