import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sqsClient } from '../../shared/messaging/client.ts'
import { sqsDeadLetters, subjectOf } from '../../shared/messaging/dead-letters.ts'
import { sendBatches } from '../../shared/messaging/send-batches.ts'
import { redrivable } from '../../shared/use-cases/dead-letters.ts'
import { queueAt } from '../faults/queue.ts'
import type { Engines } from '../store/engines.ts'
import { environmentFor, startEngines } from '../store/engines.ts'

let engines: Engines
let client: ReturnType<typeof sqsClient>
const url = (name: string) => engines.sqs.queueUrl(name)
const boxes = () =>
  sqsDeadLetters({
    client,
    urls: Object.fromEntries(redrivable.map((name) => [name, url(name)])) as Parameters<
      typeof sqsDeadLetters
    >[0]['urls'],
  })
beforeAll(async () => {
  engines = await startEngines()
  for (const name of redrivable) for (const queue of [name, `${name}-dead-letters`]) engines.sqs.ensureQueue(queue, {})
  client = sqsClient(environmentFor(engines.sqs.endpoint))
})
afterAll(() => engines.stop())

const notice = (version: number) =>
  JSON.stringify({ id: `prj_1/${version}/0`, stream: 'prj_1', version, index: 0, type: 'placed', correlationId: 'c' })

describe('given dead letters in SQS', () => {
  it('when they are looked at, then they stay, and say what they are about', async () => {
    await sendBatches(client, url('mail-dead-letters'), [notice(3)])
    for (const _ of [1, 2]) {
      expect(await boxes().count('mail')).toBe(1)
      const [letter] = await boxes().look('mail')
      expect(letter?.about).toEqual({ kind: 'event', stream: 'prj_1', version: 3, type: 'placed' })
      expect(Math.abs(Date.parse(letter?.sentAt ?? '') - Date.now())).toBeLessThan(60_000)
    }
  })

  it('when they are tried again, then each is in its queue once, as it was, and none is left', async () => {
    const bodies = Array.from({ length: 23 }, (_, at) => notice(at + 1))
    await sendBatches(client, url('agenda-dead-letters'), bodies)
    expect(await boxes().redrive('agenda')).toBe(23)
    expect(await boxes().count('agenda')).toBe(0)
    const back: string[] = []
    for (;;) {
      const messages = await queueAt(client, url('agenda')).receive(10)
      if (messages.length === 0) break
      back.push(...messages.map(({ body }) => body))
      await queueAt(client, url('agenda')).remove(messages)
    }
    expect(back.sort()).toEqual([...bodies].sort())
  })

  it('when there are none, then none is brought back', async () => {
    expect(await boxes().redrive('classify')).toBe(0)
  })
})

describe('given the body of a message', () => {
  const person = 'con_0123456789'
  it.each([
    [
      { endpoint: 'portal', notice: JSON.parse(notice(4)) },
      { kind: 'delivery', endpoint: 'portal', stream: 'prj_1', version: 4 },
    ],
    [
      { stream: 'mtg_1', version: 2, commitId: 'cmt_1', correlationId: 'c' },
      { kind: 'event', stream: 'mtg_1', version: 2 },
    ],
    [{ linkResend: { contact: person, project: 'prj_1', correlationId: 'c' } }, { kind: 'link', project: 'prj_1' }],
    [{ digest: person }, { kind: 'digest' }],
    [{ bundle: { key: 'k', recipient: person, places: [], correlationId: 'c' } }, { kind: 'digest' }],
    [{ erasure: 'era_1' }, { kind: 'erasure' }],
    [{ anything: person }, { kind: 'unknown' }],
  ])('then %o is told without the person in it', (body, about) => {
    expect(subjectOf(JSON.stringify(body))).toEqual(about)
    expect(JSON.stringify(subjectOf(JSON.stringify(body)))).not.toContain(person)
  })

  it('then what is no JSON is unknown', () => {
    expect(subjectOf('hvad?')).toEqual({ kind: 'unknown' })
  })
})
