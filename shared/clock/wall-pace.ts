import { setTimeout as sleep } from 'node:timers/promises'
import { stopwatch } from '../stopwatch.ts'
import type { Pace } from '../use-cases/pace.ts'

/** Milliseconds. */
export interface PaceSettings {
  /** What the pause after the first try is at most; it doubles from there. @default 20 */
  readonly first?: number
  /** What a pause is at most. @default 400 */
  readonly longest?: number
  /** How long one call may go on trying. @default 4000 */
  readonly budget?: number
}

/** Real pauses with full jitter: anything between nothing and a bound that doubles. */
export const wallPace = ({ first = 20, longest = 400, budget = 4_000 }: PaceSettings = {}): Pace => ({
  pause: (attempt) => sleep(Math.random() * Math.min(longest, first * 2 ** Math.min(attempt - 1, 20))),
  elapsed: () => stopwatch(),
  budget,
})
