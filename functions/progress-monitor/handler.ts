import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { errorForLog, standardOutput, type WriteLine } from '../../shared/http/log-line.ts'
import { type ChasePorts, chaseOverdue } from '../../shared/use-cases/chase-overdue.ts'
import { ulid } from '../../shared/use-cases/ulid.ts'

/** What must be left of an invocation to begin another step, in milliseconds: more than a commit may take. */
const enough = 10_000

/** One run of the monitor. What it could not do stays due; the run then fails, so that it is tried again and somebody notices. */
export const monitorHandler = (ports: ChasePorts, write: WriteLine = standardOutput) =>
  middy(async (_event: unknown, context: Context) => {
    const correlationId = ulid()
    const goesOn = () => (context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY) > enough
    const { failed, ...chased } = await chaseOverdue(ports, { correlationId, goesOn })
    const line = (level: 'info' | 'error', facts: object) =>
      write(JSON.stringify({ level, message: 'monitor', at: new Date().toISOString(), correlationId, ...facts }))
    line('info', { ...chased, failed: failed.length })
    for (const { stream, error } of failed) line('error', { stream, error: errorForLog(error) })
    if (failed.length > 0)
      throw new AggregateError(
        failed.map(({ error }) => error),
        `${failed.length} streams were not chased`,
      )
    return { ...chased, failed: 0 }
  })
