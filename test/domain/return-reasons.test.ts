import { describe, expect, it } from 'vitest'
import { citeCriteria, isOtherWithoutText } from '../../shared/domain/return-reasons.ts'

describe('reasons for a return', () => {
  it('given a code alone, when cited, then it rests on the criteria of the code', () => {
    expect(citeCriteria({ code: 'open-source' })).toEqual({ code: 'open-source', criteria: ['F1', 'F2', 'F6'] })
    expect(citeCriteria({ code: 'architecture', criteria: [] })).toEqual({ code: 'architecture', criteria: ['F18'] })
  })

  it('given criteria and a text, when cited, then it rests on those', () => {
    expect(citeCriteria({ code: 'economy', criteria: ['G13'], text: 'Driften mangler en aftale.' })).toEqual({
      code: 'economy',
      criteria: ['G13'],
      text: 'Driften mangler en aftale.',
    })
  })

  it('given "other", when it has no words, then it says nothing', () => {
    expect(isOtherWithoutText({ code: 'other' })).toBe(true)
    expect(isOtherWithoutText({ code: 'other', text: ' ' })).toBe(true)
    expect(isOtherWithoutText({ code: 'other', text: 'Afventer udbud.' })).toBe(false)
    expect(isOtherWithoutText({ code: 'security' })).toBe(false)
  })
})
