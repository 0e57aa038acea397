import type { MiddlewareObj, Request } from '@middy/core'
import middy from '@middy/core'
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { pageRoutes } from '../api/page-routes.ts'
import { type Language, languageOf } from '../i18n/language.ts'
import { standardOutput, type WriteLine } from '../logging/log-line.ts'
import type { FormTokens, IdentifyVisitor, Visitor } from '../use-cases/people.ts'
import { answerOf } from './answer-of.ts'
import { compressed } from './compressed.ts'
import { type EdgeAnswer, type EdgeEvent, type Exchange, exchangeOf } from './exchange.ts'
import { admitted, begun, doorsOf, logged, routed, secured, withBody } from './middlewares.ts'
import { type KeptForm, keptFormOf, languageWanted, receive } from './our-form.ts'
import { keptLanguage, rememberedLanguage } from './page-language.ts'
import type { PageActs, PageRequest, ShownAgain } from './page-request.ts'
import { troubleOf } from './problem.ts'
import { type BodyRules, readBody } from './read-body.ts'
import { queryOf, requestOf } from './request-of.ts'
import { type SentForm, sentForm } from './sent-form.ts'
import { InTrouble, type Trouble } from './trouble.ts'

/** A page that says what went wrong. */
export type PresentTrouble = (
  trouble: Trouble,
  about: {
    readonly language: Language
    readonly correlationId: string
    readonly path: string
    readonly query: PageRequest['query']
    readonly visitor: Visitor
    readonly token: string
    /** What was sent, where it can be sent again. */
    readonly kept?: KeptForm
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
  again: ShownAgain | undefined
}
type Middleware = MiddlewareObj<PageEvent, APIGatewayProxyStructuredResultV2>
type Passing = Request<PageEvent, APIGatewayProxyStructuredResultV2>

const timeoutEarlyInMillis = 300
const nobodyYet: Visitor = { actor: { kind: 'anonymous' } }
const nothingSent: SentForm = { typed: {}, values: {}, own: {} }
const forms: BodyRules = { forms: true }

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
      const answer = remembering(await act(request), request.again === 'language' ? request.language : undefined)
      return answerOf(compressed(answer, request.headers['accept-encoding']))
    },
    {
      timeoutEarlyInMillis,
      timeoutEarlyResponse: () => {
        throw new InTrouble({ kind: 'unavailable' })
      },
    },
  ).use([
    logged(settings.write ?? standardOutput),
    begun((event, headers) => rememberedLanguage(cookiesOf(event)) ?? languageOf(headers['accept-language'])),
    secured(pageHeaders(settings.issuer)),
    presented(settings),
    routed(settings.acts, doors),
    seen(settings),
    admitted(doors),
    withBody(forms),
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

const seenOf = (event: PageEvent): Seen => {
  event.page ??= { cookies: cookiesOf(event), visitor: nobodyYet, form: nothingSent, formAge: 0, again: undefined }
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

/** What a form sent, where it counts. */
const ours = ({ tokens }: PageEdgeSettings): Middleware => ({
  before: ({ event }) => {
    const exchange = exchangeOf(event)
    if (event.requestContext.http.method !== 'POST') return
    const page = seenOf(event)
    page.form = formIn(exchange)
    const { route = '', headers } = exchange
    const incoming = { form: page.form, headers, actor: page.visitor.actor, tokens }
    const { age, again, language } = receive(incoming, route, doors.get(route)?.access === 'public')
    page.formAge = age
    page.again = again
    if (language !== undefined) exchange.language = language
    exchange.body = page.form.values
  },
})

const formIn = ({ body, sentAs }: Pick<Exchange, 'body' | 'sentAs'>): SentForm =>
  sentForm(sentAs === 'form' ? (body as Parameters<typeof sentForm>[0]) : {})

/** What a form sent, wherever on its way it came to trouble. */
const formOf = (event: PageEvent): SentForm => {
  const { form } = seenOf(event)
  if (form !== nothingSent || event.requestContext.http.method !== 'POST') return form
  try {
    return formIn(readBody(event, exchangeOf(event).headers['content-type'], forms))
  } catch {
    return nothingSent
  }
}

const presented = ({ present, tokens }: PageEdgeSettings): Middleware => ({
  onError: (request: Passing) => {
    const { event, error } = request
    const exchange = exchangeOf(event)
    const { correlationId, headers } = exchange
    const { visitor } = seenOf(event)
    const trouble = troubleOf(error)
    const kept = keptFormOf(trouble, { form: formOf(event), headers, actor: visitor.actor, tokens })
    const wanted = kept === undefined ? undefined : languageWanted(kept.form)
    const answer = present(trouble, {
      language: wanted ?? exchange.language,
      correlationId,
      path: event.rawPath,
      query: queryOf(event),
      visitor,
      token: tokens.issue(visitor.actor),
      ...(kept === undefined ? {} : { kept }),
    })
    request.response = answerOf(compressed(remembering(answer, wanted), headers['accept-encoding']))
  },
})

/** The answer to a change of language: the browser remembers it. */
const remembering = (answer: EdgeAnswer, language: Language | undefined): EdgeAnswer =>
  language === undefined ? answer : { ...answer, cookies: [...(answer.cookies ?? []), keptLanguage(language)] }

const pageRequestOf = (event: PageEvent, context: Context, tokens: FormTokens): PageRequest => {
  const request = requestOf(event, context)
  const { cookies, visitor, form, formAge, again } = seenOf(event)
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
    ...(again === undefined ? {} : { again }),
    token: tokens.issue(visitor.actor),
  }
}

const routeOf = ({ route }: PageRequest) => route as keyof PageActs
