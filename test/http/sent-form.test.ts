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

describe('given shares and times', () => {
  it.each([
    ['availability:percent', '99,5', 9_950],
    ['availability:percent', '99.95 %', 9_995],
    ['availability:percent', '100', 10_000],
    ['availability:percent', 'næsten altid', 'næsten altid'],
    ['response:time', '90', 90],
    ['response:time', '90 min.', 90],
    ['response:time', '1,5 t', 90],
    ['response:time', '4 t. 30 min.', 270],
    ['response:time', '2 hours', 120],
    ['response:time', 'hurtigt', 'hurtigt'],
  ])('when %s is %s, then it is read as %s', (name, typed, read) => {
    expect(sent([[name, typed]]).values).toEqual({ [name.split(':')[0] ?? '']: read })
  })
})

it.each(['spent:kr', 'level:int', 'target:num', 'availability:percent', 'response:time', 'meetsAt:local'])(
  'given a row of spaces as long as a request may be, when %s is to be read from it, then it is let be at once',
  (name) => {
    const spaces = ' '.repeat(200_000)
    const typed = [
      `x${spaces}x`,
      `${spaces}x`,
      `1${spaces}x`,
      `1 t${spaces}x`,
      `1 t${spaces}1${spaces}x`,
      `1 kr${spaces}x`,
    ]
    const began = performance.now()
    for (const one of typed) expect(sent([[name, one]]).values).toEqual({ [name.split(':')[0] ?? '']: one })
    expect(performance.now() - began).toBeLessThan(3_000)
  },
)

describe('given a moment by the clocks of Copenhagen', () => {
  it.each([
    ['2027-06-15T10:00', '2027-06-15T08:00:00.000Z'],
    ['2027-06-15', '2027-06-15'],
    ['i morgen', 'i morgen'],
  ])('when %s is typed, then it is read as %s', (typed, read) => {
    expect(sent([['meetsAt:local', typed]]).values).toEqual({ meetsAt: read })
  })
})
