import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case, Matrix } from '../faults/matrix.ts'
import { openMatrix, pairsOf, singlesOf } from '../faults/matrix.ts'
import { failuresOf } from '../faults/report.ts'

/** A taste of `npm run test:faults`, for every run of the suite: one in twelve, the same ones each time. */
describe('the protocol under some faults', () => {
  let matrix: Matrix
  let singles: readonly Case[]
  beforeAll(async () => {
    matrix = await openMatrix(3)
    singles = singlesOf(await matrix.discover())
  }, 60_000)
  afterAll(() => matrix.stop())

  test('nothing is lost, nothing doubled, nothing without a commit', async () => {
    const cases = [...singles.filter((_, at) => at % 12 === 7), ...pairsOf(singles, 4)]
    const outcomes = await matrix.run(cases)
    expect(failuresOf(outcomes)).toEqual([])
    expect(outcomes).toHaveLength(cases.length)
  }, 180_000)

  test('a broken protocol is seen', async () => {
    const stalled = singles.filter(({ faults }) =>
      faults.some(({ mode, label }) => mode === 'stalled' && label === 'commit'),
    )
    const outcomes = await matrix.run(stalled.slice(0, 1), { mutation: 'drops-instead-of-voiding' })
    expect(failuresOf(outcomes)).not.toEqual([])
  }, 60_000)
})
