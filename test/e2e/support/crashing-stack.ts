import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Receiver } from '../../../infra/local/demo/receiver.ts'

export interface CrashingStack {
  readonly url: string
  /** How often it was killed so far. */
  readonly kills: () => number
  /** Ends it for good. */
  readonly stop: () => Promise<void>
}

const program = fileURLToPath(new URL('stack-process.ts', import.meta.url))

/**
 * A stack that is killed (SIGKILL) and started again on the same data, over and over.
 * @param lifetimes milliseconds that it lives each time once it is ready; after the last one it lives on.
 */
export const startCrashingStack = async (
  dataFolder: string,
  endpoint: Receiver['endpoint'],
  lifetimes: readonly number[],
): Promise<CrashingStack> => {
  const port = await freePort()
  let kills = 0
  let stopped = false
  let child: ChildProcess

  const launch = async (): Promise<void> => {
    child = fork(program, {
      env: { ...process.env, TRIN_DATA: dataFolder, PORT: String(port), TRIN_TEST_ENDPOINT: JSON.stringify(endpoint) },
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error('no start')))])
  }
  const kill = async (): Promise<void> => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  await launch()
  const crashing = (async () => {
    for (const lifetime of lifetimes) {
      await new Promise((resolve) => setTimeout(resolve, lifetime))
      if (stopped) return
      await kill()
      kills += 1
      await launch()
    }
  })()
  return {
    url: `http://localhost:${port}`,
    kills: () => kills,
    stop: async () => {
      stopped = true
      await crashing
      await kill()
    },
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('a server without a port')
  return address.port
}
