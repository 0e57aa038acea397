import type { SQSEvent } from 'aws-lambda'
import type { FunctionName } from '../../../infra/functions.ts'
import { people, wasteReport } from '../../../infra/local/demo/material.ts'
import type { Role } from '../../../shared/domain/actor.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import { personalLinks } from '../../../shared/identity/personal-link.ts'
import { sealBy } from '../../../shared/identity/seal.ts'
import { sessions } from '../../../shared/identity/session.ts'
import { announcementBody } from '../../../shared/messages/announcement.ts'
import { erasureOrderBody } from '../../../shared/messages/erasure-order.ts'
import { noticeBody } from '../../../shared/messages/notice.ts'
import { contactIds } from '../../../shared/store/contact-id.ts'
import { closeDraft } from '../../../shared/use-cases/drafts.ts'
import type { EventNotice } from '../../../shared/use-cases/ports.ts'
import { httpEvent } from '../../fakes/http-event.ts'
import type { StandIn } from './stand-in.ts'
import { draftLeft, erasureAsked, type World } from './world.ts'

/** Key material of the functions and of the world that they find, so that both call people by the same ids. */
export const signingKey = 'a signing key for tests, long enough'

export interface Around {
  readonly world: World
  readonly standIn: StandIn
}

export const submission = {
  kind: 'new',
  concept: {
    title: 'Legepladser på kortet',
    purpose: 'Borgere skal kunne finde legepladser og melde fejl på dem ét sted.',
    authority: 'Skovby Kommune',
    otherAuthorities: ['Fjordby Kommune'],
    backedByManagement: true,
    businessCritical: 'no',
  },
  answers: { F2: { answer: 'yes', text: 'MPL-2.0' }, F3: { answer: 'yes' } },
  contact: { name: 'Ida Skov', email: 'ida.skov@skovby.example', language: 'da' },
  consentToPublish: true,
}

/** The endpoint of the settings that the stand-in answers for. */
export const receiver = 'bench'

const bearer = async ({ standIn }: Around, email: string, role: string) => ({
  authorization: `Bearer ${await standIn.token({ sub: email, email, email_verified: true, roles: [role] })}`,
})

/** What browsers say of themselves that costs something: a page is packed for them. */
const browser = { 'accept-language': 'da', 'accept-encoding': 'gzip, deflate, br, zstd' }

/** The cookie of somebody who signed in. */
const sessionOf = (email: string, role: Role): string => {
  const id = contactIds(signingKey)(email)
  const cookie = sessions(signingKey).open({ kind: 'person', id, roles: [role] }, email)
  return cookie.slice(0, cookie.indexOf(';'))
}

/** What each function is first asked on a usual day: an act that succeeds, with the way in (a token, a link) and the writing. */
const usual: Readonly<Partial<Record<FunctionName, (around: Around) => Promise<unknown>>>> = {
  submission: async () => httpEvent({ route: 'POST /api/projects', body: submission }),
  classification: async (around) =>
    httpEvent({
      route: 'POST /api/projects/{id}/classification',
      params: { id: around.world.idea },
      headers: await bearer(around, 'signe@os2.example', 'secretariat'),
      body: { level: 1, reason: 'En enkelt kommune.' },
    }),
  'classify-submitted': async ({ world }) => batch(noticeBody(await noticeOf(world, world.unconfirmed, 'submitted'))),
  'board-decision': async (around) =>
    httpEvent({
      route: 'POST /api/meetings/{id}/votes',
      params: { id: around.world.meeting },
      headers: await bearer(around, people.birgitte.email, 'chair'),
      body: { project: around.world.onAgenda, choice: 'approve' },
    }),
  'agenda-keeper': async ({ world }) => batch(noticeBody(await noticeOf(world, world.ready, 'marked-ready'))),
  progress: async ({ world }) =>
    httpEvent({
      route: 'POST /api/projects/{id}/reports',
      params: { id: world.running },
      headers: { authorization: `Bearer ${await keyOfLead(world)}` },
      body: wasteReport({ from: '2026-01-01', to: '2026-06-30', endsOn: '2027-06-30', spent: 1_000, forecast: 2_000 }),
    }),
  stewardship: async (around) =>
    httpEvent({
      route: 'POST /api/projects/{id}/evaluations',
      params: { id: around.world.running },
      headers: await bearer(around, 'signe@os2.example', 'secretariat'),
      body: {
        evaluations: { R1: { colour: 'green' }, F2: { colour: 'yellow', text: 'Licensen mangler i README.' } },
        publish: false,
      },
    }),
  relay: async ({ world }) => batch(await announcementOf(world)),
  notification: async ({ world }) => batch(noticeBody(await noticeOf(world, world.unconfirmed, 'submitted'))),
  'webhook-delivery': async ({ world }) =>
    batch(JSON.stringify({ endpoint: receiver, notice: await noticeOf(world, world.unconfirmed, 'submitted') })),
  erasure: async (around) =>
    httpEvent({
      route: 'POST /api/erasures',
      headers: await bearer(around, 'signe@os2.example', 'secretariat'),
      body: { email: people.mette.email },
    }),
  eraser: async () => batch(erasureOrderBody({ erasure: erasureAsked })),
  portfolio: async () => httpEvent({ route: 'GET /api/projects' }),
  feeds: async () => httpEvent({ route: 'GET /portfolio.rss' }),
  'web-portfolio': async () => httpEvent({ route: 'GET /portfolio', headers: browser }),
  'web-idea': async () => {
    const draft = closeDraft(sealBy(signingKey, 'draft'), draftLeft(contactIds(signingKey)))
    return httpEvent({ route: 'GET /', query: { draft }, headers: browser })
  },
  'web-project': async ({ world }) =>
    httpEvent({
      route: 'GET /p/{id}',
      params: { id: world.idea },
      headers: browser,
      cookies: [sessionOf('signe@os2.example', 'secretariat')],
    }),
  'web-sign-in': async () => httpEvent({ route: 'GET /sign-in', query: { to: '/desk' }, headers: browser }),
  'web-desk': async () =>
    httpEvent({ route: 'GET /desk', headers: browser, cookies: [sessionOf('signe@os2.example', 'secretariat')] }),
  'web-case': async ({ world }) =>
    httpEvent({
      route: 'GET /desk/projects/{id}',
      params: { id: world.idea },
      headers: browser,
      cookies: [sessionOf('signe@os2.example', 'secretariat')],
    }),
  'web-board': async () =>
    httpEvent({ route: 'GET /board', headers: browser, cookies: [sessionOf(people.birgitte.email, 'chair')] }),
}

