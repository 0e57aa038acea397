import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { PageKey } from '../api/page-routes.ts'
import type { RouteKey } from '../api/routes.ts'
import type { Actor } from '../domain/actor.ts'
import type { Language } from '../i18n/language.ts'
import type { Facts } from '../logging/log-line.ts'
import type { Origin } from '../tracing/trace-context.ts'

/** A request as the acts of a function see it: who, what, in which language; nothing of the gateway's. */
export interface EdgeRequest {
  readonly route: RouteKey | PageKey
  /** The path as called, without the query. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly actor: Actor
  readonly language: Language
  readonly correlationId: string
  /** What was sent, read but not yet looked at; `{}` where nothing was. */
  readonly body: unknown
  /** `form`: it came as `application/x-www-form-urlencoded`, so that every value is text. */
  readonly sentAs: 'json' | 'form'
  /** What the request's log line is to say of it: which command it became, and on what. */
  readonly note: (facts: Noted) => void
  /** The network address it comes from: for counting only, under a keyed hash. */
  readonly networkAddress: string
  /** Milliseconds until the invocation is ended. */
  readonly remaining: () => number
}

/** What is found out of a request on its way. */
export type Noted = Pick<Facts, 'command' | 'stream'>

/** What an act answers. `text` is sent as it stands, `json` as JSON. */
export interface EdgeAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly text?: string
  /** What is no text, or compressed. */
  readonly bytes?: Uint8Array
  /** Whole `Set-Cookie` values. */
  readonly cookies?: readonly string[]
}

/** One route's act: parses, calls one use-case, maps the result. */
export type Act = (request: EdgeRequest) => Promise<EdgeAnswer>
export type Acts = Readonly<Partial<Record<RouteKey | PageKey, Act>>>

/** What the middlewares learn about a request, step by step. */
export interface Exchange extends Origin {
  readonly startedAt: number
  language: Language
  readonly headers: Readonly<Record<string, string>>
  readonly noted: { -readonly [fact in keyof Noted]: Noted[fact] }
  route?: RouteKey | PageKey
  actor?: Actor
  body?: unknown
  sentAs?: 'json' | 'form'
}

export type EdgeEvent = APIGatewayProxyEventV2 & { exchange?: Exchange }

/** @throws when the middleware that begins the exchange is not the first of the chain: a mistake of ours. */
export const exchangeOf = (event: EdgeEvent): Exchange => {
  if (event.exchange === undefined) throw new Error('the exchange has not begun')
  return event.exchange
}
