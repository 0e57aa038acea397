import { languageCookie } from '../../shared/http/page-edge.ts'
import type { PageAct } from '../../shared/http/page-request.ts'
import { languages } from '../../shared/i18n/language.ts'
import { seeOther } from './layout.tsx'

const aYearInSeconds = 31_536_000

/** `GET /language?to=en&back=/p/…`: remembers the language, and goes back to where the reader was. */
export const chooseLanguage: PageAct = async ({ query }) => {
  const to = languages.find((one) => one === query.to) ?? 'da'
  const cookie = `${languageCookie}=${to}; Path=/; Max-Age=${aYearInSeconds}; Secure; HttpOnly; SameSite=Lax`
  return seeOther(ownPath(query.back), [cookie])
}

/** A path of ours; anything that a browser could take for another site leads to the front page. */
export const ownPath = (path: string | undefined): string =>
  path !== undefined && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) ? path : '/'
