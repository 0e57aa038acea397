import { createHash } from 'node:crypto'
import { verifyJwt } from 'aws-jwt-verify/jwt-verifier'
import * as z from 'zod/mini'
import { type Actor, type Role, roles } from '../domain/actor.ts'
import { type ContactId, isProjectId } from '../domain/identifiers.ts'
import { Unavailable } from '../use-cases/unavailable.ts'
import { issuerKeys, NoSuchKey } from './issuer-keys.ts'

export interface AccessTokenSettings {
  /** Issuer of the OpenID Connect tokens, a URL. */
  readonly issuer: string
  readonly audience: string
  /** The contact of a mail address: `Contacts.idOf`. */
  readonly idOf: (email: string) => ContactId
}

const clockToleranceSeconds = 30

const claims = z.lazy(() =>
  z.object({
    sub: z.string(),
    // Checked where there is one: one without would be good for ever.
    exp: z.number(),
    email: z.optional(z.email()),
    email_verified: z.optional(z.boolean()),
    roles: z.optional(z.array(z.string())),
    authority: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
    project: z.optional(z.string()),
  }),
)

/**
 * Reads OpenID Connect access tokens, signed by a key pair (RS, ES, EdDSA): nothing that a public key could be mistaken for the secret of.
 * @throws `Unavailable` when the issuer's keys cannot be had; any other error means that the token is not valid.
 */
export const accessTokenReader = (settings: AccessTokenSettings): ((token: string) => Promise<Person>) => {
  const keys = issuerKeys(settings.issuer)
  const keyOf = async (_address: string, { header: { kid = '' } }: { readonly header: { readonly kid?: string } }) => {
    try {
      return { ...(await keys(kid === '' ? undefined : kid)), kid }
    } catch (error) {
      if (error instanceof NoSuchKey) throw error
      throw new Unavailable('issuer', { cause: error })
    }
  }
  const options = {
    issuer: settings.issuer,
    audience: settings.audience,
    graceSeconds: clockToleranceSeconds,
    customJwtCheck: refuseOthers,
  }
  // The address is for a fetcher that knows several issuers; ours knows its own.
  return async (token) => actorOf(z.parse(claims, await verifyJwt(token, '', options, keyOf)), settings)
}

/** Tokens of other kinds, as far as they say so. @throws when it is one */
const refuseOthers = ({ header, payload }: { readonly header: object; readonly payload: object }): void => {
  // RFC 7515, 4.1.11: who does not understand what a token calls critical must not take it. We understand none.
  if ('crit' in header) throw new Error('the token has an extension')
  // The hash of an access token stands in an ID token only (OpenID Connect Core 3.1.3.6): nothing can hold its own. Not in
  // each, so that the settings keep what the two are meant for apart.
  if ('at_hash' in payload) throw new Error('the token is an ID token')
}

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
