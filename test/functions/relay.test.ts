import type { SQSEvent, SQSRecord } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { relay } from '../../functions/relay/container.ts'
import type { RelayParts } from '../../functions/relay/handler.ts'
import { relayHandler } from '../../functions/relay/handler.ts'
import type { CommitLog } from '../../shared/use-cases/ports.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'
import { countedIds, countedPace, stoppedClock } from '../fakes/counted.ts'
import { lambdaContext } from '../fakes/http-event.ts'
import { memoryContacts } from '../fakes/memory-contacts.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { memoryProjections } from '../fakes/memory-projections.ts'
import { memoryFanOut } from '../fakes/memory-queues.ts'
import { aCommit } from '../store/contracts/material.ts'

const record = (messageId: string, body: unknown, receives = 1): SQSRecord => ({
  messageId,
  receiptHandle: `receipt of ${messageId}`,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: '',
})
const handle = (all: RelayParts, event: SQSEvent) => relayHandler(all)(event, lambdaContext())
const batch = (...Records: SQSRecord[]): SQSEvent => ({ Records })
const announcement = (stream: `prj_${string}`, commitId: string) => ({
  stream,
  version: 1,
  commitId,
  correlationId: 'c',
})

const parts = (log: CommitLog) => {
  const givenBack: (readonly [string, number])[] = []
  const lines: string[] = []
  const fanOut = memoryFanOut()
  const all: RelayParts = {
    log,
    projectionOf: async () => undefined,
    projections: memoryProjections(),
    contacts: memoryContacts(),
    fanOut,
    clock: stoppedClock('2026-09-01T08:00:00.000Z'),
    newId: countedIds(),
    pace: countedPace(20),
    giveBack: async (...asked) => void givenBack.push(asked),
    giveBackSeconds: 20,
    writeLine: (line) => lines.push(line),
  }
  return { all, givenBack, lines, fanOut }
}

describe('the relay', () => {
  const log = () => memoryLog([aCommit('prj_1', 1, { commitId: 'cmt_1' }), aCommit('prj_2', 1, { commitId: 'cmt_2' })])

  test('hands on what was committed, drops orphans, and keeps nothing of either', async () => {
    const { all, fanOut, givenBack } = parts(log())
    const event = batch(record('a', announcement('prj_1', 'cmt_1')), record('b', announcement('prj_2', 'cmt_other')))
    expect(await handle(all, event)).toEqual({ batchItemFailures: [] })
    expect(fanOut.sent.map(({ notice }) => notice.stream)).toEqual(['prj_1', 'prj_1'])
    expect(givenBack).toEqual([])
  })

  test('gives back what is not there yet, for twenty seconds, and closes it the next time', async () => {
    const { all, givenBack } = parts(log())
    const body = announcement('prj_3', 'cmt_3')
    expect(await handle(all, batch(record('a', body)))).toEqual({ batchItemFailures: [{ itemIdentifier: 'a' }] })
    expect(givenBack).toEqual([['receipt of a', 20]])
    expect(await handle(all, batch(record('a', body, 2)))).toEqual({ batchItemFailures: [] })
    expect(await all.log.read('prj_3', 1)).toMatchObject({ events: [] })
  })

  test.each([
    ['no JSON', '{'],
    ['no announcement', { stream: 'prj_1' }],
    ['an announcement with more in it', { ...announcement('prj_1', 'cmt_1'), surprise: true }],
    ['a stream of no kind', { ...announcement('prj_1', 'cmt_1'), stream: 'abc_1' }],
  ])('%s is left for the dead letters, and says so, and holds up no other', async (_, body) => {
    const { all, fanOut, lines } = parts(log())
    const event = batch(record('bad', body), record('good', announcement('prj_1', 'cmt_1')))
    expect(await handle(all, event)).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] })
    expect(fanOut.sent).not.toEqual([])
    expect(lines.filter((line) => line.includes('"level":"error"'))).toHaveLength(1)
  })

  test('what fails goes back to its queue by itself', async () => {
    const { all } = parts(log())
    const fanOut: RelayParts['fanOut'] = {
      send: async (notices) => {
        if (notices[0]?.notice.stream === 'prj_1') throw new Unavailable('sqs is away')
      },
    }
    const event = batch(record('a', announcement('prj_1', 'cmt_1')), record('b', announcement('prj_2', 'cmt_2')))
    expect(await handle({ ...all, fanOut }, event)).toEqual({ batchItemFailures: [{ itemIdentifier: 'a' }] })
  })
})

test('the relay does not start without what it reads', () => {
  expect(() => relay({})).toThrow('TABLE_NAME')
})
