import { TemplateNotUnderstood } from '../template.ts'

const unit = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const
const day = unit.day

/**
 * When a schedule runs next: `rate(1 hour)`, or a cron expression that names minutes and hours.
 * @param zone the time zone of its hours.
 * @returns from a moment to the next run after it, both in epoch milliseconds.
 * @throws TemplateNotUnderstood for days, months and years.
 */
export const nextMoment = (expression: string, zone: string): ((after: number) => number) => {
  const [, number, name] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  if (name === 'minute' || name === 'hour' || name === 'day') {
    const every = Number(number) * unit[name]
    return (after) => after + every
  }
  const [minutes, hours, ...days] = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(' ') ?? []
  if (minutes === undefined || hours === undefined || days.length !== 4 || !days.every((field) => /^[*?]$/.test(field)))
    throw new TemplateNotUnderstood(`the schedule ${expression} is not understood on one machine`)
  const minuteFits = fits(minutes, expression)
  const hourFits = fits(hours, expression)
  const clock = new Intl.DateTimeFormat('en', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (after) => {
    const first = (Math.floor(after / unit.minute) + 1) * unit.minute
    for (let moment = first; moment <= first + 2 * day; moment += unit.minute) {
      const [hour, minute] = clock.format(moment).split(':').map(Number)
      if (hour !== undefined && minute !== undefined && hourFits(hour) && minuteFits(minute)) return moment
    }
    throw new TemplateNotUnderstood(`the schedule ${expression} never runs`)
  }
}

/** One field of a cron expression: `*`, `5`, `1-5`, `0/15`, and lists of these. */
const fits = (field: string, expression: string): ((value: number) => boolean) => {
  const parts = field.split(',').map((part) => {
    const [, from, to, step] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part) ?? []
    if (from === undefined)
      throw new TemplateNotUnderstood(`the schedule ${expression} is not understood on one machine`)
    const first = from === '*' ? 0 : Number(from)
    const last = to !== undefined ? Number(to) : from === '*' || step !== undefined ? 59 : first
    return (value: number) => value >= first && value <= last && (value - first) % Number(step ?? 1) === 0
  })
  return (value) => parts.some((part) => part(value))
}
