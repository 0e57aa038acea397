import type { Language } from './language.ts'
import { decimalMark, numberIn } from './numbers.ts'

/** An amount as text: `1.250.000 kr.`, `DKK 1,250,000`; øre are shown only where there are any. @param amount in øre */
export const kronerIn = (language: Language, amount: number): string => {
  const number = amount < 0 ? `−${kronerTyped(language, -amount)}` : kronerTyped(language, amount)
  return language === 'da' ? `${number} kr.` : `DKK ${number}`
}

/** An amount as somebody types it, and as a form's field has it (`costOf` reads it): `1.250.000,50`, `1,250,000.50`. @param amount in øre, none below 0 */
export const kronerTyped = (language: Language, amount: number): string => {
  const whole = numberIn(language, Math.trunc(amount / 100))
  const rest = amount % 100
  return rest === 0 ? whole : `${whole}${decimalMark(language)}${String(rest).padStart(2, '0')}`
}
