import { languageCookie } from '../../shared/http/page-edge.ts'
import type { PageAct } from '../../shared/http/page-request.ts'
import { type Language, languages } from '../../shared/i18n/language.ts'
import { seeOther } from './layout.tsx'
import { ownPath } from './own-path.ts'

const aYearInSeconds = 31_536_000

/** The whole `Set-Cookie` value that remembers a language. */
export const keptLanguage = (language: Language): string =>
  `${languageCookie}=${language}; Path=/; Max-Age=${aYearInSeconds}; Secure; HttpOnly; SameSite=Lax`

/** `GET /language?to=en&back=/p/…`: remembers the language, and goes back to where the reader was. */
export const chooseLanguage: PageAct = async ({ query }) => {
  const to = languages.find((one) => one === query.to) ?? 'da'
  return seeOther(ownPath(query.back), [keptLanguage(to)])
}
