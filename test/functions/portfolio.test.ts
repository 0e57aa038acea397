import { readFile } from 'node:fs/promises'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { portfolioActs } from '../../functions/portfolio/acts.ts'
import type { PortfolioPorts } from '../../functions/portfolio/ports.ts'
import type { RouteKey } from '../../shared/api/routes.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import type { Commit } from '../../shared/domain/commit.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import type { ProjectEvent } from '../../shared/domain/project/events.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { edge } from '../../shared/http/edge.ts'
import { identifier } from '../../shared/identity/identify.ts'
import { personalLinks } from '../../shared/identity/personal-link.ts'
import { sealBy } from '../../shared/identity/seal.ts'
import { unsubscribeKeys } from '../../shared/mail/unsubscribe-keys.ts'
import type { LinkRequest } from '../../shared/use-cases/link-requests.ts'
import type { LinkPurpose } from '../../shared/use-cases/people.ts'
import { projectProjection } from '../../shared/use-cases/project-projection.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'
import { actors, meetings, people, person, projects } from '../domain/support/material.ts'
import { httpEvent, lambdaContext } from '../fakes/http-event.ts'
import { type Act, acts, approvedLife, life, projectOf, runningLife } from '../fakes/life.ts'
import { memoryContacts } from '../fakes/memory-contacts.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { memoryProjections } from '../fakes/memory-projections.ts'
import { asDescribed } from '../openapi/support/answered.ts'

const signingKey = 'a signing key for tests, long enough'
const contacts = [
  { id: people.maren, name: 'Maren Tisvang', email: 'maren@tisvang.example', language: 'da' },
  {
    id: people.troels,
    name: 'Troels Bro',
    email: 'troels@tisvang.example',
    language: 'da',
    authority: 'Tisvang Kommune',
  },
] as const

