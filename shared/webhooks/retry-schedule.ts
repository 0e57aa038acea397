import type { RetryDelay } from '../use-cases/webhook-ports.ts'

const minute = 60
const hour = 60 * minute

/** The longest a message can be put off: SQS lets it be invisible for 12 hours from its receipt, less the time of a try. */
export const longestDelay = 12 * hour - 5 * minute

/** Seconds from each failed try to the next: 12 tries in a little over three days. */
const schedule = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, ...Array(5).fill(longestDelay)]

/** How often a delivery is tried; the queue's `maxReceiveCount` must not be lower. */
export const deliveryAttempts = schedule.length + 1

export interface RetryOptions {
  /** From 0 up to 1, as `Math.random`. */
  readonly random: () => number
  /** @default the three-day schedule; seconds from each failed try to the next */
  readonly schedule?: readonly number[]
}

/** Delays with up to 10 % jitter either way, so that what failed together does not come back together. */
export const retryDelay =
  ({ random, schedule: delays = schedule }: RetryOptions): RetryDelay =>
  (attempt, askedFor = 0) => {
    const planned = delays[attempt - 1]
    if (planned === undefined) return undefined
    const jittered = planned * (0.9 + 0.2 * random())
    return Math.min(longestDelay, Math.max(1, Math.round(Math.max(jittered, askedFor))))
  }
