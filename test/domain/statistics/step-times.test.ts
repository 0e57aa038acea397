import { describe, expect, it } from 'vitest'
import { spreadOf, stepTimesOf } from '../../../shared/domain/statistics/step-times.ts'
import { acts, approvedLife, levelOneLife, life, runningLife } from '../../fakes/life.ts'

describe('given the log of a project, where each act is a day after the one before', () => {
  it('when it runs, then each step that it has gone through has its days', () => {
    expect(stepTimesOf(life(runningLife())).steps).toEqual({ placing: 2, shaping: 1, deciding: 2, starting: 3 })
  })

  it('when it runs, then it is known who had the move how long before', () => {
    // Submitted and commented, then placed, then ready and on an agenda, then approved, which is the lead’s.
    expect(stepTimesOf(life(runningLife())).held).toEqual({ secretariat: 2, proposer: 1, board: 2 })
  })

  it('when it is on level 1, then the secretariat has it until it begins', () => {
    expect(stepTimesOf(life(levelOneLife())).held).toEqual({ secretariat: 2, proposer: 1, board: 0 })
  })

  it('when it has not begun, then nobody’s time is told', () => {
    expect(stepTimesOf(life(approvedLife()))).toEqual({ steps: { placing: 2, shaping: 1, deciding: 2 } })
  })

  it('when it was returned on its way, then the first beginning counts, and the end that came', () => {
    const returned = [acts.submit(true), acts.returnToProposer, acts.resubmit, acts.place]
    expect(stepTimesOf(life(returned)).steps).toEqual({ placing: 3 })
  })

  it('when there is none, then there is nothing to tell', () => {
    expect(stepTimesOf([])).toEqual({ steps: {} })
  })
})

describe('given some numbers', () => {
  it.each([
    [[], undefined],
    [[4], { count: 1, median: 4, lower: 4, upper: 4, most: 4 }],
    [[10, 2], { count: 2, median: 6, lower: 4, upper: 8, most: 10 }],
    [[5, 1, 3, 2, 4], { count: 5, median: 3, lower: 2, upper: 4, most: 5 }],
  ])('when they are %j, then their middle and their spread are %j', (numbers, spread) => {
    expect(spreadOf(numbers)).toEqual(spread)
  })
})
