import type { MiddlewareObj, Request } from '@middy/core'
import middy from '@middy/core'
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import type { PageKey } from '../api/page-routes.ts'
import { pageRoutes } from '../api/page-routes.ts'
import { type Language, languageOf, languages } from '../i18n/language.ts'
import { standardOutput, type WriteLine } from '../logging/log-line.ts'
import type { FormTokens, IdentifyVisitor, Visitor } from '../use-cases/people.ts'
import { answerOf } from './answer-of.ts'
import { compressed } from './compressed.ts'
import { type EdgeAnswer, type EdgeEvent, exchangeOf } from './exchange.ts'
import { admitted, begun, doorsOf, logged, routed, secured, withBody } from './middlewares.ts'
import type { PageActs, PageRequest } from './page-request.ts'
import { troubleOf } from './problem.ts'
import { requestOf } from './request-of.ts'
import { type SentForm, sentForm } from './sent-form.ts'
import { InTrouble, type Trouble } from './trouble.ts'

/** A page that says what went wrong. */
export type PresentTrouble = (
  trouble: Trouble,
  about: {
    readonly language: Language
    readonly correlationId: string
    readonly path: string
    readonly visitor: Visitor
    readonly token: string
  },
) => EdgeAnswer

export interface PageEdgeSettings {
  readonly identify: IdentifyVisitor
  readonly tokens: FormTokens
  /** What the function shows and does, by route; any other route is not found. */
  readonly acts: PageActs
  readonly present: PresentTrouble
  /** Of the OpenID provider, whither signing out may lead. */
  readonly issuer?: string
  /** @default standard output */
  readonly write?: WriteLine
}

type PageEvent = EdgeEvent & { page?: Seen }
interface Seen {
  readonly cookies: Readonly<Record<string, string>>
  visitor: Visitor
  form: SentForm
  formAge: number
  isStale: boolean
}
type Middleware = MiddlewareObj<PageEvent, APIGatewayProxyStructuredResultV2>
type Passing = Request<PageEvent, APIGatewayProxyStructuredResultV2>

const timeoutEarlyInMillis = 300
const nobodyYet: Visitor = { actor: { kind: 'anonymous' } }
const nothingSent: SentForm = { typed: {}, values: {}, own: {} }

/**
 * The handler of a function that answers with pages: the chain of the API's `edge`, but for who speaks (cookies), what
 * may come from where (a form of ours only) and how trouble looks (a page).
 */
export const pageEdge = (settings: PageEdgeSettings) =>
  middy<PageEvent, APIGatewayProxyStructuredResultV2>(
    async (event: PageEvent, context: Context) => {
      const request = pageRequestOf(event, context, settings.tokens)
      const act = settings.acts[routeOf(request)]
      if (act === undefined) throw new InTrouble({ kind: 'not-found' })
      return answerOf(compressed(await act(request), request.headers['accept-encoding']))
    },
    {
      timeoutEarlyInMillis,
      timeoutEarlyResponse: () => {
        throw new InTrouble({ kind: 'unavailable' })
      },
    },
  ).use([
    logged(settings.write ?? standardOutput),
    begun((event, headers) => chosenLanguage(cookiesOf(event)) ?? languageOf(headers['accept-language'])),
    secured(pageHeaders(settings.issuer)),
    presented(settings),
    routed(settings.acts, doors),
    seen(settings),
    admitted(doors),
    withBody({ forms: true }),
    ours(settings),
  ])

const doors = doorsOf(pageRoutes)

/** Everything from our own origin, nothing inline, nobody frames it. */
const pageHeaders = (issuer: string | undefined) => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action 'self'${issuer === undefined ? '' : ` ${new URL(issuer).origin}`}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
})

/** What a browser sends in `Cookie`, which the gateway hands on one by one; of two of one name the first counts. */
const cookiesOf = ({ cookies }: PageEvent): Readonly<Record<string, string>> => {
  const named: Record<string, string> = Object.create(null)
  for (const cookie of cookies ?? []) {
    const at = cookie.indexOf('=')
    const name = cookie.slice(0, at).trim()
    if (at > 0 && !(name in named)) named[name] = cookie.slice(at + 1).trim()
  }
  return named
}

