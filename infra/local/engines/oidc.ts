import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { z } from 'zod'
import type { DataFolder } from '../data-folder.ts'
import { accountClaims, claimsOf } from './development-account.ts'
import { type AccountRole, accountRoles, isAccountRole } from './development-users.ts'
import { answerInteraction, interactionPath } from './oidc-interactions.ts'
import { errorPage, logoutPage, signedOutPage } from './oidc-pages.ts'

/** Secret of the development clients: it guards nothing, they exist on this machine only. */
export const developmentSecret = 'known-to-all-and-good-for-this-machine-only'
export const clientOf = (role: AccountRole): string => `development-${role}`

/** Seconds. A session of development outlasts a working day. */
const tokenLifetime = 12 * 3_600
const interactionLifetime = 3_600

type Key = NonNullable<Configuration['jwks']>['keys'][number]
const key = z.custom<Key>((value) => typeof value === 'object' && value !== null && 'kty' in value)
const keys = z.object({
  jwks: z.object({ keys: z.array(key).min(1) }),
  cookies: z.array(z.string()).min(1),
})

/** Kept, so that tokens stay good over a restart. */
const keysIn = async (data: DataFolder): Promise<z.output<typeof keys>> => {
  const kept = data.read('oidc-keys.json', keys)
  if (kept !== undefined) return kept
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const kid = randomBytes(8).toString('hex')
  const made = keys.parse({
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' }] },
    cookies: [randomBytes(32).toString('base64url')],
  })
  data.write('oidc-keys.json', made)
  return made
}

/** What a request for a token may ask its claims to be. */
const asked = z.object({
  project: z.string().optional(),
  authority: z.string().optional(),
  email: z.string().optional(),
  name: z.string().optional(),
})

const roleOfClient = (clientId: string | undefined): AccountRole | undefined => {
  const role = clientId?.replace('development-', '') ?? ''
  return isAccountRole(role) ? role : undefined
}

export interface OpenIdProvider {
  /** Answers a request whose path begins with the path of the issuer. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
}

/**
 * The OpenID provider of this machine (oidc-provider): a user and a client for every role, access tokens as JWT.
 * A client gets a token by `client_credentials`; `project`, `authority`, `email` and `name` of the request become claims.
 * @param issuer its address, with a path.
 */
export const startOpenIdProvider = async (
  issuer: string,
  audience: string,
  data: DataFolder,
): Promise<OpenIdProvider> => {
  const { jwks, cookies } = await keysIn(data)
  const { pathname: path, origin } = new URL(issuer)
  const configuration: Configuration = {
    jwks,
    cookies: { keys: cookies },
    clients: [
      ...accountRoles.map((role) => ({
        client_id: clientOf(role),
        client_secret: developmentSecret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: 'client_secret_post' as const,
      })),
      {
        client_id: 'trin-web',
        redirect_uris: [`${origin}/sign-in/callback`],
        post_logout_redirect_uris: [`${origin}/signed-out`],
        token_endpoint_auth_method: 'none' as const,
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'roles', 'authority', 'project'] },
    // The pages greet by the name in the ID token: the access token is for the API, and opens no userinfo.
    conformIdTokenClaims: false,
    findAccount: (_, id) => {
      const claims = accountClaims(id)
      return claims && { accountId: id, claims: () => ({ sub: id, ...claims }) }
    },
    loadExistingGrant: ({ oidc }) => consented(oidc),
    interactions: { url: (_, { uid }) => `${path}${interactionPath}/${uid}` },
    renderError: (ctx, said) => {
      ctx.type = 'html'
      ctx.body = errorPage({ ...said })
    },
    extraTokenClaims: ({ oidc }: KoaContextWithOIDC, token) => {
      if ('accountId' in token) return accountClaims(token.accountId)
      const role = roleOfClient(token.clientId)
      return role && claimsOf(role, asked.parse(oidc.body ?? {}))
    },
    formats: {
      customizers: {
        // The subject of a machine's token would be the client; here it stands for a person.
        jwt: (_, token, jwt) => {
          const isMachine = !('accountId' in token) && roleOfClient(token.clientId) !== undefined
          if (isMachine && typeof jwt.payload.email === 'string') jwt.payload.sub = jwt.payload.email
        },
      },
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (ctx, form) => {
          ctx.body = logoutPage(form)
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = signedOutPage()
        },
      },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => issuer,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'trin',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: tokenLifetime,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    ttl: {
      ClientCredentials: tokenLifetime,
      AccessToken: tokenLifetime,
      Grant: tokenLifetime,
      Session: tokenLifetime,
      IdToken: interactionLifetime,
      Interaction: interactionLifetime,
    },
  }
  const provider = withoutWarnings(() => new Provider(issuer, configuration))
  const answer = provider.callback()
  return {
    handle: (request, response) => {
      if (request.url?.startsWith(`${path}${interactionPath}/`))
        return void answerInteraction(provider, request, response).catch(() => response.destroy())
      // As express mounts: the provider learns its own path from the difference.
      Object.assign(request, { originalUrl: request.url })
      request.url = request.url?.slice(path.length) || '/'
      void answer(request, response)
    },
  }
}

/** Whoever signs in on this machine has agreed to all that Trin asks: a page more would protect nobody. */
const consented = async ({ provider, client, session, params }: KoaContextWithOIDC['oidc']) => {
  if (client === undefined || session?.accountId === undefined) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope(String(params?.scope ?? 'openid'))
  await grant.save()
  return grant
}

/** It warns of what is fit for development only; that is what this is. */
const withoutWarnings = <T>(make: () => T): T => {
  const { warn } = console
  console.warn = () => undefined
  try {
    return make()
  } finally {
    console.warn = warn
  }
}
