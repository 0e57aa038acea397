import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ContactId } from '../../shared/domain/identifiers.ts'
import { attempts } from '../../shared/identity/attempt.ts'
import { linkCookie } from '../../shared/identity/link-cookies.ts'
import { sessionCookie, sessions } from '../../shared/identity/session.ts'
import { type Client, signIn } from '../../shared/identity/sign-in.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'

const signingKey = 'a key of the tests that is long enough'
const idOf = (email: string): ContactId => `con_${email}`
const keys = await generateKeyPair('RS256')

/** What the provider does differently from a good one. */
interface Turns {
  readonly metadata?: Record<string, unknown>
  readonly token?: (request: IncomingMessage, body: URLSearchParams, response: ServerResponse) => boolean
  readonly idToken?: Record<string, unknown>
  readonly accessToken?: Record<string, unknown>
}

let server: Server
let issuer = ''
let turns: Turns = {}
let nonce = ''
let asked: { readonly body: URLSearchParams; readonly authorization: string | undefined }[] = []
beforeEach(() => {
  turns = {}
  asked = []
})

const token = (typ: string, claims: Record<string, unknown>) =>
  new SignJWT({ iss: issuer, sub: 'user-1', iat: seconds(), exp: seconds() + 300, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one', typ })
    .sign(keys.privateKey)
const seconds = () => Math.floor(Date.now() / 1_000)

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
  const json = (value: unknown, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  if (request.url === '/oidc/.well-known/openid-configuration')
    return json({
      issuer,
      jwks_uri: `${issuer}/jwks`,
      authorization_endpoint: `${issuer}/auth?tenant=os2`,
      token_endpoint: `${issuer}/token`,
      end_session_endpoint: `${issuer}/end`,
      ...turns.metadata,
    })
  if (request.url === '/oidc/jwks')
    return json({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256' }] })
  let text = ''
  for await (const chunk of request) text += chunk
  const body = new URLSearchParams(text)
  asked.push({ body, authorization: request.headers.authorization })
  if (turns.token?.(request, body, response)) return undefined
  return json({
    token_type: 'Bearer',
    access_token: await token('at+jwt', {
      aud: 'trin',
      email: 'signe@os2.example',
      roles: ['secretariat'],
      ...turns.accessToken,
    }),
    id_token: await token('JWT', { aud: 'trin-web', nonce, name: 'Signe Dahl', ...turns.idToken }),
  })
}

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oidc`
})
afterAll(() => new Promise((done) => server.close(done)))

const signingIn = (client: Partial<Client> = {}, at = issuer) =>
  signIn({
    issuer: at,
    audience: 'trin',
    idOf,
    client: { id: 'trin-web', scope: 'openid profile email', parameters: {}, ...client },
    signingKey,
    baseUrl: 'https://trin.example',
  })

/** Begins, and comes back with what the provider would say. */
const roundTrip = async (query: Record<string, string> = {}, client: Partial<Client> = {}) => {
  const trip = signingIn(client)
  const { location, cookies } = await trip.begin('/desk', {})
  const sent = new URL(location).searchParams
  nonce = sent.get('nonce') ?? ''
  const [name = '', value = ''] = (cookies[0] ?? '').split(';')[0]?.split(/=(.*)/s) ?? []
  const state = sent.get('state') ?? ''
  return {
    sent,
    location,
    finished: await trip.finish({ code: 'code', state, ...query }, { [name]: value }),
  }
}
const sessionIn = ({ cookies }: { readonly cookies: readonly string[] }) => {
  const cookie = cookies.find((one) => one.startsWith(`${sessionCookie}=`)) ?? ''
  return sessions(signingKey).read(cookie.slice(sessionCookie.length + 1, cookie.indexOf(';')))
}

describe('signing in', () => {
  test('given a good provider, who signed in is who the access token says, greeted by the name of the ID token', async () => {
    const { finished, location } = await roundTrip()
    expect(location).toContain(`${issuer}/auth?tenant=os2&response_type=code`)
    expect(finished).toMatchObject({ to: '/desk', roles: ['secretariat'] })
    expect(sessionIn(finished)).toEqual({
      actor: { kind: 'person', id: 'con_signe@os2.example', roles: ['secretariat'] },
      name: 'Signe Dahl',
    })
  })

  test('given the code, it is sent with the verifier of the challenge, and no secret where there is none', async () => {
    const { sent } = await roundTrip()
    const [{ body, authorization } = { body: new URLSearchParams(), authorization: '' }] = asked
    const verifier = body.get('code_verifier') ?? ''
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
    expect(Buffer.from(digest).toString('base64url')).toBe(sent.get('code_challenge'))
    expect(Object.fromEntries(body)).toEqual({
      grant_type: 'authorization_code',
      code: 'code',
      client_id: 'trin-web',
      redirect_uri: 'https://trin.example/sign-in/callback',
      code_verifier: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(authorization).toBeUndefined()
  })

  test('given a secret, it goes the way that the provider names', async () => {
    await roundTrip({}, { secret: 's:e' })
    turns = { metadata: { token_endpoint_auth_methods_supported: ['client_secret_post'] } }
    await roundTrip({}, { secret: 's:e' })
    const [byHeader, byBody] = asked
    expect(byHeader?.authorization).toBe(`Basic ${btoa('trin%2Dweb:s%3Ae')}`)
    expect(byHeader?.body.has('client_secret')).toBe(false)
    expect([byBody?.authorization, byBody?.body.get('client_secret')]).toEqual([undefined, 's:e'])
  })

  test('given a provider that has to be asked for a token meant for us, it is asked, and nothing of the flow is lost by it', async () => {
    const { sent } = await roundTrip({}, { parameters: { resource: 'https://trin.example/api', state: 'x' } })
    expect(sent.get('resource')).toBe('https://trin.example/api')
    expect(sent.get('state')).not.toBe('x')
    expect(asked[0]?.body.get('resource')).toBe('https://trin.example/api')
  })

  test.each([
    [{ name: undefined, preferred_username: 'sd' }, 'sd'],
    [{ name: ' ', email: 'signe@os2.example' }, 'signe@os2.example'],
    [{ name: 7 }, 'user-1'],
  ])('given an ID token with %j, they are greeted as %s', async (idToken, name) => {
    turns = { idToken }
    const { finished } = await roundTrip()
    expect(sessionIn(finished)?.name).toBe(name)
  })
})

describe('nobody signs in', () => {
  test.each([
    ['an ID token of another attempt', { idToken: { nonce: 'another' } }],
    ['an ID token for somebody else', { idToken: { aud: 'another-client' } }],
    ['an ID token of another issuer', { idToken: { iss: 'https://evil.example' } }],
    ['an ID token that has expired', { idToken: { exp: 1_000 } }],
    ['an access token that is not meant for us', { accessToken: { aud: 'another' } }],
    ['an access token that has expired', { accessToken: { exp: 1_000 } }],
  ])('given %s: how the two are set up is wrong, and the log says so', async (_, turn) => {
    turns = turn
    await expect(roundTrip()).rejects.toThrow()
    await expect(roundTrip()).rejects.not.toThrow(Unavailable)
  })

  test.each([
    ['access_denied', { failed: 'cancelled', to: '/desk' }],
    ['login_required', { failed: 'cancelled' }],
  ])('given %s, it was cancelled', async (error, said) => {
    const { finished } = await roundTrip({ error })
    expect(finished).toMatchObject(said)
    expect(sessionIn(finished)).toBeUndefined()
    expect(asked).toEqual([])
  })

  test('given a code that the provider has taken before, the attempt is stale', async () => {
    turns = {
      token: (_, __, response) =>
        Boolean(response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}')),
    }
    expect((await roundTrip()).finished).toMatchObject({ failed: 'stale', to: '/desk' })
  })

  test.each([
    ['says that it is away', () => roundTrip({ error: 'temporarily_unavailable' })],
    [
      'fails for the tokens',
      () => {
        turns = { token: (_, __, response) => Boolean(response.writeHead(503).end()) }
        return roundTrip()
      },
    ],
    [
      'cuts the line for the tokens',
      () => {
        turns = { token: (_, __, response) => Boolean(response.destroy()) }
        return roundTrip()
      },
    ],
    ['is not there', () => signingIn({}, 'http://127.0.0.1:9/oidc').begin('/', {})],
    [
      'calls itself by another name',
      () => {
        turns = { metadata: { issuer: 'https://evil.example' } }
        return roundTrip()
      },
    ],
  ])('given a provider that %s, it is unavailable', async (_, trip) => {
    await expect(trip()).rejects.toThrow(Unavailable)
  })

  test('given a client that the provider does not know, it is a mistake of ours', async () => {
    await expect(roundTrip({ error: 'unauthorized_client' })).rejects.toThrow('authorization response')
  })
})

describe('an attempt', () => {
  const one = { state: 'a'.repeat(43), nonce: 'n', verifier: 'v', to: '/desk' }
  const heldAs = (cookies: readonly string[]): Record<string, string> =>
    Object.fromEntries(cookies.map((cookie) => (cookie.split(';')[0] ?? '').split('=')))
  const at = (now: number, key = signingKey) => attempts(key, () => now)

  test('given its cookie, it is good for ten minutes, for its own state, and tells nobody', () => {
    const held = heldAs(at(0).open(one, {}))
    expect(at(599_999).read(one.state, held)).toEqual(one)
    expect(at(600_000).read(one.state, held)).toBeUndefined()
    expect(at(0).read('b'.repeat(43), held)).toBeUndefined()
    expect(at(0, 'another key that is long enough as well').read(one.state, held)).toBeUndefined()
    const [value = ''] = Object.values(held)
    expect(at(0).read('b', { '__Host-sign-in-b': value })).toBeUndefined()
    expect(Buffer.from(value, 'base64url').toString('latin1')).not.toContain('/desk')
  })

  test('given many of them, the oldest are given up', () => {
    const held = {
      other: 'x',
      ...Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`__Host-sign-in-${n}`, 'x'])),
    }
    const [own, ...given] = at(0).open(one, held)
    expect(own).toContain(`__Host-sign-in-${one.state}=`)
    expect(given.map((cookie) => cookie.split(';')[0])).toEqual([
      '__Host-sign-in-0=',
      '__Host-sign-in-1=',
      '__Host-sign-in-2=',
    ])
  })
})

describe('signing out', () => {
  test('given a provider that ends sessions, this browser forgets all, and goes there', async () => {
    const { cookies, location } = await signingIn().end({ [linkCookie('prj_1')]: 'key', other: 'x' })
    expect(cookies.map((cookie) => cookie.split(';')[0])).toEqual(['__Host-session=', '__Host-link-prj_1='])
    expect(cookies.every((cookie) => cookie.includes('Max-Age=0'))).toBe(true)
    expect(location).toBe(
      `${issuer}/end?client_id=trin-web&post_logout_redirect_uri=${encodeURIComponent('https://trin.example/signed-out')}`,
    )
  })

  test('given one that does not, or is away, this browser forgets all the same', async () => {
    turns = { metadata: { end_session_endpoint: undefined } }
    expect(await signingIn().end({})).toEqual({ cookies: [expect.stringContaining('__Host-session=;')] })
    expect(await signingIn({}, 'http://127.0.0.1:9/oidc').end({})).toEqual({ cookies: [expect.any(String)] })
  })
})
