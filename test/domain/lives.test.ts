import fc from 'fast-check'
import { expect, test } from 'vitest'
import { live } from './lives/live.ts'
import { meetingRules } from './lives/rules/meeting-rules.ts'
import { projectRules } from './lives/rules/project-rules.ts'
import { Visits } from './lives/visits.ts'

const worlds = 1_020

test('ten thousand lives, random commands of random roles: every rule of the process holds', {
  timeout: 300_000,
}, () => {
  // given
  const visits = new Visits()
  const step = fc.noBias(fc.nat(0x7fffffff))
  const steps = fc.array(step, { minLength: 130, maxLength: 170 })

  // when (SHRINK=1 looks for the smallest world that fails, which takes its time)
  fc.assert(
    fc.property(steps, (numbers) => void live(numbers, visits)),
    { seed: 20_260_901, numRuns: worlds, endOnFailure: process.env.SHRINK === undefined },
  )

  // then
  console.log(
    `${visits.lives} lives${visits.table(['project state', 'project event', 'meeting state', 'meeting event', 'way to an end', 'rule', 'refused by'])}`,
  )
  const rules = [...projectRules, ...meetingRules].map(({ says }) => says)
  expect(visits.lives).toBeGreaterThanOrEqual(10_000)
  expect(visits.tooFew(100, rules)).toEqual([])
})
