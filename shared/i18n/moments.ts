import type { CalendarDate, Instant } from '../domain/time.ts'
import type { Language } from './language.ts'

const months: Readonly<Record<Language, readonly string[]>> = {
  da: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

/** Months are written by us: what the runtime's data calls them has changed before. */
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const inCopenhagen = (instant: Instant) => {
  const parts = new Map(clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return {
    year: part('year'),
    month: Number(part('month')),
    day: Number(part('day')),
    hour: part('hour'),
    minute: part('minute'),
  }
}

const written = (language: Language, day: number, month: number, year: string): string =>
  `${day}${language === 'da' ? '.' : ''} ${months[language][month - 1]} ${year}`

/** A day: `24. november 2026`, `24 November 2026`. */
export const dayIn = (language: Language, date: CalendarDate): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  return written(language, Number(day), Number(month), year)
}

/** The day of a moment in Copenhagen. */
export const dayOfMomentIn = (language: Language, instant: Instant): string => {
  const { day, month, year } = inCopenhagen(instant)
  return written(language, day, month, year)
}

/** A moment in Copenhagen: `24. november 2026 kl. 08.00`, `24 November 2026 at 08:00`. */
export const momentIn = (language: Language, instant: Instant): string => {
  const { hour, minute } = inCopenhagen(instant)
  const day = dayOfMomentIn(language, instant)
  return language === 'da' ? `${day} kl. ${hour}.${minute}` : `${day} at ${hour}:${minute}`
}
