import { describe, expect, it } from 'vitest'
import { portfolioActs } from '../../functions/portfolio/acts.ts'
import {
  board,
  people,
  wasteBaseline,
  wasteCalendar,
  wasteCalendarAnswers,
  wasteReport,
} from '../../infra/local/demo/material.ts'
import { exampleSecret } from '../../infra/local/openapi/examples.ts'
import { type RouteKey, routes } from '../../shared/api/routes.ts'
import type { MeetingId, ProjectId } from '../../shared/domain/identifiers.ts'
import { edge } from '../../shared/http/edge.ts'
import { sealBy } from '../../shared/identity/seal.ts'
import { unsubscribeKeys } from '../../shared/mail/unsubscribe-keys.ts'
import { deliverWebhook } from '../../shared/use-cases/deliver-webhook.ts'
import type { Tidings } from '../../shared/use-cases/webhook-ports.ts'
import { signedMessage } from '../../shared/webhooks/signed-message.ts'
import { asMessagesAre } from '../asyncapi/support/messages.ts'
import { httpEvent, lambdaContext } from '../fakes/http-event.ts'
import { memoryLedger } from '../fakes/memory-ledger.ts'
import { as, begin, chair, members, secretariat, stack } from './support/cast.ts'

/** Stands in everything that is never public: people, drafts, talk, votes, reports, pledges, whatever a form asked. */
const secret = 'hemmeligt'
const marked = (name: string) => ({ name: `${name} ${secret}`, email: `${name}@${secret}.example` })
const [proposer, lead, member] = [marked('pia'), marked('lars'), marked('mona')]
const signingKey = 'a signing key for tests, long enough'
/** The descriptions tell how answers and events look, and of no project. */
const read = routes
  .filter(({ method, path }) => method === 'GET' && !['/openapi.json', '/asyncapi.json'].includes(path))
  .map(({ path }) => `GET ${path}` as RouteKey)

/** Everything that anybody at all can read now, over every reading route there is, and what endpoints of the public hear. */
const readers = () => {
  const ports = {
    ...stack,
    links: { send: async () => {} },
    identify: async () => 'bad-token' as const,
    cursors: sealBy(signingKey, 'cursors'),
    unsubscribing: {
      keys: unsubscribeKeys(sealBy(signingKey, 'unsubscribe')),
      preferences: { refuseReminders: async () => {} },
      wallClock: stack.clock,
    },
    reachTable: async () => {},
    version: '0.1.0',
  }
  const acts = portfolioActs(ports)
  const portfolio = edge({ identify: async () => ({ kind: 'anonymous' }), acts, write: () => {} })
  const told: Tidings[] = []
  const ledger = memoryLedger()
  const hear = async () => {
    for (const { channel, notice } of stack.fanOut.sent)
      if (channel === 'webhooks')
        await deliverWebhook({ notice, endpoint: 'anyone' }, 1, {
          subscribers: [{ id: 'anyone', role: 'public' }],
          log: stack.log,
          ledger,
          sender: {
            post: async (id, tidings) => {
              told.push(tidings)
              const from = { baseUrl: 'https://trin.example', now: Date.parse(stack.clock()) }
              asMessagesAre(signedMessage(tidings, { id, secrets: [exampleSecret] }, from), 'public')
              return { result: 'delivered', status: 204 }
            },
          },
          retryDelay: () => undefined,
          clock: stack.clock,
          wallClock: stack.clock,
        })
    return JSON.stringify(told)
  }
  return async (project: ProjectId, meeting?: MeetingId) => {
    const answers: { readonly route: RouteKey; readonly status: number; readonly text: string }[] = []
    for (const route of read) {
      const id = route.includes('/meetings/') ? meeting : project
      if (id === undefined && route.includes('{id}')) continue
      const params = route.includes('{id}') && id !== undefined ? { id } : {}
      if (acts[route] === undefined) {
        const { status, body } = await stack.ask(route, { params })
        answers.push({ route, status, text: JSON.stringify(body ?? '') })
      } else {
        const { statusCode = 0, body = '' } = await portfolio(httpEvent({ route, params }), lambdaContext())
        answers.push({ route, status: statusCode, text: body })
      }
    }
    return [...answers, { route: 'webhooks', status: 200, text: await hear() }]
  }
}

