import { redactionMark } from '../../../shared/domain/redaction.ts'
import type { Language } from '../../../shared/i18n/language.ts'
import { pageWords } from '../../../shared/i18n/page-words.ts'

/** What a case is called; one whose words have been erased is called so. */
export const titleIn = (language: Language, title: string): string =>
  title === redactionMark ? pageWords[language].standing.erasedCase : title
