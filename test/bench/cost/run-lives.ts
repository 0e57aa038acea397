import type { Calls } from './calls.ts'
import { type Day, type Life, liveOne } from './life.ts'
import { associationOf, boardTable, levelOf } from './portfolio.ts'

export interface Lived {
  readonly lives: number
  readonly months: number
}

/** Lives begin over so many months, as ideas come in over the years. */
const beginOver = 12
/** What a monitor of chased lives needs at most; who is not through by then is stuck. */
const longest = 90
/** Calls at the same time. */
const beside = 8
const dayInMs = 86_400_000

interface Running {
  readonly life: Life
  readonly n: number
  waitsFor: Day
}

/**
 * Lives all of them to their ends. Each month has two days on which something is done: on the first those act whose idea or
 * project it is, and the board meets when its day has come; five days later the secretariat works off its desk. Between
 * them the clock goes through every moment at which something is due.
 */
export const runLives = async (count: number, calls: Calls, tell: (line: string) => void): Promise<Lived> => {
  const association = associationOf(count)
  const table = boardTable(calls, association)
  const start = Date.parse(await calls.now())
  const running = new Set<Running>()
  let begun = 0
  for (let month = 0; month < longest; month += 1) {
    const today = async () => ({ month, now: await calls.now() })
    const goOn = async (day: Day) => {
      const now = await today()
      const due = [...running].filter(({ waitsFor }) => waitsFor === day)
      await inParallel(due, async (one) => {
        const { done, value } = await one.life.next(now).catch((error: unknown) => {
          throw new Error(`life ${one.n}: ${error instanceof Error ? error.message : error}`, { cause: error })
        })
        if (done) running.delete(one)
        else one.waitsFor = value
      })
      await calls.settled()
    }
    await table.meet(month)
    await calls.settled()
    await goOn('people')
    const upTo = Math.min(count, Math.ceil((count * (month + 1)) / beginOver))
    const fresh = Array.from({ length: Math.max(0, upTo - begun) }, (_, at) => begun + at)
    begun += fresh.length
    await inParallel(fresh, async (n) => {
      const life = liveOne(n, levelOf(n), { ...association, calls, table })
      const { value } = await life.next()
      if (value !== undefined) running.add({ life, n, waitsFor: value })
    })
    await calls.settled()
    if (month % 3 === 1) await table.callMeeting()
    await calls.settled()
    await calls.step(new Date(start + (month * 30 + 5) * dayInMs).toISOString())
    await goOn('desk')
    await calls.step(new Date(start + (month + 1) * 30 * dayInMs).toISOString())
    tell(`month ${month + 1}: ${begun} begun, ${running.size} going on`)
    if (begun === count && running.size === 0) return { lives: count, months: month + 1 }
  }
  throw new Error(
    `${running.size} lives did not come to their end: ${[...running].map(({ n, waitsFor }) => `${n} (${waitsFor})`).join(', ')}`,
  )
}

const inParallel = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const left = [...all]
  await Promise.all(
    Array.from({ length: beside }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one)
    }),
  )
}
