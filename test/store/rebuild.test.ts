import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { parseAnnouncement } from '../../shared/messages/announcement.ts'
import { sqsClient } from '../../shared/messaging/client.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoCommitLog } from '../../shared/store/commit-log.ts'
import { dynamoProjections } from '../../shared/store/projections.ts'
import { projectionOf } from '../../shared/use-cases/projection-of.ts'
import { rebuild } from '../../shared/use-cases/rebuild.ts'
import { aConcept, actors, people } from '../domain/support/material.ts'
import { life } from '../fakes/life.ts'
import { queueAt } from '../faults/queue.ts'
import { aCommit, newProject } from './contracts/material.ts'
import type { Engines } from './engines.ts'
import { environmentFor, startEngines, table } from './engines.ts'

const run = promisify(execFile)

let engines: Engines
let parts: { readonly client: ReturnType<typeof dynamoClient>; readonly table: string }
const streams = Array.from({ length: 3 }, newProject)
const voidsOnly = newProject()

/** Every projection as it stands in the table, byte for byte. */
const stored = async (): Promise<readonly string[]> => {
  const { Items = [] } = await parts.client.send(
    new ScanCommand({
      TableName: table,
      FilterExpression: 'sk = :state or sk = :people',
      ExpressionAttributeValues: { ':state': { S: 'STATE' }, ':people': { S: 'PEOPLE' } },
    }),
  )
  return Items.map((item) => JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))).sort()
}

const submitted = {
  type: 'submit',
  kind: 'new',
  concept: aConcept(),
  answers: {},
  proposer: people.maren,
  consentToPublish: false,
} as const

beforeAll(async () => {
  engines = await startEngines()
  parts = { client: dynamoClient(environmentFor(engines.dynamo.endpoint)), table }
  const log = dynamoCommitLog(parts)
  for (const [n, stream] of streams.entries()) {
    const acts = [
      [actors.anonymous, submitted],
      [actors.secretariat, { type: 'place', level: 1, reason: 'Én kommune' }],
    ] as const
    for (const commit of life(acts.slice(0, 1 + (n % 2)), stream)) await log.append(commit)
  }
  await log.append(aCommit(voidsOnly, 1, { events: [] }))
  const projections = dynamoProjections(parts)
  for (const stream of streams) {
    const projection = await projectionOf(log, defaultSettings)(stream)
    if (projection !== undefined) await projections.put(projection)
  }
})
afterAll(() => engines.stop())

describe('projections follow from the logs alone', () => {
  const ports = () => {
    const log = dynamoCommitLog(parts)
    return { log, projectionOf: projectionOf(log, defaultSettings), projections: dynamoProjections(parts) }
  }

  test('rebuilt where they are, they are the same byte for byte', async () => {
    const before = await stored()
    expect(before).toHaveLength(6)
    expect(await rebuild(ports())).toBe(3)
    expect(await stored()).toEqual(before)
  })

  test('rebuilt after they were lost or spoilt, they are the same again', async () => {
    const before = await stored()
    const [lost, spoilt] = streams
    if (lost === undefined || spoilt === undefined) throw new Error('no streams')
    const { projections } = ports()
    await projections.clear(lost)
    const whole = await ports().projectionOf(spoilt)
    if (whole === undefined) throw new Error('no projection')
    await projections.put({ ...whole, version: 99, state: 'product' })
    expect(await stored()).not.toEqual(before)
    await rebuild(ports())
    expect(await stored()).toEqual(before)
  })
})

describe('the tools', () => {
  const environment = () => ({
    ...process.env,
    ...environmentFor(engines.dynamo.endpoint),
    AWS_ENDPOINT_URL_SQS: engines.sqs.endpoint,
    TABLE_NAME: table,
    COMMITS_QUEUE_URL: engines.sqs.queueUrl('commits'),
  })
  const tool = (name: string, ...args: string[]) =>
    run(process.execPath, [`infra/local/cli/${name}.ts`, ...args], { env: environment() })

  test('rebuild makes all anew', async () => {
    const before = await stored()
    for (const stream of streams) await dynamoProjections(parts).clear(stream)
    expect((await tool('rebuild')).stdout).toBe('3 projections made anew\n')
    expect(await stored()).toEqual(before)
  })

  test('reannounce announces what was committed since, and no voids', async () => {
    engines.sqs.ensureQueue('commits', {})
    const client = sqsClient(environment())
    expect((await tool('reannounce', '--since', '2026-09-02T00:00:00Z')).stdout).toBe('1 commit announced again\n')
    const [message] = await queueAt(client, engines.sqs.queueUrl('commits')).receive(10)
    expect(parseAnnouncement(message?.body ?? '')).toMatchObject({ stream: streams[1], version: 2 })
    client.destroy()
  })

  test('reannounce without an instant says how', async () => {
    await expect(tool('reannounce')).rejects.toMatchObject({ stderr: expect.stringContaining('--since') })
  })
})
