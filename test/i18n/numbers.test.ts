import { expect, it } from 'vitest'
import { costOf } from '../../shared/api/form-values.ts'
import { kronerIn, kronerTyped } from '../../shared/i18n/kroner.ts'
import { numberIn } from '../../shared/i18n/numbers.ts'
import { problemWords } from '../../shared/i18n/problem-words.ts'

it.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1_000, '1.000', '1,000'],
  [10_000, '10.000', '10,000'],
  [-1_250_000, '-1.250.000', '-1,250,000'],
])('a whole number (%i) has a mark between its thousands, as the language has it', (value, danish, english) => {
  expect(numberIn('da', value)).toBe(danish)
  expect(numberIn('en', value)).toBe(english)
})

it('an amount is written by the same marks', () => {
  expect(kronerIn('da', 125_000_050)).toBe('1.250.000,50 kr.')
  expect(kronerIn('en', -125_000_000)).toBe('DKK −1,250,000')
})

it.each([0, 5, 99_950, 100_000, 12_345_678, 125_000_000, 99_999_999_999])(
  'an amount of %i øre in a field is read back as that, in either language',
  (amount) => {
    for (const language of ['da', 'en'] as const)
      expect(costOf(kronerTyped(language, amount)), language).toEqual({ amount, currency: 'DKK' })
  },
)

it('a limit is written so, too', () => {
  expect(problemWords.da.fields['too-long']({ limit: 10_000 })).toBe('Må højst have længden 10.000.')
  expect(problemWords.en.fields['too-large']({ limit: 10_000 })).toBe('May be 10,000 at most.')
})
