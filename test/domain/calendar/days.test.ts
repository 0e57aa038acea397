import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dateOf,
  daysBetween,
  dueAfter,
  dueBefore,
  dueOn,
  isWorkingDay,
  momentOf,
  morningOf,
  nextWorkingDay,
  shownAt,
} from '../../../shared/domain/calendar/days.ts'
import { isPublicHoliday } from '../../../shared/domain/calendar/holidays.ts'

fc.configureGlobal({ seed: 43 })

const everyDay = (firstYear: number, lastYear: number): string[] => {
  const days: string[] = []
  for (let day = `${firstYear}-01-01`; day <= `${lastYear}-12-31`; day = addDays(day, 1)) days.push(day)
  return days
}

const anyDay = fc
  .date({ min: new Date('2024-01-01T00:00:00.000Z'), max: new Date('2099-12-31T00:00:00.000Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const anyInstant = fc
  .date({ min: new Date('2024-01-01T00:00:00.000Z'), max: new Date('2099-12-30T00:00:00.000Z'), noInvalidDate: true })
  .map((date) => date.toISOString())

describe('the public holidays of Denmark', () => {
  it('given every day from 2024 to 2099, when asked, then it agrees with an independent calendar', () => {
    const calendar = new Holidays('DK', { types: ['public'] })
    for (let year = 2024; year <= 2099; year += 1) {
      const expected = new Set(calendar.getHolidays(year).map(({ date }) => date.slice(0, 10)))
      const ours = everyDay(year, year).filter(isPublicHoliday)
      expect(ours, `holidays of ${year}`).toEqual([...expected].sort())
    }
  })

  it('given the fourth Friday after Easter 2026, when asked, then it is a working day: store bededag is abolished', () => {
    expect(isWorkingDay('2026-05-01')).toBe(true)
  })

  it('given Constitution Day and Christmas Eve on weekdays, when asked, then both are working days by law', () => {
    expect(isWorkingDay('2026-06-05')).toBe(true)
    expect(isWorkingDay('2026-12-24')).toBe(true)
  })
})

describe('days in Copenhagen', () => {
  it('given every hour around each change of clocks until 2099, when asked for the day and the time, then both agree with Intl', () => {
    const intl = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Copenhagen',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    for (let year = 2024; year <= 2099; year += 1) {
      for (const from of [`${year}-03-24`, `${year}-10-24`, `${year}-12-30`]) {
        for (let hour = 0; hour < 9 * 24; hour += 1) {
          const moment = new Date(Date.parse(`${from}T00:30:00.000Z`) + hour * 3_600_000)
          const [date, time] = intl.format(moment).split(' ')
          expect(dateOf(moment.toISOString()), moment.toISOString()).toBe(date)
          expect(shownAt(moment.toISOString())).toBe(`${date}T${time}`)
        }
      }
    }
  })

  it('given every day from 2024 to 2099, when its morning is asked for, then Intl reads it as 08:00 of that day', () => {
    const intl = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Copenhagen',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    const wrong = everyDay(2024, 2099).filter((day) => intl.format(new Date(morningOf(day))) !== `${day} 08:00`)
    expect(wrong).toEqual([])
  })

  it('given a moment shortly before midnight UTC, when asked for the day, then it is the next one in Copenhagen', () => {
    expect(dateOf('2026-01-14T22:59:59.999Z')).toBe('2026-01-14')
    expect(dateOf('2026-01-14T23:00:00.000Z')).toBe('2026-01-15')
    expect(dateOf('2026-07-14T22:00:00.000Z')).toBe('2026-07-15')
  })

  it('given winter and summer, when the morning is asked for, then it is 07:00 and 06:00 UTC', () => {
    expect(morningOf('2026-03-28')).toBe('2026-03-28T07:00:00.000Z')
    expect(morningOf('2026-03-29')).toBe('2026-03-29T06:00:00.000Z')
    expect(morningOf('2026-10-25')).toBe('2026-10-25T07:00:00.000Z')
  })

  it('given what is no day, when asked, then it says so', () => {
    expect(() => morningOf('i morgen')).toThrow(RangeError)
    expect(() => dateOf('snart')).toThrow(RangeError)
  })

  it('given any day, when its morning is asked for, then the day of that morning is the day', () => {
    fc.assert(fc.property(anyDay, (day) => dateOf(morningOf(day)) === day))
  })

  it('given any day and length, when added and measured, then the length comes back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  it('given a leap year, when a day is added to 28 February, then it is the 29th', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  })
})

describe('what clocks in Copenhagen show', () => {
  it.each([
    ['2027-01-20T09:00', '2027-01-20T08:00:00.000Z'],
    ['2027-06-15T10:00', '2027-06-15T08:00:00.000Z'],
    ['2027-03-28T02:30', '2027-03-28T01:30:00.000Z'],
    ['2027-10-31T02:30', '2027-10-31T00:30:00.000Z'],
    ['2027-02-31T10:00', undefined],
    ['2027-02-28T24:30', undefined],
  ])('given %s, then it is %s', (shown, moment) => {
    expect(momentOf(shown)).toBe(moment)
  })

  it('given any moment, when it is read off a clock and back, then it is the same, or an hour apart where clocks show it twice', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Copenhagen',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const minute = `${instant.slice(0, 16)}:00.000Z`
        const back = momentOf(clock.format(new Date(minute)).replace(' ', 'T'))
        expect([0, 3_600_000]).toContain(Date.parse(minute) - Date.parse(back ?? ''))
      }),
    )
  })
})

describe('working days', () => {
  it('given any day, when asked for the next working day, then it is the first one that is not earlier', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = nextWorkingDay(day)
        expect(isWorkingDay(next)).toBe(true)
        const skipped = everyDayFrom(day, next)
        expect(skipped.some(isWorkingDay)).toBe(false)
      }),
    )
  })

  it('given the week of Easter 2026, when asked for the next working day, then it is the Tuesday after', () => {
    expect(nextWorkingDay('2026-04-01')).toBe('2026-04-01')
    expect(nextWorkingDay('2026-04-02')).toBe('2026-04-07')
  })
})

const everyDayFrom = (from: string, to: string): string[] =>
  from < to ? [from, ...everyDayFrom(addDays(from, 1), to)] : []

describe('when something is due', () => {
  it('given an idea of a Thursday evening, when it is due ten days later on a Sunday, then it is due on Monday at 08:00', () => {
    expect(dueAfter('2026-08-06T19:12:00.000Z', 10)).toBe('2026-08-17T06:00:00.000Z')
  })

  it('given a moment after midnight in Copenhagen, when days are counted, then they count from the day in Copenhagen', () => {
    expect(dueAfter('2026-08-05T22:30:00.000Z', 1)).toBe(dueOn('2026-08-07'))
  })

  it('given a meeting, when papers are due fourteen days before it on a holiday, then they are due on the next working day', () => {
    expect(dueBefore('2026-05-28T07:00:00.000Z', 14)).toBe('2026-05-15T06:00:00.000Z')
  })

  it('given Christmas, when something is due on the 25th, then it is due on the first working day after it', () => {
    expect(dueOn('2026-12-25')).toBe('2026-12-28T07:00:00.000Z')
  })

  it('given any moment and two lengths, when one is longer, then it is never due earlier', () => {
    fc.assert(
      fc.property(anyInstant, fc.nat(200), fc.nat(30), (instant, days, more) => {
        expect(dueAfter(instant, days + more) >= dueAfter(instant, days)).toBe(true)
      }),
    )
  })
})
