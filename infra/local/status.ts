import type { MovableClock } from './clock/movable-clock.ts'
import type { MailRecord } from './engines/mail-record.ts'
import type { SqsEngine } from './engines/sqs.ts'
import type { FunctionCounts, FunctionRunner } from './lambda/function-runner.ts'
import type { QueuePlan } from './plan/queues.ts'
import type { SchedulePlan } from './plan/schedules.ts'
import { shortName } from './short-name.ts'

export interface QueueCounts {
  readonly visible: number
  readonly inFlight: number
  readonly delayed: number
}

/** What `GET /local/status` tells. */
export interface Status {
  readonly url: string
  /** Nothing is on its way; see `stillness.ts` for the rule. */
  readonly quiet: boolean
  /** What is, in words. */
  readonly onItsWay: readonly string[]
  readonly clock: ClockReading
  /** By the short name of the queue. */
  readonly queues: Readonly<Record<string, QueueCounts>>
  /** Messages in each dead-letter queue, by its short name without `-dead-letters`: `commits`, `monitor`. */
  readonly deadLetters: Readonly<Record<string, number>>
  readonly mails: { readonly count: number; readonly byRecipient: Readonly<Record<string, number>> }
  /** By the short name of the function; since the start of the stack. */
  readonly functions: Readonly<Record<string, FunctionCounts>>
}

export interface ClockReading {
  /** The domain's time. */
  readonly now: string
  readonly wall: string
  /** Milliseconds that the domain is ahead. */
  readonly offset: number
}

export const readClock = (clock: MovableClock): ClockReading => ({
  now: new Date(clock.now()).toISOString(),
  wall: new Date().toISOString(),
  offset: clock.offset(),
})

export interface StatusParts {
  readonly url: string
  readonly stackName: string
  readonly clock: MovableClock
  readonly sqs: SqsEngine
  readonly queues: readonly QueuePlan[]
  readonly schedules: readonly SchedulePlan[]
  readonly runners: readonly FunctionRunner[]
  readonly record: MailRecord
  readonly onItsWay: () => readonly string[]
}

export const readStatus = (parts: StatusParts): Status => {
  const { stackName, sqs, queues } = parts
  const short = (name: string) => shortName(stackName, name)
  const busy = parts.onItsWay()
  const deadLetterQueues = new Set(
    [...queues, ...parts.schedules, ...parts.runners.map(({ plan }) => plan)].flatMap(
      ({ deadLetterArn }) => deadLetterArn?.split(':').at(-1) ?? [],
    ),
  )
  const waiting = (name: string): number => {
    const { visible, inFlight, delayedUntil } = sqs.contents(name)
    return visible + inFlight.length + delayedUntil.length
  }
  return {
    url: parts.url,
    quiet: busy.length === 0,
    onItsWay: busy,
    clock: readClock(parts.clock),
    queues: Object.fromEntries(
      queues
        .filter(({ name }) => !deadLetterQueues.has(name))
        .map(({ name }) => {
          const { visible, inFlight, delayedUntil } = sqs.contents(name)
          return [short(name), { visible, inFlight: inFlight.length, delayed: delayedUntil.length }]
        }),
    ),
    deadLetters: Object.fromEntries(
      Array.from(deadLetterQueues, (name) => [short(name).replace(/-dead-letters$/, ''), waiting(name)]),
    ),
    mails: {
      count: parts.record.stored().length,
      byRecipient: tally(parts.record.stored().flatMap(({ destinations }) => destinations)),
    },
    functions: Object.fromEntries(parts.runners.map(({ plan, counts }) => [short(plan.name), counts()])),
  }
}

const tally = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