/** The first call of a function; of one that has none of its own here, by what calls it: that may be refused. */
export const firstCallOf = async (
  name: FunctionName,
  calledBy: readonly string[],
  around: Around,
): Promise<{ readonly event: unknown; readonly succeeds: boolean }> => {
  const event = await usual[name]?.(around)
  return event === undefined ? { event: await byKind(calledBy, around), succeeds: false } : { event, succeeds: true }
}

/** A reading by the secretariat where there is one, a notice of a new idea, or the hour that strikes. */
const byKind = async (calledBy: readonly string[], around: Around): Promise<unknown> => {
  const { world } = around
  const route = calledBy.find((one) => one.startsWith('GET ')) ?? calledBy.find((one) => /^[A-Z]+ \//.test(one))
  if (route !== undefined)
    return httpEvent({
      route,
      params: { id: route.includes('/meetings/') ? world.meeting : world.running, n: '1' },
      headers: await bearer(around, 'signe@os2.example', 'secretariat'),
      ...(route.startsWith('GET ') ? {} : { body: {} }),
    })
  if (calledBy.includes('queue')) return batch(noticeBody(await noticeOf(world, world.idea, 'submitted')))
  return { version: '0', 'detail-type': 'Scheduled Event', source: 'aws.scheduler', detail: {} }
}

/** A batch of one message, received for the first time. */
const batch = (body: string): SQSEvent => ({
  Records: [
    {
      messageId: '8f1f4d42-6c6e-4a1d-8d57-0f5c2f1f9a10',
      receiptHandle: 'receipt',
      body,
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: String(Date.now()),
        SenderId: 'sender',
        ApproximateFirstReceiveTimestamp: String(Date.now()),
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-north-1:000000000000:queue',
      awsRegion: 'eu-north-1',
    },
  ],
})

const announcementOf = async ({ log, unconfirmed }: World): Promise<string> => {
  const [commit] = await log.load(unconfirmed)
  if (commit === undefined) throw new Error(`${unconfirmed} has no commit`)
  const { stream, version, commitId, correlationId } = commit
  return announcementBody({ stream, version, commitId, correlationId })
}

const noticeOf = async ({ log }: World, stream: ProjectId, type: EventNotice['type']): Promise<EventNotice> => {
  for (const { version, correlationId, events } of await log.load(stream)) {
    const index = events.findIndex((event) => event.type === type)
    if (index >= 0) return { id: `${stream}/${version}/${index}`, stream, version, index, type, correlationId }
  }
  throw new Error(`${stream} has no event ${type}`)
}

const keyOfLead = async ({ running: project }: World): Promise<string> => {
  const contact = contactIds(signingKey)(people.jonas.email)
  const link = await personalLinks({ signingKey, baseUrl: 'https://trin.example' }).linkFor({
    project,
    contact,
    purpose: 'lead',
  })
  return new URL(link).searchParams.get('key') ?? ''
}
