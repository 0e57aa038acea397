import type { Pace } from '../../shared/use-cases/pace.ts'
import type { Clock, NewId } from '../../shared/use-cases/ports.ts'

/** Ids that count: `cmt_00000000000000000000000001`, … */
export const countedIds = (): NewId => {
  let count = 0
  return (prefix) => {
    count += 1
    return `${prefix}_${String(count).padStart(26, '0')}`
  }
}

/** A clock that stands still until it is moved. */
export const stoppedClock = (at: string): Clock & { set: (at: string) => void } => {
  let now = at
  return Object.assign(() => now, {
    set: (next: string) => {
      now = next
    },
  })
}

/** A pace without waiting: each pause takes so many milliseconds of a time that only it moves. */
export const countedPace = (
  budget: number,
  perPause = 10,
): Pace & { readonly pauses: readonly number[]; onPause?: (attempt: number) => Promise<void> | void } => {
  const pauses: number[] = []
  const pace: ReturnType<typeof countedPace> = {
    pauses,
    budget,
    elapsed: () => pauses.length * perPause,
    pause: async (attempt) => {
      pauses.push(attempt)
      await pace.onPause?.(attempt)
    },
  }
  return pace
}
