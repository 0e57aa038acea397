import { expect, it } from 'vitest'
import { mayPass, type SenderCounts } from '../../../shared/use-cases/throttle.ts'

const noon = Date.UTC(2026, 10, 25, 12) / 1_000

/** What every count of senders keeps to. */
export const senderCountsKeep = (make: () => SenderCounts): void => {
  it('given a sender, when they are counted, then each time is one more, in each window anew', async () => {
    const counts = make()
    const times: number[] = []
    for (const window of [1, 1, 1, 2]) times.push(await counts.count('somebody', window, 9))
    expect([...times, await counts.count('somebody-else', 1, 9)]).toEqual([1, 2, 3, 1, 1])
  })

  it('given several in one, when they are counted, then each of them is', async () => {
    const counts = make()
    expect([await counts.count('many', 1, 9, 30), await counts.count('many', 1, 9)]).toEqual([30, 31])
    const pass = (times: number) => mayPass(counts, [{ sender: 'group', most: 10, times }], noon)
    expect([await pass(6), await pass(4), await pass(1)]).toEqual([true, true, false])
  })

  it('given many at once, when they are counted, then none gets lost', async () => {
    const counts = make()
    const times = await Promise.all(Array.from({ length: 12 }, () => counts.count('in-a-hurry', 7, 9)))
    expect(times.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
  })

  it('given a limit, when a sender comes too often, then they wait for the next hour, and nobody else does', async () => {
    const counts = make()
    const pass = (sender: string, now: number) => mayPass(counts, [{ sender, most: 2 }], now)
    expect([await pass('often', noon), await pass('often', noon + 60), await pass('often', noon + 120)]).toEqual([
      true,
      true,
      false,
    ])
    expect(await pass('seldom', noon + 120)).toBe(true)
    expect(await pass('often', noon + 3_600)).toBe(true)
  })

  it('given two senders in one, when one of them came too often, then they wait', async () => {
    const counts = make()
    const both = [
      { sender: 'address', most: 1 },
      { sender: 'network', most: 9 },
    ]
    expect(await mayPass(counts, both, noon)).toBe(true)
    expect(await mayPass(counts, both, noon)).toBe(false)
  })
}
