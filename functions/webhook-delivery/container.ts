import * as z from 'zod/mini'
import { domainClock } from '../../shared/clock/domain-clock.ts'
import { variable } from '../../shared/environment.ts'
import { standardOutput } from '../../shared/logging/log-line.ts'
import { sqsClientOnDemand } from '../../shared/messaging/client.ts'
import { giveBack } from '../../shared/messaging/give-back.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoCommitLog } from '../../shared/store/commit-log.ts'
import { dynamoEffectLedger } from '../../shared/store/effect-ledger.ts'
import { deliveryQueue } from '../../shared/webhooks/delivery-queue.ts'
import { parseEndpoints } from '../../shared/webhooks/endpoints.ts'
import { retryDelay } from '../../shared/webhooks/retry-schedule.ts'
import { webhookSender } from '../../shared/webhooks/sender.ts'
import { environmentSchema } from './environment.ts'
import type { WebhookPorts } from './handler.ts'

/** The parts of webhook-delivery, by its environment. @throws when the environment lacks something. */
export const webhookParts = (environment: Readonly<Record<string, string | undefined>>): WebhookPorts => {
  const read = z.parse(environmentSchema, environment)
  const store = { client: dynamoClient(environment), table: read[variable.table] }
  const queue = { client: sqsClientOnDemand(environment), queueUrl: read[variable.webhooksQueue] }
  const endpoints = parseEndpoints(read[variable.webhookEndpoints])
  return {
    subscribers: endpoints,
    log: dynamoCommitLog(store),
    ledger: dynamoEffectLedger(store),
    queue: deliveryQueue(queue),
    giveBack: giveBack(queue),
    retryDelay: retryDelay({ random: Math.random }),
    clock: domainClock,
    wallClock: () => new Date().toISOString(),
    sender: webhookSender({
      endpoints,
      baseUrl: read[variable.baseUrl],
      privateTargets: read[variable.webhookPrivateTargets] === 'true',
    }),
    writeLine: standardOutput,
  }
}
