import * as z from 'zod/mini'
import about from '../../package.json' with { type: 'json' }
import { fewConnections } from '../../shared/aws/sdk-client-options.ts'
import { domainClock } from '../../shared/clock/domain-clock.ts'
import { variable } from '../../shared/environment.ts'
import { identifier } from '../../shared/identity/identify.ts'
import { sealBy } from '../../shared/identity/seal.ts'
import { unsubscribeKeys } from '../../shared/mail/unsubscribe-keys.ts'
import { sqsClientOnDemand } from '../../shared/messaging/client.ts'
import { sqsLinkRequests } from '../../shared/messaging/link-requests.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoCommitLog } from '../../shared/store/commit-log.ts'
import { dynamoContacts } from '../../shared/store/contacts.ts'
import { dynamoMailPreferences } from '../../shared/store/mail-preferences.ts'
import { dynamoProjections } from '../../shared/store/projections.ts'
import type { Identify } from '../../shared/use-cases/people.ts'
import type { PortfolioPorts } from './ports.ts'

const text = z.string().check(z.minLength(1))
const environment = z.object({
  [variable.table]: text,
  [variable.mailQueue]: z.url(),
  [variable.signingKey]: z.string().check(z.minLength(32)),
  [variable.issuer]: z.url(),
  [variable.audience]: text,
})

/** A stream that nobody has: reading it costs half a unit and tells that the table answers. */
const nobody = 'prj_00000000000000000000000000'

/** The parts of portfolio, by its environment. @throws ZodError when something it reads is missing or wrong. */
export const portfolio = (
  variables: Readonly<Record<string, string | undefined>>,
): PortfolioPorts & { readonly identify: Identify } => {
  const settings = z.parse(environment, variables)
  const signingKey = settings[variable.signingKey]
  const dynamo = { client: dynamoClient(variables, fewConnections), table: settings[variable.table] }
  const log = dynamoCommitLog(dynamo)
  const contacts = dynamoContacts({ ...dynamo, signingKey })
  return {
    log,
    contacts,
    clock: domainClock,
    projections: dynamoProjections(dynamo),
    links: sqsLinkRequests({ client: sqsClientOnDemand(variables), queueUrl: settings[variable.mailQueue] }),
    identify: identifier({
      signingKey,
      issuer: settings[variable.issuer],
      audience: settings[variable.audience],
      idOf: contacts.idOf,
    }),
    cursors: sealBy(signingKey, 'cursors'),
    unsubscribing: {
      keys: unsubscribeKeys(sealBy(signingKey, 'unsubscribe')),
      preferences: dynamoMailPreferences(dynamo),
      wallClock: () => new Date().toISOString(),
    },
    reachTable: async () => void (await log.read(nobody, 1)),
    version: about.version,
  }
}