/** Portfolio over these lives, for callers named by a header. */
const given = async (lives: Readonly<Record<ProjectId, readonly Act[]>>, more: Partial<PortfolioPorts> = {}) => {
  const logs: Commit<ProjectEvent>[] = []
  const projections = memoryProjections()
  for (const [id, all] of Object.entries(lives)) {
    const log = life(all, id as ProjectId)
    logs.push(...log)
    await projections.put(projectProjection(projectOf(log), defaultSettings))
  }
  const asked: LinkRequest[] = []
  const refused: string[] = []
  const byLink = identifier({
    signingKey,
    issuer: 'https://issuer.example',
    audience: 'trin',
    idOf: () => people.maren,
  })
  const ports: PortfolioPorts = {
    log: memoryLog(logs),
    clock: () => '2026-12-01T08:00:00.000Z',
    projections,
    contacts: memoryContacts(contacts, signingKey),
    links: { send: async (request) => void asked.push(request) },
    cursors: sealBy(signingKey, 'cursors'),
    unsubscribing: {
      keys: unsubscribeKeys(sealBy(signingKey, 'unsubscribe')),
      preferences: { refuseReminders: async (contact) => void refused.push(contact) },
      wallClock: () => '2026-12-01T08:00:00.000Z',
    },
    reachTable: async () => {},
    version: '0.1.0',
    ...more,
  }
  const callers: Readonly<Record<string, Actor>> = { ...actors, integrator: person('con_esdh', 'integrator') }
  const lines: string[] = []
  const handler = edge({
    identify: async (authorization) => callers[authorization ?? 'anonymous'] ?? byLink(authorization),
    acts: portfolioActs(ports),
    forms: true,
    write: (line) => void lines.push(line),
  })
  const call = async (route: RouteKey, { as = 'anonymous', id, query, body, headers = {} }: Call = {}) => {
    const answer = (await handler(
      httpEvent({
        route,
        ...(id === undefined ? {} : { params: { id } }),
        ...(query === undefined ? {} : { query }),
        ...(body === undefined ? {} : { body }),
        headers: { ...headers, ...(as === 'anonymous' ? {} : { authorization: as }) },
      }),
      lambdaContext(),
    )) as APIGatewayProxyStructuredResultV2
    asDescribed(route, { status: answer.statusCode ?? 0, headers: answer.headers ?? {}, body: answer.body })
    return {
      status: answer.statusCode,
      headers: answer.headers ?? {},
      body: answer.body,
      json: String(answer.headers?.['content-type']).includes('json') ? JSON.parse(answer.body ?? '') : undefined,
    }
  }
  return { call, asked, refused, lines, projections }
}
interface Call {
  readonly as?: string
  readonly id?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const { sensor, borger, arkiv, byggesag } = projects
const idea = [acts.submit(false), acts.comment]

describe('GET /api/projects/{id}', () => {
  it('given an idea, when anyone asks for it, then it does not exist, word for word as one that never was', async () => {
    const { call } = await given({ [sensor]: idea })
    const hidden = await call('GET /api/projects/{id}', { id: sensor, headers: { 'x-correlation-id': 'the-same-one' } })
    const missing = await call('GET /api/projects/{id}', {
      id: borger,
      headers: { 'x-correlation-id': 'the-same-one' },
    })
    expect(hidden).toEqual(missing)
    expect(hidden.status).toBe(404)
    expect((await call('GET /api/projects/{id}', { id: '../STATE' })).status).toBe(404)
  })

  it('given an idea, when the secretariat asks, then all of it with people, whose move and what they may do', async () => {
    const { call } = await given({ [sensor]: idea })
    const { status, headers, json } = await call('GET /api/projects/{id}', { id: sensor, as: 'secretariat' })
    expect(status).toBe(200)
    expect(headers).toMatchObject({ etag: '"2"', vary: 'authorization', 'cache-control': 'no-store' })
    expect(json).toMatchObject({
      id: sensor,
      state: 'idea',
      version: 2,
      whoseMove: 'secretariat',
      since: '2026-09-01T08:00:00.000Z',
      people: { proposer: { name: 'Maren Tisvang', email: 'maren@tisvang.example' }, steering: [] },
      concept: { title: 'Fælles sensorplatform til grundvand' },
    })
    expect(json.dueAt).toMatch(/^2026-09-1/)
    expect(json.allowed).toEqual(expect.arrayContaining(['place', 'return', 'comment', 'merge']))
    expect(json.allowed).not.toContain('resubmit')
  })

  it('given an idea, when its proposer asks, then what they may do is another matter', async () => {
    const { call } = await given({ [sensor]: idea })
    const { json } = await call('GET /api/projects/{id}', { id: sensor, as: 'proposer' })
    expect(json.allowed).toEqual(expect.arrayContaining(['comment', 'revise', 'withdraw']))
    expect(json.allowed).not.toContain('place')
  })

  it('given a running project, when anyone asks, then the public fields, with nobody in them', async () => {
    const { call } = await given({ [sensor]: runningLife() })
    const { json, body } = await call('GET /api/projects/{id}', { id: sensor })
    expect(json).toMatchObject({
      state: 'implementation',
      whoseMove: 'lead',
      allowed: [],
      decisions: [{ outcome: 'approve' }],
    })
    expect(json).not.toHaveProperty('concept')
    expect(body).not.toMatch(/con_|tisvang\.example|Maren|tally|Databehandleraftale/)
  })

  it('given a running project, when board, chair or an integration ask, then the whole of it, with nobody in it', async () => {
    const { call } = await given({ [sensor]: [...runningLife(), acts.pause] })
    for (const as of ['member', 'chair', 'integrator']) {
      const { json, body } = await call('GET /api/projects/{id}', { id: sensor, as })
      expect(json).toMatchObject({
        concept: {},
        pause: { reason: 'Udbuddet afventer en klagesag.' },
        decisions: [{ tally: { counts: { approve: 3 }, excluded: [{ why: 'declared' }] } }],
      })
      expect(body).not.toMatch(/con_|tisvang\.example|Maren/)
    }
  })

  it('given somebody who has been erased, when the lead asks, then their place is empty', async () => {
    const { call } = await given({ [sensor]: runningLife() })
    const { json, body } = await call('GET /api/projects/{id}', { id: sensor, as: 'lead' })
    expect(json.people).toEqual({
      proposer: { name: 'Maren Tisvang', email: 'maren@tisvang.example' },
      lead: { name: 'Troels Bro', email: 'troels@tisvang.example', authority: 'Tisvang Kommune' },
      steering: [null],
      contacts: [],
      requesters: [],
    })
    expect(json.conditions).toMatchObject([{ number: 1, text: 'Databehandleraftale.', owner: null }])
    expect(body).not.toContain('con_')
  })

  it.each<[string, readonly Act[], object]>([
    [
      'in reconsideration',
      [...runningLife(), acts.reconsider],
      { from: 'implementation', grounds: [{ kind: 'asked' }] },
    ],
    ['merged', [...idea, acts.merge], { state: 'merged', into: borger, from: 'idea' }],
    ['withdrawn', [...idea, acts.withdraw], { state: 'withdrawn', from: 'idea', whoseMove: 'nobody' }],
  ])(
    'given a project that is %s, when the secretariat asks, then what only that state has',
    async (_, all, expected) => {
      const { call } = await given({ [sensor]: all })
      const { json } = await call('GET /api/projects/{id}', { id: sensor, as: 'secretariat' })
      expect(json).toMatchObject(expected)
    },
  )

  it('given a version that was seen, when it is asked for again, then 304 without a body until something happens', async () => {
    const { call } = await given({ [sensor]: runningLife() })
    const seen = async (tag: string) =>
      await call('GET /api/projects/{id}', { id: sensor, headers: { 'if-none-match': tag } })
    expect(await seen('"9"')).toMatchObject({ status: 304, body: undefined, headers: { etag: '"9"' } })
    expect((await seen('"1", W/"9"')).status).toBe(304)
    expect((await seen('*')).status).toBe(304)
    expect((await seen('"8"')).status).toBe(200)
    // Whether a project is known must not show by way of a validator.
    const hidden = await given({ [sensor]: idea })
    expect(
      (await hidden.call('GET /api/projects/{id}', { id: sensor, headers: { 'if-none-match': '*' } })).status,
    ).toBe(404)
  })
})

describe('GET /api/projects/{id}/history', () => {
  it('given a running project, when the secretariat reads its history, then all of it, by roles, without names', async () => {
    const { call } = await given({ [sensor]: runningLife() })
    const { json, body, headers } = await call('GET /api/projects/{id}/history', { id: sensor, as: 'secretariat' })
    expect(headers.etag).toBe('"9"')
    expect(json.next).toBeNull()
    expect(json.items.map(({ type, by }: { type: string; by: string[] }) => [type, by.join()])).toEqual([
      ['submitted', 'anonymous'],
      ['commented', 'proposer'],
      ['placed', 'secretariat'],
      ['marked-ready', 'secretariat'],
      ['put-on-agenda', 'agenda-keeper'],
      ['approved', 'chair,board'],
      ['lead-appointed', 'proposer'],
      ['steering-group-named', 'proposer'],
      ['started', 'lead'],
    ])
    expect(json.items[1]).toMatchObject({ version: 2, index: 0, event: { text: 'Skal vi tage spildevand med?' } })
    expect(body).not.toMatch(/con_|Maren/)
  })

  it('given a running project, when anyone reads its history, then what was public when it happened', async () => {
    const { call } = await given({ [sensor]: runningLife() })
    const { json, body } = await call('GET /api/projects/{id}/history', { id: sensor })
    expect(json.items.map(({ type }: { type: string }) => type)).toEqual(['approved', 'started'])
    expect(body).not.toMatch(/con_|tally|spildevand|counts/)
  })

  it('given an idea, when anyone reads its history, then it does not exist', async () => {
    const { call } = await given({ [sensor]: idea })
    expect((await call('GET /api/projects/{id}/history', { id: sensor })).status).toBe(404)
    expect((await call('GET /api/projects/{id}/history', { id: borger })).status).toBe(404)
  })
})

describe('a frame that is withheld until a tender', () => {
  const [before, from] = ['2027-02-28T12:00:00.000Z', '2027-03-01T12:00:00.000Z']
  const at = async (now: string) => await given({ [sensor]: [...runningLife(), acts.withhold] }, { clock: () => now })
  const reads = ['GET /api/projects', 'GET /api/projects/{id}', 'GET /api/projects/{id}/history'] as const
  const figures = /"(budget|baseline|endsOn|scope)"/

  it.each(reads)(
    'given %s, when anyone reads it, then it shows no part of it before its day, and all from then on',
    async (route) => {
      const read = async (now: string, as?: string) =>
        (await (await at(now)).call(route, { id: sensor, ...(as === undefined ? {} : { as }) })).body
      expect(await read(before)).toContain('2027-03-01')
      expect(await read(before)).not.toMatch(figures)
      expect(await read(from)).toMatch(figures)
      for (const as of ['secretariat', 'member', 'integrator']) expect(await read(before, as)).toMatch(figures)
    },
  )

  it('given somebody on the project, when they read it, then they see it throughout', async () => {
    const { call } = await at(before)
    for (const as of ['proposer', 'lead'])
      expect((await call('GET /api/projects/{id}', { id: sensor, as })).json).toMatchObject({
        baseline: { budget: { amount: 100_000_000 } },
        frameWithheldUntil: '2027-03-01',
      })
    // A list knows nobody by name: only a token that names the project.
    expect((await call('GET /api/projects', { as: 'lead' })).body).not.toMatch(figures)
  })

  it('given its day has come, when a reader asks whether anything is new, then it is, though nothing has happened', async () => {
    for (const route of ['GET /api/projects/{id}', 'GET /api/projects/{id}/history'] as const) {
      const seen = (await (await at(before)).call(route, { id: sensor })).headers.etag
      const again = async (now: string) =>
        (await (await at(now)).call(route, { id: sensor, headers: { 'if-none-match': String(seen) } })).status
      expect([await again(before), await again(from)]).toEqual([304, 200])
      expect((await (await at(before)).call(route, { id: sensor, as: 'secretariat' })).headers.etag).toBe('"10"')
    }
  })
})

describe('GET /api/projects', () => {
  const lives = { [sensor]: runningLife(), [borger]: approvedLife(), [arkiv]: idea, [byggesag]: idea }
  const ids = (json: { items: { id: string }[] }) => json.items.map(({ id }) => id)

  it('given ideas and projects, when anyone lists them, then the public ones, in the order of the process', async () => {
    const { call } = await given(lives)
    const { json, body } = await call('GET /api/projects')
    expect(ids(json)).toEqual([borger, sensor])
    expect(json.next).toBeNull()
    expect(json.items[0]).toMatchObject({
      state: 'approved',
      level: 2,
      budget: { amount: 100_000_000, currency: 'DKK' },
    })
    expect(body).not.toMatch(/con_|"public"/)
  })

  it('given ideas and projects, when the association lists them, then all; somebody else their own too', async () => {
    const { call } = await given(lives)
    for (const as of ['secretariat', 'member', 'chair', 'integrator'])
      expect(ids((await call('GET /api/projects', { as })).json)).toEqual([arkiv, byggesag, borger, sensor])
    expect(ids((await call('GET /api/projects', { as: 'proposer' })).json)).toEqual([borger, sensor])
  })

  it('given a filter, when it is asked for, then only what fits it', async () => {
    const { call } = await given(lives)
    const found = async (query: Record<string, string>, as = 'secretariat') =>
      ids((await call('GET /api/projects', { query, as })).json)
    expect(await found({ state: 'idea' })).toEqual([arkiv, byggesag])
    expect(await found({ state: 'idea' }, 'anonymous')).toEqual([])
    expect(await found({ level: '2' })).toEqual([borger, sensor])
    expect(await found({ level: '3' })).toEqual([])
    expect(await found({ authority: 'norre strand kommune', state: 'approved' })).toEqual([borger])
    expect(await found({ authority: 'Ukendt Kommune' })).toEqual([])
    expect(await found({ theme: 'health-and-care' })).toEqual([])
  })

  it('given more than a page, when they are read page by page, then each once, and no cursor tells an id', async () => {
    const { call } = await given(lives)
    for (const as of ['secretariat', 'anonymous']) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const { json }: { json: { items: { id: string }[]; next: string | null } } = await call('GET /api/projects', {
          as,
          query: { limit: '1', ...(cursor === null ? {} : { cursor }) },
        })
        seen.push(...ids(json))
        cursor = json.next
        expect(Buffer.from(cursor ?? '', 'base64url').toString('latin1')).not.toContain('prj_')
      } while (cursor !== null)
      expect(seen).toEqual(as === 'anonymous' ? [borger, sensor] : [arkiv, byggesag, borger, sensor])
    }
  })

