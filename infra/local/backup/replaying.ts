import { wallPace } from '../../../shared/clock/wall-pace.ts'
import { variable } from '../../../shared/environment.ts'
import { newId } from '../../../shared/identity/new-id.ts'
import { sqsAnnouncer } from '../../../shared/messaging/announcer.ts'
import { sqsClient } from '../../../shared/messaging/client.ts'
import { processSettings } from '../../../shared/process-settings.ts'
import { dynamoClient } from '../../../shared/store/client.ts'
import { dynamoCommitLog } from '../../../shared/store/commit-log.ts'
import { dynamoErasureStores } from '../../../shared/store/erasure-stores.ts'
import type { Clock } from '../../../shared/use-cases/ports.ts'
import { projectionOf } from '../../../shared/use-cases/projection-of.ts'
import type { ReplayPorts } from '../../../shared/use-cases/replay-erasures.ts'
import { named } from '../cli/stack-environment.ts'

/** What a tool needs to restore a table: the table, everything an erasure touches, and a way to make projections anew. */
export const replaying = (environment: Readonly<Record<string, string | undefined>>, clock: Clock) => {
  const client = dynamoClient(environment, { requestTimeout: 30_000 })
  const queues = sqsClient(environment)
  const table = { client, table: named(environment, variable.table) }
  const log = dynamoCommitLog(table)
  const settings = processSettings.parse(environment[variable.processSettings])
  const ports = {
    log,
    announcer: sqsAnnouncer({ client: queues, queueUrl: named(environment, variable.commitsQueue) }),
    clock,
    newId,
    pace: wallPace(),
    settings,
    ...dynamoErasureStores(table),
    projectionOf: projectionOf(log, settings),
  }
  return {
    table,
    ports: ports satisfies ReplayPorts,
    end: () => {
      client.destroy()
      queues.destroy()
    },
  }
}