const title = 'Storkereder på kortet'
const concept = {
  ...wasteCalendar,
  title,
  background: secret,
  value: secret,
  architecture: secret,
  procurement: secret,
}
const answers = { ...wasteCalendarAnswers, R1: { answer: 'yes', text: secret } }
const idea = (consentToPublish: boolean) => ({ kind: 'new', concept, answers, contact: proposer, consentToPublish })
const on =
  (id: ProjectId) =>
  (path: string, body: object, who = secretariat(), more: Record<string, string> = {}) =>
    stack.act(`POST /api/projects/{id}/${path}` as RouteKey, { params: { id, ...more }, as: who, body })
const submit = async (consent: boolean): Promise<ProjectId> =>
  (await stack.act('POST /api/projects', { body: idea(consent) })).body.id

const leaks = (all: Awaited<ReturnType<ReturnType<typeof readers>>>, what: RegExp) =>
  all.filter(({ text }) => what.test(text)).map(({ route }) => route)
const named = new RegExp(title)

describe('what anybody can read, over every output there is', () => {
  it('given a project that runs, when its life goes on, then nothing is told before its time, and what is private never', async () => {
    begin()
    const look = readers()
    const id = await submit(false)
    const act = on(id)
    const meeting = (
      await stack.act('POST /api/meetings', {
        as: secretariat(),
        body: {
          meetsAt: '2026-12-20T09:00:00.000Z',
          place: secret,
          members: [
            { ...people.birgitte, seat: 'chair' },
            { ...member, authority: 'Åby Kommune', seat: 'member' },
          ],
        },
      })
    ).body.id as MeetingId
    const acts = [
      () => act('comments', { text: secret }),
      () => act('return', { reasons: [{ code: 'value-unclear', text: secret }], comeBackWith: secret }),
      () => act('resubmission', { concept: { value: `${secret} mere` }, note: secret }, as(proposer.email, 'proposer')),
      () => act('classification', { level: 1, reason: secret }),
      () => act('assessment', { evaluations: { R1: { colour: 'yellow', text: secret } } }),
      () => act('participants', { authority: 'Åby Kommune', pledge: { hours: 4_711 } }),
      () => act('ready', { note: secret }),
    ]
    for (const next of acts) {
      expect((await next()).status).toBe(200)
      const all = await look(id, meeting)
      expect(leaks(all, new RegExp(`${secret}|4711`, 'i'))).toEqual([])
      expect(leaks(all, named)).toEqual([])
    }
    const report = wasteReport({
      from: '2026-11-02',
      to: '2027-03-01',
      endsOn: '2031-12-31',
      spent: 123_457,
      forecast: 2,
    })
    const running = [
      () => act('start', { baseline: wasteBaseline('2031-12-31'), lead }),
      () => act('reports', { ...report, nextPeriod: secret, helpWanted: secret }, as(lead.email, 'lead')),
      () => act('reports/{n}/review', { outcome: 'return', text: secret }, secretariat(), { n: '1' }),
      () => act('steering-group', { members: [lead, member] }),
      () => act('reconsideration', { text: secret }),
      () => act('pause', { reason: secret, lookAgainOn: '2027-05-03' }),
    ]
    for (const next of running) {
      await next()
      const all = await look(id, meeting)
      expect(leaks(all, new RegExp(`${secret}|4711|123457`, 'i'))).toEqual([])
    }
    // The search finds what is public, and reaches every route: those of the board's table say no.
    const all = await look(id, meeting)
    expect(leaks(all, named)).toEqual(
      expect.arrayContaining(['GET /api/projects', 'GET /api/projects/{id}', 'webhooks']),
    )
    expect(all.filter(({ status }) => status === 401).map(({ route }) => route)).toEqual([
      'GET /api/meetings/{id}',
      'GET /api/meetings/{id}/minutes',
    ])
    expect(JSON.stringify(await stack.log.load(id))).toContain(secret)
  })

  it('given an idea without consent, when it is withdrawn, then nobody can read that it ever was; its number counts', async () => {
    begin()
    const look = readers()
    const id = await submit(false)
    await on(id)('withdrawal', { reason: secret }, as(proposer.email, 'proposer'))
    const all = await look(id)
    expect(leaks(all, new RegExp(`${secret}|${id}`, 'i'))).toEqual([])
    expect(leaks(all, named)).toEqual([])
    expect(all.find(({ route }) => route === 'GET /api/counts')?.text).toContain('"withdrawn":1')
  })

  it('given a frame that is withheld, when the project lives on, then no figure of it is told until its day', async () => {
    begin()
    const look = readers()
    const id = await submit(false)
    const act = on(id)
    const figures = /"(baseline|budget|endsOn|scope)"|2031-12-31/
    await act('classification', { level: 1, reason: secret })
    await act('ready', {})
    expect((await act('frame-withholding', { until: '2027-06-01' })).status).toBe(200)
    const decision = { outcome: 'rescope', reason: 'Vi må udvide.', criteria: ['G10'], nextStep: 'Rapportér.' }
    const going = [
      () => act('start', { baseline: wasteBaseline('2031-12-31'), lead }),
      () => act('reconsideration', { text: secret }),
      () => act('reconsideration/decision', { ...decision, baseline: wasteBaseline('2031-12-31') }),
      () => act('reconsideration', { text: secret }),
      () => act('reconsideration/decision', { ...decision, outcome: 'continue', endsOn: '2031-12-31' }),
    ]
    for (const next of going) {
      expect((await next()).status).toBe(200)
      expect(leaks(await look(id), figures)).toEqual([])
    }
    const open = await look(id)
    expect(leaks(open, named)).toEqual(expect.arrayContaining(['GET /api/projects/{id}', 'webhooks']))
    expect((await act('frame-withholding', { until: null })).status).toBe(200)
    const released = await look(id)
    // What went out without it stays so: only what is heard from now on has it.
    expect(leaks(released, figures)).toEqual(
      expect.arrayContaining([
        'GET /api/projects',
        'GET /api/projects/{id}',
        'GET /api/projects/{id}/history',
        'webhooks',
      ]),
    )
    const heard: Tidings[] = JSON.parse(released.find(({ route }) => route === 'webhooks')?.text ?? '[]')
    expect(heard.filter((tidings) => figures.test(JSON.stringify(tidings))).map(({ type }) => type)).toEqual([
      'frame-released',
    ])
  })

  it('given the board’s table, when it votes and decides, then single votes and comments are nobody else’s', async () => {
    begin()
    const look = readers()
    const id = await submit(true)
    const act = on(id)
    await act('classification', { level: 2, reason: secret })
    await act('ready', {})
    const meeting = (
      await stack.act('POST /api/meetings', {
        as: secretariat(),
        body: { meetsAt: '2026-12-20T09:00:00.000Z', members: board },
      })
    ).body.id as MeetingId
    const atTable = (path: string, body: object, who = chair()) =>
      stack.act(`POST /api/meetings/{id}/${path}` as RouteKey, { params: { id: meeting }, as: who, body })
    await atTable('votes', { project: id, choice: 'return', comment: secret })
    for (const who of [chair(), ...members()])
      await atTable('votes', { project: id, choice: 'approve', comment: secret }, who)
    const decision = {
      project: id,
      outcome: 'approve',
      reason: 'Godt for alle.',
      criteria: ['R1'],
      nextStep: 'Begynd.',
    }
    const conditions = [{ text: secret, owner: lead, dueOn: '2027-06-30' }]
    expect(
      (await atTable('decisions', { ...decision, baseline: wasteBaseline('2031-12-31'), conditions })).status,
    ).toBe(200)
    const all = await look(id, meeting)
    expect(leaks(all, /Godt for alle/)).toEqual(
      expect.arrayContaining(['GET /api/projects/{id}', 'GET /api/projects/{id}/history', 'webhooks']),
    )
    expect(leaks(all, new RegExp(`${secret}|castBy|"tally"|con_`, 'i'))).toEqual([])
  })
})
