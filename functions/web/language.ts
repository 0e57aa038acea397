import { keptLanguage } from '../../shared/http/page-language.ts'
import type { PageAct } from '../../shared/http/page-request.ts'
import { languages } from '../../shared/i18n/language.ts'
import { seeOther } from './layout.tsx'
import { ownPath } from './own-path.ts'

/** `GET /language?to=en&back=/p/…`: remembers the language, and goes back to where the reader was. */
export const chooseLanguage: PageAct = async ({ query }) => {
  const to = languages.find((one) => one === query.to) ?? 'da'
  return seeOther(ownPath(query.back), [keptLanguage(to)])
}
