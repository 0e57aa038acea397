import type { NextDue } from './due-moments.ts'
import { type MovableClock, targetTime } from './movable-clock.ts'

export interface ClockMove {
  /** Instants. */
  readonly from: string
  readonly to: string
  /** The due moments at which the clock stopped on its way. */
  readonly stops: readonly string[]
}

export interface ClockMover {
  /** Goes to the target through every due moment on its way; at each the schedules run and the queues come to rest. */
  readonly step: (to: string) => Promise<ClockMove>
  /** Goes to the target at once, as if everything had been down meanwhile; then the schedules run. */
  readonly jump: (to: string) => Promise<ClockMove>
}

export interface ClockMoverParts {
  readonly clock: MovableClock
  readonly nextDue: NextDue
  readonly runSchedules: () => Promise<void>
  /** Resolves once nothing is on its way. */
  readonly quiet: () => Promise<void>
}

/**
 * Moves the domain's clock; one move after the other.
 * @throws (the returned functions) NoSuchTime for a target in the past.
 */
export const clockMover = ({ clock, nextDue, runSchedules, quiet }: ClockMoverParts): ClockMover => {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(move: () => Promise<T>): Promise<T> => {
    const turn = last.then(move)
    last = turn.catch(() => undefined)
    return turn
  }
  const instant = (moment: number) => new Date(moment).toISOString()
  const arrive = async (moment: number): Promise<void> => {
    clock.set(Math.max(moment, clock.now()))
    await runSchedules()
    await quiet()
  }

  return {
    step: (to) =>
      inTurn(async () => {
        const from = clock.now()
        const target = targetTime(to, from)
        const stops: string[] = []
        await quiet()
        // What was due before and still stands is done first; what then still stands is stuck, and is not waited for.
        const overdue = await nextDue(0)
        let passed = from
        if (overdue !== undefined && overdue <= passed) await arrive(passed)
        for (;;) {
          const due = await nextDue(passed)
          if (due === undefined || due > target) break
          await arrive(due)
          stops.push(instant(due))
          passed = due
        }
        await arrive(target)
        return { from: instant(from), to: instant(clock.now()), stops }
      }),
    jump: (to) =>
      inTurn(async () => {
        const from = clock.now()
        await arrive(targetTime(to, from))
        return { from: instant(from), to: instant(clock.now()), stops: [] }
      }),
  }
}
