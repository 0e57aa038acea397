import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { routes } from '../../shared/api/routes.ts'
import { type Actor, type Role, roles } from '../../shared/domain/actor.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { edge } from '../../shared/http/edge.ts'
import type { Act, Acts, EdgeRequest } from '../../shared/http/exchange.ts'
import { parse } from '../../shared/http/parse.ts'
import { InTrouble } from '../../shared/http/trouble.ts'
import type { Identify } from '../../shared/use-cases/people.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'
import { httpEvent, lambdaContext, type Sent } from '../fakes/http-event.ts'

/** Trusts a token that is a list of roles. */
const identify: Identify = async (authorization) => {
  if (authorization === undefined) return { kind: 'anonymous' }
  const said = authorization.replace('Bearer ', '').split(',')
  const given = said.filter((name): name is Role => (roles as readonly string[]).includes(name))
  return given.length === said.length ? { kind: 'person', id: 'con_1', roles: given } : 'bad-token'
}

const call = async (act: Act, sent: Sent, options: { forms?: boolean; limit?: number; remaining?: number } = {}) => {
  const lines: string[] = []
  const acts: Acts = Object.fromEntries(routes.map(({ method, path }) => [`${method} ${path}`, act]))
  const { remaining, ...rules } = options
  const handler = edge({ identify, acts, write: (line) => lines.push(line), ...rules })
  const answer = await handler(httpEvent(sent), lambdaContext(remaining))
  return {
    status: answer.statusCode,
    headers: answer.headers ?? {},
    body: answer.body === undefined ? undefined : JSON.parse(answer.body),
    lines: lines.map((line) => JSON.parse(line)),
  }
}

const fine: Act = async () => ({ status: 200, json: { fine: true } })
const echo: Act = async ({ body, sentAs }) => ({ status: 200, json: { body, sentAs } })
const anyone: Sent = { route: 'POST /api/projects' }
const desk: Sent = { route: 'POST /api/projects/{id}/return', params: { id: 'prj_1' } }

describe('who gets in', () => {
  const cases = routes.flatMap((route) =>
    (['nobody', 'bad', ...roles] as const).map((who) => ({
      route,
      who,
      key: `${route.method} ${route.path}` as const,
    })),
  )
  test.each(cases)('$key as $who', async ({ route, who, key }) => {
    const headers = who === 'nobody' ? {} : { authorization: `Bearer ${who}` }
    const { status } = await call(fine, { route: key, params: { id: 'prj_1', n: '1' }, headers })
    const allowed: readonly string[] = route.access === 'public' ? roles : route.access.roles
    const expected = () => {
      if (who === 'bad') return 401
      if (who === 'nobody') return route.access === 'public' ? 200 : 401
      return route.access === 'public' || allowed.includes(who) ? 200 : 403
    }
    expect(status).toBe(expected())
  })

  test('given nobody, the problem says how to come in', async () => {
    const { status, headers, body } = await call(fine, desk)
    expect(status).toBe(401)
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json',
      'www-authenticate': 'Bearer realm="trin"',
      'content-language': 'da',
    })
    expect(body).toEqual({
      type: '/problems/unauthenticated',
      title: 'Ikke logget ind',
      status: 401,
      code: 'unauthenticated',
      detail: 'Log ind, eller brug linket fra din mail.',
      correlationId: expect.any(String),
    })
  })

  test('given a route that is not in the table, it is not found', async () => {
    expect((await call(fine, { route: 'GET /api/secrets' })).status).toBe(404)
    expect((await call(fine, { route: '$default' })).status).toBe(404)
  })

  test('given a role that can never do it, the problem names who can', async () => {
    const { body } = await call(fine, { ...desk, headers: { authorization: 'Bearer board', 'accept-language': 'en' } })
    expect(body).toMatchObject({
      status: 403,
      code: 'not-your-role',
      allowedRoles: ['secretariat'],
      title: 'No access',
    })
  })
})

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

describe('fields that are wrong', () => {
  const schema = z.strictObject({
    title: z.string().check(z.minLength(1), z.maxLength(5)),
    kind: z.enum(['new', 'takeover']),
    cost: z.exactOptional(z.strictObject({ amount: z.int().check(z.nonnegative()) })),
    on: z.exactOptional(z.iso.date()),
    at: z.exactOptional(z.iso.datetime({ offset: true })),
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
      { pointer: '/on', code: 'not-a-date', detail: 'Skal være en dato, fx 2027-03-31.' },
      { pointer: '/at', code: 'not-a-moment', detail: expect.stringContaining('tidszone') },
      { pointer: '/mail', code: 'not-an-address', detail: 'Skal være en mailadresse.' },
      { pointer: '/who/email', code: 'not-an-address', detail: 'Skal være en mailadresse.' },
      { pointer: '/odd~1~0name', code: 'unknown', detail: 'Feltet kendes ikke.' },
    ])
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
      { pointer: '/kind', code: 'missing', detail: 'Is required.' },
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
      body: '{"title":"a","kind":"new","__proto__":{"x":1},"constructor":1}',
      headers: { 'content-type': 'application/json' },
    })
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('/constructor')
  })
})

