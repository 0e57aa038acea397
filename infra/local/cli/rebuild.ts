/**
 * `npm run rebuild`: makes every projection anew from the logs. On the running local stack; with `--endpoint <url>` or
 * `AWS_ENDPOINT_URL` on another engine, with `--aws` in the account of the environment (and `TABLE_NAME`).
 */
import { parseArgs } from 'node:util'
import { variable } from '../../../shared/environment.ts'
import { processSettings } from '../../../shared/process-settings.ts'
import { dynamoClient } from '../../../shared/store/client.ts'
import { dynamoCommitLog } from '../../../shared/store/commit-log.ts'
import { dynamoProjections } from '../../../shared/store/projections.ts'
import { projectionOf } from '../../../shared/use-cases/projection-of.ts'
import { rebuild } from '../../../shared/use-cases/rebuild.ts'
import { command } from './running-stack.ts'
import { named, stackEnvironment } from './stack-environment.ts'

await command(async () => {
  const { values } = parseArgs({ options: { endpoint: { type: 'string' }, aws: { type: 'boolean' } } })
  const environment = stackEnvironment(values)
  const parts = { client: dynamoClient(environment), table: named(environment, variable.table) }
  const log = dynamoCommitLog(parts)
  const settings = processSettings.parse(environment[variable.processSettings])
  const built = await rebuild({
    log,
    projectionOf: projectionOf(log, settings),
    projections: dynamoProjections(parts),
  })
  parts.client.destroy()
  process.stdout.write(`${built} ${built === 1 ? 'projection' : 'projections'} made anew\n`)
})
