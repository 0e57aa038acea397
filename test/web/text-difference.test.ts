import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textDifference } from '../../functions/web/parts/text-difference.ts'

const words = fc
  .array(fc.constantFrom('kort', 'data', 'åben', 'kode', '<b>'), { maxLength: 12 })
  .map((some) => some.join(' '))
const of = (stretches: ReturnType<typeof textDifference>, ...kinds: string[]): string =>
  stretches
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join(' ')
    .split(/\s+/)
    .join(' ')
    .trim()

describe('given a text that became another', () => {
  it('when a word is exchanged, then only that word is gone and new', () => {
    expect(textDifference('Vi deler kortet og koden.', 'Vi deler data og koden.')).toEqual([
      { kind: 'same', text: 'Vi deler ' },
      { kind: 'gone', text: 'kortet ' },
      { kind: 'new', text: 'data ' },
      { kind: 'same', text: 'og koden.' },
    ])
  })

  it('when nothing changed, then all of it is the same', () => {
    expect(textDifference('Det samme.', 'Det samme.')).toEqual([{ kind: 'same', text: 'Det samme.' }])
  })

  it('whatever was written, then both texts can be read out of the difference', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const difference = textDifference(before, after)
        expect(of(difference, 'same', 'gone')).toBe(before)
        expect(of(difference, 'same', 'new')).toBe(after)
      }),
    )
  })

  it('when it is too long to be compared, then the whole is gone and the whole is new', () => {
    const [before, after] = ['et '.repeat(900), 'to '.repeat(900)]
    expect(textDifference(before, after).map(({ kind }) => kind)).toEqual(['gone', 'new'])
  })
})