  it.each<[string, Record<string, string>, string]>([
    ['a limit that is none', { limit: 'all' }, '/limit'],
    ['a limit too large', { limit: '1000' }, '/limit'],
    ['a limit of nothing', { limit: '0' }, '/limit'],
    ['a state there is not', { state: 'dreaming' }, '/state'],
    ['a level there is not', { level: '4' }, '/level'],
    ['a question nobody knows', { colour: 'red' }, '/colour'],
    ['a cursor somebody made up', { cursor: 'abc' }, '/cursor'],
    ['a longer one', { cursor: Buffer.alloc(60).toString('base64url') }, '/cursor'],
  ])('given %s, when it is asked for, then the field is named', async (_, query, pointer) => {
    const { call } = await given(lives)
    const { status, json, headers } = await call('GET /api/projects', { query })
    expect(status).toBe(422)
    expect(headers['content-type']).toBe('application/problem+json')
    expect(json.errors).toMatchObject([{ pointer }])
  })

  it('given a cursor of another question, when it is used, then it is refused', async () => {
    const { call } = await given(lives)
    const { json } = await call('GET /api/projects', { as: 'secretariat', query: { limit: '1' } })
    const other = await call('GET /api/projects', { query: { state: 'stopped', cursor: json.next } })
    const meetingsWith = await call('GET /api/meetings', { query: { cursor: json.next } })
    expect([other.status, meetingsWith.status]).toEqual([422, 422])
  })
})

