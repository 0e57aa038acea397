/** How tries follow each other. Elapsed time is wall time: a clock that a local run moves must not end a budget. */
export interface Pace {
  /** Waits after the n-th try (from 1), with jitter. */
  readonly pause: (attempt: number) => Promise<void>
  /** Monotonic, in milliseconds. */
  readonly elapsed: () => number
  /** How long one call may go on trying, in milliseconds. */
  readonly budget: number
}

/** Whether to try again after the n-th try: always before the least number, then while the budget lasts. */
export const atLeast = (tries: number, { elapsed, budget }: Pace): ((attempt: number) => boolean) => {
  const until = elapsed() + budget
  return (attempt) => attempt < tries || elapsed() < until
}
