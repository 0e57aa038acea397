import type { SQSEvent } from 'aws-lambda'
import { afterEach, describe, expect, it } from 'vitest'
import { type WebhookPorts, webhookHandler } from '../../functions/webhook-delivery/handler.ts'
import { exampleSecret } from '../../infra/local/openapi/examples.ts'
import type { EventNotice } from '../../shared/use-cases/ports.ts'
import type { Delivery, PostResult, Subscriber, Tidings } from '../../shared/use-cases/webhook-ports.ts'
import { deliveryAttempts, retryDelay } from '../../shared/webhooks/retry-schedule.ts'
import { signedMessage } from '../../shared/webhooks/signed-message.ts'
import { deviationOf } from '../asyncapi/support/messages.ts'
import { actors, meetings, projects } from '../domain/support/material.ts'
import { lambdaContext } from '../fakes/http-event.ts'
import { approvedLife, life } from '../fakes/life.ts'
import { memoryLedger } from '../fakes/memory-ledger.ts'
import { memoryLog } from '../fakes/memory-log.ts'

const log = life(approvedLife())
const noticeOf = (version: number): EventNotice => ({
  id: `${projects.sensor}/${version}/0`,
  stream: projects.sensor,
  version,
  index: 0,
  type: log[version - 1]?.events[0]?.type ?? 'commented',
  correlationId: `correlation-${version}`,
})
const [commented, approved] = [noticeOf(2), noticeOf(6)]

/** How what was posted differs from the description; the function takes an error for an endpoint that is away. */
const deviations: (string | undefined)[] = []
afterEach(() => expect(deviations.splice(0).filter((one) => one !== undefined)).toEqual([]))

/** A delivery function whose endpoints answer as they are told. */
const given = (subscribers: readonly Subscriber[], answer: (endpoint: string) => PostResult | Promise<PostResult>) => {
  const queued: Delivery[] = []
  const posted: { endpoint: string; tidings: Tidings }[] = []
  const givenBack: { receipt: string; seconds: number }[] = []
  const ledger = memoryLedger()
  let now = Date.UTC(2026, 8, 10)
  const ports: WebhookPorts = {
    subscribers,
    log: memoryLog(log),
    ledger,
    queue: { enqueue: async (deliveries) => void queued.push(...deliveries) },
    sender: {
      post: async (endpoint, tidings) => {
        posted.push({ endpoint, tidings })
        const [from, to] = [
          { baseUrl: 'https://trin.example', now },
          { id: endpoint, secrets: [exampleSecret] },
        ]
        const role = subscribers.find(({ id }) => id === endpoint)?.role
        deviations.push(deviationOf(signedMessage(tidings, to, from), role))
        return await answer(endpoint)
      },
    },
    retryDelay: retryDelay({ random: () => 0.5 }),
    clock: () => new Date(now).toISOString(),
    wallClock: () => new Date(now).toISOString(),
    giveBack: async (receipt, seconds) => void givenBack.push({ receipt, seconds }),
    writeLine: () => {},
  }
  return { ports, queued, posted, givenBack, ledger, later: (seconds: number) => (now += seconds * 1000) }
}

const handlerOf = (ports: WebhookPorts) => (event: SQSEvent) => webhookHandler(ports)(event, lambdaContext())

