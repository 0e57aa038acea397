import { describe, expect, test } from 'vitest'
import { addDays, dateOf } from '../../../shared/domain/calendar/days.ts'
import { act, aPaused, aRunning, day } from '../support/life.ts'
import { actors } from '../support/material.ts'

const at = (hour: string, days: number): string => `${dateOf(day(days))}T${hour}:00.000Z`

describe('clocks that go on after a pause', () => {
  test('given a project resumed before eight in the morning, when its clocks go on, then none of them begins in the future', () => {
    const paused = act(
      aRunning(),
      { type: 'pause', reason: 'Afventer ny lov.', lookAgainOn: '2027-03-01' },
      actors.secretariat,
      at('15:00', 60),
    )

    const resumed = act(paused, { type: 'resume' }, actors.secretariat, at('04:30', 80))

    expect(resumed.due.filter(({ since }) => since > at('04:30', 80))).toEqual([])
  })

  test('given a condition, when the project has stood still, then its date has moved as far as its clock', () => {
    const before = aPaused().conditions[0]?.dueOn ?? ''

    const resumed = act(aPaused(), { type: 'resume' }, actors.secretariat, day(84))

    const [condition] = resumed.conditions
    expect(condition?.dueOn).toBe(addDays(before, 14))
    expect(resumed.due.find(({ kind }) => kind === 'condition')?.dueAt).toMatch(condition?.dueOn ?? 'no date')
  })
})
