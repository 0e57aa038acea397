import * as z from 'zod/mini'
import { fewConnections } from '../../shared/aws/sdk-client-options.ts'
import { domainClock } from '../../shared/clock/domain-clock.ts'
import { variable } from '../../shared/environment.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoProjections } from '../../shared/store/projections.ts'
import type { FeedPorts } from './handler.ts'

const environment = z.object({
  [variable.table]: z.string().check(z.minLength(1)),
  [variable.baseUrl]: z.url(),
})

/** The parts of the feeds, by their environment. @throws ZodError when something they read is missing or wrong */
export const feeds = (variables: Readonly<Record<string, string | undefined>>): FeedPorts => {
  const settings = z.parse(environment, variables)
  return {
    projections: dynamoProjections({
      client: dynamoClient(variables, fewConnections),
      table: settings[variable.table],
    }),
    clock: domainClock,
    baseUrl: settings[variable.baseUrl],
  }
}
