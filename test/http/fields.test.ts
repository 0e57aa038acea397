import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { date, moment } from '../../shared/api/fields.ts'
import type { Act } from '../../shared/http/exchange.ts'
import { parse } from '../../shared/http/parse.ts'
import { anyone, call } from './support/call.ts'

describe('fields that are wrong', () => {
  const schema = z.strictObject({
    title: z.string().check(z.minLength(1), z.maxLength(5)),
    kind: z.enum(['new', 'takeover']),
    cost: z.exactOptional(z.strictObject({ amount: z.int().check(z.nonnegative()) })),
    on: z.exactOptional(date),
    at: z.exactOptional(moment),
    mail: z.exactOptional(z.email()),
    who: z.exactOptional(z.union([z.string(), z.strictObject({ email: z.email() })])),
  })
  const parsing: Act = async ({ body }) => ({ status: 200, json: parse(schema, body) })

  test('each is named by its pointer, with a stable code and words', async () => {
    const sent = {
      title: 'too long',
      kind: 'other',
      cost: { amount: 1.5, currency: 'EUR' },
      on: '2027-02-30',
      at: '2027-03-01T10:00:00',
      mail: 'nobody',
      who: { email: 'x' },
      'odd/~name': 1,
    }
    const { status, body } = await call(parsing, { ...anyone, body: sent })
    expect(status).toBe(422)
    expect(body.code).toBe('invalid')
    expect(body.errors).toEqual([
      { pointer: '/title', code: 'too-long', detail: 'Må højst have længden 5.' },
      { pointer: '/kind', code: 'not-a-choice', detail: 'Skal være new eller takeover.' },
      { pointer: '/cost/amount', code: 'not-whole', detail: 'Skal være et helt tal.' },
      { pointer: '/cost/currency', code: 'unknown', detail: 'Feltet kendes ikke.' },
      { pointer: '/on', code: 'not-a-date', detail: 'Skal være en dato fra 2000 til 2199, fx 2027-03-31.' },
      { pointer: '/at', code: 'not-a-moment', detail: expect.stringContaining('tidszone') },
      { pointer: '/mail', code: 'not-an-address', detail: 'Skal være en mailadresse.' },
      { pointer: '/who/email', code: 'not-an-address', detail: 'Skal være en mailadresse.' },
      { pointer: '/odd~1~0name', code: 'unknown', detail: 'Feltet kendes ikke.' },
    ])
  })

  test('a field is named once, by what was found first', async () => {
    const link = z.strictObject({ at: z.string().check(z.url(), z.regex(/^https:/), z.maxLength(3)) })
    const reading: Act = async ({ body }) => ({ status: 200, json: parse(link, body) })
    const { body } = await call(reading, { ...anyone, body: { at: 'github' } })
    expect(body).toMatchObject({ detail: 'Der er fejl i et felt.', errors: [{ pointer: '/at', code: 'not-a-link' }] })
    expect(body.errors).toHaveLength(1)
  })

  test('given English, the words are English', async () => {
    const { body, headers } = await call(parsing, {
      ...anyone,
      body: {},
      headers: { 'accept-language': 'de, en-GB;q=0.8, da;q=0.5' },
    })
    expect(headers['content-language']).toBe('en')
    expect(body).toMatchObject({ title: 'The details cannot be used', detail: '2 fields are wrong.' })
    expect(body.errors).toEqual([
      { pointer: '/title', code: 'missing', detail: 'Is required.' },
      { pointer: '/kind', code: 'missing', detail: 'Choose one of the options.' },
    ])
  })

  test.each([[[]], [null], ['text'], [3]])('given %j for an object, the whole is of the wrong type', async (sent) => {
    const { status, body } = await call(parsing, {
      ...anyone,
      body: JSON.stringify(sent),
      headers: { 'content-type': 'application/json' },
    })
    expect(status).toBe(422)
    expect(body.errors).toEqual([{ pointer: '', code: 'wrong-type', detail: 'Skal være en gruppe af felter.' }])
  })

  test('given a name that reaches for the prototype, it is an unknown field', async () => {
    const { status, body } = await call(parsing, {
      ...anyone,
      body: '{"title":"a","kind":"new","constructor":1}',
      headers: { 'content-type': 'application/json' },
    })
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('/constructor')
  })
})
