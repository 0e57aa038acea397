import { isMeetingId, isProjectId, type StreamId } from '../domain/identifiers.ts'
import { errorForLog } from './error-for-log.ts'
import { impersonal } from './impersonal.ts'

/** Where log lines go: standard output, one JSON object a line. Tests listen in. */
export type WriteLine = (line: string) => void

export const standardOutput: WriteLine = (line) => {
  process.stdout.write(`${line}\n`)
}

/** What a line tells of the call it belongs to: a part of Lambda's context. */
export interface Invocation {
  readonly functionName: string
  readonly awsRequestId: string
}

/** What a line says beside what happened, where, when and how bad. Nothing of a person but ids. */
export interface Facts {
  /** The same from the request, through every queue, to mail and webhook. */
  readonly correlationId?: string | undefined
  /** The project or meeting it is about. */
  readonly stream?: StreamId | undefined
  /** The id of the command that was carried out. */
  readonly command?: string | undefined
  /** What went wrong: an error, told with its causes. */
  readonly cause?: unknown
  readonly [fact: string]: unknown
}

export type Log = (level: 'info' | 'error', message: string, facts?: Facts) => void

/** Every line of every function has this shape (`docs/operations.md`, logs); texts in it are made impersonal, whoever wrote them. */
export const logTo =
  (write: WriteLine, { functionName, awsRequestId }: Invocation): Log =>
  (level, message, { correlationId, stream, command, cause, ...more } = {}) => {
    const line = {
      level,
      message,
      at: new Date().toISOString(),
      function: functionName,
      requestId: awsRequestId,
      correlationId,
      ...about(stream),
      command,
      ...more,
      ...(cause === undefined ? {} : { cause: errorForLog(cause) }),
    }
    write(JSON.stringify(line, (_, value: unknown) => (typeof value === 'string' ? impersonal(value) : value)))
  }

const about = (stream: StreamId | undefined): { readonly project?: string; readonly meeting?: string } => {
  if (stream === undefined) return {}
  if (isProjectId(stream)) return { project: stream }
  return isMeetingId(stream) ? { meeting: stream } : {}
}
