import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { FunctionPlan } from '../plan/functions.ts'
import { type FunctionLog, levelWritten } from './function-log.ts'
import { type Invocation, type Level, said, type WorkerStart } from './messages.ts'

/** How an invocation ended. */
export type Outcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly reason: 'threw' | 'timed out' | 'died' | 'stopped'; readonly message: string }

export interface FunctionCounts {
  readonly invocations: number
  readonly errors: number
  readonly timeouts: number
  readonly running: number
  readonly waiting: number
  readonly warm: number
  /** Lines logged, by level. */
  readonly logged: Readonly<Record<Level, number>>
  readonly lastError?: { readonly at: string; readonly message: string }
}

/** A Lambda function on this machine. */
export interface FunctionRunner {
  readonly plan: FunctionPlan
  /** Never rejects: how it ended is the outcome. */
  readonly invoke: (event: unknown) => Promise<Outcome>
  readonly counts: () => FunctionCounts
  /** Ends every worker; what still runs is `stopped`. */
  readonly stop: () => Promise<void>
}

export interface RunnerOptions {
  /** Beside what the template says: region, credentials, endpoints. */
  readonly environment: Readonly<Record<string, string>>
  readonly clock: SharedArrayBuffer
  readonly log: FunctionLog
  /** Executions at the same time; more wait. */
  readonly concurrency: number
  /** Milliseconds until an idle worker ends. */
  readonly idle: number
  /** Told of each invocation that answered. */
  readonly answered?: (invocation: Answered) => void
}

/** One invocation that came to its end, well or not, for whoever counts what it cost. */
export interface Answered {
  readonly plan: FunctionPlan
  /** JSON. */
  readonly event: string
  /** Milliseconds of processor time. */
  readonly cpu: number
}

interface Task {
  readonly event: string
  readonly settle: (outcome: Outcome) => void
}

interface Slot {
  readonly worker: Worker
  /** Ends the invocation that runs; undefined when none does. */
  settle: ((outcome: Outcome) => void) | undefined
  event: string
  requestId: string | undefined
  idle: NodeJS.Timeout | undefined
}

/** Runs a function in worker threads: one for each concurrent execution, started on first use, reused while warm. */
export const functionRunner = (plan: FunctionPlan, options: RunnerOptions): FunctionRunner => {
  const slots = new Set<Slot>()
  const waiting: Task[] = []
  const counts = { invocations: 0, errors: 0, timeouts: 0 }
  const logged: Record<Level, number> = { debug: 0, info: 0, warn: 0, error: 0 }
  let lastError: FunctionCounts['lastError']
  let stopped = false
  const limit = Math.max(1, Math.min(options.concurrency, plan.reservedConcurrency ?? options.concurrency))

  const log = (level: Level, message: string, requestId?: string) => {
    logged[level] += 1
    options.log.write({ function: plan.name, level, message, requestId })
  }

  const startWorker = (): Slot => {
    const start: WorkerStart = {
      code: plan.code,
      handler: plan.handler,
      clock: options.clock,
      functionName: plan.name,
      functionArn: plan.arn,
      memory: plan.memory,
    }
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: start,
      env: environmentOf(plan, options.environment),
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: plan.memory },
    })
    const slot: Slot = { worker, event: '', settle: undefined, requestId: undefined, idle: undefined }
    slots.add(slot)
    // A function may write several lines at once, and each says itself how bad it is.
    const heardAs = (level: Level) => (text: string) => {
      for (const line of text.trimEnd().split('\n')) log(levelWritten(line) ?? level, line, slot.requestId)
    }
    worker.stdout.setEncoding('utf8').on('data', heardAs('info'))
    worker.stderr.setEncoding('utf8').on('data', heardAs('error'))
    worker.on('message', (message: unknown) => {
      const heard = said.parse(message)
      if (heard.kind === 'log') return log(heard.level, heard.message, heard.requestId)
      // An answer that comes after its timeout belongs to nobody.
      if (heard.requestId !== slot.requestId) return
      options.answered?.({ plan, event: slot.event, cpu: heard.cpu })
      if (heard.kind === 'done')
        slot.settle?.({ ok: true, result: heard.result === undefined ? null : JSON.parse(heard.result) })
      else {
        log('error', heard.error.stack ?? heard.error.message, heard.requestId)
        slot.settle?.({ ok: false, reason: 'threw', message: `${heard.error.name}: ${heard.error.message}` })
      }
    })
    const died = (message: string) => {
      slots.delete(slot)
      clearTimeout(slot.idle)
      slot.settle?.({ ok: false, reason: 'died', message })
      next()
    }
    worker.on('error', (error) => {
      log('error', error instanceof Error ? (error.stack ?? error.message) : String(error), slot.requestId)
      died(error instanceof Error ? error.message : String(error))
    })
    worker.on('exit', (code) => died(`the runtime exited with ${code}`))
    return slot
  }

  const run = (slot: Slot, { event, settle }: Task): void => {
    const deadline = Date.now() + plan.timeout
    const invocation: Invocation = { requestId: randomUUID(), event, deadline }
    clearTimeout(slot.idle)
    const timer = setTimeout(() => {
      counts.timeouts += 1
      const message = `Task timed out after ${plan.timeout / 1_000} seconds`
      log('error', message, invocation.requestId)
      slots.delete(slot)
      slot.settle?.({ ok: false, reason: 'timed out', message })
      void slot.worker.terminate()
    }, plan.timeout)
    slot.requestId = invocation.requestId
    slot.event = event
    slot.settle = (outcome) => {
      clearTimeout(timer)
      slot.settle = undefined
      slot.requestId = undefined
      if (!outcome.ok) {
        counts.errors += 1
        lastError = { at: new Date().toISOString(), message: outcome.message }
      }
      slot.idle = setTimeout(() => {
        slots.delete(slot)
        void slot.worker.terminate()
      }, options.idle).unref()
      settle(outcome)
      next()
    }
    counts.invocations += 1
    slot.worker.postMessage(invocation)
  }

  const next = (): void => {
    const [task] = waiting
    if (task === undefined || stopped) return
    const free = [...slots].find(({ settle }) => settle === undefined)
    if (free === undefined && slots.size >= limit) return
    waiting.shift()
    run(free ?? startWorker(), task)
    next()
  }

  return {
    plan,
    invoke: (event) =>
      new Promise((settle) => {
        if (stopped) return settle({ ok: false, reason: 'stopped', message: 'the stack stops' })
        waiting.push({ event: JSON.stringify(event), settle })
        next()
      }),
    counts: () => ({
      ...counts,
      running: [...slots].filter(({ settle }) => settle !== undefined).length,
      waiting: waiting.length,
      warm: slots.size,
      logged: { ...logged },
      ...(lastError === undefined ? {} : { lastError }),
    }),
    stop: async () => {
      stopped = true
      for (const { settle } of waiting.splice(0)) settle({ ok: false, reason: 'stopped', message: 'the stack stops' })
      const ending = [...slots]
      slots.clear()
      for (const slot of ending) {
        slot.settle?.({ ok: false, reason: 'stopped', message: 'the stack stops' })
        clearTimeout(slot.idle)
      }
      await Promise.all(ending.map(({ worker }) => worker.terminate()))
    },
  }
}

/** What Lambda sets by itself, and what the template says, which wins. */
const environmentOf = (plan: FunctionPlan, beside: Readonly<Record<string, string>>): Record<string, string> => ({
  ...beside,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: plan.name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memory),
  LAMBDA_TASK_ROOT: plan.code,
  _HANDLER: plan.handler,
  TZ: ':UTC',
  ...plan.environment,
})
