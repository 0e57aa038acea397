import type { LinkCookies } from '../use-cases/people.ts'
import { linkOpener } from './personal-link.ts'

const prefix = '__Host-link-'
const ofAnyProject = /^__Host-link-prj_\w+$/

/** Of those that a browser sends with each request: with more of them a header would grow beyond what the gateway takes. */
const most = 8

/** The cookie that holds the key of a personal link to this project. */
export const linkCookie = (project: string): string => `${prefix}${project}`

/**
 * The end of every personal link that a browser holds.
 * @param held the cookies that the browser has
 */
export const closedLinks = (held: Readonly<Record<string, string>>): readonly string[] => linksIn(held).map(closed)

/**
 * Personal links in cookies, each until the browser is closed: the mail still has the key. Browsers send the oldest cookie
 * first; the oldest ones go when there are too many.
 * @param signingKey at least 32 characters
 */
export const linkCookies = (signingKey: string): LinkCookies => {
  const open = linkOpener(signingKey)
  return {
    keep: async (key, project, held) => {
      const holder = await open(key, project)
      if (typeof holder === 'string') return holder
      const others = linksIn(held).filter((name) => name !== linkCookie(project))
      const tooMany = others.slice(0, Math.max(0, others.length - (most - 1)))
      return [`${linkCookie(project)}=${key}; Path=/; Secure; HttpOnly; SameSite=Lax`, ...tooMany.map(closed)]
    },
  }
}

const linksIn = (held: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(held).filter((name) => ofAnyProject.test(name))

const closed = (name: string): string => `${name}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`