describe('GET /api/counts', () => {
  it('given ideas nobody may know of, when anyone counts, then they count', async () => {
    const { call } = await given({ [sensor]: runningLife(), [borger]: idea, [arkiv]: idea })
    const { json, headers } = await call('GET /api/counts')
    expect(json).toMatchObject({ total: 3, byState: { idea: 2, implementation: 1, merged: 0 } })
    expect(headers['cache-control']).toBe('public, max-age=60')
  })
})

describe('GET /api/meetings', () => {
  const meeting = {
    stream: meetings.september,
    version: 1,
    state: 'called',
    orderedBy: '2026-12-10T08:00:00.000Z',
    summary: {
      kind: 'meeting',
      id: meetings.september,
      state: 'called',
      form: 'meeting',
      meetsAt: '2026-12-10T08:00:00.000Z',
      papersDueAt: '2026-11-26T08:00:00.000Z',
      place: 'Rådhuset i Tisvang',
      items: 3,
    },
  } as const

  it('given meetings that are called, when anyone lists them, then when, in which form and how many items', async () => {
    const { call, projections } = await given({})
    await projections.put(meeting)
    await projections.put({ ...meeting, stream: meetings.december, state: 'cancelled' })
    const anyone = await call('GET /api/meetings')
    expect(anyone.json).toEqual({
      items: [{ id: meetings.september, form: 'meeting', meetsAt: '2026-12-10T08:00:00.000Z', items: 3 }],
      next: null,
    })
    const member = await call('GET /api/meetings', { as: 'member' })
    expect(member.json.items).toMatchObject([{ place: 'Rådhuset i Tisvang', papersDueAt: meeting.summary.papersDueAt }])
  })

  it('given more than a page of them, when they are read page by page, then each once', async () => {
    const { call, projections } = await given({})
    await projections.put(meeting)
    const { place: _, ...unplaced } = meeting.summary
    const later = { ...unplaced, id: meetings.december, meetsAt: '2027-03-10T08:00:00.000Z' }
    await projections.put({ ...meeting, stream: meetings.december, orderedBy: later.meetsAt, summary: later })
    const first = await call('GET /api/meetings', { as: 'chair', query: { limit: '1' } })
    const second = await call('GET /api/meetings', { as: 'chair', query: { limit: '1', cursor: first.json.next } })
    expect([first, second].map(({ json }) => json.items[0].id)).toEqual([meetings.september, meetings.december])
    expect(second.json.items[0]).not.toHaveProperty('place')
  })
})

