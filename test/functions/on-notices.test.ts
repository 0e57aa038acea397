import type { SQSEvent } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { onNotices } from '../../functions/on-notices.ts'
import type { EventNotice } from '../../shared/use-cases/ports.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'
import { lambdaContext } from '../fakes/http-event.ts'

const noticeOf = (n: number): EventNotice => ({
  id: `prj_01JBYGGESAG000000000000001/${n}/0`,
  stream: 'prj_01JBYGGESAG000000000000001',
  version: n,
  index: 0,
  type: 'commented',
  correlationId: 'visit-1',
})
const batch = (bodies: readonly string[]): SQSEvent => ({
  Records: bodies.map((body, n) => ({
    messageId: `message-${n}`,
    receiptHandle: '',
    body,
    attributes: { ApproximateReceiveCount: '1', SentTimestamp: '', SenderId: '', ApproximateFirstReceiveTimestamp: '' },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: '',
  })),
})

describe('a queue of notices', () => {
  test('given one that fails and one nobody understands, those two go back and the others are done with', async () => {
    const handled: number[] = []
    const lines: string[] = []
    const handler = onNotices({
      handle: async ({ version }) => {
        if (version === 2) throw new Unavailable('dynamodb')
        handled.push(version)
      },
      write: (line) => lines.push(line),
    })
    const bodies = [noticeOf(1), noticeOf(2), { ...noticeOf(3), type: 'exploded' }, noticeOf(4)].map((one) =>
      JSON.stringify(one),
    )
    expect(await handler(batch([...bodies, 'not json']), lambdaContext())).toEqual({
      batchItemFailures: [
        { itemIdentifier: 'message-1' },
        { itemIdentifier: 'message-2' },
        { itemIdentifier: 'message-4' },
      ],
    })
    expect(handled).toEqual([1, 4])
    expect(lines.map((line) => JSON.parse(line).level)).toEqual(['info', 'error', 'error', 'info', 'error'])
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ notice: noticeOf(1).id, correlationId: 'visit-1' })
  })
})
