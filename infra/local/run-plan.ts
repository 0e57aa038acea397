import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SQSClient } from '@aws-sdk/client-sqs'
import type { DataFolder } from './data-folder.ts'
import { account, type SqsEngine } from './engines/sqs.ts'
import { gateway } from './gateway/gateway.ts'
import type { FunctionLog } from './lambda/function-log.ts'
import { type Answered, type FunctionRunner, functionRunner } from './lambda/function-runner.ts'
import type { FunctionPlan } from './plan/functions.ts'
import type { Plan } from './plan/plan.ts'
import { pollQueue, type QueuePoller } from './queue-poller.ts'
import { type Scheduler, startScheduler } from './scheduler.ts'
import { TemplateNotUnderstood } from './template.ts'

/** The functions of a stack with everything that calls them. */
export interface RunningPlan {
  readonly runners: readonly FunctionRunner[]
  readonly pollers: readonly QueuePoller[]
  readonly scheduler: Scheduler
  /** The HTTP API. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /**
   * Lets what runs come to its end.
   * @param within milliseconds; then it is cut off, and its messages return to their queues.
   */
  readonly stop: (within: number) => Promise<void>
}

export interface RunningPlanParts {
  readonly region: string
  readonly data: DataFolder
  readonly clock: SharedArrayBuffer
  readonly sqs: SqsEngine
  readonly client: SQSClient
  readonly functionLog: FunctionLog
  readonly log: (line: string) => void
  /** What every function finds in its environment beside what the template says. */
  readonly environment: Readonly<Record<string, string>>
  /** Executions of one function at the same time. */
  readonly concurrency: number
  readonly answered?: (invocation: Answered) => void
  /** What happens on this machine once a function has done its work, before anybody hears that it has. */
  readonly afterwards: (fn: FunctionPlan) => Promise<void>
}

/** Milliseconds until an idle worker ends. */
const idle = 5 * 60_000

/**
 * Starts what the plan says.
 * @throws TemplateNotUnderstood when something calls a function or reads a queue that the template does not have.
 */
export const runPlan = (plan: Plan, parts: RunningPlanParts): RunningPlan => {
  const { client, sqs, region, log } = parts
  const runners = plan.functions.map((fn) => {
    const runner = functionRunner(fn, {
      environment: parts.environment,
      clock: parts.clock,
      log: parts.functionLog,
      concurrency: parts.concurrency,
      idle,
      ...(parts.answered === undefined ? {} : { answered: parts.answered }),
    })
    return followedBy(() => parts.afterwards(fn), runner)
  })
  const runnerOf = (named: string): FunctionRunner =>
    runners.find(({ plan: { arn, name } }) => named === arn || named === name) ?? missing('function', named)
  const queueOf = (arn: string) =>
    plan.queues.find(({ name }) => arn === `arn:aws:sqs:${region}:${account}:${name}`) ?? missing('queue', arn)

  // Everything is found before anything starts.
  for (const { deadLetterArn } of [...plan.queues, ...plan.schedules, ...plan.functions])
    if (deadLetterArn) queueOf(deadLetterArn)
  for (const { functionArn } of plan.schedules) runnerOf(functionArn)
  const feeds = plan.mappings.map((mapping) => ({
    mapping,
    queue: queueOf(mapping.queueArn),
    runner: runnerOf(mapping.function),
  }))
  const handle = gateway(plan.routes, runnerOf)

  const pollers = feeds.map(({ mapping, queue, runner }) =>
    pollQueue(queue, mapping, {
      client,
      queueUrl: sqs.queueUrl(queue.name),
      region,
      runner,
      concurrency: parts.concurrency,
      log,
    }),
  )
  const queueUrlOf = (arn: string) => sqs.queueUrl(queueOf(arn).name)
  const scheduler = startScheduler(plan.schedules, {
    data: parts.data,
    region,
    account,
    runnerOf,
    client,
    queueUrlOf,
    log,
  })

  return {
    runners,
    pollers,
    scheduler,
    handle,
    stop: async (within) => {
      scheduler.stop()
      const end = Date.now() + within
      const settled = Promise.all(pollers.map((poller) => poller.stop()))
      // Again and again: a poll may have been on its way to the engine.
      const ending = setInterval(sqs.endPolls, 20)
      while (runners.some(isBusy) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10))
      await Promise.all(runners.map((runner) => runner.stop()))
      await settled
      clearInterval(ending)
    },
  }
}

/** What fails afterwards makes the invocation fail: it is tried again. */
const followedBy = (afterwards: () => Promise<void>, runner: FunctionRunner): FunctionRunner => ({
  ...runner,
  invoke: async (event) => {
    const outcome = await runner.invoke(event)
    if (!outcome.ok) return outcome
    try {
      await afterwards()
      return outcome
    } catch (error) {
      return { ok: false, reason: 'threw', message: `afterwards: ${error}` }
    }
  },
})

const isBusy = ({ counts }: FunctionRunner): boolean => counts().running + counts().waiting > 0

const missing = (kind: string, named: string): never => {
  throw new TemplateNotUnderstood(`the template has no ${kind} ${named}`)
}
