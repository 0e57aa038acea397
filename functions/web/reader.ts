import type { CalendarDate, Instant } from '../../shared/domain/time.ts'
import type { PageRequest } from '../../shared/http/page-request.ts'
import { kronerIn } from '../../shared/i18n/kroner.ts'
import { type Labels, labels } from '../../shared/i18n/labels.ts'
import type { Language } from '../../shared/i18n/language.ts'
import { dayIn, dayOfMomentIn, momentIn } from '../../shared/i18n/moments.ts'
import { type PageWords, pageWords } from '../../shared/i18n/page-words.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'

/** Who reads a page, and how things are written for them. */
export interface Reader {
  readonly language: Language
  readonly words: PageWords
  readonly labels: Labels
  readonly visitor: Visitor
  /** The page's own address: where a change of language, or signing in, leads back to. */
  readonly address: string
  /** For every form on the page. */
  readonly token: string
  readonly day: (date: CalendarDate) => string
  /** The day of a moment, in Copenhagen. */
  readonly dayOf: (instant: Instant) => string
  readonly moment: (instant: Instant) => string
  /** @param amount in øre */
  readonly kroner: (amount: number) => string
}

export const readerOf = ({
  language,
  visitor,
  path,
  query = {},
  token,
}: Pick<PageRequest, 'language' | 'visitor' | 'path' | 'token'> & Partial<Pick<PageRequest, 'query'>>): Reader => ({
  language,
  words: pageWords[language],
  labels: labels[language],
  visitor,
  address: addressOf(path, query),
  token,
  day: (date) => dayIn(language, date),
  dayOf: (instant) => dayOfMomentIn(language, instant),
  moment: (instant) => momentIn(language, instant),
  kroner: (amount) => kronerIn(language, amount),
})

/** With what was asked for, but for the key of a personal link and the code of a sign-in: those stand in no page. */
const addressOf = (path: string, { key: _, code: __, ...query }: PageRequest['query']): string => {
  const asked = new URLSearchParams(query).toString()
  return asked === '' ? path : `${path}?${asked}`
}
