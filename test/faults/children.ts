import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Assignment, Call, Reply } from './process/protocol.ts'
import { reply } from './process/protocol.ts'

type Answer = Extract<Reply, { call: number }>

/** A process that was given its part. */
export interface Child {
  /** What came of a call; `died` when the process was killed before it said so. */
  readonly ask: (asked: Omit<Call, 'call'>) => Promise<Answer | 'died'>
  /** SIGKILL; returns when it is gone. */
  readonly kill: () => Promise<void>
  readonly alive: () => boolean
}

export interface Children {
  /** A process for this part: one that is up already, so that a death costs little time. */
  readonly take: (part: Assignment) => Promise<Child>
  readonly stop: () => Promise<void>
}

/** Bundles the process once and keeps a few of them up and waiting. */
export const startChildren = async (waiting: number): Promise<Children> => {
  const folder = await mkdtemp(join(tmpdir(), 'trin-faults-'))
  const program = join(folder, 'process.cjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'process/main.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  })
  // Processes come and go by the hundred: compiled once, they start in a fraction of the time.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const all = new Set<ChildProcess>()
  const spawn = async (): Promise<ChildProcess> => {
    const child = fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [], env })
    all.add(child)
    child.once('exit', () => all.delete(child))
    await once(child, 'message')
    return child
  }
  const spares = Array.from({ length: waiting }, spawn)
  return {
    take: async (part) => {
      const spare = spares.shift() ?? spawn()
      spares.push(spawn())
      const child = await spare
      child.send(part)
      return asChild(child)
    },
    stop: async () => {
      await Promise.all(spares)
      await Promise.all([...all].map(killed))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const killed = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const asChild = (child: ChildProcess): Child => {
  const open = new Map<number, (answer: Answer | 'died') => void>()
  let calls = 0
  let alive = true
  child.on('message', (message) => {
    const answer = reply.parse(message)
    if (!('call' in answer)) return
    open.get(answer.call)?.(answer)
    open.delete(answer.call)
  })
  child.once('exit', () => {
    alive = false
    for (const settle of open.values()) settle('died')
    open.clear()
  })
  return {
    alive: () => alive,
    kill: () => killed(child),
    ask: (asked) => {
      if (!alive) return Promise.resolve('died')
      calls += 1
      const call = calls
      return new Promise((resolve) => {
        open.set(call, resolve)
        child.send({ call, ...asked }, (error) => {
          if (error !== null && error !== undefined) resolve('died')
        })
      })
    },
  }
}