describe('POST /api/links', () => {
  const anyProject = 'prj_01JA0000000000000000000000'

  it('given any address, when a link is asked for, then the answer is the same, and the mail is told whom it may be', async () => {
    const { call, asked } = await given({ [sensor]: idea })
    const known = await call('POST /api/links', {
      body: { email: 'maren@tisvang.example', project: anyProject },
      headers: { 'x-correlation-id': 'the-same-one' },
    })
    const unknown = await call('POST /api/links', {
      body: { email: 'nobody@tisvang.example', project: anyProject },
      headers: { 'x-correlation-id': 'the-same-one' },
    })
    expect(known).toEqual(unknown)
    expect(known).toMatchObject({ status: 202, json: { accepted: true } })
    const idOf = memoryContacts([], signingKey).idOf
    expect(asked).toEqual([
      { contact: idOf('maren@tisvang.example'), project: anyProject, correlationId: 'the-same-one' },
      { contact: idOf('nobody@tisvang.example'), project: anyProject, correlationId: 'the-same-one' },
    ])
  })

  it('given a project, when its link is asked for, then it goes along; given no address, then nothing goes', async () => {
    const { call, asked } = await given({})
    const project = 'prj_01JQ0000000000000000000000'
    expect((await call('POST /api/links', { body: { email: 'a@b.example', project } })).status).toBe(202)
    expect(asked).toMatchObject([{ project }])
    for (const body of [
      {},
      { email: 'not an address' },
      { email: 'a@b.example', project: 'x' },
      { email: 'a@b.example' },
      { email: 'a@b.example', project, more: 1 },
    ])
      expect((await call('POST /api/links', { body })).status).toBe(422)
    expect(asked).toHaveLength(1)
  })

  it('given a queue that is away, when a link is asked for, then 503, for any address alike', async () => {
    const { call } = await given({}, { links: { send: () => Promise.reject(new Unavailable('sqs')) } })
    const { status, headers } = await call('POST /api/links', { body: { email: 'a@b.example', project: anyProject } })
    expect([status, headers['retry-after']]).toEqual([503, '5'])
  })
})

