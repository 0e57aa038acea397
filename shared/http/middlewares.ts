import type { MiddlewareObj, Request } from '@middy/core'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { PageKey } from '../api/page-routes.ts'
import type { Route, RouteKey } from '../api/routes.ts'
import { type Language, languageOf } from '../i18n/language.ts'
import { type Facts, logTo, type WriteLine } from '../logging/log-line.ts'
import { stopwatch } from '../stopwatch.ts'
import { originOf } from '../tracing/trace-context.ts'
import type { Identify } from '../use-cases/people.ts'
import { type EdgeEvent, exchangeOf } from './exchange.ts'
import { problemOf, troubleOf } from './problem.ts'
import { type BodyRules, readBody } from './read-body.ts'
import { InTrouble } from './trouble.ts'

type Middleware = MiddlewareObj<EdgeEvent, APIGatewayProxyStructuredResultV2>
type Passing = Request<EdgeEvent, APIGatewayProxyStructuredResultV2>

const headersOf = (event: EdgeEvent): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(event.headers ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), value]],
    ),
  )

/** Begins the exchange, and says whose sake it is for. @param language the reader's, where it is chosen by more than a header */
export const begun = (
  language: (event: EdgeEvent, headers: Readonly<Record<string, string>>) => Language = (_, headers) =>
    languageOf(headers['accept-language']),
): Middleware => ({
  before: ({ event }) => {
    const headers = headersOf(event)
    event.exchange = {
      startedAt: stopwatch(),
      ...originOf(headers),
      language: language(event, headers),
      headers,
      noted: {},
    }
  },
})

/** One line for each request, without anything personal: no path beyond ids of ours, no query, no body. */
export const logged = (write: WriteLine): Middleware => {
  const line = ({ event, context, response, error }: Passing) => {
    const { exchange } = event
    const status = Number(response?.statusCode ?? 500)
    const cause = error instanceof InTrouble ? error.cause : error
    logTo(write, context)(status >= 500 ? 'error' : 'info', 'request', {
      correlationId: exchange?.correlationId,
      trace: exchange?.trace,
      stream: streamIn(event),
      ...exchange?.noted,
      route: event.routeKey,
      caller: exchange?.actor?.kind,
      status,
      ...(error instanceof InTrouble ? wayOf(error) : {}),
      milliseconds: exchange === undefined ? undefined : Math.round(stopwatch() - exchange.startedAt),
      ...(status >= 500 && cause ? { cause } : {}),
    })
  }
  return { after: line, onError: line }
}

/** A path can hold anything somebody typed: only what is an id of ours is told. */
const streamIn = ({ pathParameters }: EdgeEvent): Facts['stream'] => {
  const [, kind, id] = /^(prj|mtg)_([0-9A-HJKMNP-TV-Z]{26})$/.exec(pathParameters?.id ?? '') ?? []
  if (kind === undefined) return undefined
  return kind === 'prj' ? `prj_${id}` : `mtg_${id}`
}

const wayOf = ({ trouble }: InTrouble): Facts => ({
  trouble: trouble.kind,
  ...(trouble.kind === 'refused' ? { rule: trouble.refusal.rule } : {}),
})

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cache-control': 'no-store',
} as const

/** Headers every answer carries; what an act says itself wins, such as what may be cached. */
export const secured = (more: Readonly<Record<string, string>> = {}): Middleware => {
  const secure = ({ event, response }: Passing) => {
    if (!response) return
    response.headers = {
      ...securityHeaders,
      ...more,
      'x-correlation-id': exchangeOf(event).correlationId,
      ...response.headers,
    }
  }
  return { after: secure, onError: secure }
}

/** Whatever was thrown becomes a problem in the caller's language. */
export const problems = (): Middleware => ({
  onError: (request) => {
    const { language, correlationId } = exchangeOf(request.event)
    const { status, headers, problem } = problemOf(troubleOf(request.error), language, correlationId)
    request.response = { statusCode: status, headers: { ...headers }, body: JSON.stringify(problem) }
  },
})

/** Who may come in at all, by the keys of the routes. */
export type Doors = ReadonlyMap<string, Pick<Route, 'access'>>
export const doorsOf = (table: readonly Pick<Route, 'method' | 'path' | 'access'>[]): Doors =>
  new Map(table.map((route) => [`${route.method} ${route.path}`, route]))

/** Only what stands in the table of routes and is this function's. `HEAD` is answered as `GET`; the gateway leaves out the body. */
export const routed = (acts: Readonly<Partial<Record<RouteKey | PageKey, unknown>>>, doors: Doors): Middleware => {
  const isServed = (key: string): key is RouteKey | PageKey =>
    doors.has(key) && acts[key as RouteKey | PageKey] !== undefined
  return {
    before: ({ event }) => {
      const key = event.routeKey.replace(/^HEAD /, 'GET ')
      if (!isServed(key)) throw new InTrouble({ kind: 'not-found' })
      exchangeOf(event).route = key
    },
  }
}

/** Who speaks. A token that names nobody we trust is refused everywhere, so that nobody believes to be signed in. */
export const identified = (identify: Identify): Middleware => ({
  before: async ({ event }) => {
    const exchange = exchangeOf(event)
    const actor = await identify(exchange.headers.authorization)
    if (actor === 'bad-token') throw new InTrouble({ kind: 'unauthenticated', why: 'bad-token' })
    exchange.actor = actor
  },
})

/** The access table: whoever can never do it is kept out before anything is read. */
export const admitted = (doors: Doors): Middleware => ({
  before: ({ event }) => {
    const { route, actor } = exchangeOf(event)
    const access = route === undefined ? undefined : doors.get(route)?.access
    if (access === 'public') return
    if (actor?.kind !== 'person') throw new InTrouble({ kind: 'unauthenticated', why: 'unauthenticated' })
    const allowed = access?.roles ?? []
    if (!actor.roles.some((role) => allowed.includes(role))) throw new InTrouble({ kind: 'forbidden', roles: allowed })
  },
})

/** The body, within its limits. */
export const withBody = (rules: BodyRules): Middleware => ({
  before: ({ event }) => {
    const exchange = exchangeOf(event)
    const { body, sentAs } = readBody(event, exchange.headers['content-type'], rules)
    exchange.body = body
    exchange.sentAs = sentAs
  },
})
