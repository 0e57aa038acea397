import { createHash } from 'node:crypto'
import { type JWTVerifyGetKey, jwtVerify } from 'jose/jwt/verify'
import * as z from 'zod/mini'
import { type Actor, type Role, roles } from '../domain/actor.ts'
import { type ContactId, isProjectId } from '../domain/identifiers.ts'
import { Unavailable } from '../use-cases/unavailable.ts'
import { issuerKeys } from './issuer-keys.ts'

export interface AccessTokenSettings {
  /** Issuer of the OpenID Connect tokens, a URL. */
  readonly issuer: string
  readonly audience: string
  /** The contact of a mail address: `Contacts.idOf`. */
  readonly idOf: (email: string) => ContactId
}

/** Signatures by a key pair only: nothing that a public key could be mistaken for the secret of. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']
const clockToleranceSeconds = 30

const claims = z.lazy(() =>
  z.object({
    sub: z.string(),
    email: z.optional(z.email()),
    email_verified: z.optional(z.boolean()),
    roles: z.optional(z.array(z.string())),
    authority: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
    project: z.optional(z.string()),
  }),
)

/**
 * Reads OpenID Connect access tokens.
 * @throws `Unavailable` when the issuer's keys cannot be had; any other error means that the token is not valid.
 */
export const accessTokenReader = (settings: AccessTokenSettings): ((token: string) => Promise<Person>) => {
  const keys = issuerKeys(settings.issuer)
  const getKey: JWTVerifyGetKey = async (header, token) => {
    try {
      return await keys(header, token)
    } catch (error) {
      if (isNoSuchKey(error)) throw error
      throw new Unavailable('issuer', { cause: error })
    }
  }
  return async (token) => {
    const { payload } = await jwtVerify(token, getKey, {
      algorithms,
      issuer: settings.issuer,
      audience: settings.audience,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp', 'sub'],
    })
    return actorOf(z.parse(claims, payload), settings)
  }
}

/** The token names a key that the issuer does not have: the token's fault, not the issuer's. */
const isNoSuchKey = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ERR_JWKS_NO_MATCHING_KEY', 'ERR_JWKS_MULTIPLE_MATCHING_KEYS', 'ERR_JOSE_NOT_SUPPORTED'].includes(String(error.code))

type Person = Actor & { readonly kind: 'person' }

const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name)

const actorOf = (said: z.output<typeof claims>, settings: AccessTokenSettings): Person => {
  // An address that its owner has not confirmed would let anybody be anybody.
  const email = said.email_verified === false ? undefined : said.email
  const subject = createHash('sha256').update(`${settings.issuer} ${said.sub}`).digest('hex')
  return {
    kind: 'person',
    id: settings.idOf(email ?? `subject:${subject}`),
    roles: (said.roles ?? []).filter(isRole),
    ...(said.authority === undefined ? {} : { authority: said.authority }),
    ...(said.project !== undefined && isProjectId(said.project) ? { project: said.project } : {}),
  }
}