describe('GET /api/projects/{id} with the key of a personal link', () => {
  interface Link {
    readonly of?: ProjectId
    readonly contact?: (typeof people)[keyof typeof people]
    readonly purpose?: LinkPurpose
  }
  const open = async (
    { call }: Awaited<ReturnType<typeof given>>,
    at: ProjectId,
    { of = at, contact = people.maren, purpose = 'proposer' }: Link = {},
  ) => {
    const link = await personalLinks({ signingKey, baseUrl: 'https://trin.example' }).linkFor({
      project: of,
      contact,
      purpose,
    })
    const key = new URL(link).searchParams.get('key') ?? ''
    return call('GET /api/projects/{id}', { id: at, headers: { authorization: `Bearer ${key}` } })
  }
  interface Link {
    readonly of?: ProjectId
    readonly contact?: (typeof people)[keyof typeof people]
    readonly purpose?: LinkPurpose
  }
  it('given a personal link, when it is opened, then the project as its holder sees it', async () => {
    const world = await given({ [sensor]: idea })
    const { status, json, headers } = await open(world, sensor)
    expect(status).toBe(200)
    expect(json.allowed).toEqual(expect.arrayContaining(['comment', 'revise', 'withdraw']))
    expect(json.people.proposer.name).toBe('Maren Tisvang')
    expect(headers).toMatchObject({ vary: 'authorization', etag: '"2"' })
  })

  it('given a link of the steering group, when it is opened, then its member may act for the group, and for no other', async () => {
    const world = await given({ [sensor]: runningLife() })
    const of = (purpose: LinkPurpose) => open(world, sensor, { contact: people.birgitte, purpose })
    const { status, json } = await of('steering')
    expect(status).toBe(200)
    expect(json.allowed).toContain('open-reconsideration')
    expect(json.allowed).not.toContain('report')
    // Not in a coordination group: such a link is anybody's, and shows what anybody sees.
    expect((await of('coordination')).json.allowed ?? []).toEqual([])
  })

  it('given a link, when it is opened twice, then nothing has changed', async () => {
    const world = await given({ [sensor]: idea })
    expect((await open(world, sensor)).json).toEqual((await open(world, sensor)).json)
  })

  it('given a link to another project, or of somebody who is no longer on it, when it is opened, then 404', async () => {
    const world = await given({ [sensor]: idea, [borger]: idea })
    expect((await open(world, borger, { of: sensor })).status).toBe(404)
    expect((await open(world, sensor, { contact: people.palle })).status).toBe(404)
  })
})

