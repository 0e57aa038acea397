import { describe, expect, test } from 'vitest'
import type { Actor } from '../../shared/domain/actor.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import type { Act, EdgeRequest } from '../../shared/http/exchange.ts'
import { InTrouble } from '../../shared/http/trouble.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'
import { anyone, call, desk, echo, fine } from './support/call.ts'

test('given HEAD, it is answered as GET is, and nothing that writes is done for it', async () => {
  const [asked, looked] = [await call(fine, { route: 'GET /health' }), await call(fine, { route: 'HEAD /health' })]
  expect([looked.status, looked.body]).toEqual([asked.status, asked.body])
  expect(looked.lines[0]).toMatchObject({ route: 'HEAD /health', status: 200 })
  expect((await call(fine, { route: 'HEAD /api/projects/{id}/return' })).status).toBe(404)
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
      cause: { cause: { message: 'ECONNREFUSED 10.0.0.7' } },
    })
  })

  test('given an error of ours, it is 500 and the inner message stays inside', async () => {
    const { status, body, lines } = await call(throwing(new Error('password of the database')), anyone)
    expect(status).toBe(500)
    expect(JSON.stringify(body)).not.toContain('password')
    expect(lines[0]).toMatchObject({ level: 'error', status: 500, cause: { message: 'password of the database' } })
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
      params: { id: 'prj_01JBYGGESAG000000000000001' },
      query: { key: 'secret' },
      headers: { authorization: 'Bearer secretariat' },
      body: { name: 'Mette' },
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      level: 'info',
      route: 'POST /api/projects/{id}/return',
      project: 'prj_01JBYGGESAG000000000000001',
      function: 'test',
      requestId: 'request',
      correlationId: expect.stringMatching(/^[0-9A-Z]{26}$/),
      caller: 'person',
      status: 200,
    })
    expect(JSON.stringify(lines)).not.toMatch(/secret"|Mette|con_1/)
  })

  test('given a path with something that is no id of ours, the log does not repeat it', async () => {
    for (const id of ['maren@kommune.example', 'Maren Holm', 'prj_MAREN']) {
      const { lines } = await call(fine, { ...desk, params: { id }, headers: { authorization: 'Bearer secretariat' } })
      expect(JSON.stringify(lines)).not.toMatch(/maren/i)
    }
  })

  test('says in the log which command it became', async () => {
    const { lines } = await call(async (request) => {
      request.note({ command: 'cmd_1', stream: 'prj_new' })
      return { status: 201 }
    }, anyone)
    expect(lines[0]).toMatchObject({ command: 'cmd_1', project: 'prj_new' })
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
