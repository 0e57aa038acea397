/** A time as people say it, in hours and minutes from two hours on: `90 min.`, `4 t.`, `4 t. 30 min.`. @param hour the sign of an hour */
export const inHours = (minutes: number, hour: string): string => {
  if (minutes < 120) return `${minutes} min.`
  const rest = minutes % 60
  const hours = `${Math.floor(minutes / 60)} ${hour}`
  return rest === 0 ? hours : `${hours} ${rest} min.`
}