/** Messages as SQS hands them over; the receipt is the message's place in the batch. */
const batch = (...messages: readonly (readonly [body: unknown, attempt?: number])[]): SQSEvent => ({
  Records: messages.map(([body, attempt = 1], n) => ({
    messageId: `message-${n}`,
    receiptHandle: `receipt-${n}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: String(attempt),
      SentTimestamp: '0',
      SenderId: 'relay',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-1:000000000000:webhooks',
    awsRegion: 'eu-west-1',
  })),
})
const failed = (...numbers: readonly number[]) => ({
  batchItemFailures: numbers.map((n) => ({ itemIdentifier: `message-${n}` })),
})

const integrator: Subscriber = { id: 'esdh', role: 'integrator' }
const anyone: Subscriber = { id: 'rss', role: 'public' }
const delivered = (): PostResult => ({ result: 'delivered', status: 204 })

describe('an event for all endpoints', () => {
  it('given several endpoints, when an event comes, then each that wants it gets a message of its own', async () => {
    const picky: Subscriber = { id: 'picky', role: 'integrator', types: ['approved'] }
    const { ports, queued, posted } = given([integrator, anyone, picky], delivered)
    expect(await handlerOf(ports)(batch([commented], [approved]))).toEqual(failed())
    expect(queued.map(({ endpoint, notice }) => [endpoint, notice.type])).toEqual([
      ['esdh', 'commented'],
      ['rss', 'commented'],
      ['esdh', 'approved'],
      ['rss', 'approved'],
      ['picky', 'approved'],
    ])
    expect(posted).toEqual([])
  })

  it('given no endpoint, or an event of a meeting, when it comes, then nothing is sent', async () => {
    const none = given([], delivered)
    await handlerOf(none.ports)(batch([approved]))
    const one = given([integrator], delivered)
    await handlerOf(one.ports)(batch([{ ...approved, stream: meetings.september, type: 'vote-cast' }]))
    expect([...none.queued, ...one.queued]).toEqual([])
  })

  it('given a queue that is away, when an event comes, then it is given back for a while', async () => {
    const { ports, givenBack } = given([integrator], delivered)
    const away = { ...ports, queue: { enqueue: () => Promise.reject(new Error('away')) } }
    expect(await handlerOf(away)(batch([approved, 2]))).toEqual(failed(0))
    expect(givenBack).toEqual([{ receipt: 'receipt-0', seconds: 300 }])
  })
})

describe('an event for one endpoint', () => {
  const toEsdh = { notice: approved, endpoint: 'esdh' }

  it('given an integration, when it is told, then of everything but people', async () => {
    const { ports, posted } = given([integrator], delivered)
    await handlerOf(ports)(batch([toEsdh], [{ ...toEsdh, notice: commented }]))
    // Messages of one batch are told side by side.
    expect(posted.map(({ tidings }) => tidings.type).toSorted()).toEqual(['approved', 'commented'])
    const told = (type: string) => posted.find(({ tidings }) => tidings.type === type)?.tidings
    expect(told('approved')).toMatchObject({
      id: approved.id,
      project: projects.sensor,
      version: 6,
      index: 0,
      at: log[5]?.at,
      correlationId: 'correlation-6',
      data: { event: { conditions: [{ text: 'Databehandleraftale.' }] }, project: { state: 'approved', level: 2 } },
    })
    expect(told('commented')?.data).toMatchObject({ event: { text: 'Skal vi tage spildevand med?' } })
    expect(JSON.stringify(posted)).not.toContain('con_')
  })

  it('given a public endpoint, when it is told, then of what is public only, and as it was then', async () => {
    const { ports, posted } = given([anyone], delivered)
    const handle = handlerOf(ports)
    const outcome = await handle(
      batch([{ notice: approved, endpoint: 'rss' }], [{ notice: commented, endpoint: 'rss' }]),
    )
    expect(outcome).toEqual(failed())
    expect(posted.map(({ tidings }) => tidings.type)).toEqual(['approved'])
    expect(posted[0]?.tidings.data).toMatchObject({ project: { state: 'approved' }, event: { decision: {} } })
    expect(posted[0]?.tidings.data).not.toHaveProperty('event.conditions')
  })

  it('given a frame that was withheld meanwhile, when a public endpoint is told, then without it, and it is not told again', async () => {
    const withheld = life([...approvedLife(), [actors.secretariat, { type: 'withhold-frame', until: '2026-09-12' }]])
    const { ports, posted, later } = given([anyone, integrator], delivered)
    const handle = handlerOf({ ...ports, log: memoryLog(withheld) })
    const toRss = { notice: approved, endpoint: 'rss' }
    await handle(batch([toRss]))
    await handle(batch([toEsdh]))
    later(3 * 86_400)
    await handle(batch([toRss, 2]))
    await handle(batch([{ ...toRss, notice: { ...noticeOf(7), type: 'frame-withheld' } }]))
    expect(
      posted.map(({ endpoint, tidings }) => [endpoint, tidings.type, 'baseline' in Object(tidings.data).event]),
    ).toEqual([
      ['rss', 'approved', false],
      ['esdh', 'approved', true],
      ['rss', 'frame-withheld', false],
    ])
    expect(
      posted.map(({ tidings }) => Object.keys(Object(tidings.data).project).filter((key) => /frame|base/.test(key))),
    ).toEqual([['frameWithheldUntil'], [], ['baseline']])
  })

  it('given it was told, when the message comes again, then it is not told again', async () => {
    const { ports, posted } = given([integrator], delivered)
    const handle = handlerOf(ports)
    await handle(batch([toEsdh]))
    expect(await handle(batch([toEsdh, 2]))).toEqual(failed())
    expect(posted).toHaveLength(1)
  })

  it('given one endpoint that is down, when both are told, then the other has no part in it', async () => {
    const { ports, posted, givenBack, ledger } = given([integrator, anyone], (endpoint) =>
      endpoint === 'esdh' ? { result: 'failed', why: 'answered 500' } : delivered(),
    )
    const outcome = await handlerOf(ports)(batch([toEsdh], [{ notice: approved, endpoint: 'rss' }]))
    expect(outcome).toEqual(failed(0))
    expect(posted).toHaveLength(2)
    expect(givenBack).toEqual([{ receipt: 'receipt-0', seconds: 5 }])
    expect([...ledger.keys]).toEqual([[`webhook/rss/${approved.id}`, 'done']])
  })

  it('given an endpoint that asks for time, when it fails, then it gets it, within bounds', async () => {
    const { ports, givenBack } = given([integrator], () => ({ result: 'failed', why: 'busy', retryAfter: 3600 }))
    await handlerOf(ports)(batch([toEsdh]))
    expect(givenBack).toEqual([{ receipt: 'receipt-0', seconds: 3600 }])
  })

  it('given every try has failed, when the last one does, then the message is left to the dead letters at once', async () => {
    const { ports, posted, givenBack } = given([integrator], () => ({ result: 'failed', why: 'answered 500' }))
    const handle = handlerOf(ports)
    for (let attempt = 1; attempt <= deliveryAttempts; attempt++)
      expect(await handle(batch([toEsdh, attempt]))).toEqual(failed(0))
    expect(givenBack.at(-2)?.seconds).toBeGreaterThan(40_000)
    expect(givenBack.at(-1)?.seconds).toBe(1)
    expect(await handle(batch([toEsdh, deliveryAttempts + 1]))).toEqual(failed(0))
    expect(posted).toHaveLength(deliveryAttempts)
    // Redriven by hand, it is received for the first time again.
    await handle(batch([toEsdh, 1]))
    expect(posted).toHaveLength(deliveryAttempts + 1)
  })

  it('given an endpoint that is gone, when it says so, then no more is tried', async () => {
    const { ports, posted } = given([integrator], () => ({ result: 'gone' }))
    const handle = handlerOf(ports)
    expect(await handle(batch([toEsdh]))).toEqual(failed())
    expect(await handle(batch([toEsdh, 2]))).toEqual(failed())
    expect(posted).toHaveLength(1)
  })

  it('given an endpoint that was taken out of the settings, when its message comes, then it is let go', async () => {
    const { ports, posted } = given([], delivered)
    expect(await handlerOf(ports)(batch([toEsdh]))).toEqual(failed())
    expect(posted).toEqual([])
  })

  it('given a try that is under way elsewhere, when the message comes, then it waits; and if that one died, it goes', async () => {
    const { ports, posted, givenBack, ledger, later } = given([integrator], delivered)
    await ledger.begin(`webhook/esdh/${approved.id}`, ports.wallClock())
    later(20)
    expect(await handlerOf(ports)(batch([toEsdh]))).toEqual(failed(0))
    expect(givenBack).toEqual([{ receipt: 'receipt-0', seconds: 40 }])
    later(40)
    expect(await handlerOf(ports)(batch([toEsdh, 2]))).toEqual(failed())
    expect(posted).toHaveLength(1)
  })

  it('given an event that is not in the log, or a log that is away, when it comes, then it is given back', async () => {
    const { ports, givenBack } = given([integrator], delivered)
    const handle = handlerOf({ ...ports, giveBack: () => Promise.reject(new Error('away')) })
    expect(await handle(batch([{ ...toEsdh, notice: { ...approved, version: 99 } }]))).toEqual(failed(0))
    await handlerOf(ports)(batch([{ ...toEsdh, notice: { ...approved, index: 7 } }, 3]))
    expect(givenBack).toEqual([{ receipt: 'receipt-0', seconds: 1800 }])
  })

  it.each(['not JSON', '{}', '{"endpoint":"esdh"}', '{"endpoint":"esdh","notice":{},"more":1}', '[]', 'null'])(
    'given the poison message %s, when it comes, then it fails at once and holds up no other',
    async (body) => {
      const { ports, posted, givenBack } = given([integrator], delivered)
      expect(await handlerOf(ports)(batch([body], [toEsdh]))).toEqual(failed(0))
      expect(givenBack).toEqual([{ receipt: 'receipt-0', seconds: 1 }])
      expect(posted).toHaveLength(1)
    },
  )
})
