import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { logTo, standardOutput, type WriteLine } from '../../shared/logging/log-line.ts'
import { type ChasePorts, chaseOverdue } from '../../shared/use-cases/chase-overdue.ts'
import { ulid } from '../../shared/use-cases/ulid.ts'

/** What must be left of an invocation to begin another step, in milliseconds: more than a commit may take. */
const enough = 10_000

/** One run of the monitor. What it could not do stays due; the run then fails, so that it is tried again and somebody notices. */
export const monitorHandler = (ports: ChasePorts, write: WriteLine = standardOutput) =>
  middy(async (_event: unknown, context: Context) => {
    const log = logTo(write, context)
    const correlationId = ulid()
    const goesOn = () => (context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY) > enough
    const { failed, ...chased } = await chaseOverdue(ports, { correlationId, goesOn })
    log('info', 'monitor', { correlationId, ...chased, failed: failed.length })
    for (const { error, ...due } of failed) log('error', 'monitor', { correlationId, ...due, cause: error })
    // Without the errors: the runtime logs what is thrown, in its own shape, whatever it quotes.
    if (failed.length > 0) throw new Error(`${failed.length} of what is due was not chased`)
    return { ...chased, failed: 0 }
  })
