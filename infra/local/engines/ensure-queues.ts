import type { QueuePlan } from '../plan/queues.ts'
import type { SqsEngine } from './sqs.ts'

/** A queue with messages in it is no longer in the template. */
export class QueueLeftBehind extends Error {
  override readonly name = 'QueueLeftBehind'
}

/**
 * Makes the queues as the template says, and takes away the empty ones that it does not have.
 * @throws QueueLeftBehind rather than dropping messages.
 */
export const ensureQueues = (sqs: SqsEngine, plans: readonly QueuePlan[], log: (line: string) => void): void => {
  const planned = new Set(plans.map(({ name }) => name))
  for (const name of sqs.names().filter((there) => !planned.has(there))) {
    const { visible, inFlight, delayedUntil } = sqs.contents(name)
    const left = visible + inFlight.length + delayedUntil.length
    if (left > 0)
      throw new QueueLeftBehind(
        `${name} is not in the template, but holds ${left} messages: bring it back, or choose another data folder`,
      )
    log(`${name} is no longer in the template and goes`)
    sqs.remove(name)
  }
  for (const { name, attributes } of plans) sqs.ensureQueue(name, attributes)
}
