import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { people, wasteCalendar, wasteCalendarAnswers } from '../../infra/local/demo/material.ts'
import { type LocalStack, startLocalStack } from '../../infra/local/start.ts'
import { type SwitchableProxy, startSwitchableProxy, throttledAs } from './support/switchable-proxy.ts'

const idea = {
  kind: 'new',
  concept: wasteCalendar,
  answers: wasteCalendarAnswers,
  contact: people.mette,
  consentToPublish: true,
} as const

const dataFolder = mkdtempSync(join(tmpdir(), 'trin-trouble-'))
let stack: LocalStack
const proxies: Record<'dynamodb' | 'sqs' | 'ses', SwitchableProxy | undefined> = {
  dynamodb: undefined,
  sqs: undefined,
  ses: undefined,
}
let secretariat: string

beforeAll(async () => {
  stack = await startLocalStack({
    dataFolder,
    before: async ({ dynamodb, sqs, ses }) => {
      proxies.dynamodb = await startSwitchableProxy(dynamodb)
      proxies.sqs = await startSwitchableProxy(sqs)
      proxies.ses = await startSwitchableProxy(ses, throttledAs.ses)
      return { dynamodb: proxies.dynamodb.endpoint, sqs: proxies.sqs.endpoint, ses: proxies.ses.endpoint }
    },
    // Messages that fail come back soon.
    context: { workerTimeout: 4 },
  })
  secretariat = await stack.token('secretariat')
}, 60_000)
afterAll(async () => {
  await stack?.stop()
  for (const proxy of Object.values(proxies)) await proxy?.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

const problem = z.object({
  type: z.string(),
  code: z.string(),
  title: z.string(),
  status: z.number(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  state: z.string().optional(),
  version: z.number().optional(),
  allowed: z.array(z.string()).optional(),
})

interface Sent {
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly raw?: string
}

const send = (path: string, body: unknown, { token, headers, raw }: Sent = {}) =>
  fetch(`${stack.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: raw ?? JSON.stringify(body),
  })

const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  return problem.parse(await response.json())
}
const submit = async (): Promise<string> => {
  const response = await send('/api/projects', idea)
  expect(response.status).toBe(201)
  return z.object({ id: z.string() }).parse(await response.json()).id
}
const count = async (): Promise<number> => {
  await stack.quiet()
  const response = await fetch(`${stack.url}/api/projects?limit=100`, {
    headers: { authorization: `Bearer ${secretariat}` },
  })
  return z.object({ items: z.array(z.unknown()) }).parse(await response.json()).items.length
}

describe('a look at whether something is there (HEAD)', () => {
  const look = (path: string) =>
    new Promise<{ status: number | undefined; length: number; body: string }>((resolve, reject) => {
      const asked = request(`${stack.url}${path}`, { method: 'HEAD' }, async (answer) =>
        resolve({
          status: answer.statusCode,
          length: Number(answer.headers['content-length']),
          body: await text(answer),
        }),
      )
      asked.on('error', reject).end()
    })

  it.each(['/health', '/openapi.json', '/', '/portfolio', '/portfolio.rss', '/meetings.ics', '/accessibility'])(
    'when it is for %s, then it is answered without the body',
    async (path) => {
      expect(await look(path)).toEqual({ status: 200, length: expect.any(Number), body: '' })
    },
  )
})

describe('a request nobody can make sense of', () => {
  it.each([
    ['malformed', 400, { raw: '{"kind": ' }],
    ['oversized', 413, { raw: JSON.stringify({ ...idea, note: 'x'.repeat(600_000) }) }],
    ['of another kind', 415, { raw: '<idea/>', headers: { 'content-type': 'application/xml' } }],
    ['with an unknown field', 422, { raw: JSON.stringify({ ...idea, colour: 'red' }) }],
    [
      'with a field of the wrong type',
      422,
      { raw: JSON.stringify({ ...idea, concept: { ...wasteCalendar, title: 7 } }) },
    ],
  ] as const)(
    'given one that is %s, when it comes, then it is refused with %i and nothing is stored',
    async (_, status, sent) => {
      const before = await count()
      const response = await send('/api/projects', undefined, sent)
      expect(response.status).toBe(status)
      await problemOf(response)
      expect(await count()).toBe(before)
    },
  )

  it('given a caller who reads Danish or English, when fields are wrong, then each is named in their language', async () => {
    const wrong = { ...idea, concept: { ...wasteCalendar, title: '' }, contact: { ...people.mette, email: 'nej' } }
    const [danish, english] = await Promise.all(
      ['da', 'en'].map(async (language) => {
        const response = await send('/api/projects', wrong, { headers: { 'accept-language': language } })
        return problemOf(response)
      }),
    )
    const pointers = danish?.errors?.map(({ pointer }) => pointer)
    expect(pointers).toEqual(['/contact/email', '/concept/title'])
    expect(english?.errors?.map(({ pointer }) => pointer)).toEqual(pointers)
    expect(english?.errors?.[0]?.detail).not.toBe(danish?.errors?.[0]?.detail)
  })
})

describe('a caller who may not', () => {
  it('given no token, a bad token, a wrong role, or somebody else’s project, then 401, 401, 403, 404 that tell nothing', async () => {
    const id = await submit()
    const path = `/api/projects/${id}/classification`
    expect((await send(path, { level: 1 })).status).toBe(401)
    expect((await send(path, { level: 1 }, { token: 'nonsense' })).status).toBe(401)
    expect((await send(path, { level: 1 }, { token: await stack.token('board') })).status).toBe(403)
    const stranger = await stack.token('proposer', { email: 'stranger@fjordby.example' })
    const unknown = await send('/api/projects/prj_01JZZZZZZZZZZZZZZZZZZZZZZZ/withdrawal', {}, { token: stranger })
    const others = await send(`/api/projects/${id}/withdrawal`, {}, { token: stranger })
    expect([unknown.status, others.status]).toEqual([404, 404])
    expect((await fetch(`${stack.url}/api/projects/${id}`)).status).toBe(404)
  })
})

describe('a move that the state does not allow', () => {
  it('given an idea, when it is marked ready, then 409 says the state, the version and what is allowed', async () => {
    const id = await submit()
    await stack.quiet()
    const response = await send(`/api/projects/${id}/ready`, {}, { token: secretariat })
    expect(response.status).toBe(409)
    const told = await problemOf(response)
    expect(told).toMatchObject({ state: 'idea', version: 2 })
    expect(told.allowed).toContain('place')
  })
})

describe('the same command again', () => {
  const place = (id: string, body: unknown, key: string) =>
    send(`/api/projects/${id}/classification`, body, { token: secretariat, headers: { 'idempotency-key': key } })

  it('given one key, when it comes ten times at once, then it is done once and answered the same', async () => {
    const id = await submit()
    await stack.quiet()
    const responses = await Promise.all(Array.from({ length: 10 }, () => place(id, { level: 1 }, 'once-only')))
    const bodies = await Promise.all(responses.map((response) => response.text()))
    expect(responses.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(new Set(bodies).size).toBe(1)
    expect(new Set(responses.map(({ headers }) => headers.get('etag'))).size).toBe(1)
  })

  it('given one key, when a submission comes five times at once, then it is one project', async () => {
    const before = await count()
    const headers = { 'idempotency-key': 'one-idea' }
    const responses = await Promise.all(Array.from({ length: 5 }, () => send('/api/projects', idea, { headers })))
    expect(new Set(await Promise.all(responses.map((response) => response.text()))).size).toBe(1)
    expect(await count()).toBe(before + 1)
  })

  it('given a key that was used, when it comes with another payload, then 422', async () => {
    const id = await submit()
    await stack.quiet()
    expect((await place(id, { level: 1 }, 'payload')).status).toBe(200)
    const other = await place(id, { level: 2, reason: 'Andet.' }, 'payload')
    expect(other.status).toBe(422)
    expect((await problemOf(other)).code).toBe('idempotency-mismatch')
  })

  it('given two who decide differently at once, then one wins and the other is told, never both', async () => {
    const id = await submit()
    await stack.quiet()
    const [returned, placed] = await Promise.all([
      send(
        `/api/projects/${id}/return`,
        { reasons: [{ code: 'security' }], comeBackWith: 'En risikovurdering.' },
        { token: secretariat, headers: { 'if-match': '"2"' } },
      ),
      send(`/api/projects/${id}/classification`, { level: 1 }, { token: secretariat, headers: { 'if-match': '"2"' } }),
    ])
    const statuses = [returned.status, placed.status].sort()
    expect(statuses[0]).toBe(200)
    expect([409, 412]).toContain(statuses[1])
  })
})

describe('a service that is away', () => {
  const away = (service: 'dynamodb' | 'sqs', state: 'away' | 'throttling') =>
    it(`given ${service} is ${state}, when an idea comes, then 503 with Retry-After; later, under the same key, it is taken in once`, async () => {
      const before = await count()
      const headers = { 'idempotency-key': `while-${service}-is-${state}` }
      proxies[service]?.be(state)
      const refused = await send('/api/projects', idea, { headers }).finally(() => proxies[service]?.be('there'))
      expect(refused.status).toBe(503)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      await problemOf(refused)
      expect((await send('/api/projects', idea, { headers })).status).toBe(201)
      expect(await count()).toBe(before + 1)
    }, 60_000)
  away('sqs', 'away')
  away('dynamodb', 'away')
  away('dynamodb', 'throttling')

  it('given SES refuses for now, when an idea is taken in, then the mail goes out later, and once only', async () => {
    await stack.quiet()
    const mailsBefore = (await stack.mails()).length
    proxies.ses?.be('throttling')
    await submit()
    await expect.poll(() => proxies.ses?.keptAway(), { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
    expect((await stack.mails()).length).toBe(mailsBefore)
    proxies.ses?.be('there')
    await expect.poll(async () => (await stack.mails()).length, { timeout: 60_000 }).toBe(mailsBefore + 1)
    await stack.quiet()
    expect((await stack.mails()).length).toBe(mailsBefore + 1)
  }, 90_000)
})