describe('what goes wrong', () => {
  const throwing =
    (error: unknown): Act =>
    async () => {
      throw error
    }

  test('given a refusal, the problem tells the rule, the state and what is allowed', async () => {
    const refusal = refuse('illegal-in-state', 'state', { facts: { state: 'idea', allowedIn: ['shaping', 'ready'] } })
    const standing = { state: 'idea', version: 4, allowed: ['place', 'return'] }
    const { body } = await call(throwing(new InTrouble({ kind: 'refused', refusal, standing })), anyone)
    expect(body).toMatchObject({
      type: '/problems/illegal-in-state',
      status: 409,
      rule: 'state',
      detail:
        'Sagen er idé, så det kan ikke gøres nu. Det kan gøres, når den er under udarbejdelse eller klar til beslutning.',
      allowedIn: ['shaping', 'ready'],
      ...standing,
    })
  })

  test('given a refusal of one field, the field is named', async () => {
    const refusal = refuse('reason-required', 'other-needs-text', { at: ['reasons', 0, 'text'] })
    const { body } = await call(throwing(new InTrouble({ kind: 'refused', refusal })), anyone)
    expect(body).toMatchObject({ status: 422, errors: [{ pointer: '/reasons/0/text', code: 'other-needs-text' }] })
  })

  test.each([
    ['busy', 'too-much-at-once', 503],
    ['version-conflict', 'changed-since', 412],
    ['idempotency-mismatch', 'key-with-other-payload', 422],
    ['not-found', 'missing', 404],
    ['not-your-role', 'role', 403],
  ] as const)('a refusal as %s is %s', async (code, rule, status) => {
    const { body, headers } = await call(
      throwing(new InTrouble({ kind: 'refused', refusal: refuse(code, rule) })),
      anyone,
    )
    expect(body).toMatchObject({ status, code, title: expect.stringMatching(/./), detail: expect.stringMatching(/./) })
    expect(headers['retry-after']).toBe(status === 503 ? '2' : undefined)
  })

  test('given something that is away, it is 503 and says when to come back', async () => {
    const { status, headers, body, lines } = await call(
      throwing(new Unavailable('dynamodb', { cause: new Error('ECONNREFUSED 10.0.0.7') })),
      anyone,
    )
    expect(status).toBe(503)
    expect(headers['retry-after']).toBe('5')
    expect(JSON.stringify(body)).not.toContain('10.0.0.7')
    expect(lines[0]).toMatchObject({
      level: 'error',
      status: 503,
      error: { cause: { message: 'ECONNREFUSED 10.0.0.7' } },
    })
  })

  test('given an error of ours, it is 500 and the inner message stays inside', async () => {
    const { status, body, lines } = await call(throwing(new Error('password of the database')), anyone)
    expect(status).toBe(500)
    expect(JSON.stringify(body)).not.toContain('password')
    expect(lines[0]).toMatchObject({ level: 'error', status: 500, error: { message: 'password of the database' } })
  })

  test('given an act that takes too long, it is 503 before the invocation is ended', async () => {
    const { status } = await call(() => new Promise(() => {}), anyone, { remaining: 310 })
    expect(status).toBe(503)
  })
})

describe('every answer', () => {
  test('carries the security headers and the correlation id, and is not kept', async () => {
    const sane = { ...anyone, headers: { 'x-correlation-id': 'visit-12345' } }
    for (const { headers } of [await call(fine, sane), await call(echo, { ...desk, ...{ headers: sane.headers } })])
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'x-correlation-id': 'visit-12345',
      })
  })

  test('given a correlation id that is not sane, it is a new one', async () => {
    for (const odd of ['short', 'with space', 'a'.repeat(65), 'line\nbreak-in-it']) {
      const { headers } = await call(fine, { ...anyone, headers: { 'x-correlation-id': odd } })
      expect(headers['x-correlation-id']).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    }
  })

  test('lets an act say what may be kept', async () => {
    const { headers } = await call(
      async () => ({ status: 200, text: '{}', headers: { 'cache-control': 'max-age=60' } }),
      anyone,
    )
    expect(headers['cache-control']).toBe('max-age=60')
  })

  test('leaves one line in the log, without what was sent', async () => {
    const { lines } = await call(fine, {
      ...desk,
      query: { key: 'secret' },
      headers: { authorization: 'Bearer secretariat' },
      body: { name: 'Mette' },
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      level: 'info',
      route: 'POST /api/projects/{id}/return',
      subject: 'prj_1',
      caller: 'person',
      status: 200,
    })
    expect(JSON.stringify(lines)).not.toMatch(/secret"|Mette|con_1/)
  })

  test('an act sees who, what and in which language', async () => {
    let seen: EdgeRequest | undefined
    await call(
      async (request) => {
        seen = request
        return { status: 204 }
      },
      { ...desk, query: { limit: '5' }, headers: { Authorization: 'Bearer secretariat', 'Accept-Language': 'en' } },
    )
    const actor: Actor = { kind: 'person', id: 'con_1', roles: ['secretariat'] }
    expect(seen).toMatchObject({
      route: 'POST /api/projects/{id}/return',
      path: '/api/projects/prj_1/return',
      params: { id: 'prj_1' },
      query: { limit: '5' },
      actor,
      language: 'en',
    })
  })
})
