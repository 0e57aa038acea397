/** Bounds of one call to AWS. */
export interface CallBounds {
  /** Milliseconds of one try, from its connection to the end of its answer. @default 2000 */
  readonly requestTimeout?: number
  /** Tries in all, with exponential backoff and full jitter between them. @default 3 */
  readonly maxAttempts?: number
}

export type Environment = Readonly<Record<string, string | undefined>>

interface Service {
  /** The service as its signatures and its environment variable name it. */
  readonly signedAs: 'dynamodb' | 'sqs' | 'ses'
  /** The first part of its host name. */
  readonly host: 'dynamodb' | 'sqs' | 'email'
}

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** Where a service answers and who asks. */
export interface Connection {
  readonly service: Service['signedAs']
  readonly region: string
  readonly endpoint: URL
  /** @throws when the environment has none. */
  readonly credentials: () => Credentials
}

/**
 * The way to a service: credentials from the environment, which is where Lambda puts them, and nowhere else; the endpoint
 * from `AWS_ENDPOINT_URL_<SERVICE>`, then `AWS_ENDPOINT_URL`, else the region's.
 */
export const connectionTo = ({ signedAs, host }: Service, environment: Environment): Connection => {
  const region = environment.AWS_REGION ?? 'eu-west-1'
  const given = environment[`AWS_ENDPOINT_URL_${signedAs.toUpperCase()}`] ?? environment.AWS_ENDPOINT_URL
  return {
    service: signedAs,
    region,
    endpoint: new URL(given ?? `https://${host}.${region}.amazonaws.com`),
    credentials: () => credentialsOf(environment),
  }
}

const credentialsOf = (environment: Environment): Credentials => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new Error('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set')
  const sessionToken = environment.AWS_SESSION_TOKEN
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) }
}
