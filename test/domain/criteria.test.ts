import { describe, expect, it, test } from 'vitest'
import {
  changedCriteria,
  criteria,
  criteriaFor,
  isCriterionId,
  refusedOutright,
  unexplained,
  unmetUnexplained,
} from '../../shared/domain/criteria.ts'
import { allMet } from './support/material.ts'

describe('the 43 criteria', () => {
  it('given the levels, when counted, then each adds its own to those below', () => {
    expect((['sandbox', 1, 2, 3] as const).map((level) => criteriaFor(level).length)).toEqual([6, 16, 35, 43])
    expect(criteriaFor(3)).toEqual(criteria)
  })

  it('given the identifiers, when compared, then no two are alike', () => {
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(43)
  })

  it('given the themes, when counted, then they are four', () => {
    const of = (theme: string) => criteria.filter((criterion) => criterion.theme === theme).length
    expect([of('relevance'), of('form'), of('strategy'), of('governance')]).toEqual([4, 20, 5, 14])
  })

  it('given a word, when asked whether it is a criterion, then only those that exist are', () => {
    expect(isCriterionId('F18')).toBe(true)
    expect(isCriterionId('F8')).toBe(false)
  })
})

describe('comply or explain', () => {
  it('given everything is met, when asked what is not, then nothing is', () => {
    expect(unmetUnexplained(allMet(2), 2)).toEqual([])
  })

  it('given no answers, when asked for the sandbox, then all six are unmet', () => {
    expect(unmetUnexplained({}, 'sandbox')).toEqual(['R1', 'F1', 'F2', 'F3', 'F4', 'F5'])
  })

  it.each(['no', 'planned', 'not-relevant'] as const)(
    'given "%s" with a text, when asked, then it is explained',
    (answer) => {
      expect(unmetUnexplained({ ...allMet(1), F7: { answer, text: 'Følger i marts.' } }, 1)).toEqual([])
    },
  )

  it.each(['no', 'planned', 'not-relevant'] as const)(
    'given "%s" without a text or with blanks, when asked, then it is not explained',
    (answer) => {
      expect(unmetUnexplained({ ...allMet(1), F7: { answer }, F10: { answer, text: '  ' } }, 1)).toEqual(['F7', 'F10'])
    },
  )

  it('given "do not know" with a text, when asked, then it is unmet all the same', () => {
    expect(unmetUnexplained({ ...allMet(1), S2: { answer: 'dont-know', text: 'Spørger it-chefen.' } }, 1)).toEqual([
      'S2',
    ])
  })

  it('given law and licence with an explanation, when asked, then they cannot be explained away', () => {
    const explained = { answer: 'no', text: 'Leverandøren ønsker det ikke.' } as const
    expect(unmetUnexplained({ ...allMet(1), F2: explained, F3: explained }, 1)).toEqual(['F2', 'F3'])
  })

  it('given recommendations without answers, when asked, then they do not count', () => {
    const { F19: _, G10: __, ...answers } = allMet(2)
    expect(unmetUnexplained(answers, 2)).toEqual([])
  })

  it('given answers to level 1 only, when asked for level 2, then what level 2 adds is unmet', () => {
    expect(unmetUnexplained(allMet(1), 2)).toContain('G6')
    expect(unmetUnexplained(allMet(1), 2)).not.toContain('G11')
  })
})

describe('what changed since', () => {
  it('given another answer, another text, a new one and one taken back, when compared, then all four have changed', () => {
    const before = { R1: { answer: 'yes' }, F1: { answer: 'no', text: 'Senere.' }, F4: { answer: 'yes' } } as const
    const after = { R1: { answer: 'no' }, F1: { answer: 'no', text: 'I marts.' }, G3: { answer: 'yes' } } as const
    expect(changedCriteria(before, after)).toEqual(['R1', 'F1', 'F4', 'G3'])
  })

  it('given the same answers, when compared, then nothing has', () => {
    expect(changedCriteria(allMet(3), allMet(3))).toEqual([])
  })
})

describe('given answers that are other than yes', () => {
  test('then a word is missing where somebody claims something without one; nobody who is silent, or does not know, claims anything', () => {
    const answers = {
      R1: { answer: 'planned' },
      F7: { answer: 'no', text: ' ' },
      F1: { answer: 'not-relevant', text: 'Det er en vejledning.' },
      F4: { answer: 'dont-know' },
      S1: { answer: 'yes' },
    } as const
    expect(unexplained(answers, 1)).toEqual(['R1', 'F7'])
    expect(unexplained({}, 3)).toEqual([])
  })

  test('then law and licence are refused outright, with words or without', () => {
    expect(refusedOutright({ F2: { answer: 'no', text: 'Lukket.' }, F3: { answer: 'not-relevant' } })).toEqual([
      'F2',
      'F3',
    ])
    expect(refusedOutright({ F2: { answer: 'planned' }, F1: { answer: 'no' } })).toEqual([])
  })
})
