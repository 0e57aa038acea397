import { join } from 'node:path'
import * as z from 'zod/mini'
import { fewConnections } from '../../../shared/aws/sdk-client-options.ts'
import { domainClock } from '../../../shared/clock/domain-clock.ts'
import { variable } from '../../../shared/environment.ts'
import { jsonText } from '../../../shared/json-text.ts'
import { dynamoClient } from '../../../shared/store/client.ts'
import { dynamoCommitLog } from '../../../shared/store/commit-log.ts'
import { dynamoProjections } from '../../../shared/store/projections.ts'
import { type Web, web } from '../container.ts'
import type { PortfolioPorts } from './ports.ts'

const environment = z.object({
  [variable.table]: z.string().check(z.minLength(1)),
  [variable.mailboxes]: z.pipe(jsonText, z.object({ secretariat: z.object({ email: z.email() }) })),
})

export interface WebPortfolio extends Web {
  readonly ports: PortfolioPorts
  /** The folder of what `/assets` serves. */
  readonly assets: string
}

/** The parts of the pages that anybody may read, by their environment. @throws ZodError when something they read is missing or wrong */
export const webPortfolio = (variables: Readonly<Record<string, string | undefined>>): WebPortfolio => {
  const settings = z.parse(environment, variables)
  const table = { client: dynamoClient(variables, fewConnections), table: settings[variable.table] }
  return {
    ...web(variables),
    ports: {
      log: dynamoCommitLog(table),
      projections: dynamoProjections(table),
      clock: domainClock,
      secretariat: settings[variable.mailboxes].secretariat.email,
    },
    assets: join(import.meta.dirname, 'assets'),
  }
}
