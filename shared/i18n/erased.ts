import { redactionMark } from '../domain/redaction.ts'
import type { Language } from './language.ts'

/** What a reader sees where words were erased; what is stored has the mark. */
const erased: Readonly<Record<Language, string>> = { da: redactionMark, en: '[erased]' }

/** A text as its reader reads it, erased words in their language. */
export const erasedIn = (language: Language, text: string): string => text.replaceAll(redactionMark, erased[language])

/** A field and its text, a tag with what its attributes hold, or text up to the next of them. */
const pieces = /<textarea\b[\s\S]*?<\/textarea>|<(?:"[^"]*"|[^">])*>|[^<]+/g

/** The same of a page. What stands in a form's fields stays as it is stored, or sending the form would change it. */
export const erasedOnPage = (language: Language, html: string): string =>
  html.includes(redactionMark) && erased[language] !== redactionMark
    ? html.replace(pieces, (piece) => (piece.startsWith('<') ? piece : erasedIn(language, piece)))
    : html
