import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  board,
  wasteBaseline,
  wasteCalendar,
  wasteCalendarAnswers,
  wasteReport,
} from '../../infra/local/demo/material.ts'
import type { RouteKey } from '../../shared/api/routes.ts'
import type { Actor, Role } from '../../shared/domain/actor.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { NotSent } from '../../shared/use-cases/mail-ports.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'
import { webhookReceiver } from '../fakes/webhook-receiver.ts'
import { functionsAtWork } from './support/functions-at-work.ts'

/** Names, addresses and texts that occur nowhere else, in words that no line of ours uses. */
const marked = (n: number) => ({
  name: `Zelda Mærkværdig-Qvist${n}`,
  email: `zelda.qvist${n}@hemmelig.example`,
  language: 'da',
  authority: 'Skovby Kommune',
})
const [proposer, lead, member] = [marked(1), marked(2), marked(3)]
const traces = /zelda|qvist|mærkværdig|hemmelig/i
const wordy = 'cannot read https://table.example/?zelda=qvist for Zelda Qvist <zelda.qvist1@hemmelig.example>'
const secretText = 'Ring til Zelda Qvist på hemmelig@hemmelig.example'

/** What every line has; a line about something has one of the rest, too. */
const lineSchema = z.looseObject({
  level: z.enum(['info', 'error']),
  message: z.enum([
    'request',
    'announcement',
    'notice',
    'not a notice',
    'mail',
    'webhook',
    'not a message of ours',
    'monitor',
    'erasure',
  ]),
  at: z.iso.datetime(),
  function: z.string().min(1),
  requestId: z.string().min(1),
  correlationId: z.string().min(1).optional(),
  project: z.string().startsWith('prj_').optional(),
  meeting: z.string().startsWith('mtg_').optional(),
  command: z.string().min(1).optional(),
  cause: z.looseObject({ name: z.string(), message: z.string() }).optional(),
})

let receiver: Awaited<ReturnType<typeof webhookReceiver>>
let world: ReturnType<typeof functionsAtWork>
let project: ProjectId
let lines: readonly z.output<typeof lineSchema>[]

const as = (email: string, ...roles: Role[]): Actor => ({ kind: 'person', id: world.stack.contacts.idOf(email), roles })
const act = async (route: RouteKey, who: Actor | undefined, body: object, params: Record<string, string> = {}) => {
  const answer = await world.stack.ask(route, { body, params, ...(who === undefined ? {} : { as: who }) })
  await world.work()
  return answer
}
const desk = () => as('signe@os2.example', 'secretariat')
const on = (path: string, body: object, who = desk()) =>
  act(`POST /api/projects/{id}${path}` as RouteKey, who, body, { id: project, n: '1' })
const waitUntil = async (instant: string) => {
  world.stack.moveTo(instant)
  await world.chase()
  await world.work()
}

/** From an idea to a running project that reports late, with the board and every kind of trouble on the way. */
const liveALife = async () => {
  const concept = { ...wasteCalendar, purpose: secretText }
  const idea = { kind: 'new', concept, answers: wasteCalendarAnswers, contact: proposer, consentToPublish: true }
  project = (await act('POST /api/projects', undefined, idea)).body.id
  await act('POST /api/projects', undefined, { ...idea, contact: { ...proposer, email: secretText } })
  await on('/return', { reasons: [{ code: 'value-unclear', text: secretText }], comeBackWith: secretText })
  await on('/resubmission', { concept: { value: secretText }, note: secretText }, as(proposer.email, 'proposer'))
  await on('/classification', { level: 1 })
  await on('/comments', { text: secretText })
  await on('/comments', { text: 7, zelda: secretText })
  await on('/start', { baseline: wasteBaseline('2027-12-31'), lead })
  await on('/ready', {})
  await on('/steering-group', { members: [lead, member] })
  await on('/start', { baseline: wasteBaseline('2027-12-31'), lead })
  await act('POST /api/meetings', desk(), {
    meetsAt: '2027-03-01T09:00:00.000Z',
    members: [{ ...member, seat: 'member' }, ...board],
    place: secretText,
  })
  await waitUntil('2027-06-30T09:00:00.000Z')
  const report = wasteReport({ from: '2026-11-02', to: '2027-06-30', endsOn: '2027-12-31', spent: 1, forecast: 2 })
  await on('/reports', report, as(lead.email, 'lead'))
  const contact = world.stack.contacts.idOf(proposer.email)
  world.askForLink({ contact, project, correlationId: 'link-please' })
  for (const queue of ['commits', 'classify', 'agenda', 'mail', 'webhooks', 'erasures'] as const) {
    world.send(queue, secretText)
    world.send(queue, JSON.stringify({ [secretText]: secretText, stream: secretText }))
  }
  await world.work()
  const { load } = world.stack.log
  world.stack.log.load = () => {
    throw new Unavailable('dynamodb is away', { cause: new Error(wordy) })
  }
  await on('/comments', { text: secretText })
  world.stack.log.load = load
  await world.askErasure(world.stack.contacts.idOf(member.email))
  await world.work()
}

