import type { Language } from './language.ts'

const marks = { da: { thousands: '.', decimals: ',' }, en: { thousands: ',', decimals: '.' } } as const

/** What stands before the decimals of a number. */
export const decimalMark = (language: Language): string => marks[language].decimals

/** A whole number as text: `10.000`, `10,000`. Not by `Intl`, as names are not sorted by it either. */
export const numberIn = (language: Language, value: number): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, marks[language].thousands)
