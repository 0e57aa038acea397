import { dateOf, shownAt } from '../domain/calendar/days.ts'
import type { CalendarDate, Instant } from '../domain/time.ts'
import type { Language } from './language.ts'

/** Months are written by us: what the runtime's data calls them has changed before, and to load it costs a cold start dear. */
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

/** A day: `24. november 2026`, `24 November 2026`. */
export const dayIn = (language: Language, date: CalendarDate): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)}${language === 'da' ? '.' : ''} ${months[language][Number(month) - 1]} ${year}`
}

/** The day of a moment in Copenhagen. */
export const dayOfMomentIn = (language: Language, instant: Instant): string => dayIn(language, dateOf(instant))

/** A moment in Copenhagen: `24. november 2026 kl. 08.00`, `24 November 2026 at 08:00`. */
export const momentIn = (language: Language, instant: Instant): string => {
  const [date = '', time = ''] = shownAt(instant).split('T')
  const day = dayIn(language, date)
  return language === 'da' ? `${day} kl. ${time.replace(':', '.')}` : `${day} at ${time}`
}
