/** Spaces are counted, here and below: a pattern that may part a long row of them in many ways tries them all. */
const percents = /^(\d{1,3})(?:[.,](\d{1,2}))?\s{0,3}%?$/
const times =
  /^(?:(\d{1,5}(?:[.,]\d{1,2})?)\s{0,3}(?:t|timer?|h|hours?)\b\.?)?\s{0,3}(?:(\d{1,7})\s{0,3}(?:min|minut|minutter|minutes?)?\.?)?$/i

/** A share as people type it, `99,5`, `99.5 %`. @returns basis points; undefined where it cannot be read */
export const basisPointsOf = (typed: string): number | undefined => {
  const [, whole, rest = ''] = percents.exec(typed.trim()) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(rest.padEnd(2, '0'))
}

/** A time as people type it, `90`, `90 min`, `1,5 t`, `1 t. 30 min.`, in Danish or English. @returns whole minutes; undefined where it cannot be read */
export const minutesOf = (typed: string): number | undefined => {
  const [, hours, minutes] = times.exec(typed.trim()) ?? []
  if (hours === undefined && minutes === undefined) return undefined
  return Math.round(Number((hours ?? '0').replace(',', '.')) * 60) + Number(minutes ?? 0)
}
