import { impersonal } from './impersonal.ts'

const mostCauses = 5
const mostOfMessage = 1_000

/** An error as a log line tells it. */
export interface ToldError {
  readonly name: string
  readonly message: string
  /** The stable code of the system or the service: `ECONNREFUSED`. */
  readonly code?: string
  /** Of an answer over HTTP. */
  readonly status?: number
  readonly stack?: readonly string[]
  readonly cause?: ToldError
  readonly causes?: readonly ToldError[]
}

/**
 * An error for the log: what it is and where it came from, with its causes, without what it quotes. Never part of an
 * answer. Only these fields are told: what else hangs on an error, such as the request it is about, may name anybody.
 */
export const errorForLog = (error: unknown, depth = 0): ToldError => {
  if (!(error instanceof Error)) return { name: 'thrown', message: typeof error }
  const { code, status } = numbersOf(error)
  const deeper = depth < mostCauses
  return {
    name: error.name,
    message: messageOf(error),
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    stack: stackOf(error),
    ...(error.cause === undefined || !deeper ? {} : { cause: errorForLog(error.cause, depth + 1) }),
    ...(error instanceof AggregateError && deeper
      ? { causes: error.errors.slice(0, mostCauses).map((one) => errorForLog(one, depth + 1)) }
      : {}),
  }
}

const messageOf = (error: Error): string => {
  const issues = issuesOf(error)
  if (issues !== undefined) return issues.join('; ')
  // `JSON.parse` quotes what it could not read.
  const message = error instanceof SyntaxError ? error.message.replace(/"[\s\S]*"/, '"…"') : error.message
  return impersonal(message).slice(0, mostOfMessage)
}

/** What a schema objects to: where and what, never the value, and no name that is not the schema's. */
const issuesOf = (error: Error): readonly string[] | undefined => {
  if (!('issues' in error) || !Array.isArray(error.issues)) return undefined
  return error.issues.slice(0, 10).map((issue: { readonly code?: unknown; readonly path?: unknown }) => {
    const path = Array.isArray(issue.path) ? issue.path.map(String).join('.') : ''
    return `${path === '' ? 'it' : path}: ${String(issue.code)}`
  })
}

/** The first line, or lines, of a stack repeat the message. */
const stackOf = ({ stack = '' }: Error): readonly string[] =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 5)

const numbersOf = (error: Error): { readonly code?: string; readonly status?: number } => {
  const metadata = '$metadata' in error ? error.$metadata : undefined
  const status =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
      ? metadata.httpStatusCode
      : undefined
  return {
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
  }
}
