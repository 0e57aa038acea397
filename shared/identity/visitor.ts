import type { IdentifyVisitor } from '../use-cases/people.ts'
import { linkCookie } from './link-cookies.ts'
import { linkOpener } from './personal-link.ts'
import { visitorBySession } from './visitor-by-session.ts'

/**
 * Who looks at a page, by its cookies: on a project's own pages the holder of a personal link to it, else whoever signed in.
 * What is not good counts as if it were not there.
 * @param signingKey at least 32 characters
 */
export const visitorByCookies = (signingKey: string): IdentifyVisitor => {
  const bySession = visitorBySession(signingKey)
  const openLink = linkOpener(signingKey)
  return async (cookies, { id }) => {
    const signedIn = await bySession(cookies, {})
    const key = id === undefined ? undefined : cookies[linkCookie(id)]
    if (id === undefined || key === undefined) return signedIn
    const holder = await openLink(key, id)
    if (holder === 'bad') return signedIn
    if (holder === 'expired') return signedIn.actor.kind === 'person' ? signedIn : { ...signedIn, expired: 'link' }
    return { actor: holder }
  }
}
