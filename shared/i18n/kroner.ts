import type { Language } from './language.ts'
import { decimalMark, numberIn } from './numbers.ts'

/** An amount as text: `1.250.000 kr.`, `DKK 1,250,000`; øre are shown only where there are any. @param amount in øre */
export const kronerIn = (language: Language, amount: number): string => {
  const whole = numberIn(language, Math.trunc(Math.abs(amount) / 100))
  const rest = Math.abs(amount) % 100
  const decimals = rest === 0 ? '' : `${decimalMark(language)}${String(rest).padStart(2, '0')}`
  const number = `${amount < 0 ? '−' : ''}${whole}${decimals}`
  return language === 'da' ? `${number} kr.` : `DKK ${number}`
}
