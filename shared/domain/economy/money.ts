/** Danish kroner in whole øre, a safe integer; never floating point. */
export interface Money {
  readonly amount: number
  readonly currency: 'DKK'
}

export const dkk = (amount: number): Money => ({ amount, currency: 'DKK' })
