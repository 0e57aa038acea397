/** Chance that is the same for the same seed (mulberry32): numbers from 0 up to 1. */
export type Chance = () => number

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(chance: Chance, of: readonly T[]): T => {
  const one = of[Math.floor(chance() * of.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

export const shuffled = <T>(chance: Chance, items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
