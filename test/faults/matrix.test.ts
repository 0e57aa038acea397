import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case, Matrix, Outcome } from './matrix.ts'
import { caseName, openMatrix, pairsOf, singlesOf } from './matrix.ts'
import { mutations } from './process/protocol.ts'
import { failuresOf, tableOf } from './report.ts'

/** Lanes side by side: much of a case is waiting for processes to start. */
const width = 4

let matrix: Matrix
let singles: readonly Case[]
beforeAll(async () => {
  matrix = await openMatrix(width)
  singles = singlesOf(await matrix.discover())
})
afterAll(() => matrix.stop())

const say = (text: string) => process.stdout.write(`\n${text}\n`)

const holds = (outcomes: readonly Outcome[], cases: readonly Case[]) => {
  say(tableOf(outcomes))
  expect(failuresOf(outcomes)).toEqual([])
  expect(outcomes).toHaveLength(cases.length)
  for (const chance of ['doubled', 'putOff'] as const) expect(outcomes.some((one) => one[chance] > 0)).toBe(true)
}

describe('the protocol under faults', () => {
  test('every boundary of writer and relay, every fault', async () => {
    const boundaries = new Set(singles.flatMap(({ faults }) => faults.map(({ role, label }) => `${role} ${label}`)))
    say(`${boundaries.size} boundaries: ${[...boundaries].join(', ')}`)
    holds(await matrix.run(singles), singles)
  })

  test('two hundred pairs of faults', async () => {
    const pairs = pairsOf(singles, 200)
    holds(await matrix.run(pairs), pairs)
  })
})

describe('the matrix sees a broken protocol', () => {
  test.each(mutations)('%s', async (mutation) => {
    const isWrong = ({ wrong }: Outcome) => wrong.length > 0
    const outcomes = await matrix.run(singles, { mutation, enough: isWrong, width: 2 })
    const found = outcomes.find(isWrong)
    say(
      `${mutation}: ${found === undefined ? 'not found' : `${caseName(found.of)}\n    ${found.wrong.join('\n    ')}`}`,
    )
    expect(found).toBeDefined()
  })
})
