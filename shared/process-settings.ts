import * as z from 'zod'
import type { Party } from './domain/deadlines/due-item.ts'
import { dueKinds } from './domain/deadlines/due-item.ts'
import type { ClockSetting, ProcessSettings } from './domain/settings.ts'
import { defaultSettings } from './domain/settings.ts'

const days = z.int().nonnegative()
const parties = z.array(
  z.enum([
    'proposer',
    'lead',
    'steering',
    'steering-or-proposer',
    'secretariat',
    'chair',
    'board',
    'owner',
  ] satisfies Party[]),
)
const clock = z.strictObject({
  days: z.exactOptional(z.union([days, z.strictObject({ 1: days, 2: days, 3: days })])),
  remindAfter: z.exactOptional(z.array(days)),
  remindBefore: z.exactOptional(z.array(days)),
  remind: z.exactOptional(parties),
  ladder: z.exactOptional(
    z.array(
      z.strictObject({
        overdue: days,
        to: parties,
        consequence: z.exactOptional(z.enum(['withdraw', 'reconsider', 'accept', 'none'])),
      }),
    ),
  ),
}) satisfies z.ZodType<Partial<ClockSetting>>

/** What may differ from the defaults. The settings of a stack are parsed by it as well, so that a mistake shows before it is deployed. */
export const processOverrides = z.strictObject({
  clocks: z.exactOptional(z.partialRecord(z.enum(dueKinds), clock)),
  budgetToleranceBasisPoints: z.exactOptional(z.int().nonnegative()),
  delayTolerance: z.exactOptional(days),
  level3Threshold: z.exactOptional(z.int().nonnegative()),
  level2Potential: z.exactOptional(z.int().positive()),
  papersBefore: z.exactOptional(days),
  proxies: z.exactOptional(z.boolean()),
  lateAfterHours: z.exactOptional(z.int().positive()),
})

/**
 * The settings of the process as `PROCESS_SETTINGS` has them: JSON of what differs from the defaults, a clock that is named
 * merged field by field. Nothing, or empty: the defaults. For a function's environment schema.
 */
export const processSettings = z
  .string()
  .default('{}')
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text === '' ? '{}' : text)
    } catch {
      context.addIssue('PROCESS_SETTINGS is not JSON')
      return z.NEVER
    }
  })
  .pipe(processOverrides)
  .transform(({ clocks = {}, ...numbers }): ProcessSettings => {
    const merged: Record<string, ClockSetting> = { ...defaultSettings.clocks }
    for (const kind of dueKinds) merged[kind] = { ...defaultSettings.clocks[kind], ...clocks[kind] }
    return { ...defaultSettings, ...numbers, clocks: { ...defaultSettings.clocks, ...merged } }
  })
