import { linkQuery, linksBody } from '../../shared/api/reads.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import type { Act } from '../../shared/http/exchange.ts'
import { parse } from '../../shared/http/parse.ts'
import { InTrouble } from '../../shared/http/trouble.ts'
import type { PortfolioPorts } from './ports.ts'
import { projectIn, unlessSeen, viewFor } from './read-one.ts'

/**
 * `POST /api/links`: a personal link by mail, again. Nothing is looked up here, so that answer and time are the same
 * whether anybody has this address or not.
 */
export const requestLink =
  ({ links, contacts }: PortfolioPorts): Act =>
  async ({ body, correlationId }) => {
    const { email, project } = parse(linksBody, body)
    await links.send({ contact: contacts.idOf(email), project, correlationId })
    return { status: 202, json: { accepted: true } }
  }

/** The key is in the address: it must not travel on to another page, nor stay in a cache. */
const keepsKey = { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' } as const

/** An access token does not belong in an address, where histories keep it: there it opens nothing. */
const isLink = (holder: Actor): boolean => holder.kind === 'person' && holder.link === true

/** `GET /p/{id}?key=`: the project as the link's holder sees it, and what they may do. Opening it changes nothing. */
export const openLink =
  (ports: PortfolioPorts): Act =>
  async ({ params, query, actor, headers }) => {
    const id = projectIn(params)
    const { key } = parse(linkQuery, query)
    const holder = key === undefined ? actor : await ports.identify(`Bearer ${key}`)
    if (holder === 'bad-token' || (key !== undefined && !isLink(holder)))
      throw new InTrouble({ kind: 'unauthenticated', why: 'bad-token' })
    const { view } = await viewFor(id, holder, ports)
    const answer = unlessSeen(headers['if-none-match'], view.version, view)
    return { ...answer, headers: { ...answer.headers, ...keepsKey } }
  }
