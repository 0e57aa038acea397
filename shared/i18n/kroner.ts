import type { Language } from './language.ts'

const marks = { da: { thousands: '.', decimals: ',' }, en: { thousands: ',', decimals: '.' } } as const

/** An amount as text: `1.250.000 kr.`, `DKK 1,250,000`; øre are shown only where there are any. @param amount in øre */
export const kronerIn = (language: Language, amount: number): string => {
  const { thousands, decimals } = marks[language]
  const whole = String(Math.trunc(Math.abs(amount) / 100)).replace(/\B(?=(\d{3})+$)/g, thousands)
  const rest = Math.abs(amount) % 100
  const number = `${amount < 0 ? '−' : ''}${whole}${rest === 0 ? '' : `${decimals}${String(rest).padStart(2, '0')}`}`
  return language === 'da' ? `${number} kr.` : `DKK ${number}`
}
