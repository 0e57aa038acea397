import { randomUUID } from 'node:crypto'
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { z } from 'zod'
import type { DataFolder } from './data-folder.ts'
import type { FunctionRunner } from './lambda/function-runner.ts'
import type { SchedulePlan } from './plan/schedules.ts'

/** Runs what the template says to run by the clock on the wall. */
export interface Scheduler {
  /** Runs every schedule now, one after the other, each to its end. */
  readonly runAll: () => Promise<void>
  readonly stop: () => void
}

export interface SchedulerParts {
  readonly data: DataFolder
  readonly region: string
  readonly account: string
  readonly runnerOf: (functionArn: string) => FunctionRunner
  readonly client: SQSClient
  /** The queue that an ARN names. */
  readonly queueUrlOf: (arn: string) => string
  readonly log: (line: string) => void
}

const lastRuns = z.record(z.string(), z.number())
const file = 'schedules.json'

/** A schedule that was missed while the stack was down runs at once, as a monitor that comes back would. */
export const startScheduler = (plans: readonly SchedulePlan[], parts: SchedulerParts): Scheduler => {
  const timers = new Map<string, NodeJS.Timeout>()
  let stopped = false

  const run = async (plan: SchedulePlan): Promise<void> => {
    const event = eventOf(plan, parts)
    const runner = parts.runnerOf(plan.functionArn)
    for (let attempt = 0; attempt <= plan.retries; attempt += 1) {
      const outcome = await runner.invoke(event)
      if (outcome.ok || outcome.reason === 'stopped') return
      parts.log(`${plan.logicalId}: ${outcome.message}`)
    }
    // What the function refuses goes to its own dead letters; to the schedule's, what could not be handed to it.
    const deadLetters = runner.plan.deadLetterArn ?? plan.deadLetterArn
    if (deadLetters === undefined) return
    const QueueUrl = parts.queueUrlOf(deadLetters)
    await parts.client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(event) }))
  }

  const began = ({ logicalId }: SchedulePlan): number => {
    const now = Date.now()
    parts.data.write(file, { ...parts.data.read(file, lastRuns), [logicalId]: now })
    return now
  }

  const plan = (schedule: SchedulePlan): void => {
    if (stopped) return
    const last = parts.data.read(file, lastRuns)?.[schedule.logicalId] ?? began(schedule)
    const wait = Math.max(0, schedule.next(last) - Date.now())
    const timer = setTimeout(
      () => {
        began(schedule)
        run(schedule)
          .catch((error: unknown) => parts.log(`${schedule.logicalId}: ${error}`))
          .finally(() => plan(schedule))
      },
      Math.min(wait, longestTimer),
    )
    timers.set(schedule.logicalId, timer)
  }
  for (const schedule of plans) plan(schedule)

  return {
    runAll: async () => {
      for (const schedule of plans) await run(schedule)
    },
    stop: () => {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

/** Node's timers end at 2³¹ ms. */
const longestTimer = 2_147_483_647

const eventOf = (plan: SchedulePlan, { region, account }: SchedulerParts): unknown => {
  const time = new Date().toISOString()
  if (plan.input !== undefined)
    return JSON.parse(
      plan.input
        .replaceAll('<aws.scheduler.scheduled-time>', time)
        .replaceAll('<aws.scheduler.execution-id>', randomUUID()),
    )
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: plan.source,
    account,
    time,
    region,
    resources: [],
    detail: plan.source === 'aws.scheduler' ? '{}' : {},
  }
}
