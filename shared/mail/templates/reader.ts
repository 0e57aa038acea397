import type { Capacity, NextMove } from '../../domain/correspondence/letter.ts'
import type { LetterBody, Template } from '../../domain/correspondence/letter-body.ts'
import type { CriterionId } from '../../domain/criteria.ts'
import type { Baseline } from '../../domain/economy/report.ts'
import type { Decision } from '../../domain/project/events.ts'
import type { CalendarDate, Instant } from '../../domain/time.ts'
import { kronerIn } from '../../i18n/kroner.ts'
import { labels } from '../../i18n/labels.ts'
import type { Language } from '../../i18n/language.ts'
import { type MailWords, mailWords } from '../../i18n/mail-words.ts'
import { dayIn, dayOfMomentIn, momentIn } from '../../i18n/moments.ts'
import type { MailContent } from '../content.ts'

/** The body of one template. */
export type Body<T extends Template> = Extract<LetterBody, { readonly template: T }>

/** Who reads a mail: the part it is read in, whose move it is, and everything that depends on the language. */
export interface Reader {
  readonly language: Language
  readonly as: Capacity
  readonly move: NextMove
  readonly words: MailWords
  readonly tell: {
    readonly moment: (instant: Instant) => string
    readonly day: (date: CalendarDate) => string
    readonly dayOf: (instant: Instant) => string
    /** @param amount in øre */
    readonly kroner: (amount: number) => string
    /** One decimal at most. */
    readonly percent: (basisPoints: number) => string
    /** All that basis points hold: two decimals. */
    readonly exactPercent: (basisPoints: number) => string
    /** `R1 Skaber konkret værdi …` */
    readonly criterion: (id: CriterionId) => string
  }
}

const decimal = (language: Language, value: number): string => String(value).replace('.', language === 'da' ? ',' : '.')

export const readerOf = (language: Language, as: Capacity, move: NextMove): Reader => ({
  language,
  as,
  move,
  words: mailWords[language],
  tell: {
    moment: (instant) => momentIn(language, instant),
    day: (date) => dayIn(language, date),
    dayOf: (instant) => dayOfMomentIn(language, instant),
    kroner: (amount) => kronerIn(language, amount),
    percent: (basisPoints) => decimal(language, Math.round(basisPoints / 10) / 10),
    exactPercent: (basisPoints) => decimal(language, basisPoints / 100),
    criterion: (id) => `${id} ${labels[language].criteria[id]}`,
  },
})

/** One quote where there is something to quote. */
export const quoted = (label: string, text: string | undefined): NonNullable<MailContent['quotes']> =>
  text === undefined || text.trim() === '' ? [] : [{ label, text }]

/** The approved frame as facts. */
export const frameFacts = (baseline: Baseline, { words, tell }: Reader): NonNullable<MailContent['facts']> => {
  const { frame } = words.decisions
  return [
    { label: frame.budget, value: tell.kroner(baseline.budget.amount) },
    { label: frame.endsOn, value: tell.day(baseline.endsOn) },
    { label: frame.scope, value: baseline.scope },
  ]
}

/** What every decision carries: its reason, the criteria it rests on, the next step. */
export const decisionParts = (
  decision: Decision,
  { words, tell }: Reader,
): Required<Pick<MailContent, 'quotes' | 'lists'>> => ({
  quotes: [...quoted(words.decisions.reason, decision.reason), ...quoted(words.decisions.nextStep, decision.nextStep)],
  lists:
    decision.criteria.length === 0
      ? []
      : [{ title: words.decisions.criteria, items: decision.criteria.map(tell.criterion) }],
})
