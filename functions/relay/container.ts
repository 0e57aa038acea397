import * as z from 'zod/mini'
import { domainClock } from '../../shared/clock/domain-clock.ts'
import { wallPace } from '../../shared/clock/wall-pace.ts'
import { variable } from '../../shared/environment.ts'
import { newId } from '../../shared/identity/new-id.ts'
import { standardOutput } from '../../shared/logging/log-line.ts'
import { sqsClient } from '../../shared/messaging/client.ts'
import { sqsFanOut } from '../../shared/messaging/fan-out.ts'
import { giveBack } from '../../shared/messaging/give-back.ts'
import { processSettings } from '../../shared/process-settings.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoCommitLog } from '../../shared/store/commit-log.ts'
import { dynamoPostRounds } from '../../shared/store/post-rounds.ts'
import { dynamoProjections } from '../../shared/store/projections.ts'
import { stagedContacts } from '../../shared/store/staged-contacts.ts'
import { keepForPost } from '../../shared/use-cases/keep-for-post.ts'
import { projectionOf } from '../../shared/use-cases/projection-of.ts'
import type { RelayParts } from './handler.ts'

const environment = z.object({
  [variable.table]: z.string().check(z.minLength(1)),
  [variable.commitsQueue]: z.url(),
  [variable.classifyQueue]: z.url(),
  [variable.agendaQueue]: z.url(),
  [variable.mailQueue]: z.url(),
  [variable.webhooksQueue]: z.exactOptional(z.url()),
  [variable.erasuresQueue]: z.url(),
  [variable.processSettings]: processSettings,
  [variable.relayLookAgain]: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(10_000)), 1_000),
})

/** The relay's parts, by its environment. @throws ZodError when something it reads is missing or wrong. */
export const relay = (variables: Readonly<Record<string, string | undefined>>): RelayParts => {
  const settings = environment.parse(variables)
  const { [variable.table]: table, [variable.webhooksQueue]: webhooks, [variable.processSettings]: process } = settings
  const dynamo = { client: dynamoClient(variables), table }
  const client = sqsClient(variables)
  const log = dynamoCommitLog(dynamo)
  const rounds = dynamoPostRounds({ ...dynamo, clock: domainClock })
  return {
    log,
    projectionOf: projectionOf(log, process),
    forBatch: (ofBatch) => ({
      projectionOf: projectionOf(ofBatch, process),
      keptForPost: keepForPost({ log: ofBatch, settings: process, rounds }),
    }),
    projections: dynamoProjections(dynamo),
    contacts: stagedContacts(dynamo),
    fanOut: sqsFanOut({
      client,
      queueUrls: {
        classify: settings[variable.classifyQueue],
        agenda: settings[variable.agendaQueue],
        mail: settings[variable.mailQueue],
        ...(webhooks === undefined ? {} : { webhooks }),
        erasures: settings[variable.erasuresQueue],
      },
    }),
    clock: domainClock,
    newId,
    pace: wallPace({ first: 50, longest: 250, budget: settings[variable.relayLookAgain] }),
    giveBack: giveBack({ client, queueUrl: settings[variable.commitsQueue] }),
    giveBackSeconds: 20,
    writeLine: standardOutput,
  }
}
