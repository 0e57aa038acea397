import { beforeEach, describe, expect, it } from 'vitest'
import { board } from '../../infra/local/demo/material.ts'
import { languages } from '../../shared/i18n/language.ts'
import { begin, secretariat, stack } from '../functions/support/cast.ts'
import { fieldsOf } from './support/form-fields.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  stack.moveTo('2027-03-01T09:00:00.000Z')
  world = pageWorld(stack)
})

const members = board.flatMap((one, row) =>
  Object.entries(one).map(([field, value]) => [`members.${row}.${field}`, value] as const),
)

describe.each(languages)('given somebody who calls a meeting at an unusual time, in %s', (language) => {
  const look = () => ({ as: signedIn(secretariat()), language })
  const call = (meetsAt: string) => world.post('/board/call', [['meetsAt:local', meetsAt], ...members], look())
  const said = (da: string, en: string): string => ({ da, en })[language]

  it.each([
    ['2027-04-03T10:00', 'er en lørdag.', 'is a Saturday.'],
    ['2027-04-04T10:00', 'er en søndag.', 'is a Sunday.'],
    ['2027-03-25T10:00', 'er en helligdag.', 'is a public holiday.'],
    [
      '2027-03-08T10:00',
      'kun 7 dage til at læse det. Normalt har de 14.',
      'only 7 days to read them. Usually they have 14.',
    ],
    ['2027-03-02T10:00', 'kun 1 dag til', 'only 1 day to'],
    ['2027-03-01T15:00', 'mindre end en dag', 'less than a day'],
  ])('when it is %s, then that is said and nobody is called, and is so once it is sent again', async (at, da, en) => {
    const told = await call(at)
    expect(told.status).toBe(200)
    expect(told.text).toContain(said(da, en))
    expect(await troublesOfHtml(told.text)).toEqual([])
    expect((await world.get('/board', look())).text).not.toMatch(/mtg_[0-9A-Z]{26}/)
    const again = await world.post('/board/call', fieldsOf(told.text), look())
    expect(again.status).toBe(303)
    expect((await world.get(again.headers.location ?? '', look())).status).toBe(200)
  })

  it('when another such time is chosen then, then that is told as well', async () => {
    const { text } = await call('2027-04-03T10:00')
    const sent = fieldsOf(text).map(
      ([name, value]) => [name, name === 'meetsAt:local' ? '2027-04-04T10:00' : value] as const,
    )
    const other = await world.post('/board/call', sent, look())
    expect(other.status).toBe(200)
    expect(other.text).toContain(said('er en søndag.', 'is a Sunday.'))
  })

  it('when something is missing as well, then both are told at once', async () => {
    const { status, text } = await world.post('/board/call', [['meetsAt:local', '2027-04-03T10:00']], look())
    expect(status).toBe(422)
    expect(text).toContain(
      said('<a href="#members">Medlemmer: Angiv mindst én.</a>', '<a href="#members">Members: Give'),
    )
    expect(text).toContain(said('er en lørdag.', 'is a Saturday.'))
  })

  it.each(['2027-03-15T10:00', '2027-04-05T10:00'])(
    'when it is %s, a working day in good time, then it is called',
    async (at) => {
      expect((await call(at)).status).toBe(303)
    },
  )
})
