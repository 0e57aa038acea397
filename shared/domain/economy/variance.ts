import { daysBetween } from '../calendar/days.ts'
import type { ProcessSettings } from '../settings.ts'
import type { Days } from '../time.ts'
import type { Baseline, Report } from './report.ts'

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

/** 100 % in basis points. */
const whole = 10_000n

/**
 * Basis points of a budget, rounded half away from zero. Products pass 2^53 from about nine billion kroner on, hence BigInt.
 * Of a frame of nothing any overrun is the whole.
 */
const basisPointsOf = (overrun: bigint, budget: bigint): number => {
  if (budget === 0n) return Math.sign(Number(overrun)) * Number(whole)
  const away = overrun < 0n ? -budget : budget
  return Math.min(Number((2n * overrun * whole + away) / (2n * budget)), Number.MAX_SAFE_INTEGER)
}

/**
 * How far a report's forecast is from the frame, and whether by more than the tolerances. The comparison is exact: the
 * rounded basis points are for people to read.
 */
export const varianceOf = (
  report: Pick<Report, 'forecast' | 'endsOn'>,
  baseline: Pick<Baseline, 'budget' | 'endsOn'>,
  settings: Pick<ProcessSettings, 'budgetToleranceBasisPoints' | 'delayTolerance'>,
): Variance => {
  const overrun = report.forecast.amount - baseline.budget.amount
  const delay = daysBetween(baseline.endsOn, report.endsOn)
  const budget = BigInt(baseline.budget.amount)
  return {
    overrun,
    overrunBasisPoints: basisPointsOf(BigInt(overrun), budget),
    delay,
    exceeds: {
      economy: BigInt(overrun) * whole > budget * BigInt(settings.budgetToleranceBasisPoints),
      schedule: delay > settings.delayTolerance,
    },
  }
}

/** Whether a variance is more than tolerated, and more than the board has waived already. */
export const exceeds = (
  { overrun, delay, exceeds: beyond }: Variance,
  waived?: { readonly overrun: number; readonly delay: Days },
): boolean =>
  (beyond.economy && (waived === undefined || overrun > waived.overrun)) ||
  (beyond.schedule && (waived === undefined || delay > waived.delay))

/** Whether the two latest of the reports, given in their order, are red overall. */
export const twoRedInARow = (reports: readonly Pick<Report, 'status'>[]): boolean => {
  const latest = reports.slice(-2)
  return latest.length === 2 && latest.every(({ status }) => status.overall.colour === 'red')
}