describe('/api/unsubscribe', () => {
  const key = sealBy(signingKey, 'unsubscribe').close(people.maren)

  it('given the link of a mail, when it is opened, then a button, and nothing has changed', async () => {
    const { call, refused } = await given({})
    const { status, headers, body } = await call('GET /api/unsubscribe', { query: { key } })
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toContain(`<form method="post" action="?key=${key}">`)
    expect(body).toContain('Nej tak til påmindelser')
    expect(refused).toEqual([])
  })

  it('given one click in the mail program (RFC 8058), when it is posted, then no more reminders', async () => {
    const { call, refused } = await given({})
    const { status, body } = await call('POST /api/unsubscribe', {
      query: { key },
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
    })
    expect([status, refused]).toEqual([200, [people.maren]])
    expect(body).toContain('You will get no more reminders.')
  })

  it('given a key of another use, or none, when it is used, then nothing has changed', async () => {
    const { call, refused } = await given({})
    for (const wrong of [
      sealBy(signingKey, 'cursors').close(people.maren),
      sealBy(signingKey, 'unsubscribe').close('x'),
    ])
      for (const route of ['GET /api/unsubscribe', 'POST /api/unsubscribe'] as const)
        expect((await call(route, { query: { key: wrong } })).status).toBe(404)
    expect((await call('POST /api/unsubscribe', { query: { key: '"><script>' } })).status).toBe(422)
    expect(refused).toEqual([])
  })

  it.each([
    ['da', 'Linket er ikke helt'],
    ['en', 'The link is not whole'],
  ])(
    'given a link that a mail program cut, when it is opened by a reader of %s, then a page says so',
    async (language, told) => {
      const { call } = await given({})
      for (const query of [{}, { key: key.slice(0, -3) }, { key: '"><script>' }]) {
        const { status, headers, body } = await call('GET /api/unsubscribe', {
          query,
          headers: { 'accept-language': language },
        })
        expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
        expect(body).toContain(told)
        expect(body).not.toContain('script')
      }
    },
  )
})

describe.each(['openapi', 'asyncapi'] as const)('GET /%s.json', (name) => {
  it('given anyone, when they ask, then it is the file that is kept, and nothing is sent to whoever has it', async () => {
    const { call } = await given({})
    const { status, json, headers } = await call(`GET /${name}.json`)
    const kept = await readFile(new URL(`../../functions/portfolio/${name}.json`, import.meta.url), 'utf8')
    expect([status, json]).toEqual([200, JSON.parse(kept)])
    const again = await call(`GET /${name}.json`, { headers: { 'if-none-match': String(headers.etag) } })
    expect(again).toMatchObject({ status: 304, body: undefined, headers: { etag: headers.etag } })
    expect((await call(`GET /${name}.json`, { headers: { 'if-none-match': '"another"' } })).status).toBe(200)
  })
})

describe('GET /health', () => {
  it('given a table that answers, when anyone asks, then all is well; and when it is away, then it says so', async () => {
    const { call } = await given({})
    expect((await call('GET /health')).json).toEqual({ status: 'ok', table: 'reachable', version: '0.1.0' })
    const away = await given({}, { reachTable: () => Promise.reject(new Unavailable('dynamodb')) })
    const { status, json, headers } = await away.call('GET /health')
    expect([status, json.status, headers['retry-after']]).toEqual([503, 'unavailable', '5'])
  })
})
