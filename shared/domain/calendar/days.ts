import type { CalendarDate, Days, Instant } from '../time.ts'
import { isPublicHoliday } from './holidays.ts'

const hourInMs = 3_600_000
const dayInMs = 24 * hourInMs

/** The hour of the day, in Copenhagen, at which everything is due. */
const morningHour = 8
/** The hour at which the post goes: all that is due in the morning has happened, and is in it. */
const postHour = 9
/** What happens later than so long before the post, in ms, is in the next one: it has to be written first. */
const postCloses = 10 * 60_000

/** Midnight UTC of a day, in ms since 1970: the scale on which days are added and subtracted, free of summer time. */
const midnight = (date: CalendarDate): number => Date.parse(`${date}T00:00:00.000Z`)

const dayOf = (ms: number): CalendarDate => new Date(ms).toISOString().slice(0, 10)

/** 01:00 UTC of the last Sunday of a month of 31 days (0 is January), in ms: when all of the EU changes its clocks. */
const clockChange = (year: number, month: number): number => {
  const last = new Date(Date.UTC(year, month, 31, 1))
  return last.getTime() - last.getUTCDay() * dayInMs
}

/** From when until when a year has summer time, by year: every moment of a year asks for the same two. */
const summers = new Map<number, { readonly from: number; readonly until: number }>()

const summerOf = (year: number): { readonly from: number; readonly until: number } => {
  const known = summers.get(year)
  if (known !== undefined) return known
  const summer = { from: clockChange(year, 2), until: clockChange(year, 9) }
  summers.set(year, summer)
  return summer
}

/**
 * Copenhagen's distance to UTC, in ms. Follows the rule of the EU (directive 2000/84/EC) and not `Intl`: the same
 * answer on every machine whatever time zone data it has, and nothing to load on a cold start. A test holds it to `Intl`.
 */
const offsetAt = (ms: number): number => {
  const { from, until } = summerOf(new Date(ms).getUTCFullYear())
  return ms >= from && ms < until ? 2 * hourInMs : hourInMs
}

/**
 * What calendars and clocks in Copenhagen show at a moment, to the minute: `2027-03-31T10:00`.
 * @throws RangeError when the instant is none.
 */
export const shownAt = (instant: Instant): string => {
  const ms = Date.parse(instant)
  return new Date(ms + offsetAt(ms)).toISOString().slice(0, 16)
}

/**
 * The day it is in Copenhagen at a moment.
 * @throws RangeError when the instant is none.
 */
export const dateOf = (instant: Instant): CalendarDate => shownAt(instant).slice(0, 10)

/** An hour of a day in Copenhagen. Clocks change at 01:00 UTC, so that each hour from 08:00 on comes once on every day. */
const hourOf = (date: CalendarDate, hour: number): Instant => {
  const ms = midnight(date) + hour * hourInMs
  return new Date(ms - offsetAt(ms)).toISOString()
}

/**
 * 08:00 in Copenhagen on a day.
 * @throws RangeError when the day is none.
 */
export const morningOf = (date: CalendarDate): Instant => hourOf(date, morningHour)

/**
 * The moment at which clocks in Copenhagen show this: `2027-03-31T10:00`. Of an hour that comes twice the first, of one
 * that is left out the one after. Undefined where no calendar has it.
 */
export const momentOf = (shown: string): Instant | undefined => {
  const ms = Date.parse(`${shown}:00.000Z`)
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(shown)) return undefined
  return new Date(ms - offsetAt(ms - 2 * hourInMs)).toISOString()
}

/** Whether Danish offices are open: neither Saturday, Sunday nor a public holiday. */
export const isWorkingDay = (date: CalendarDate): boolean => {
  const weekday = new Date(midnight(date)).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isPublicHoliday(date)
}

/** The day itself when it is a working day, else the first one after it. */
export const nextWorkingDay = (date: CalendarDate): CalendarDate =>
  isWorkingDay(date) ? date : nextWorkingDay(addDays(date, 1))

/** The day so many calendar days later; earlier when negative. */
export const addDays = (date: CalendarDate, days: Days): CalendarDate => dayOf(midnight(date) + days * dayInMs)

/** Calendar days from one day to another; negative when it is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): Days => (midnight(to) - midnight(from)) / dayInMs

/** What `dueOn` has said of a day: a monitor asks for the same few thousand mornings over and over. */
const dueMornings = new Map<CalendarDate, Instant>()

/** When something is due that is due on a day: 08:00 in Copenhagen on that day or the next working day. */
export const dueOn = (date: CalendarDate): Instant => {
  const known = dueMornings.get(date)
  if (known !== undefined) return known
  const morning = morningOf(nextWorkingDay(date))
  dueMornings.set(date, morning)
  return morning
}

/** When something is due so many calendar days after a moment: 08:00 in Copenhagen, moved to the next working day. */
export const dueAfter = (instant: Instant, days: Days): Instant => dueOn(addDays(dateOf(instant), days))

/** When the post goes that tells of what happens at a moment: the next 09:00 in Copenhagen of a working day. */
export const postAfter = (instant: Instant): Instant => {
  const day = nextWorkingDay(dateOf(instant))
  const post = hourOf(day, postHour)
  return Date.parse(post) - Date.parse(instant) > postCloses ? post : hourOf(nextWorkingDay(addDays(day, 1)), postHour)
}

/** When something is due so many calendar days before a moment: 08:00 in Copenhagen, moved to the next working day. */
export const dueBefore = (instant: Instant, days: Days): Instant => dueAfter(instant, -days)