/** The cookie that remembers which language somebody chose. */
export const languageCookie = '__Host-language'
const chosenLanguage = (cookies: Readonly<Record<string, string>>): Language | undefined =>
  languages.find((one) => one === cookies[languageCookie])

const seenOf = (event: PageEvent): Seen => {
  event.page ??= { cookies: cookiesOf(event), visitor: nobodyYet, form: nothingSent, formAge: 0, isStale: false }
  return event.page
}

/** Where in a route stands that it is a page of the people of one project. */
const ownPages = ' /p/{id}'

/** Who looks. */
const seen = ({ identify }: PageEdgeSettings): Middleware => ({
  before: async ({ event }) => {
    const page = seenOf(event)
    const exchange = exchangeOf(event)
    const { id } = event.pathParameters ?? {}
    // A desk shows a project by its id as well: who comes there does so by their role, whatever links they hold.
    const isOwn = id !== undefined && exchange.route?.includes(ownPages) === true
    page.visitor = await identify(page.cookies, isOwn ? { id } : {})
    exchange.actor = page.visitor.actor
  },
})

/**
 * Routes that take a form which lay open for too long, to show it again as it was typed (`attempt`), and those that only show
 * something, or end what a browser holds. Any other refuses it.
 */
const showAgain: ReadonlySet<string> = new Set<PageKey>([
  'POST /',
  'POST /preview',
  'POST /p/{id}/{act}',
  'POST /links',
  'POST /sign-out',
  'POST /desk/people',
  'POST /desk/projects/{id}/{act}',
  'POST /board/call',
  'POST /board/{id}/{act}',
])

/**
 * A form counts only if it is ours: the browser says that it comes from this site (Fetch Metadata, else `Origin`), and it
 * carries a token that was issued to whoever sends it.
 */
const ours = ({ tokens }: PageEdgeSettings): Middleware => ({
  before: ({ event }) => {
    const exchange = exchangeOf(event)
    if (event.requestContext.http.method !== 'POST') return
    const page = seenOf(event)
    page.form = sentForm(exchange.sentAs === 'form' ? (exchange.body as Parameters<typeof sentForm>[0]) : {})
    const opened = tokens.open(page.form.own._token ?? '', page.visitor.actor)
    if (isFromElsewhere(exchange.headers) || opened === 'bad') throw new InTrouble({ kind: 'not-our-form' })
    if (opened.isStale && !showAgain.has(exchange.route ?? '')) throw new InTrouble({ kind: 'not-our-form' })
    page.formAge = opened.ageMillis
    page.isStale = opened.isStale
    exchange.body = page.form.values
  },
})

const isFromElsewhere = (headers: Readonly<Record<string, string>>): boolean => {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin'
  const { origin, host } = headers
  if (origin === undefined) return false
  try {
    return new URL(origin).host !== host
  } catch {
    return true
  }
}

const presented = ({ present, tokens }: PageEdgeSettings): Middleware => ({
  onError: (request: Passing) => {
    const { language, correlationId, headers } = exchangeOf(request.event)
    const { visitor } = seenOf(request.event)
    const answer = present(troubleOf(request.error), {
      language,
      correlationId,
      path: request.event.rawPath,
      visitor,
      token: tokens.issue(visitor.actor),
    })
    request.response = answerOf(compressed(answer, headers['accept-encoding']))
  },
})

const pageRequestOf = (event: PageEvent, context: Context, tokens: FormTokens): PageRequest => {
  const request = requestOf(event, context)
  const { cookies, visitor, form, formAge, isStale } = seenOf(event)
  const { _key: key, _version: version } = form.own
  return {
    ...request,
    // What a client of the API says in headers, a form says in fields.
    headers: {
      ...request.headers,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    visitor,
    cookies,
    form,
    formAge,
    isStale,
    networkAddress: event.requestContext.http.sourceIp,
    token: tokens.issue(visitor.actor),
  }
}

const routeOf = ({ route }: PageRequest) => route as keyof PageActs
