import { boardPages } from '../../../functions/web/board/pages.ts'
import { casePages } from '../../../functions/web/case/pages.ts'
import { deskTrouble } from '../../../functions/web/desk/failures-away.tsx'
import { deskPages } from '../../../functions/web/desk/pages.ts'
import { entrancePages } from '../../../functions/web/entrance/pages.ts'
import { portfolioPages } from '../../../functions/web/portfolio/pages.ts'
import { projectPages } from '../../../functions/web/project/pages.ts'
import { ideaPages } from '../../../functions/web/submit/pages.ts'
import { router } from '../../../infra/local/gateway/routing.ts'
import { pageRoutes } from '../../../shared/api/page-routes.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import type { EdgeEvent } from '../../../shared/http/exchange.ts'
import { pageEdge } from '../../../shared/http/page-edge.ts'
import type { PageActs } from '../../../shared/http/page-request.ts'
import type { Language } from '../../../shared/i18n/language.ts'
import { formTokens } from '../../../shared/identity/form-token.ts'
import { linkCookies } from '../../../shared/identity/link-cookies.ts'
import { renderLetter } from '../../../shared/mail/render-letter.ts'
import type { LinkRequest } from '../../../shared/use-cases/link-requests.ts'
import type { Visitor } from '../../../shared/use-cases/people.ts'
import { httpEvent, lambdaContext } from '../../fakes/http-event.ts'
import { memoryDeadLetters } from '../../fakes/memory-dead-letters.ts'
import { memorySignIn } from '../../fakes/memory-sign-in.ts'
import { type MemoryStack, signingKey } from '../../fakes/memory-stack.ts'

export interface PageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly text: string
}

export interface Looking {
  /** @default nobody in particular */
  readonly as?: Visitor
  /** @default 'da' */
  readonly language?: Language
  readonly headers?: Readonly<Record<string, string>>
}

/** Somebody who signed in, by their name. */
export const signedIn = (actor: Actor, name = 'Signe Dahl'): Visitor => ({ actor, name })

/**
 * The pages over a stack in memory: what a browser asks goes through the whole of their edge. Who looks is said with each
 * request, under the name of a cookie.
 * @param options `assets` the folder of what `/assets` serves; `acts` in the place of the real ones
 */
export const pageWorld = (
  stack: MemoryStack,
  { assets = '', acts = {} }: { readonly assets?: string; readonly acts?: PageActs } = {},
) => {
  const find = router(
    pageRoutes.map(({ method, path }) => ({ routeKey: `${method} ${path}`, functionArn: '', timeout: 0 })),
  )
  const visitors = new Map<string, Visitor>()
  const deadLetters = memoryDeadLetters()
  const parts = {
    ports: {
      ...stack,
      typesetter: { letter: renderLetter },
      deadLetters,
    },
    links: linkCookies(signingKey),
    assets,
  }
  const links = { send: async (request: LinkRequest) => void stack.asked.push(request) }
  const entrance = entrancePages({
    ports: { links, contacts: stack.contacts },
    signIn: memorySignIn(),
    issuer: 'https://login.example',
  })
  const handler = pageEdge({
    identify: async ({ who = '' }) => visitors.get(who) ?? { actor: { kind: 'anonymous' } },
    tokens: formTokens(signingKey),
    acts: {
      ...ideaPages(parts),
      ...projectPages(parts),
      ...portfolioPages(parts),
      ...deskPages(parts),
      ...casePages(parts),
      ...boardPages(parts),
      ...entrance,
      ...acts,
    },
    present: deskTrouble,
    write: () => {},
  })
  /** What a visitor's browser sends as a cookie. */
  const cookieOf = (visitor: Visitor): string => {
    const who = Buffer.from(JSON.stringify(visitor)).toString('base64url')
    visitors.set(who, visitor)
    return `who=${who}`
  }

  /** One request, as the gateway would route it; 404 as the gateway's where no route is there. */
  const ask = async (
    method: string,
    address: string,
    {
      headers = {},
      cookies = [],
      body,
    }: {
      readonly headers?: Readonly<Record<string, string>>
      readonly cookies?: readonly string[]
      readonly body?: string
    },
  ): Promise<{
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly cookies: readonly string[]
    readonly bytes: Buffer
  }> => {
    const url = new URL(address, 'http://localhost')
    const match = find(method, url.pathname)
    if (match === undefined) return { status: 404, headers: {}, cookies: [], bytes: Buffer.from('no such route') }
    const event: EdgeEvent = {
      ...httpEvent({
        route: match.route.routeKey,
        params: match.parameters,
        headers,
        cookies,
        ...(url.search === '' ? {} : { query: Object.fromEntries(url.searchParams) }),
        ...(body === undefined ? {} : { body }),
      }),
      rawPath: url.pathname,
    }
    const answer = await handler(event, lambdaContext())
    return {
      status: answer.statusCode ?? 0,
      headers: Object.fromEntries(Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)])),
      cookies: answer.cookies ?? [],
      bytes: Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8'),
    }
  }

  const asText = async (asked: ReturnType<typeof ask>): Promise<PageAnswer> => {
    const { bytes, ...rest } = await asked
    return { ...rest, text: bytes.toString('utf8') }
  }
  const headersOf = ({ language = 'da', headers = {} }: Looking) => ({ 'accept-language': language, ...headers })
  const cookiesOf = ({ as }: Looking) => (as === undefined ? [] : [cookieOf(as)])

  return {
    stack,
    deadLetters,
    ask,
    cookieOf,
    get: (address: string, looking: Looking = {}): Promise<PageAnswer> =>
      asText(ask('GET', address, { headers: headersOf(looking), cookies: cookiesOf(looking) })),
    /** Sends a form of ours, with a good token unless `fields` say another; what follows from it follows. */
    post: async (
      address: string,
      fields: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
      looking: Looking = {},
    ): Promise<PageAnswer> => {
      const form = new URLSearchParams({
        _token: formTokens(signingKey).issue(looking.as?.actor ?? { kind: 'anonymous' }),
      })
      for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
        if (name.startsWith('_')) form.set(name, value)
        else form.append(name, value)
      const answer = await asText(
        ask('POST', address, {
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
            ...headersOf(looking),
          },
          cookies: cookiesOf(looking),
          body: form.toString(),
        }),
      )
      await stack.settle()
      return answer
    },
  }
}
export type PageWorld = ReturnType<typeof pageWorld>
