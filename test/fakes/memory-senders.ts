import type { SenderCounts } from '../../shared/use-cases/throttle.ts'

/** Counts of senders in memory. */
export const memorySenders = (): SenderCounts => {
  const counts = new Map<string, number>()
  return {
    count: async (sender, window, _, more = 1) => {
      const key = `${sender}/${window}`
      const times = (counts.get(key) ?? 0) + more
      counts.set(key, times)
      return times
    },
  }
}
