import { describe, test } from 'vitest'
import { aDecision, aReconsidered, ask, aTally, day, expectRefusal, onAgenda } from '../support/life.ts'
import { aBaseline, actors, meetings } from '../support/material.ts'

describe('what every decision carries', () => {
  const lacking = [
    ['reason', { reason: ' ' }],
    ['criteria', { criteria: [] }],
    ['nextStep', { nextStep: '' }],
  ] as const

  test.each(lacking)(
    'given a concept at a meeting, when it is decided without %s, then that is refused',
    (field, but) => {
      const decision = aDecision({ baseline: aBaseline(), ...but })
      const command = { type: 'decide', meeting: meetings.september, decision, tally: aTally() } as const

      const answer = ask(onAgenda(), command, actors.chair, day(50))

      expectRefusal(answer, { refused: 'reason-required', rule: 'decision-incomplete', at: [field] })
    },
  )

  test.each(lacking)(
    'given level 1 in reconsideration, when it is decided without %s, then that is refused',
    (field, but) => {
      const command = { type: 'decide-reconsideration', decision: aDecision({ outcome: 'stop', ...but }) } as const

      const answer = ask(aReconsidered(1), command, actors.secretariat, day(75))

      expectRefusal(answer, { refused: 'reason-required', rule: 'decision-incomplete', at: [field] })
    },
  )
})
