import type { Days } from '../time.ts'

/** How far a forecast is from its frame. */
export interface Variance {
  /** Forecast at completion less the frame's budget, in øre; positive is above. */
  readonly overrun: number
  /** The same in basis points of the budget (10 000 = 100 %), rounded half away from zero. */
  readonly overrunBasisPoints: number
  /** Forecast end date less the frame's, in calendar days; positive is later. */
  readonly delay: Days
  readonly exceeds: { readonly economy: boolean; readonly schedule: boolean }
}
