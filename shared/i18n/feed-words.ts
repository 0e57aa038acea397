import type { Language } from './language.ts'

export interface FeedWords {
  /** Headers of the CSV, in the order of its columns. */
  readonly columns: Readonly<Record<FeedColumn, string>>
  readonly newsTitle: string
  readonly newsDescription: string
  readonly calendarName: string
  readonly forms: Readonly<Record<'meeting' | 'written', string>>
  readonly items: (count: number) => string
}

export type FeedColumn =
  | 'id'
  | 'title'
  | 'authority'
  | 'authorities'
  | 'theme'
  | 'level'
  | 'state'
  | 'since'
  | 'submitted'
  | 'budget'
  | 'live'
  | 'assessed'
  | 'link'
  | 'purpose'

export const feedWords: Readonly<Record<Language, FeedWords>> = {
  da: {
    columns: {
      id: 'Sag',
      title: 'Titel',
      authority: 'Foreslået af',
      authorities: 'Deltagende myndigheder',
      theme: 'Fagområde',
      level: 'Niveau',
      state: 'Tilstand',
      since: 'Siden',
      submitted: 'Indsendt',
      budget: 'Ramme i kroner',
      live: 'Myndigheder i drift',
      assessed: 'Vurderet niveau',
      link: 'Link',
      purpose: 'Formål',
    },
    newsTitle: 'OS2: nyt fra porteføljen',
    newsDescription: 'Projekter og produkter i OS2, og hvor de er nu.',
    calendarName: 'OS2: bestyrelsens møder',
    forms: { meeting: 'Bestyrelsesmøde i OS2', written: 'Skriftlig afstemning i OS2’s bestyrelse' },
    items: (count) => (count === 1 ? '1 punkt på dagsordenen' : `${count} punkter på dagsordenen`),
  },
  en: {
    columns: {
      id: 'Case',
      title: 'Title',
      authority: 'Proposed by',
      authorities: 'Authorities taking part',
      theme: 'Subject area',
      level: 'Level',
      state: 'State',
      since: 'Since',
      submitted: 'Submitted',
      budget: 'Frame in kroner',
      live: 'Authorities live',
      assessed: 'Assessed level',
      link: 'Link',
      purpose: 'Purpose',
    },
    newsTitle: 'OS2: news from the portfolio',
    newsDescription: 'Projects and products of OS2, and where they are now.',
    calendarName: 'OS2: meetings of the board',
    forms: { meeting: 'Meeting of the board of OS2', written: 'Written vote of the board of OS2' },
    items: (count) => (count === 1 ? '1 item on the agenda' : `${count} items on the agenda`),
  },
}
