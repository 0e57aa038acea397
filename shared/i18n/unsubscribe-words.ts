import type { Language } from './language.ts'

export interface UnsubscribeWords {
  readonly title: string
  readonly question: string
  readonly button: string
  readonly done: string
  /** Of a link that is not whole. */
  readonly cut: string
}

export const unsubscribeWords: Readonly<Record<Language, UnsubscribeWords>> = {
  da: {
    title: 'Påmindelser fra Trin',
    question:
      'Vil du ikke længere have påmindelser? Du får stadig besked om afgørelser, og når en frist er overskredet.',
    button: 'Nej tak til påmindelser',
    done: 'Du får ikke flere påmindelser. Du får stadig besked om afgørelser, og når en frist er overskredet.',
    cut: 'Linket er ikke helt: nogle mailprogrammer klipper lange links over. Kopiér hele linket fra mailen, eller skriv til sekretariatet.',
  },
  en: {
    title: 'Reminders from Trin',
    question: 'No more reminders? You will still hear of decisions, and when something is overdue.',
    button: 'No more reminders',
    done: 'You will get no more reminders. You will still hear of decisions, and when something is overdue.',
    cut: 'The link is not whole: some mail programs cut long links. Copy all of it from the mail, or write to the secretariat.',
  },
}
