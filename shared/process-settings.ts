import * as z from 'zod/mini'
import type { Party } from './domain/deadlines/due-item.ts'
import { dueKinds } from './domain/deadlines/due-item.ts'
import type { ClockSetting, ProcessSettings } from './domain/settings.ts'
import { defaultSettings } from './domain/settings.ts'
import { jsonText } from './json-text.ts'

/**
 * What may differ from the defaults. The settings of a stack are parsed by it as well, so that a mistake shows before it is
 * deployed. Made when there is something to read: most stacks have no settings of their own.
 */
export const processOverrides = z.lazy(() => {
  const days = z.int().check(z.nonnegative())
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
  }) satisfies z.ZodMiniType<Partial<ClockSetting>>
  return z.strictObject({
    clocks: z.exactOptional(z.partialRecord(z.enum(dueKinds), clock)),
    budgetToleranceBasisPoints: z.exactOptional(z.int().check(z.nonnegative())),
    delayTolerance: z.exactOptional(days),
    level3Threshold: z.exactOptional(z.int().check(z.nonnegative())),
    level2Potential: z.exactOptional(z.int().check(z.positive())),
    papersBefore: z.exactOptional(days),
    proxies: z.exactOptional(z.boolean()),
    lateAfterHours: z.exactOptional(z.int().check(z.positive())),
  })
})

const merged = ({ clocks = {}, ...numbers }: z.output<typeof processOverrides>): ProcessSettings => {
  const all: Record<string, ClockSetting> = { ...defaultSettings.clocks }
  for (const kind of dueKinds) all[kind] = { ...defaultSettings.clocks[kind], ...clocks[kind] }
  return { ...defaultSettings, ...numbers, clocks: { ...defaultSettings.clocks, ...all } }
}

/**
 * The settings of the process as `PROCESS_SETTINGS` has them: JSON of what differs from the defaults, a clock that is named
 * merged field by field. Nothing, or empty: the defaults. For a function's environment schema.
 */
export const processSettings = z.pipe(
  z._default(z.string(), ''),
  z.transform((text, context): ProcessSettings => {
    if (text === '') return defaultSettings
    const read = z.safeParse(z.pipe(jsonText, processOverrides), text)
    if (read.success) return merged(read.data)
    for (const { message, path } of read.error.issues)
      context.issues.push({ code: 'custom', message, path: [...path], input: text })
    return z.NEVER
  }),
)
