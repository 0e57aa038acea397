/** A moment: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it, so that text order is time order. */
export type Instant = string

/** A day in Europe/Copenhagen: `YYYY-MM-DD`. */
export type CalendarDate = string

/** A length in calendar days. */
export type Days = number
