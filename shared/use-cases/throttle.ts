/** How often a sender has done something lately. */
export interface SenderCounts {
  /**
   * Counts one more time, and says which it is within this window.
   * @param sender a keyed hash: what is counted names nobody
   * @param window begins anew with each number
   * @param keepUntil seconds since 1970, from when on the count may vanish
   */
  count(sender: string, window: number, keepUntil: number): Promise<number>
}

export interface Sender {
  readonly sender: string
  /** Times within an hour. */
  readonly most: number
}

const hourSeconds = 3_600

/**
 * Whether each of these senders may do it once more in this hour. Every try counts, also one that is refused: whoever goes
 * on trying goes on waiting.
 * @param now seconds since 1970, by wall time
 * @throws Unavailable
 */
export const mayPass = async (counts: SenderCounts, senders: readonly Sender[], now: number): Promise<boolean> => {
  const window = Math.floor(now / hourSeconds)
  const times = await Promise.all(
    senders.map(async ({ sender, most }) => (await counts.count(sender, window, (window + 2) * hourSeconds)) <= most),
  )
  return times.every((isWithin) => isWithin)
}