beforeAll(async () => {
  receiver = await webhookReceiver((response) => response.writeHead(503).end(secretText))
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  world = functionsAtWork(
    [{ id: 'esdh', url: `${receiver.url}&zelda=hemmelig`, secrets: [secret], role: 'integrator' }],
    ({ to, subject }) => {
      // The lead's mails are refused, as SES refuses them: by name and address.
      if (to.email !== lead.email) return
      const cause = Object.assign(
        new Error(`Address is not verified. These failed the check: ${to.name} <${to.email}>, ${to.email}`),
        { name: 'MessageRejected', $metadata: { httpStatusCode: 400 }, request: { subject, to } },
      )
      throw new NotSent('ses did not take the mail', { cause })
    },
  )
  await liveALife()
  lines = world.lines.map((line) => lineSchema.parse(JSON.parse(line)))
})
afterAll(() => receiver.close())

describe('given a whole life, with every kind of trouble on the way', () => {
  it('then it was lived: by every function, with mail and webhooks, and dead letters of all that nobody can handle', async () => {
    expect(world.mails.length).toBeGreaterThan(10)
    expect(world.mails.join()).toContain(proposer.email)
    expect(receiver.received.length).toBeGreaterThan(10)
    expect(world.deadLetters.filter((body) => traces.test(body))).toHaveLength(12)
    expect([...new Set(lines.map((line) => line.function))].toSorted()).toEqual([
      'agenda-keeper',
      'classify-submitted',
      'eraser',
      'notification',
      'progress-monitor',
      'relay',
      'test',
      'webhook-delivery',
    ])
    const statuses = lines.flatMap(({ status }) => (typeof status === 'number' ? [status] : []))
    expect(statuses).toEqual(expect.arrayContaining([201, 200, 409, 422, 503]))
  })

  it('then no line says a name, an address, or what anybody wrote', () => {
    expect(world.lines.flatMap((line) => line.match(traces) ?? [])).toEqual([])
  })

  it('then each line of a step says on which project or meeting, and for whose sake', () => {
    const steps = lines.filter(
      (line) => ['announcement', 'notice', 'webhook'].includes(line.message) && line.cause === undefined,
    )
    expect(steps.length).toBeGreaterThan(50)
    expect(steps.filter((line) => line.correlationId === undefined)).toEqual([])
    expect(steps.filter((line) => (line.project ?? line.meeting) === undefined)).toEqual([])
    const requests = lines.filter(({ message }) => message === 'request')
    expect(requests.filter((line) => line.correlationId === undefined)).toEqual([])
    expect(requests.filter((line) => line.status === 201).every((line) => line.project ?? line.meeting)).toBe(true)
  })

  it('then each commit can be found by its command, in the line of the relay and in that of the request', () => {
    const confirmed = lines.filter(({ message, outcome }) => message === 'announcement' && outcome === 'confirmed')
    expect(confirmed.filter(({ command }) => command === undefined)).toEqual([])
    const asked = lines.filter(({ message, status }) => message === 'request' && Number(status) < 300)
    const known = new Set(confirmed.map(({ command }) => command))
    expect(asked.filter(({ command }) => !known.has(command))).toEqual([])
    expect(confirmed.some(({ command }) => String(command).includes('report-1/overdue'))).toBe(true)
  })

  it('then a line of trouble says what caused it, to the bottom', () => {
    const trouble = lines.filter(({ level }) => level === 'error')
    expect(trouble.filter(({ cause }) => cause === undefined)).toEqual([])
    const refused = trouble.find(({ message, cause }) => message === 'mail' && cause?.name === 'NotAllSent')
    expect(refused).toMatchObject({
      project,
      correlationId: expect.any(String),
      posted: expect.arrayContaining([expect.objectContaining({ outcome: 'failed' })]),
      cause: {
        causes: [
          {
            name: 'NotSent',
            cause: {
              status: 400,
              message: 'Address is not verified. These failed the check: <address>, <address>',
            },
          },
        ],
      },
    })
    expect(trouble.find(({ status }) => status === 503)?.cause).toMatchObject({
      name: 'Unavailable',
      cause: { name: 'Error' },
    })
  })
})
