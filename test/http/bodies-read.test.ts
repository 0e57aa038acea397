import { describe, expect, test } from 'vitest'
import { edge } from '../../shared/http/edge.ts'
import { httpEvent, lambdaContext } from '../fakes/http-event.ts'
import { anyone, call, echo, identify } from './support/call.ts'

describe('what is sent', () => {
  test.each([
    ['nothing', {}, {}],
    ['json', { body: { a: 1 } }, { a: 1 }],
    [
      'json with a charset',
      { body: '{"a":1}', headers: { 'content-type': 'application/json; charset=UTF-8' } },
      { a: 1 },
    ],
    [
      'json in base64',
      { body: '{"a":"ø"}', base64: true, headers: { 'content-type': 'application/json' } },
      { a: 'ø' },
    ],
  ])('given %s, it is read', async (_, sent, body) => {
    expect((await call(echo, { ...anyone, ...sent })).body).toEqual({ body, sentAs: 'json' })
  })

  test.each([
    ['text', 'text/plain'],
    ['xml', 'application/xml'],
    ['no content type', ''],
    ['a form where none is read', 'application/x-www-form-urlencoded'],
    ['another charset', 'application/json; charset=latin1'],
  ])('given %s, it is 415 and says what is accepted', async (_, type) => {
    const { status, body, headers } = await call(echo, { ...anyone, body: 'a=1', headers: { 'content-type': type } })
    expect(status).toBe(415)
    expect(body).toMatchObject({ code: 'unsupported-media-type', detail: 'Send indholdet som application/json.' })
    expect(headers['accept-post']).toBe('application/json')
  })

  test.each([['{"a":'], ['not json'], ['['.repeat(200_000)]])('given json that ends early, it is 400', async (text) => {
    const { status, body } = await call(echo, {
      ...anyone,
      body: text,
      headers: { 'content-type': 'application/json' },
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'malformed' })
  })

  test.each([
    ['application/json', '{"answers":{"__proto__":{"answer":"yes"}}}'],
    ['application/json', '{"\\u005f_proto__":1}'],
    ['application/x-www-form-urlencoded', 'answers[__proto__][answer]=yes'],
  ])('given %s with a field that schemas pass over, it is 400 and not dropped unsaid', async (type, sent) => {
    const asked = { ...anyone, body: sent, headers: { 'content-type': type } }
    expect((await call(echo, asked, { forms: true })).body).toMatchObject({ status: 400, code: 'malformed' })
  })

  test('given bytes that are no text, it is 400', async () => {
    const event = httpEvent({ ...anyone, headers: { 'content-type': 'application/json' } })
    const handler = edge({ identify, acts: { 'POST /api/projects': echo }, write: () => {} })
    const sent = { ...event, body: Buffer.from([0x22, 0xff, 0x22]).toString('base64'), isBase64Encoded: true }
    expect((await handler(sent, lambdaContext())).statusCode).toBe(400)
  })

  test('given more than 256 KB, it is 413, also when it comes in base64', async () => {
    const body = { text: 'ø'.repeat(131_072) }
    expect((await call(echo, { ...anyone, body })).body).toMatchObject({
      status: 413,
      code: 'too-large',
      detail: 'Indholdet må højst fylde 256 KB.',
    })
    const sent = {
      ...anyone,
      body: JSON.stringify(body),
      base64: true,
      headers: { 'content-type': 'application/json' },
    }
    expect((await call(echo, sent)).status).toBe(413)
  })

  test('given a form where forms are read, names reach into groups and lists', async () => {
    const body =
      'title=Digital+post&contact.name=Mette&contact[email]=m%40a.dk&authorities[]=A&authorities[]=B&answers[R1][answer]=yes&l[0]=x&l[1]=y&empty='
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await call(echo, { ...anyone, body, headers }, { forms: true })).body).toEqual({
      sentAs: 'form',
      body: {
        title: 'Digital post',
        contact: { name: 'Mette', email: 'm@a.dk' },
        authorities: ['A', 'B'],
        answers: { R1: { answer: 'yes' } },
        l: ['x', 'y'],
      },
    })
  })

  test.each([['a=1&a.b=2'], ['a.b=1&a=2'], ['a.b.c.d.e.f.g=1'], ['a=1&'.repeat(1_001)]])(
    'given a form that contradicts itself or is endless, it is 400',
    async (body) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      expect((await call(echo, { ...anyone, body, headers }, { forms: true })).status).toBe(400)
    },
  )
})
