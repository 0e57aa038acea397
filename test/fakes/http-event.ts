import type { Context } from 'aws-lambda'
import type { RouteKey } from '../../shared/api/routes.ts'
import type { EdgeEvent } from '../../shared/http/exchange.ts'

export interface Sent {
  readonly route: RouteKey | (string & {})
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** An object goes as JSON; a text goes as it is, under the content type given. */
  readonly body?: unknown
  readonly base64?: boolean
  /** `name=value`, one each. */
  readonly cookies?: readonly string[]
}

/** A request as API Gateway hands it to a function (payload format 2.0). */
export const httpEvent = ({
  route,
  params = {},
  query,
  headers = {},
  body,
  base64 = false,
  cookies,
}: Sent): EdgeEvent => {
  const [method = '', template = ''] = route.split(' ')
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const isJson = body !== undefined && typeof body !== 'string'
  return {
    version: '2.0',
    routeKey: route,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    ...(cookies === undefined ? {} : { cookies: [...cookies] }),
    headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(Object.keys(params).length === 0 ? {} : { pathParameters: params }),
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request',
      routeKey: route,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    isBase64Encoded: base64,
    ...(text === undefined ? {} : { body: base64 ? Buffer.from(text).toString('base64') : text }),
  }
}

export const lambdaContext = (remaining = 10_000): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: '',
  memoryLimitInMB: '256',
  awsRequestId: 'request',
  logGroupName: '',
  logStreamName: '',
  getRemainingTimeInMillis: () => remaining,
  done: () => {},
  fail: () => {},
  succeed: () => {},
})
