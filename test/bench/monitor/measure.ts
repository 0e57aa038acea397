import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { monitor } from '../../../functions/progress-monitor/container.ts'
import { monitorHandler } from '../../../functions/progress-monitor/handler.ts'
import { dynamoDbAt } from '../../../infra/local/clients.ts'
import { dueAfter } from '../../../shared/domain/calendar/days.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import { fold } from '../../../shared/domain/project/evolve.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { itemOfCommit } from '../../../shared/store/commit-item.ts'
import type { Item } from '../../../shared/store/item.ts'
import { itemOfProjection } from '../../../shared/store/projection-item.ts'
import { projectProjection } from '../../../shared/use-cases/project-projection.ts'
import { lambdaContext } from '../../fakes/http-event.ts'
import { levelOneLife, life } from '../../fakes/life.ts'
import { environmentFor, region, startEngines, table } from '../../store/engines.ts'
import { startRecorder } from '../cost/recorder.ts'
import { newTally, type Tally } from '../cost/tally.ts'

/** What one run of the monitor took. */
export interface MonitorRun {
  readonly projects: number
  readonly due: number
  readonly steps: number
  readonly requests: { readonly dynamodb: number; readonly sqs: number }
  readonly units: { readonly read: number; readonly written: number }
  readonly seconds: number
}

/**
 * Stores so many projects, of which so many are due, and lets the monitor run once as it is wired. Those that are not due
 * are due later: they stand in the index, too. Of those, only the projection is there, since nobody may ask for more.
 */
export const measureMonitor = async (projects: number, due: number): Promise<MonitorRun> => {
  const engines = await startEngines()
  const tally = newTally()
  const recorder = await startRecorder(tally)
  const { sqs: queue } = engines
  try {
    for (const name of ['trin-bench-commits', 'trin-bench-mail']) queue.ensureQueue(name, {})
    const direct = dynamoDbAt(engines.dynamo.endpoint, region)
    await store(direct, projects, due)
    const seen = recorder.before({ dynamodb: engines.dynamo.endpoint, sqs: queue.endpoint, ses: '' })
    const ports = monitor({
      ...environmentFor(seen.dynamodb),
      TABLE_NAME: table,
      COMMITS_QUEUE_URL: queue.queueUrl('trin-bench-commits').replace(queue.endpoint, seen.sqs),
      MAIL_QUEUE_URL: queue.queueUrl('trin-bench-mail').replace(queue.endpoint, seen.sqs),
    })
    const began = performance.now()
    const { steps } = await monitorHandler({ ...ports, clock: () => now }, () => undefined)(
      {},
      lambdaContext(3_600_000),
    )
    const seconds = (performance.now() - began) / 1_000
    direct.destroy()
    return { projects, due, steps, seconds, ...spentIn(tally) }
  } finally {
    await recorder.stop()
    await engines.stop()
  }
}

const spentIn = ({ dynamodb, sqs }: Tally): Pick<MonitorRun, 'requests' | 'units'> => {
  const lines = [...dynamodb.values()]
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  return {
    requests: { dynamodb: sum(lines.map(({ requests }) => requests)), sqs: sum([...sqs.values()]) },
    units: {
      read: sum(lines.map(({ reads }) => reads)),
      written: sum(lines.map((line) => line.table + line.indexes)),
    },
  }
}

/** A level 1 project that has just started; its first reminder is some months away. */
const started = life(levelOneLife())
const startedProject = fold(started)
/** An hour after the first reminder of a report; the others are due a month later. */
const dueAt = startedProject === undefined ? '' : (projectProjection(startedProject, defaultSettings).nextDueAt ?? '')
const now = new Date(Date.parse(dueAt) + 3_600_000).toISOString()
const later = dueAfter(now, 30)

const store = async (client: DynamoDBClient, projects: number, due: number): Promise<void> => {
  if (startedProject === undefined) throw new Error('the life did not begin')
  const projection = projectProjection(startedProject, defaultSettings)
  let items: Item[] = []
  const put = async (...more: readonly Item[]) => {
    items.push(...more)
    while (items.length >= 25) {
      await write(client, items.slice(0, 25))
      items = items.slice(25)
    }
  }
  for (let n = 0; n < projects; n += 1) {
    const stream: ProjectId = `prj_${String(n).padStart(26, '0')}`
    const isDue = n < due
    const summary = { ...projection.summary, id: stream } as typeof projection.summary
    await put(itemOfProjection({ ...projection, stream, summary, nextDueAt: isDue ? dueAt : later }))
    if (isDue) await put(...started.map((commit) => itemOfCommit({ ...commit, stream })))
  }
  if (items.length > 0) await write(client, items)
}

const write = async (client: DynamoDBClient, items: readonly Item[]): Promise<void> => {
  const { UnprocessedItems = {} } = await client.send(
    new BatchWriteItemCommand({ RequestItems: { [table]: items.map((Item) => ({ PutRequest: { Item } })) } }),
  )
  if (Object.keys(UnprocessedItems).length > 0) throw new Error('the engine did not take every item')
}
