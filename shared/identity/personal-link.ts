import { createHmac, hkdfSync } from 'node:crypto'
import { jwtVerify } from 'jose/jwt/verify'
import * as z from 'zod/mini'
import type { Actor } from '../domain/actor.ts'
import type { ContactId, ProjectId } from '../domain/identifiers.ts'
import { isContactId, isProjectId } from '../domain/identifiers.ts'
import { linkPurposes, type PersonalLinks } from '../use-cases/people.ts'

/** The `typ` of a link's token: never mistaken for an access token, nor the other way round. */
export const linkTokenType = 'link+jwt'
const issuer = 'trin'
const defaultDays = 180
const secondsOfDay = 86_400
/** Characters; ours have some 350. */
const longestKey = 2_000

export interface LinkSettings {
  /** `SIGNING_KEY`: at least 32 characters. The key of the links is derived from it, so that no other use shares it. */
  readonly signingKey: string
  /** Where people reach Trin, without a slash at the end. */
  readonly baseUrl: string
  /** Days until a link expires, by wall time. @default 180 */
  readonly days?: number
}

const keyOf = (signingKey: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', signingKey, 'trin', 'personal links, version 1', 32))

/** Signs personal links: `<BASE_URL>/p/<project>?key=<token>`. */
export const personalLinks = (settings: LinkSettings): PersonalLinks => {
  const key = keyOf(settings.signingKey)
  return {
    linkFor: async ({ project, contact, purpose }) => {
      const now = Math.floor(Date.now() / 1_000)
      const exp = now + (settings.days ?? defaultDays) * secondsOfDay
      const token = signed({ project, purpose, iss: issuer, sub: contact, iat: now, exp }, key)
      return `${settings.baseUrl}/p/${project}?key=${token}`
    },
  }
}

/** A token as `linkReader` has jose read it. Signed by Node's own HMAC: to load Web Crypto, which jose signs by, costs a first mail more than all its links. */
const signed = (said: object, key: Uint8Array): string => {
  const parts = [{ alg: 'HS256', typ: linkTokenType }, said]
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

const claims = z.lazy(() =>
  z.object({
    sub: z.string().check(z.startsWith('con_')),
    project: z.string().check(z.startsWith('prj_')),
    purpose: z.enum(linkPurposes),
  }),
)

/**
 * Reads the token of a personal link. What it says counts only while the project still names this contact in that
 * part: the domain's `rolesOn` sees to that.
 * @throws when the token is not one of ours, or expired.
 */
export const linkReader = (signingKey: string): ((token: string) => Promise<Actor>) => {
  const key = keyOf(signingKey)
  return async (token) => {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer,
      typ: linkTokenType,
      requiredClaims: ['exp', 'sub'],
    })
    const { sub, project, purpose } = z.parse(claims, payload)
    return { kind: 'person', id: contactOf(sub), roles: [purpose], project: projectOf(project), link: true }
  }
}

/**
 * Opens the key of a link to one project.
 * @returns its holder; `expired`: it was good once; `bad`: it is none of ours, or belongs to another project
 */
export const linkOpener = (signingKey: string) => {
  const read = linkReader(signingKey)
  return async (key: string, project: string): Promise<(Actor & { readonly kind: 'person' }) | 'expired' | 'bad'> => {
    if (key.length > longestKey) return 'bad'
    try {
      const holder = await read(key)
      return holder.kind === 'person' && holder.project === project ? holder : 'bad'
    } catch (error) {
      return isExpired(error) ? 'expired' : 'bad'
    }
  }
}

/** By jose's code: only what we signed ourselves is looked at for its age. */
const isExpired = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED'

const contactOf = (id: string): ContactId => {
  if (!isContactId(id)) throw new TypeError('not a contact')
  return id
}
const projectOf = (id: string): ProjectId => {
  if (!isProjectId(id)) throw new TypeError('not a project')
  return id
}
