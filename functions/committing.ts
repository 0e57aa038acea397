import * as z from 'zod/mini'
import type { CallBounds } from '../shared/aws/sdk-client-options.ts'
import { domainClock } from '../shared/clock/domain-clock.ts'
import { wallPace } from '../shared/clock/wall-pace.ts'
import { variable } from '../shared/environment.ts'
import { newId } from '../shared/identity/new-id.ts'
import { sqsAnnouncer } from '../shared/messaging/announcer.ts'
import { sqsClientOnDemand } from '../shared/messaging/client.ts'
import { processSettings } from '../shared/process-settings.ts'
import { dynamoClient } from '../shared/store/client.ts'
import { dynamoCommitLog } from '../shared/store/commit-log.ts'

type Variables = Readonly<Record<string, string | undefined>>

const environment = z.object({
  [variable.table]: z.string().check(z.minLength(1)),
  [variable.commitsQueue]: z.url(),
  [variable.processSettings]: processSettings,
})

/** What every function that commits is built of. @throws ZodError when something it reads is missing or wrong */
export const committing = (variables: Variables, bounds?: CallBounds) => {
  const settings = z.parse(environment, variables)
  const table = { client: dynamoClient(variables, bounds), table: settings[variable.table] }
  const sqs = sqsClientOnDemand(variables)
  return {
    table,
    sqs,
    log: dynamoCommitLog(table),
    announcer: sqsAnnouncer({ client: sqs, queueUrl: settings[variable.commitsQueue] }),
    clock: domainClock,
    newId,
    pace: wallPace(),
    settings: settings[variable.processSettings],
  }
}
