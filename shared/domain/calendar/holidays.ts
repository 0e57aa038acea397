import type { CalendarDate, Days } from '../time.ts'

const dayInMs = 86_400_000

const day = (ms: number): CalendarDate => new Date(ms).toISOString().slice(0, 10)

/**
 * Midnight (UTC) of Easter Sunday of a year, by the Gregorian computus as Meeus, Jones and Butcher wrote it down
 * (Astronomical Algorithms, 1991, chapter 8). Names of the steps are theirs, since they mean nothing on their own.
 */
const easterSunday = (year: number): number => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1)
}

/**
 * Days from Easter Sunday: skærtorsdag, langfredag, påskedag, 2. påskedag, Kristi himmelfartsdag, pinsedag, 2. pinsedag.
 * Store bededag is not among them: it was abolished from 2024 (act no. 214 of 2023), before the first project.
 */
const aroundEaster: readonly Days[] = [-3, -2, 0, 1, 39, 49, 50]

/** Nytårsdag, juledag, 2. juledag. Grundlovsdag and 24 December are no public holidays by law. */
const fixed = ['01-01', '12-25', '12-26'] as const

const ofYear = new Map<number, ReadonlySet<CalendarDate>>()

const publicHolidays = (year: number): ReadonlySet<CalendarDate> => {
  const known = ofYear.get(year)
  if (known !== undefined) return known
  const easter = easterSunday(year)
  const holidays = new Set([
    ...fixed.map((monthDay) => `${String(year).padStart(4, '0')}-${monthDay}`),
    ...aroundEaster.map((days) => day(easter + days * dayInMs)),
  ])
  ofYear.set(year, holidays)
  return holidays
}

/** Whether the day is a Danish public holiday (the law's, not the shops'), by the rules in force since 2024. */
export const isPublicHoliday = (date: CalendarDate): boolean => publicHolidays(Number(date.slice(0, 4))).has(date)
