/**
 * Milliseconds since some moment, never backwards: to tell how long something took. `performance.now()` says the same, but
 * loads a part of Node on its first use that nothing else here needs.
 */
export const stopwatch = (): number => Number(process.hrtime.bigint()) / 1e6
