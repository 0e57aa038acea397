import { describe, expect, test } from 'vitest'
import { date, moment } from '../../shared/api/fields.ts'

describe('days and moments that come in', () => {
  test.each(['2000-01-01', '2028-02-29', '2199-12-31'])('%s is a day', (day) => {
    expect(date.safeParse(day).success).toBe(true)
    expect(moment.safeParse(`${day}T23:59:00-11:30`).success).toBe(true)
  })

  // Days are reckoned from them, and text order is their order: none may come near a year of five digits.
  test.each(['1999-12-31', '2027-02-29', '2200-01-01', '9999-12-31', '+010000-01-01'])('%s is none', (day) => {
    expect(date.safeParse(day).success).toBe(false)
    expect(moment.safeParse(`${day}T00:00:00Z`).success).toBe(false)
  })
})
