import { type Language, languages } from '../i18n/language.ts'

/** The cookie that remembers which language somebody chose. */
const languageCookie = '__Host-language'
const aYearInSeconds = 31_536_000

/** The language that this browser remembers; undefined where nobody chose one. */
export const rememberedLanguage = (cookies: Readonly<Record<string, string>>): Language | undefined =>
  languages.find((one) => one === cookies[languageCookie])

/** The whole `Set-Cookie` value that remembers a language. */
export const keptLanguage = (language: Language): string =>
  `${languageCookie}=${language}; Path=/; Max-Age=${aYearInSeconds}; Secure; HttpOnly; SameSite=Lax`
