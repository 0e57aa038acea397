import { createHash } from 'node:crypto'
import { bitsIn, ulid } from '../use-cases/ulid.ts'

/** Where a request comes from, as its headers say. */
export interface Origin {
  /** Follows what comes of the request through log, queues, mails and webhooks. */
  readonly correlationId: string
  /** The trace that the caller is in, where that is another id. */
  readonly trace?: string
}

const sane = /^[\w.:-]{8,64}$/
const nothing = /^0+$/

/**
 * The correlation id is the caller's `x-correlation-id` where that is a sane token; else the trace of a valid
 * `traceparent` (W3C Trace Context, level 1); else a new one. Whatever is not valid is as if it were not there.
 */
export const originOf = (headers: Readonly<Record<string, string | undefined>>): Origin => {
  const trace = traceIn(headers.traceparent)
  const given = headers['x-correlation-id']
  if (given === undefined || !sane.test(given)) return { correlationId: trace ?? ulid() }
  return trace === undefined || trace === given ? { correlationId: given } : { correlationId: given, trace }
}

/** The trace id of a `traceparent`. A version that is not known yet may have more behind the flags, and only there. */
const traceIn = (traceparent: string | undefined): string | undefined => {
  const [, version, trace = '', parent = '', more] =
    /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-[\da-f]{2}(-.*)?$/.exec(traceparent?.trim() ?? '') ?? []
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return undefined
  return nothing.test(trace) || nothing.test(parent) ? undefined : trace
}

/**
 * The `traceparent` of a call that Trin makes on behalf of what this correlation id follows, so that its receiver's spans
 * join the trace of whoever began it. `step` names the call: the same step is the same span.
 */
export const traceparentOf = (correlationId: string, step: string): string =>
  `00-${traceOf(correlationId)}-${digest(step).slice(0, 16)}-01`

/** A trace id stays itself. A ULID has as many bits as a trace id; of any other token a hash is taken. */
const traceOf = (correlationId: string): string => {
  if (/^[\da-f]{32}$/.test(correlationId) && !nothing.test(correlationId)) return correlationId
  return (bitsIn(correlationId)?.toString(16).padStart(32, '0') ?? digest(correlationId)).slice(0, 32)
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
