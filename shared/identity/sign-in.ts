import * as oauth from 'oauth4webapi'
import * as z from 'zod/mini'
import type { Finished, NotSignedIn, SignIn } from '../use-cases/sign-in.ts'
import { Unavailable } from '../use-cases/unavailable.ts'
import { type AccessTokenSettings, accessTokenReader } from './access-token.ts'
import { type Attempt, attempts } from './attempt.ts'
import { type IssuerMetadata, issuerMetadata } from './issuer-metadata.ts'
import { closedLinks } from './link-cookies.ts'
import { closedSession, sessions } from './session.ts'

/** What the provider knows Trin as. */
export interface Client {
  readonly id: string
  /** Absent: the provider trusts the code challenge alone (a public client). */
  readonly secret?: string | undefined
  readonly scope: string
  /** What else it has to be asked, so that its access token is meant for Trin: `resource` (RFC 8707), `audience`. */
  readonly parameters: Readonly<Record<string, string>>
}

export interface SignInSettings extends AccessTokenSettings {
  readonly client: Client
  /** At least 32 characters. */
  readonly signingKey: string
  /** Where people reach Trin, without a slash at the end. */
  readonly baseUrl: string
}

/** Milliseconds: how long what the provider says of itself is used, and how long it may take to answer. */
const bounds = { metadata: 600_000, answer: 5_000 } as const
const clockToleranceSeconds = 30

const person = z.object({
  name: z.catch(z.optional(z.string()), undefined),
  preferred_username: z.catch(z.optional(z.string()), undefined),
  email: z.catch(z.optional(z.string()), undefined),
  sub: z.string(),
})

/**
 * Signs in by OpenID Connect: authorization code with PKCE (S256), state and nonce, by oauth4webapi. Who somebody is, is
 * read from the access token as the API reads it, so that a page and the API never differ; the ID token tells the name to
 * greet by, and that the answer is to this browser's question.
 */
export const signIn = (settings: SignInSettings): SignIn => {
  const { issuer, client, baseUrl, signingKey } = settings
  const attempt = attempts(signingKey)
  const session = sessions(signingKey)
  const readAccessToken = accessTokenReader(settings)
  const provider = metadataOf(issuer)
  const redirectUri = `${baseUrl}/sign-in/callback`

  const known: oauth.Client = { client_id: client.id, [oauth.clockTolerance]: clockToleranceSeconds }
  const { resource } = client.parameters
  const options = {
    signal: () => AbortSignal.timeout(bounds.answer),
    // The settings let only an issuer on one machine be without TLS.
    [oauth.allowInsecureRequests]: issuer.startsWith('http:'),
    ...(resource === undefined ? {} : { additionalParameters: { resource } }),
  }

  /** The code for tokens, and the tokens for who it is. */
  const exchange = async (as: IssuerMetadata, answered: URLSearchParams, { nonce, verifier }: Attempt) => {
    const authentication = authenticationAt(as, client.secret)
    const answer = await oauth
      .authorizationCodeGrantRequest(as, known, authentication, answered, redirectUri, verifier, options)
      .catch(away)
    if (answer.status >= 500) throw new Unavailable('issuer')
    const expected = { expectedNonce: nonce, requireIdToken: true }
    const tokens = await oauth.processAuthorizationCodeResponse(as, known, answer, expected)
    return { actor: await readAccessToken(tokens.access_token), name: nameIn(oauth.getValidatedIdTokenClaims(tokens)) }
  }

  return {
    begin: async (to, held) => {
      const { authorization_endpoint } = await provider()
      if (authorization_endpoint === undefined) throw new Error('the issuer has no authorization endpoint')
      const state = oauth.generateRandomState()
      const nonce = oauth.generateRandomNonce()
      const verifier = oauth.generateRandomCodeVerifier()
      const location = new URL(authorization_endpoint)
      const asked = {
        ...client.parameters,
        response_type: 'code',
        client_id: client.id,
        redirect_uri: redirectUri,
        scope: client.scope,
        state,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }
      for (const [name, value] of Object.entries(asked)) location.searchParams.set(name, value)
      const cookies = attempt.open({ state, nonce, verifier, ...(to === undefined ? {} : { to }) }, held)
      return { location: location.href, cookies }
    },

    finish: async (query, held): Promise<Finished> => {
      const begun = attempt.read(query.state ?? '', held)
      if (begun === undefined) return { failed: 'stale', cookies: [] }
      const { to } = begun
      const back = { cookies: attempt.end(begun), ...(to === undefined ? {} : { to }) }
      try {
        const as = await provider()
        const { actor, name } = await exchange(as, answerIn(as, known, query, begun), begun)
        return { ...back, cookies: [session.open(actor, name), ...back.cookies], roles: actor.roles }
      } catch (error) {
        return { ...back, failed: failureOf(error) }
      }
    },

    end: async (held) => {
      const cookies = [closedSession, ...closedLinks(held)]
      const { end_session_endpoint } = await provider().catch((): Partial<IssuerMetadata> => ({}))
      if (end_session_endpoint === undefined) return { cookies }
      const location = new URL(end_session_endpoint)
      location.searchParams.set('client_id', client.id)
      location.searchParams.set('post_logout_redirect_uri', `${baseUrl}/signed-out`)
      return { cookies, location: location.href }
    },
  }
}

