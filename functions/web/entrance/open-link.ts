import { isMeetingId } from '../../../shared/domain/identifiers.ts'
import type { PageAct } from '../../../shared/http/page-request.ts'
import { projectIn } from '../../../shared/http/project-acts.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import type { LinkCookies } from '../../../shared/use-cases/people.ts'
import { seeOther } from '../layout.tsx'
import { readerOf } from '../reader.ts'
import { linkNeeded } from './link-needed.tsx'

/** The key is in the address: it must not travel on to another page. */
const keepsKey = { 'referrer-policy': 'no-referrer' } as const

/**
 * `GET /p/{id}?key=`: the key of a personal link goes into a cookie, and the reader to the address without it, which lets
 * nobody else in. Nothing of the project changes, since programs that read mail open what they find.
 * @param show the page itself, for whoever has come in
 */
export const openLink =
  (links: LinkCookies, show: PageAct): PageAct =>
  async (request) => {
    const { id = '' } = request.params
    // Mail about a meeting has an address of the same kind.
    if (isMeetingId(id)) return seeOther(`/board/${id}`)
    const project = projectIn(request)
    const { key } = request.query
    if (key === undefined) return request.actor.kind === 'person' ? show(request) : askToComeIn()
    const kept = await links.keep(key, project, request.cookies)
    const answer =
      typeof kept === 'string' ? linkNeeded(readerOf(request), project, kept) : seeOther(`/p/${project}`, kept)
    return { ...answer, headers: { ...answer.headers, ...keepsKey } }
  }

const askToComeIn = (): never => {
  throw new InTrouble({ kind: 'unauthenticated', why: 'unauthenticated' })
}

/**
 * `POST /p/{id}/forget-link`: this browser forgets the personal link, for whoever sits at a machine that others use. The link in
 * the mail stays good.
 * @param act what every other act of these pages does
 */
export const forgetLink =
  (links: LinkCookies, act: PageAct): PageAct =>
  async (request) =>
    request.params.act === 'forget-link'
      ? seeOther('/signed-out?link=1', [links.end(projectIn(request))])
      : act(request)
