/** Choices that follow from one number: the same number chooses the same. */
export interface Chance {
  /** A whole number from 0 up to and without `limit`. */
  readonly below: (limit: number) => number
  /** True so many times of a hundred. */
  readonly percent: (share: number) => boolean
  readonly of: <Choice>(choices: readonly [Choice, ...Choice[]] | readonly Choice[]) => Choice
}

/** Mulberry32: small, fast, and good enough to wander through a process. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number): number => next() % limit
  return {
    below,
    percent: (share) => below(100) < share,
    of: (choices) => {
      const choice = choices[below(choices.length)]
      if (choice === undefined) throw new Error('nothing to choose from')
      return choice
    },
  }
}
