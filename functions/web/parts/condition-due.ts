import type { DueKind } from '../../../shared/domain/deadlines/due-item.ts'
import type { CalendarDate, Instant } from '../../../shared/domain/time.ts'
import type { Reader } from '../reader.ts'

interface OpenItem {
  readonly kind: DueKind
  readonly about?: number
  readonly dueAt: Instant
}

/** The clock of one condition, while it is open. */
export const clockOf = (number: number, due: readonly OpenItem[]): Instant | undefined =>
  due.find(({ kind, about }) => kind === 'condition' && about === number)?.dueAt

/**
 * Until when a condition is to be fulfilled: the day on which its clock runs out, as every deadline is told, and beside it the
 * one that was agreed, where that is no working day or the clock has stood still since.
 */
export const conditionDueSaid = (
  { number, dueOn }: { readonly number: number; readonly dueOn: CalendarDate },
  due: readonly OpenItem[],
  reader: Reader,
): string => {
  const agreed = reader.day(dueOn)
  const clock = clockOf(number, due)
  const counts = clock === undefined ? agreed : reader.dayOf(clock)
  return counts === agreed ? agreed : `${counts} (${reader.words.project.agreedFor(agreed)})`
}
