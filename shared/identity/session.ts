import * as z from 'zod/mini'
import { type Actor, roles } from '../domain/actor.ts'
import { isContactId, isProjectId } from '../domain/identifiers.ts'
import type { Visitor } from '../use-cases/people.ts'
import { endedCookie, hostCookie } from './host-cookie.ts'
import { sealBy } from './seal.ts'

/** The cookie that says who signed in. */
export const sessionCookie = '__Host-session'
const longestSeconds = 8 * 3_600

const text = z.string().check(z.minLength(1), z.maxLength(200))
const content = z.object({
  until: z.number(),
  id: z.string().check(z.refine(isContactId)),
  name: text,
  roles: z.array(z.enum(roles)),
  authority: z.exactOptional(text),
  project: z.exactOptional(z.string().check(z.refine(isProjectId))),
})

export interface Sessions {
  /** The cookie for whoever signed in, good for eight hours. */
  open(actor: Actor & { readonly kind: 'person' }, name: string): string
  /** Who the cookie's value stands for; undefined where it is none of ours. */
  read(value: string): Visitor | undefined
}

/** The cookie that ends a session. */
export const closedSession = endedCookie(sessionCookie)

/** Sessions without a store: who somebody is stands sealed in their cookie. @param signingKey at least 32 characters */
export const sessions = (signingKey: string, now: () => number = Date.now): Sessions => {
  const seal = sealBy(signingKey, 'session')
  return {
    open: ({ id, roles, authority, project }, name) => {
      const value = seal.close(
        JSON.stringify({
          until: now() + longestSeconds * 1_000,
          id,
          name: name.slice(0, 200),
          roles,
          authority,
          project,
        }),
      )
      return hostCookie(sessionCookie, value, longestSeconds)
    },
    read: (value) => {
      const opened = seal.open(value)
      if (opened === undefined) return undefined
      const held = z.safeParse(content, JSON.parse(opened))
      // Of a version that knew other roles, say: signing in anew mends it.
      if (!held.success) return undefined
      const { until, name, id, roles, authority, project } = held.data
      if (now() >= until) return { actor: { kind: 'anonymous' }, expired: 'session' }
      return {
        actor: {
          kind: 'person',
          id: id as `con_${string}`,
          roles,
          ...(authority === undefined ? {} : { authority }),
          ...(project === undefined ? {} : { project: project as `prj_${string}` }),
        },
        name,
      }
    },
  }
}
