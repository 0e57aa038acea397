import * as z from 'zod/mini'
import type { Baseline } from '../domain/economy/report.ts'
import { date, money, text } from './fields.ts'

/** The frame: economy, end date and scope. */
export const baseline = z.strictObject({
  budget: money,
  endsOn: date,
  scope: text(4_000),
}) satisfies z.ZodMiniType<Baseline>
