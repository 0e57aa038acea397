import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseAnnouncement } from '../../shared/messages/announcement.ts'
import { parseErasureMessage } from '../../shared/messages/erasure-order.ts'
import { parseNotice } from '../../shared/messages/notice.ts'
import { sqsAnnouncer } from '../../shared/messaging/announcer.ts'
import { sqsClient } from '../../shared/messaging/client.ts'
import { sqsErasureOrders } from '../../shared/messaging/erasure-orders.ts'
import { sqsFanOut } from '../../shared/messaging/fan-out.ts'
import { giveBack } from '../../shared/messaging/give-back.ts'
import { sendBatches } from '../../shared/messaging/send-batches.ts'
import type { Channel, EventNotice } from '../../shared/use-cases/ports.ts'
import { queueAt } from '../faults/queue.ts'
import type { Engines } from '../store/engines.ts'
import { environmentFor, startEngines } from '../store/engines.ts'

const channels = ['classify', 'agenda', 'mail', 'webhooks', 'erasures'] as const
let engines: Engines
let client: ReturnType<typeof sqsClient>
const url = (name: string) => engines.sqs.queueUrl(name)
beforeAll(async () => {
  engines = await startEngines()
  for (const queue of ['commits', ...channels]) engines.sqs.ensureQueue(queue, {})
  client = sqsClient(environmentFor(engines.sqs.endpoint))
})
afterAll(() => engines.stop())

const notice = (index: number): EventNotice => ({
  id: `prj_1/7/${index}`,
  stream: 'prj_1',
  version: 7,
  index,
  type: 'commented',
  correlationId: 'c-1',
})
const all = async (name: string) => {
  const bodies: string[] = []
  for (;;) {
    const messages = await queueAt(client, url(name)).receive(10)
    if (messages.length === 0) return bodies
    bodies.push(...messages.map(({ body }) => body))
    await queueAt(client, url(name)).remove(messages)
  }
}

describe('over SQS', () => {
  test('an announcement comes as it was made', async () => {
    const announcement = { stream: 'prj_1', version: 7, commitId: 'cmt_1', correlationId: 'c-1' } as const
    await sqsAnnouncer({ client, queueUrl: url('commits') }).announce(announcement)
    expect((await all('commits')).map(parseAnnouncement)).toEqual([announcement])
  })

  test('notices come to their channels, however many', async () => {
    const queueUrls = Object.fromEntries(channels.map((name) => [name, url(name)])) as Record<Channel, string>
    const notices = Array.from({ length: 23 }, (_, index) => ({ channel: 'mail' as const, notice: notice(index) }))
    await sqsFanOut({ client, queueUrls }).send([...notices, { channel: 'agenda', notice: notice(0) }])
    expect(new Set((await all('mail')).map((body) => parseNotice(body).index)).size).toBe(23)
    expect((await all('agenda')).map(parseNotice)).toEqual([notice(0)])
    expect(await all('webhooks')).toEqual([])
  })

  test('an order to erase can be put off', async () => {
    const orders = sqsErasureOrders({ client, queueUrl: url('erasures') })
    const left = { erasure: 'era_1', from: 'there', soFar: { streams: 1, texts: 2, deliveries: 3 }, along: ['era_2'] }
    await orders.send(left)
    await orders.send({ erasure: 'era_2' }, 900)
    expect((await all('erasures')).map(parseErasureMessage)).toEqual([{ kind: 'order', order: left }])
    expect(engines.sqs.contents('erasures').delayedUntil).toHaveLength(1)
  })

  test('what is given back comes again', async () => {
    await sendBatches(client, url('classify'), ['again'])
    const [message] = await queueAt(client, url('classify')).receive(1)
    expect(engines.sqs.contents('classify').visible).toBe(0)
    await giveBack({ client, queueUrl: url('classify') })(message?.receiptHandle ?? '', 0)
    const [again] = await queueAt(client, url('classify')).receive(1)
    expect(again).toMatchObject({ body: 'again', receives: 2 })
  })

  test('a queue that is not there is an error, not silence', async () => {
    await expect(sendBatches(client, `${url('commits')}-nowhere`, ['lost'])).rejects.toThrow()
  })
})

describe('SQS answers 200 with `Failed` inside', () => {
  /** A client whose answers are these, one after the other; the entries it was asked to send are kept. */
  const answering = (...answers: readonly (readonly { readonly Id: string; readonly SenderFault: boolean }[])[]) => {
    const asked: string[][] = []
    const scripted = sqsClient(environmentFor(engines.sqs.endpoint))
    scripted.middlewareStack.add(
      () => async (args) => {
        const { Entries } = args.input as { Entries: readonly { MessageBody: string }[] }
        const Failed = answers[asked.length] ?? []
        asked.push(Entries.map(({ MessageBody }) => MessageBody))
        return { output: { $metadata: {}, Failed }, response: {} } as never
      },
      { step: 'initialize', priority: 'high', name: 'scripted' },
    )
    return { scripted, asked }
  }

  test('those that were not taken are sent again, and only those', async () => {
    const { scripted, asked } = answering([{ Id: '1', SenderFault: false }])
    await sendBatches(scripted, url('mail'), ['a', 'b', 'c'])
    expect(asked).toEqual([['a', 'b', 'c'], ['b']])
  })

  test('after three tries it is unavailable', async () => {
    const failed = [{ Id: '0', SenderFault: false }]
    const { scripted, asked } = answering(failed, failed, failed)
    await expect(sendBatches(scripted, url('mail'), ['a'])).rejects.toMatchObject({ name: 'Unavailable' })
    expect(asked).toHaveLength(3)
  })

  test('a message that is at fault itself is not tried again', async () => {
    const { scripted, asked } = answering([{ Id: '0', SenderFault: true }])
    await expect(sendBatches(scripted, url('mail'), ['a'])).rejects.toThrow('did not take')
    expect(asked).toHaveLength(1)
  })
})

test('every event there is has its channels, and none is unknown', async () => {
  const { channelsOf, isEventType } = await import('../../shared/use-cases/channels.ts')
  const { projectEventTypes } = await import('../../shared/store/schema/project-events.ts')
  const { meetingEventTypes } = await import('../../shared/store/schema/meeting-events.ts')
  for (const type of projectEventTypes) expect(channelsOf('prj_1', type)).toContain('webhooks')
  for (const type of meetingEventTypes) expect(channelsOf('mtg_1', type)).not.toContain('webhooks')
  for (const type of [...projectEventTypes, ...meetingEventTypes]) expect(isEventType(type)).toBe(true)
  expect(isEventType('toString')).toBe(false)
})
