import type { CalendarDate } from '../time.ts'

/** What a service level agreement measures: availability in basis points (9 950 = 99.5 %), times in whole minutes. */
export const slaMeasures = ['availability', 'response', 'resolution'] as const
export type SlaMeasure = (typeof slaMeasures)[number]

/** Values by measure: targets, or the results of a period. */
export type SlaValues = Readonly<Partial<Record<SlaMeasure, number>>>

/** What was achieved in one period, and where it missed the targets of its time. */
export interface SlaResult {
  readonly number: number
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate }
  readonly results: SlaValues
  readonly targets: SlaValues
  readonly breaches: readonly SlaMeasure[]
  readonly note?: string
}

/** Availability is to be at least its target, a time at most. */
const isMet = (measure: SlaMeasure, target: number, result: number): boolean =>
  measure === 'availability' ? result >= target : result <= target

/** The measures that have a target, in their order. */
export const measuresOf = (values: SlaValues): readonly SlaMeasure[] =>
  slaMeasures.filter((measure) => values[measure] !== undefined)

/** The measures whose result missed their target. A measure without both is neither met nor missed. */
export const breachesOf = (targets: SlaValues, results: SlaValues): readonly SlaMeasure[] =>
  slaMeasures.filter((measure) => {
    const target = targets[measure]
    const result = results[measure]
    return target !== undefined && result !== undefined && !isMet(measure, target, result)
  })
