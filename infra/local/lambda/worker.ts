/**
 * The Lambda runtime in a worker thread: loads the bundle once, then answers one invocation at a time.
 * What the function's code may see of it is what Lambda shows: the event, the context, its environment.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import type { Invocation, Level, Said, WorkerStart } from './messages.ts'

const start: WorkerStart = workerData
let requestId: string | undefined

Reflect.set(globalThis, Symbol.for('trin.clock'), new BigInt64Array(start.clock))

const say = (message: Said): void => parentPort?.postMessage(message)

const write =
  (level: Level) =>
  (...parts: unknown[]): void =>
    say({ kind: 'log', level, message: format(...parts), ...(requestId === undefined ? {} : { requestId }) })
Object.assign(console, {
  debug: write('debug'),
  trace: write('debug'),
  log: write('info'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
})

const load = async (): Promise<(event: unknown, context: unknown) => unknown> => {
  const dot = start.handler.lastIndexOf('.')
  const base = join(start.code, start.handler.slice(0, dot))
  const file = ['.js', '.cjs', '.mjs'].map((ending) => base + ending).find(existsSync)
  if (file === undefined) throw new Error(`no ${start.handler.slice(0, dot)} in the bundle`)
  const loaded: unknown = file.endsWith('.mjs') ? await import(pathToFileURL(file).href) : createRequire(file)(file)
  const handler: unknown = Reflect.get(Object(loaded), start.handler.slice(dot + 1))
  if (typeof handler !== 'function') throw new Error(`${start.handler} is not a function`)
  return (event, context) => handler(event, context)
}

const contextOf = ({ requestId, deadline }: Invocation) => ({
  functionName: start.functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: start.functionArn,
  memoryLimitInMB: String(start.memory),
  awsRequestId: requestId,
  logGroupName: `/aws/lambda/${start.functionName}`,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
})

let handler: ReturnType<typeof load> | undefined

const run = async (invocation: Invocation): Promise<void> => {
  requestId = invocation.requestId
  const before = process.threadCpuUsage()
  try {
    handler ??= load()
    const result = await (await handler)(JSON.parse(invocation.event), contextOf(invocation))
    const text = JSON.stringify(result)
    say({
      kind: 'done',
      requestId: invocation.requestId,
      cpu: spentSince(before),
      ...(text === undefined ? {} : { result: text }),
    })
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(format(thrown))
    const { name, message, stack } = error
    say({
      kind: 'failed',
      requestId: invocation.requestId,
      cpu: spentSince(before),
      error: { name, message, ...(stack === undefined ? {} : { stack: withCauses(error, stack) }) },
    })
  }
}

const spentSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}

const withCauses = ({ cause }: Error, stack: string): string =>
  cause instanceof Error ? `${stack}\nCaused by: ${withCauses(cause, cause.stack ?? cause.message)}` : stack

parentPort?.on('message', (invocation: Invocation) => void run(invocation))
