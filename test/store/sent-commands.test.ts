import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { bodyOf, close, listen } from '../../infra/local/engines/loopback.ts'
import { sqsAnnouncer } from '../../shared/messaging/announcer.ts'
import { sqsClient } from '../../shared/messaging/client.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { itemOfCommit } from '../../shared/store/commit-item.ts'
import { dynamoCommitLog } from '../../shared/store/commit-log.ts'
import { dynamoContacts } from '../../shared/store/contacts.ts'
import { dynamoEffectLedger } from '../../shared/store/effect-ledger.ts'
import { dynamoErasureLedger } from '../../shared/store/erasure-ledger.ts'
import { dynamoRedactions } from '../../shared/store/redactions.ts'
import { dynamoTraces } from '../../shared/store/traces.ts'
import { gathered } from './contracts/gathered.ts'
import { aCommit, newProject } from './contracts/material.ts'
import { environmentFor } from './engines.ts'

const request = z.object({
  ConsistentRead: z.boolean().optional(),
  RequestItems: z.record(z.string(), z.object({ ConsistentRead: z.boolean().optional() })).optional(),
})

/** What was asked, as it came over the wire. It answers that nothing is there; a put it refuses. */
const sent: { readonly operation: string; readonly consistent: boolean | undefined }[] = []
const server = createServer(async (asked, response) => {
  const operation = String(asked.headers['x-amz-target']).replace(/^.*\./, '')
  const { ConsistentRead, RequestItems = {} } = request.parse(JSON.parse((await bodyOf(asked)).toString()))
  sent.push({ operation, consistent: ConsistentRead ?? Object.values(RequestItems)[0]?.ConsistentRead })
  const leased = { Item: { state: { S: 'done' }, since: { S: '2026-09-01T08:00:00.000Z' } } }
  if (operation === 'PutItem') {
    const refused = { __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException', message: '' }
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(refused))
  } else {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
    const answer = operation === 'GetItem' && answersLease ? leased : operation === 'Query' ? { Items: found } : {}
    response.end(JSON.stringify(answer))
  }
})
let answersLease = false
let found: unknown[] = []
let parts: { readonly client: ReturnType<typeof dynamoClient>; readonly table: string }
beforeAll(async () => {
  parts = { client: dynamoClient(environmentFor(`http://127.0.0.1:${await listen(server)}`)), table: 'trin' }
})
afterAll(() => close(server))

const asked = async (act: () => Promise<unknown>) => {
  sent.length = 0
  await act()
  return [...sent]
}

// An embedded engine is always consistent: that it is asked for can only be seen in the command itself.
describe('reads that decide are consistent', () => {
  test('of the log: load, read, and the list of streams', async () => {
    const log = dynamoCommitLog(parts)
    expect(await asked(() => log.load(newProject()))).toEqual([{ operation: 'Query', consistent: true }])
    expect(await asked(() => log.load(newProject(), { after: 7 }))).toEqual([{ operation: 'Query', consistent: true }])
    expect(await asked(() => log.read(newProject(), 1))).toEqual([{ operation: 'GetItem', consistent: true }])
    expect(await asked(() => gathered(log.streams()))).toEqual([{ operation: 'Scan', consistent: true }])
  })

  test('of a log that is followed: as it may lag, and consistently where something is missing', async () => {
    const log = dynamoCommitLog(parts)
    const stream = newProject()
    const lagging = { operation: 'Query', consistent: false }
    const [first, second, third] = [1, 2, 3].map((version) => itemOfCommit(aCommit(stream, version)))
    const follow = async (...items: unknown[]) => {
      found = items
      return asked(() => log.load(stream, { holds: 2 }))
    }
    expect(await follow(first, second)).toEqual([lagging])
    expect(await follow(first, second, third)).toEqual([lagging])
    for (const behind of [[], [first], [second], [first, third], [second, third]])
      expect(await follow(...behind)).toEqual([lagging, { operation: 'Query', consistent: true }])
    found = []
  })

  test('of contacts, staged and known', async () => {
    const contacts = dynamoContacts({ ...parts, signingKey: 'a signing key for tests, long enough' })
    const known = () => contacts.find([contacts.idOf('a@b.example')])
    expect(await asked(() => contacts.confirm('cmt_1'))).toEqual([{ operation: 'GetItem', consistent: true }])
    expect(await asked(known)).toEqual([{ operation: 'BatchGetItem', consistent: true }])
  })

  test('of everything that may be of a person, and of what is redacted', async () => {
    expect(await asked(() => gathered(dynamoTraces(parts).pages()))).toEqual([{ operation: 'Scan', consistent: true }])
    expect(await asked(() => dynamoRedactions(parts).redact(newProject(), 1, (texts) => texts))).toEqual([
      { operation: 'GetItem', consistent: true },
    ])
    expect(await asked(() => dynamoErasureLedger(parts).all())).toEqual([{ operation: 'Query', consistent: true }])
  })

  test('of a lease that somebody has', async () => {
    answersLease = true
    const reads = await asked(() => dynamoEffectLedger(parts).begin('mail/1', '2026-09-01T08:00:00.000Z'))
    expect(reads.filter(({ operation }) => operation === 'GetItem')).toEqual([
      { operation: 'GetItem', consistent: true },
    ])
  })
})

describe('clients never wait for ever', () => {
  const silent = createServer(() => {})
  let environment: ReturnType<typeof environmentFor>
  beforeAll(async () => {
    environment = environmentFor(`http://127.0.0.1:${await listen(silent)}`)
  })
  afterAll(() => close(silent))
  const bounds = { requestTimeout: 30, maxAttempts: 1 }

  test('DynamoDB: an answer that never comes is unavailability, after a bounded time', async () => {
    const log = dynamoCommitLog({ client: dynamoClient(environment, bounds), table: 'trin' })
    await expect(log.load(newProject())).rejects.toMatchObject({ name: 'Unavailable' })
  })

  test('SQS: the same', async () => {
    const announcer = sqsAnnouncer({ client: sqsClient(environment, bounds), queueUrl: 'http://127.0.0.1/0/commits' })
    const announcement = { stream: newProject(), version: 1, commitId: 'cmt_1', correlationId: 'c' }
    await expect(announcer.announce(announcement)).rejects.toMatchObject({ name: 'Unavailable' })
  })

  test('nobody there at all is unavailability too', async () => {
    const log = dynamoCommitLog({ client: dynamoClient(environmentFor('http://127.0.0.1:9'), bounds), table: 'trin' })
    await expect(log.load(newProject())).rejects.toMatchObject({ name: 'Unavailable' })
  })

  test('tries are bounded by default', async () => {
    expect(await dynamoClient(environment).config.maxAttempts()).toBe(3)
    expect(await sqsClient(environment).config.maxAttempts()).toBe(3)
  })
})
