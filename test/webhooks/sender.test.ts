import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { afterEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { webhookExamples } from '../../infra/local/openapi/examples.ts'
import { traceparentOf } from '../../shared/tracing/trace-context.ts'
import type { Tidings } from '../../shared/use-cases/webhook-ports.ts'
import type { SenderOptions } from '../../shared/webhooks/sender.ts'
import { webhookSender } from '../../shared/webhooks/sender.ts'
import { webhookReceiver } from '../fakes/webhook-receiver.ts'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const newSecret = `whsec_${Buffer.alloc(32, 8).toString('base64')}`
const approval = z.parse(
  z.object({ data: z.object({ event: z.unknown(), project: z.unknown() }) }),
  (await webhookExamples('public')).get('approved')?.payload,
)
const tidings: Tidings = {
  id: 'prj_01JQ0000000000000000000000/3/0',
  type: 'approved',
  project: 'prj_01JQ0000000000000000000000',
  version: 3,
  index: 0,
  at: '2026-03-02T07:00:00.000Z',
  correlationId: '01JQ0000000000000000000001',
  data: approval.data,
}

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
const receiver = async (...args: Parameters<typeof webhookReceiver>) => {
  const started = await webhookReceiver(...args)
  closing.push(started.close)
  return started
}
const senderTo = (url: string, more: Partial<SenderOptions> = {}) =>
  webhookSender({
    endpoints: [{ id: 'esdh', url, secrets: [newSecret, secret], role: 'public' }],
    baseUrl: 'https://trin.os2.example',
    privateTargets: true,
    ...more,
  })

describe('a webhook on its way', () => {
  it('given an endpoint that takes it, when it is posted, then it is a CloudEvent that others can verify', async () => {
    const { url, received } = await receiver((response) => response.writeHead(204).end())
    expect(await senderTo(url).post('esdh', tidings)).toEqual({ result: 'delivered', status: 204 })
    const [got] = received
    if (got === undefined) throw new Error('nothing came')
    expect(got.path).toBe('/hook?from=trin')
    expect(got.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
    const headers = {
      'webhook-id': String(got.headers['webhook-id']),
      'webhook-timestamp': String(got.headers['webhook-timestamp']),
      'webhook-signature': String(got.headers['webhook-signature']),
    }
    for (const known of [secret, newSecret]) {
      expect(new StandardWebhook(known).verify(got.body, headers)).toEqual(JSON.parse(got.body))
      expect(new SvixWebhook(known).verify(got.body, headers)).toEqual(JSON.parse(got.body))
    }
    expect(() => new StandardWebhook(secret).verify(`${got.body} `, headers)).toThrow()
    expect(JSON.parse(got.body)).toEqual({
      specversion: '1.0',
      id: tidings.id,
      source: 'https://trin.os2.example/api/projects',
      type: 'eu.os2.trin.project.approved.v1',
      subject: tidings.project,
      time: tidings.at,
      datacontenttype: 'application/json',
      correlationid: tidings.correlationId,
      traceparent: traceparentOf(tidings.correlationId, tidings.id),
      sequence: '000000003-000',
      data: tidings.data,
    })
    expect(got.headers['webhook-id']).toBe(tidings.id)
    expect(got.headers['x-correlation-id']).toBe(tidings.correlationId)
    expect(got.headers.traceparent?.slice(0, 36)).toBe(JSON.parse(got.body).traceparent.slice(0, 36))
  })

  it('given an endpoint that is gone, when it answers 410, then no try is asked for', async () => {
    const { url } = await receiver((response) => response.writeHead(410).end())
    expect(await senderTo(url).post('esdh', tidings)).toEqual({ result: 'gone' })
  })

  it('given a redirect, when it is answered, then it is not followed', async () => {
    const other = await receiver((response) => response.writeHead(204).end())
    const { url } = await receiver((response) => response.writeHead(307, { location: other.url }).end())
    expect(await senderTo(url).post('esdh', tidings)).toEqual({ result: 'failed', why: 'answered 307' })
    expect(other.received).toEqual([])
  })

  it.each([
    ['429', '120', 120],
    ['503', new Date(Date.UTC(2026, 0, 1, 0, 1)).toUTCString(), 60],
    ['503', 'soon', undefined],
    ['503', '2026-01-01', undefined],
    ['500', '120', undefined],
  ])('given a %s with Retry-After %s, when it fails, then the wait asked for is %s', async (status, asked, seconds) => {
    const { url } = await receiver((response) => response.writeHead(Number(status), { 'retry-after': asked }).end())
    const sender = senderTo(url, { wallTime: () => Date.UTC(2026, 0, 1) })
    expect(await sender.post('esdh', tidings)).toEqual({
      result: 'failed',
      why: `answered ${status}`,
      ...(seconds === undefined ? {} : { retryAfter: seconds }),
    })
  })

  it('given an endpoint that never answers, when the time is up, then it failed', async () => {
    const { url } = await receiver(() => {})
    expect(await senderTo(url, { timeout: 150 }).post('esdh', tidings)).toEqual({
      result: 'failed',
      why: 'no answer in 150 ms',
    })
  })

  it('given an endpoint that wants to speak another protocol, when the time is up, then it failed', async () => {
    const { url } = await receiver((response) => {
      response.writeHead(101, { connection: 'upgrade', upgrade: 'h2c' }).end()
    })
    expect(await senderTo(url, { timeout: 150 }).post('esdh', tidings)).toEqual({
      result: 'failed',
      why: 'no answer in 150 ms',
    })
  })

  it('given an endpoint that accepts, when its answer has no end, then it is delivered all the same', async () => {
    const { url } = await receiver((response) => {
      response.writeHead(200)
      const more = setInterval(() => response.write('x'.repeat(1_000)), 1)
      response.on('close', () => clearInterval(more))
    })
    expect(await senderTo(url).post('esdh', tidings)).toEqual({ result: 'delivered', status: 200 })
  })

  it('given an endpoint that accepts, when the connection breaks in the middle of its answer, then it is delivered', async () => {
    const { url } = await receiver((response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('x', () => response.destroy())
    })
    expect(await senderTo(url).post('esdh', tidings)).toEqual({ result: 'delivered', status: 200 })
  })

  it('given an endpoint that accepts, when its answer stalls, then it is delivered once the time is up', async () => {
    const { url } = await receiver((response) => void response.writeHead(200).write('x'))
    expect(await senderTo(url, { timeout: 200 }).post('esdh', tidings)).toEqual({ result: 'delivered', status: 200 })
  })

  it('given an endpoint that hangs up, when it is posted, then it failed', async () => {
    const { url } = await receiver((response) => response.destroy())
    expect(await senderTo(url).post('esdh', tidings)).toMatchObject({ result: 'failed' })
  })

  it('given nobody listening, when it is posted, then it failed', async () => {
    const { url, close } = await webhookReceiver(() => {})
    await close()
    expect(await senderTo(url).post('esdh', tidings)).toMatchObject({ result: 'failed' })
  })

  it('given a name that says another address when asked again (DNS rebinding), when it is posted to, then the vetted one is kept', async () => {
    const inside = await receiver((response) => response.writeHead(204).end())
    let asked = 0
    const sender = senderTo(`http://rebinding.example:${inside.port}/hook`, {
      resolve: async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }],
    })
    expect(await sender.post('esdh', tidings)).toEqual({ result: 'delivered', status: 204 })
    expect(asked).toBe(1)
    expect(inside.received[0]?.headers.host).toBe(`rebinding.example:${inside.port}`)
  })

  it('given the cloud, when an endpoint is on loopback, then no connection is made', async () => {
    let connections = 0
    const listener = createServer((socket) => {
      connections++
      socket.destroy()
    })
    await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening))
    closing.push(() => new Promise((closed) => listener.close(closed)))
    const { port } = listener.address() as AddressInfo
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f.1', 'inside.example']) {
      const sender = senderTo(`https://${host}:${port}/`, {
        privateTargets: false,
        resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      })
      expect(await sender.post('esdh', tidings)).toMatchObject({ result: 'failed', why: /ForbiddenTarget/ })
    }
    expect(connections).toBe(0)
  })

  it('given a resolver that hangs, when the time is up, then it failed', async () => {
    const sender = senderTo('https://slow.example/', { timeout: 50, resolve: () => new Promise(() => {}) })
    expect(await sender.post('esdh', tidings)).toEqual({ result: 'failed', why: 'no answer in 50 ms' })
  })

  it('given an endpoint nobody knows, when it is posted to, then it failed', async () => {
    expect(await senderTo('https://a.example/').post('other', tidings)).toMatchObject({ result: 'failed' })
  })
})