/** What the provider says of itself, kept over invocations. @throws `Unavailable` when it cannot be had */
const metadataOf = (issuer: string): (() => Promise<IssuerMetadata>) => {
  let held: { readonly said: IssuerMetadata; readonly at: number } | undefined
  return async () => {
    if (held !== undefined && Date.now() - held.at < bounds.metadata) return held.said
    const said = await issuerMetadata(issuer).catch(away)
    if (said === undefined) throw new Unavailable('issuer')
    held = { said, at: Date.now() }
    return said
  }
}

const away = (cause: unknown): never => {
  throw new Unavailable('issuer', { cause })
}

/** @throws `NotOurs` when this is no answer to what was asked */
const answerIn = (
  as: IssuerMetadata,
  known: oauth.Client,
  query: Readonly<Record<string, string>>,
  { state }: Attempt,
) => {
  try {
    const answered = oauth.validateAuthResponse(as, known, new URLSearchParams(query), state)
    if (answered.has('code')) return answered
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) throw error
    throw new NotOurs('no answer to what was asked', { cause: error })
  }
  throw new NotOurs('an answer without a code')
}

class NotOurs extends Error {}

/** How the client proves itself where it has a secret: the way that the provider names, by default the header (RFC 6749, 2.3.1). */
const authenticationAt = (as: IssuerMetadata, secret: string | undefined): oauth.ClientAuth => {
  if (secret === undefined) return oauth.None()
  const byHeader = as.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true
  return byHeader ? oauth.ClientSecretBasic(secret) : oauth.ClientSecretPost(secret)
}

/** How to greet somebody, by what their provider tells of them. */
const nameIn = (claims: unknown): string => {
  const { name, preferred_username, email, sub } = z.parse(person, claims)
  return [name, preferred_username, email].find((one) => one !== undefined && one.trim() !== '') ?? sub
}

/** Said by a provider where a person did not want to, or may not; anything else is a mistake in how the two are set up. */
const refusals = ['access_denied', 'login_required', 'interaction_required', 'consent_required']

/** @throws what is neither the browser's fault nor anybody's choice */
const failureOf = (error: unknown): NotSignedIn => {
  if (error instanceof oauth.AuthorizationResponseError) {
    if (refusals.includes(error.error)) return 'cancelled'
    if (['server_error', 'temporarily_unavailable'].includes(error.error)) return away(error)
  }
  if (error instanceof NotOurs) return 'stale'
  // The code was used before, or is too old.
  if (error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant') return 'stale'
  throw error
}
