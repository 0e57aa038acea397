import { Unavailable } from '../use-cases/unavailable.ts'

const throttling = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'Throttling',
  'TooManyRequestsException',
])

/** A failure of the service or of the way to it, as opposed to a request it will never accept. */
const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (throttling.has(error.name) || error.name === 'TimeoutError') return true
  if ('code' in error && typeof error.code === 'string' && /^(E[A-Z]+|UND_ERR_[A-Z_]+)$/.test(error.code)) return true
  const status = statusOf(error)
  // An answer that could not be read to its end has a status, and no name of an exception of the service.
  return status !== undefined ? status >= 500 || status === 429 || error.name === 'SyntaxError' : '$metadata' in error
}

const statusOf = (error: Error): number | undefined => {
  if (!('$metadata' in error) || typeof error.$metadata !== 'object' || error.$metadata === null) return undefined
  const metadata = error.$metadata
  return 'httpStatusCode' in metadata && typeof metadata.httpStatusCode === 'number'
    ? metadata.httpStatusCode
    : undefined
}

/** Carries a call out; that the service is away becomes `Unavailable`, any other error stays what it is. */
export const whenAway = async <T>(service: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await call()
  } catch (error) {
    throw isAway(error) ? new Unavailable(`${service} is away`, { cause: error }) : error
  }
}
