import { expect, test } from 'vitest'
import { measureMonitor } from './monitor/measure.ts'

test('given ten times as many projects, when as many are due, then a run of the monitor asks for as much', async () => {
  const few = await measureMonitor(100, 20)
  const many = await measureMonitor(1_000, 20)
  expect(few.steps).toBe(20)
  expect(many.steps).toBe(20)
  expect(many.requests).toEqual(few.requests)
  expect(many.units).toEqual(few.units)
  // Eight shards, and for each project: its log, the announcement, the commit, and its log again for the next step.
  expect(few.requests.sqs).toBe(20)
  expect(few.requests.dynamodb).toBeLessThanOrEqual(8 + 20 * 3)
})
