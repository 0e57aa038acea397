import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Contender } from './contenders.ts'

const sample = z.object({ load: z.number(), total: z.number(), answer: z.unknown() })

/** One cold start. Microseconds of processor time on all threads: to load the bundle, and with the first call. */
export type Sample = z.output<typeof sample>

/** Medians of the samples of one contender, in milliseconds of processor time. */
export interface Medians {
  readonly load: number
  readonly total: number
}

const script = fileURLToPath(new URL('first-call.cjs', import.meta.url))

/**
 * Starts each contender so often, one process at a time, each once in a round, in an order drawn anew: whatever slows the machine
 * for a while slows all of them, and none comes always after the same other, whose memory the machine may still be clearing away.
 * The first round warms the disk's cache and does not count.
 * @throws when a first call fails: what is measured is an act, not an error.
 */
export const measure = async (
  contenders: readonly Contender[],
  runs: number,
  told: (contender: Contender, sample: Sample) => void = () => {},
): Promise<ReadonlyMap<string, Medians>> => {
  const folder = mkdtempSync(join(tmpdir(), 'trin-first-calls-'))
  const samples = new Map<string, Sample[]>(contenders.map(({ name }) => [name, []]))
  try {
    for (let round = 0; round <= runs; round += 1)
      for (const contender of shuffled(contenders)) {
        const taken = await coldStart(contender, folder)
        told(contender, taken)
        if (round > 0) samples.get(contender.name)?.push(taken)
      }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return new Map([...samples].map(([name, taken]) => [name, mediansOf(taken)]))
}

const shuffled = <T>(list: readonly T[]): readonly T[] =>
  list
    .map((one) => ({ one, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)

const coldStart = async (contender: Contender, folder: string): Promise<Sample> => {
  const { name, file, event, environment, timeout } = contender
  const call = join(folder, `${name}.json`)
  writeFileSync(call, JSON.stringify({ file, event, timeout, functionName: name }))
  const child = spawn(process.execPath, [script, call], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    timeout: 30_000,
  })
  const measures = z.instanceof(Readable).parse(child.stdio[3])
  const said = Promise.all([text(z.instanceof(Readable).parse(child.stderr)), text(measures)])
  const [status] = await Promise.all([new Promise((resolve) => child.once('close', resolve)), said])
  const [trouble, measured] = await said
  if (status !== 0) throw new Error(`the first call of ${name} failed: ${trouble}`)
  const taken = sample.parse(JSON.parse(measured))
  if (contender.succeeds && !isDone(taken.answer))
    throw new Error(`the first call of ${name} was refused: ${JSON.stringify(taken.answer)}`)
  return taken
}

const httpAnswer = z.object({ statusCode: z.number() })
const batchAnswer = z.object({ batchItemFailures: z.array(z.unknown()) })

const isDone = (answer: unknown): boolean => {
  const http = httpAnswer.safeParse(answer)
  if (http.success) return http.data.statusCode < 400
  const batch = batchAnswer.safeParse(answer)
  return !batch.success || batch.data.batchItemFailures.length === 0
}

const mediansOf = (samples: readonly Sample[]): Medians => ({
  load: median(samples.map(({ load }) => load)) / 1_000,
  total: median(samples.map(({ total }) => total)) / 1_000,
})

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper
}
