import type { Clock } from '../use-cases/ports.ts'

/**
 * Where the local Lambda runtime puts the shift of the domain clock: a `BigInt64Array` of one element over shared
 * memory, in milliseconds. In the cloud nobody puts anything there.
 */
export const clockShift = Symbol.for('trin.clock')

const shiftInMilliseconds = (): number => {
  const shift: unknown = Reflect.get(globalThis, clockShift)
  return shift instanceof BigInt64Array ? Number(Atomics.load(shift, 0)) : 0
}

/**
 * The clock of the process: wall time, moved by what the local stack says. Only what the domain calls now reads it;
 * leases, tokens, signatures and the age of messages stay on wall time.
 */
export const domainClock: Clock = () => new Date(Date.now() + shiftInMilliseconds()).toISOString()
