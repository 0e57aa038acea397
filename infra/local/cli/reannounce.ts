/**
 * `npm run reannounce -- --since <instant>`: announces again every commit made since, for when a queue has lost messages.
 * On the running local stack; with `--endpoint <url>` or `AWS_ENDPOINT_URL` on another engine, with `--aws` in the account
 * of the environment (and `TABLE_NAME`, `COMMITS_QUEUE_URL`).
 */
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { variable } from '../../../shared/environment.ts'
import { sqsAnnouncer } from '../../../shared/messaging/announcer.ts'
import { sqsClient } from '../../../shared/messaging/client.ts'
import { dynamoClient } from '../../../shared/store/client.ts'
import { dynamoCommitLog } from '../../../shared/store/commit-log.ts'
import { reannounce } from '../../../shared/use-cases/reannounce.ts'
import { command } from './running-stack.ts'
import { named, stackEnvironment } from './stack-environment.ts'

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())

await command(async () => {
  const { values } = parseArgs({
    options: { since: { type: 'string' }, endpoint: { type: 'string' }, aws: { type: 'boolean' } },
  })
  const since = instant.safeParse(values.since)
  if (!since.success) throw new Error('npm run reannounce -- --since <instant>, such as 2026-09-01T00:00:00Z')
  const environment = stackEnvironment(values)
  const client = dynamoClient(environment)
  const queues = sqsClient(environment)
  const announced = await reannounce(
    {
      log: dynamoCommitLog({ client, table: named(environment, variable.table) }),
      announcer: sqsAnnouncer({ client: queues, queueUrl: named(environment, variable.commitsQueue) }),
    },
    since.data,
  )
  client.destroy()
  queues.destroy()
  process.stdout.write(`${announced} ${announced === 1 ? 'commit' : 'commits'} announced again\n`)
})
