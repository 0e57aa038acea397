/** Danish kroner in whole øre, a safe integer; never floating point. */
export interface Money {
  readonly amount: number
  readonly currency: 'DKK'
}

export const dkk = (amount: number): Money => ({ amount, currency: 'DKK' })

/** The sum, in øre; nothing is 0. */
export const sum = (moneys: readonly Money[]): Money => dkk(moneys.reduce((total, { amount }) => total + amount, 0))
