import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'

/** Bounds of one call to AWS: milliseconds, and how many times it is tried. */
export interface CallBounds {
  /** @default 2000 */
  readonly requestTimeout?: number
  /** @default 1000 */
  readonly connectionTimeout?: number
  /** Tries in all, with exponential backoff and full jitter between them. @default 3 */
  readonly maxAttempts?: number
  /** How many connections at once; further calls wait for one that is free. @default 50 */
  readonly connections?: number
}

/**
 * For what asks a dozen small things at once and is woken for it, as a list does: each connection that is opened costs more
 * than to wait for one. Three instead of fifteen make the portfolio's first page a fourteenth cheaper, before any TLS.
 */
export const fewConnections: CallBounds = { connections: 3 }

type Environment = Readonly<Record<string, string | undefined>>

/** Whom the SDK tells of each call: its own default hears nothing either, but has all that goes out and comes back copied for it. */
const nobody = {} as NonNullable<DynamoDBClientConfig['logger']>

/**
 * What every AWS client is built with: bounded waits that really throw (`requestTimeout` alone only warns), bounded retries,
 * connections kept alive, and credentials from the environment, which is where Lambda puts them: the SDK's chain of other
 * providers is not asked. The endpoint follows `AWS_ENDPOINT_URL_<SERVICE>`, then `AWS_ENDPOINT_URL`, else the region.
 */
export const sdkClientOptions = (
  service: 'DYNAMODB' | 'SQS' | 'SES',
  environment: Environment,
  bounds: CallBounds = {},
) => {
  const maxSockets = bounds.connections ?? 50
  const endpoint = environment[`AWS_ENDPOINT_URL_${service}`] ?? environment.AWS_ENDPOINT_URL
  return {
    region: environment.AWS_REGION ?? 'eu-west-1',
    ...(endpoint === undefined ? {} : { endpoint }),
    credentials: async () => credentialsOf(environment),
    maxAttempts: bounds.maxAttempts ?? 3,
    retryMode: 'standard',
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    // Each of these is else looked for in files that Lambda does not have, and the first read of a file costs a cold start dear.
    ignoreConfiguredEndpointUrls: true,
    accountIdEndpointMode: 'disabled',
    authSchemePreference: async () => ['sigv4'],
    userAgentAppId: '',
    disableClockSkewCorrection: false,
    logger: nobody,
    requestHandler: {
      requestTimeout: bounds.requestTimeout ?? 2_000,
      throwOnRequestTimeout: true,
      connectionTimeout: bounds.connectionTimeout ?? 1_000,
      httpAgent: { keepAlive: true, maxSockets },
      httpsAgent: { keepAlive: true, maxSockets },
    },
  } as const
}

const credentialsOf = (environment: Environment) => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new Error('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set')
  const sessionToken = environment.AWS_SESSION_TOKEN
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) }
}
