import { z } from 'zod'
import type { DataFolder } from '../data-folder.ts'

/** The domain's clock of a running stack. */
export interface MovableClock {
  /** Shared with every worker: one `BigInt64` of milliseconds that the domain is ahead of the wall. */
  readonly shared: SharedArrayBuffer
  /** Epoch milliseconds of the domain. */
  readonly now: () => number
  /** Milliseconds ahead of the wall. */
  readonly offset: () => number
  /** Sets the domain's time, from where it runs on; kept over restarts. */
  readonly set: (to: number) => void
}

const stored = z.object({ offset: z.number().int() })
const file = 'clock.json'

export const openClock = (data: DataFolder): MovableClock => {
  const shared = new SharedArrayBuffer(8)
  const ahead = new BigInt64Array(shared)
  Atomics.store(ahead, 0, BigInt(data.read(file, stored)?.offset ?? 0))
  const offset = () => Number(Atomics.load(ahead, 0))
  return {
    shared,
    now: () => Date.now() + offset(),
    offset,
    set: (to) => {
      const next = Math.round(to) - Date.now()
      data.write(file, { offset: next })
      Atomics.store(ahead, 0, BigInt(next))
    },
  }
}

/** A target that is no time, or lies in the past: what has happened cannot be taken back. */
export class NoSuchTime extends Error {
  override readonly name = 'NoSuchTime'
}

const unit = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const

/**
 * @param text `+31d`, `+12h`, `+30m`, `+2w`, or an ISO instant.
 * @param now epoch milliseconds of the domain.
 * @returns epoch milliseconds.
 * @throws NoSuchTime
 */
export const targetTime = (text: string, now: number): number => {
  const [, amount, name] = /^\+(\d+(?:\.\d+)?)([smhdw])$/.exec(text) ?? []
  if (amount !== undefined && isUnit(name)) return now + Number(amount) * unit[name]
  const target = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(target))
    throw new NoSuchTime(
      `${text} is neither a step such as +31d, +12h, +30m nor an instant such as 2027-01-31T07:00:00Z`,
    )
  if (target < now)
    throw new NoSuchTime(`${text} has passed: it is ${new Date(now).toISOString()}, and time goes forward only`)
  return target
}

const isUnit = (name: string | undefined): name is keyof typeof unit => name !== undefined && Object.hasOwn(unit, name)
