import type { Context } from 'aws-lambda'
import { type EdgeEvent, type EdgeRequest, exchangeOf } from './exchange.ts'

/** The request as acts see it, once every middleware has added its part. @throws when one is missing: a mistake of ours. */
export const requestOf = (event: EdgeEvent, context: Context): EdgeRequest => {
  const exchange = exchangeOf(event)
  const { route, actor, body, sentAs, correlationId, language, headers } = exchange
  if (route === undefined || actor === undefined || sentAs === undefined) throw new Error('the chain is not complete')
  return {
    route,
    path: event.rawPath,
    params: withoutGaps(event.pathParameters),
    query: queryOf(event),
    headers,
    actor,
    language,
    correlationId,
    body,
    sentAs,
    networkAddress: event.requestContext.http.sourceIp,
    note: (facts) => Object.assign(exchange.noted, facts),
    remaining: () => context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY,
  }
}

/** What was asked for behind the path. */
export const queryOf = ({ queryStringParameters }: EdgeEvent): EdgeRequest['query'] =>
  withoutGaps(queryStringParameters)

const withoutGaps = (named: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(named ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
