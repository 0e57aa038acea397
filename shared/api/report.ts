import * as z from 'zod/mini'
import type { Report } from '../domain/economy/report.ts'
import { authority, date, line, money, text } from './fields.ts'

const status = z.strictObject({
  colour: z.enum(['green', 'yellow', 'red']),
  reason: z.exactOptional(text(4_000)),
})
const score = z.literal([1, 2, 3, 4, 5])

/** What a project lead tells about one period. */
export const report = z.strictObject({
  period: z.strictObject({ from: date, to: date }),
  status: z.strictObject({ overall: status, schedule: status, economy: status, scope: status, risk: status }),
  milestones: z
    .array(z.strictObject({ title: line(200), plannedOn: date, forecastOn: date, doneOn: z.exactOptional(date) }))
    .check(z.maxLength(100)),
  spent: money,
  forecast: money,
  endsOn: date,
  risks: z
    .array(z.strictObject({ text: text(2_000), likelihood: score, impact: score, response: text(2_000) }))
    .check(z.maxLength(100)),
  authoritiesLive: z.array(authority).check(z.maxLength(150)),
  nextPeriod: text(),
  helpWanted: z.exactOptional(text()),
}) satisfies z.ZodMiniType<Report>
