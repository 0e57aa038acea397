import type { LinkCookies } from '../use-cases/people.ts'
import { type Cookies, endedCookie, hostCookie, namesWith } from './host-cookie.ts'
import { linkOpener } from './personal-link.ts'

const prefix = '__Host-link-'

/** Of those that a browser sends with each request: with more of them a header would grow beyond what the gateway takes. */
const most = 8

/** The cookie that holds the key of a personal link to this project. */
export const linkCookie = (project: string) => `${prefix}${project}` as const

/** The end of every personal link that a browser holds. */
export const closedLinks = (held: Cookies): readonly string[] => namesWith(prefix, held).map(endedCookie)

/**
 * Personal links in cookies, each until the browser is closed: the mail still has the key. The oldest ones go when there
 * are too many.
 * @param signingKey at least 32 characters
 */
export const linkCookies = (signingKey: string): LinkCookies => {
  const open = linkOpener(signingKey)
  return {
    keep: async (key, project, held) => {
      const holder = await open(key, project)
      if (typeof holder === 'string') return holder
      const others = namesWith(prefix, held).filter((name) => name !== linkCookie(project))
      const tooMany = others.slice(0, Math.max(0, others.length - (most - 1)))
      return [hostCookie(linkCookie(project), key), ...tooMany.map(endedCookie)]
    },
    end: (project) => endedCookie(linkCookie(project)),
  }
}
