import { addDays, daysBetween } from '../../../shared/domain/calendar/days.ts'
import type { CalendarDate } from '../../../shared/domain/time.ts'

/** Days along a drawing: from the first to the last of those given. */
export interface TimeScale {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** Where a day stands, in units of the drawing. */
  readonly x: (date: CalendarDate) => number
}

/** @param left where the first day stands @param right where the last one does */
export const timeScale = (dates: readonly CalendarDate[], left: number, right: number): TimeScale => {
  const sorted = dates.toSorted()
  const from = sorted[0] ?? '1970-01-01'
  const last = sorted.at(-1) ?? from
  // One day alone has no length: it stands in the middle of a month.
  const [begin, end] = from === last ? [addDays(from, -15), addDays(from, 15)] : [from, last]
  const days = daysBetween(begin, end)
  const x = (date: CalendarDate): number =>
    Math.round((left + ((right - left) * daysBetween(begin, date)) / days) * 10) / 10
  return { from: begin, to: end, x }
}
