import { describe, expect, it } from 'vitest'
import { formFields } from '../../shared/http/form-fields.ts'
import { sentForm } from '../../shared/http/sent-form.ts'

const sent = (fields: readonly (readonly [string, string])[]) =>
  sentForm(formFields(new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()))

describe('given a form with rows', () => {
  it('when one in the middle is left empty, then the others close up, as typed and as read', () => {
    const { typed, values } = sent([
      ['conditions.0.text', ''],
      ['conditions.0.cost:kr', ''],
      ['conditions.1.text', 'Aftaler'],
      ['conditions.1.cost:kr', '1.250'],
      ['conditions.3.text', 'Drift'],
    ])
    expect(typed).toEqual({ conditions: [{ text: 'Aftaler', 'cost:kr': '1.250' }, { text: 'Drift' }] })
    expect(values).toEqual({
      conditions: [{ text: 'Aftaler', cost: { amount: 125_000, currency: 'DKK' } }, { text: 'Drift' }],
    })
  })
})

describe('given a moment by the clocks of Copenhagen', () => {
  it.each([
    ['2027-06-15T10:00', '2027-06-15T08:00:00.000Z'],
    ['2027-06-15', '2027-06-15'],
    ['i morgen', 'i morgen'],
  ])('when %s is typed, then it is read as %s', (typed, read) => {
    expect(sent([['meetsAt:local', typed]]).values).toEqual({ meetsAt: read })
  })
})
