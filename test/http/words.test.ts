import { describe, expect, test } from 'vitest'
import { languageOf } from '../../shared/i18n/language.ts'
import { problemWords } from '../../shared/i18n/problem-words.ts'

describe('the language of an answer', () => {
  test.each([
    [undefined, 'da'],
    ['', 'da'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,da;q=0.8', 'en'],
    ['da;q=0.2, en;q=0.1', 'da'],
    ['en;q=0', 'da'],
    ['fr, de', 'da'],
    ['*', 'da'],
    ['en;q=nonsense, da;q=0.9', 'en'],
  ])('given %j, it is %s', (header, language) => {
    expect(languageOf(header)).toBe(language)
  })
})

test('given a meeting that is over, when something is refused, then the words speak of the meeting', () => {
  const facts = { state: 'cancelled', allowedIn: ['called'] }
  expect(problemWords.da.rules.state(facts)).toBe(
    'Mødet er aflyst, så det kan ikke gøres nu. Det kan gøres, når det er indkaldt.',
  )
})

describe.each(['da', 'en'] as const)('the words of problems in %s', (language) => {
  const { rules, fields } = problemWords[language]
  test.each(Object.entries(rules))('%s can be said with and without its facts', (_, say) => {
    const facts = { state: 'idea', allowedIn: ['ready'], roles: ['lead', 'agenda-keeper'], number: 2, criteria: ['F2'] }
    for (const said of [say({}), say(facts)]) expect(said).toMatch(/^\p{Lu}.*\.$/su)
    expect(say(facts)).not.toMatch(/undefined|agenda-keeper/)
  })
  test.each(Object.entries(fields))('%s can be said', (_, say) => {
    expect(say({ limit: 1, choices: ['a', 'b'], expected: 'string' })).toMatch(/^\p{Lu}.*\.$/u)
  })
})
