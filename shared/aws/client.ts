import { randomUUID } from 'node:crypto'
import type { CallBounds, Connection } from './connection.ts'
import { type Answer, type Post, signedPoster } from './signed-post.ts'

/** One call: an operation of a service, with what it is given; `Output` is what it answers. */
export abstract class Command<Service extends string, Input, Output> {
  /** As AWS names it: `PutItem`. */
  abstract readonly operation: string
  /** Neither exists when it runs: they keep commands of different services and answers apart. */
  declare readonly service: Service
  declare readonly output: Output
  readonly input: Input
  constructor(input: Input) {
    this.input = input
  }
}

/** Speaks to one service. */
export interface AwsClient<Service extends string> {
  /** @throws AwsError for what the service refuses, and the error of the last try when none got an answer. */
  send<Output>(command: Command<Service, unknown, Output>): Promise<Output>
  /** Closes its connections. */
  destroy(): void
}

/** What a service answered instead of doing it; `name` is AWS's, such as `ConditionalCheckFailedException`. */
export class AwsError extends Error {
  override readonly name: string
  readonly $metadata: { readonly httpStatusCode: number; readonly requestId?: string }
  constructor(name: string, message: string, { status, headers }: Answer) {
    super(message)
    this.name = name
    const requestId = headers['x-amzn-requestid']
    this.$metadata = { httpStatusCode: status, ...(typeof requestId === 'string' ? { requestId } : {}) }
  }
}

/** How a service writes what it is asked and says what went wrong. */
export interface Protocol {
  readonly write: (operation: string, input: unknown) => Post
  readonly read: (answer: Answer) => unknown
  readonly refusal: (answer: Answer) => AwsError
}

/** A client of a service: each call is tried a bounded number of times, each try for a bounded time. */
export const awsClient = <Service extends string>(
  connection: Connection,
  protocol: Protocol,
  bounds: CallBounds = {},
): AwsClient<Service> => {
  const { requestTimeout = 2_000, maxAttempts = 3 } = bounds
  const poster = signedPoster(connection)
  const once = async (post: Post): Promise<unknown> => {
    const answer = await poster.post(post, requestTimeout)
    if (answer.status !== 200) throw protocol.refusal(answer)
    return protocol.read(answer)
  }
  return {
    send: async <Output>({ operation, input }: Command<Service, unknown, Output>): Promise<Output> => {
      const { headers, body } = protocol.write(operation, input)
      // The same for each try of a call, as the SDK has it: AWS's support, and whoever stands between, tell calls by it.
      const call = { 'user-agent': 'Trin', 'amz-sdk-invocation-id': randomUUID() }
      const post = { headers: { ...headers, ...traced(), ...call }, body }
      for (let attempt = 1; ; attempt += 1) {
        try {
          // As AWS describes it; whoever keeps something of it parses it.
          return (await once(post)) as Output
        } catch (error) {
          if (attempt >= maxAttempts || !isPassing(error)) throw error
          await pause(attempt, isThrottled(error))
        }
      }
    },
    destroy: poster.close,
  }
}

/** Lambda stops functions that call each other in circles by this header, so it goes along. */
const traced = (): Readonly<Record<string, string>> => {
  const { _X_AMZN_TRACE_ID: trace } = process.env
  return trace === undefined ? {} : { 'x-amzn-trace-id': trace }
}

/** Full jitter, like the SDK's standard mode: up to 50, 100 … ms, and ten times that where the service asks for less. */
const pause = (attempt: number, throttled: boolean): Promise<void> => {
  const longest = Math.min(20_000, (throttled ? 500 : 50) * 2 ** (attempt - 1))
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
}

const throttling = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
])
const isThrottled = (error: unknown): boolean =>
  error instanceof AwsError && (throttling.has(error.name) || error.$metadata.httpStatusCode === 429)

const brokenConnections = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

/** Whether another try may go better: throttled, no answer, or a service in trouble. */
const isPassing = (error: unknown): boolean => {
  if (error instanceof AwsError) return isThrottled(error) || error.$metadata.httpStatusCode >= 500
  if (!(error instanceof Error)) return false
  return (
    error.name === 'TimeoutError' ||
    ('code' in error && typeof error.code === 'string' && brokenConnections.has(error.code))
  )
}
