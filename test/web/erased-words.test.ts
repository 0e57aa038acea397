import { expect, test } from 'vitest'
import { erasedOnPage } from '../../shared/i18n/erased.ts'

const html =
  '<p title="a > b [slettet]">Spørg [slettet], og [slettet]s <b>[slettet]</b></p>' +
  '<input value="[slettet]"/><textarea name="purpose">\n[slettet] 1</textarea><p>[slettet]</p>'

test('given erased words on an English page, then they are told in English, and fields keep what is stored', () => {
  expect(erasedOnPage('en', html)).toBe(
    '<p title="a > b [slettet]">Spørg [erased], og [erased]s <b>[erased]</b></p>' +
      '<input value="[slettet]"/><textarea name="purpose">\n[slettet] 1</textarea><p>[erased]</p>',
  )
})

test('given erased words on a Danish page, then they are told as they are stored', () => {
  expect(erasedOnPage('da', html)).toBe(html)
})
