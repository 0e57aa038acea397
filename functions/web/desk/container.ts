import * as z from 'zod/mini'
import { fewConnections } from '../../../shared/aws/sdk-client-options.ts'
import { domainClock } from '../../../shared/clock/domain-clock.ts'
import { variable } from '../../../shared/environment.ts'
import { sqsClientOnDemand } from '../../../shared/messaging/client.ts'
import { sqsDeadLetters } from '../../../shared/messaging/dead-letters.ts'
import { dynamoClient } from '../../../shared/store/client.ts'
import { dynamoCommitLog } from '../../../shared/store/commit-log.ts'
import { dynamoContacts } from '../../../shared/store/contacts.ts'
import { dynamoProjections } from '../../../shared/store/projections.ts'
import { type Web, web } from '../container.ts'
import type { DeskPorts } from './ports.ts'

const environment = z.object({
  [variable.table]: z.string().check(z.minLength(1)),
  [variable.erasuresQueue]: z.url(),
  [variable.commitsQueue]: z.url(),
  [variable.classifyQueue]: z.url(),
  [variable.agendaQueue]: z.url(),
  [variable.mailQueue]: z.url(),
  [variable.webhooksQueue]: z.url(),
})

export interface WebDesk extends Web {
  readonly ports: DeskPorts
}

/** The parts of the desk's pages, by their environment. @throws ZodError when something they read is missing or wrong */
export const webDesk = (variables: Readonly<Record<string, string | undefined>>): WebDesk => {
  const settings = z.parse(environment, variables)
  const parts = web(variables)
  const table = { client: dynamoClient(variables, fewConnections), table: settings[variable.table] }
  return {
    ...parts,
    ports: {
      log: dynamoCommitLog(table),
      clock: domainClock,
      projections: dynamoProjections(table),
      contacts: dynamoContacts({ ...table, signingKey: parts.signingKey }),
      deadLetters: sqsDeadLetters({
        client: sqsClientOnDemand(variables),
        urls: {
          commits: settings[variable.commitsQueue],
          classify: settings[variable.classifyQueue],
          agenda: settings[variable.agendaQueue],
          mail: settings[variable.mailQueue],
          webhooks: settings[variable.webhooksQueue],
          erasures: settings[variable.erasuresQueue],
        },
      }),
    },
  }
}
