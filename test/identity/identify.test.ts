import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContactId } from '../../shared/domain/identifiers.ts'
import { identifier } from '../../shared/identity/identify.ts'
import { personalLinks } from '../../shared/identity/personal-link.ts'
import { linkPurposes } from '../../shared/use-cases/people.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'

const signingKey = 'a key of the tests that is long enough'
const idOf = (email: string): ContactId => `con_${email.toLowerCase()}`
const keys = await generateKeyPair('RS256')
const strangers = await generateKeyPair('RS256')

let server: Server
let issuer = ''
let answers: Record<string, { status: number; body: unknown }> = {}
let fetched: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    fetched.push(request.url ?? '')
    const answer = answers[request.url ?? ''] ?? { status: 404, body: {} }
    if (answer.status === 0) return
    if (answer.status === 101) {
      response.writeHead(101, { connection: 'upgrade', upgrade: 'h2c' }).end()
      return
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oidc`
})
afterAll(() => new Promise((done) => server.close(done)))

const issuerIsUp = async () => {
  const jwk = await exportJWK(keys.publicKey)
  fetched = []
  answers = {
    '/oidc/.well-known/openid-configuration': { status: 200, body: { issuer, jwks_uri: `${issuer}/keys` } },
    '/oidc/keys': { status: 200, body: { keys: [{ ...jwk, kid: 'one', alg: 'RS256', use: 'sig' }] } },
  }
}

const identify = () => identifier({ issuer, audience: 'trin', signingKey, idOf })

const token = (
  claims: Record<string, unknown>,
  change: { by?: typeof keys.privateKey; audience?: string; exp?: number; header?: Record<string, unknown> } = {},
) =>
  new SignJWT({ sub: 'user-1', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one', typ: 'at+jwt', ...change.header })
    .setIssuer(issuer)
    .setAudience(change.audience ?? 'trin')
    .setIssuedAt()
    .setExpirationTime(change.exp ?? '5 min')
    .sign(change.by ?? keys.privateKey)

describe('an access token', () => {
  test('given a token of the issuer, its claims are the actor', async () => {
    await issuerIsUp()
    const said = await token({
      email: 'Mette@Aarhus.example',
      roles: ['secretariat', 'king'],
      authority: 'Aarhus Kommune',
    })
    expect(await identify()(`Bearer ${said}`)).toEqual({
      kind: 'person',
      id: 'con_mette@aarhus.example',
      roles: ['secretariat'],
      authority: 'Aarhus Kommune',
    })
  })

  test('given a project, it is the project the roles count on', async () => {
    await issuerIsUp()
    const said = await token({ email: 'a@b.example', roles: ['lead'], project: 'prj_1' })
    expect(await identify()(`Bearer ${said}`)).toMatchObject({ project: 'prj_1' })
  })

  test('given no confirmed mail address, the subject is the person, and never the one with that address', async () => {
    await issuerIsUp()
    const who = identify()
    const unconfirmed = await who(`Bearer ${await token({ email: 'a@b.example', email_verified: false })}`)
    const without = await who(`Bearer ${await token({})}`)
    expect(unconfirmed).toMatchObject({ id: expect.stringMatching(/^con_subject:[0-9a-f]{64}$/) })
    expect(without).toEqual(unconfirmed)
  })

  test('the keys are fetched once for many tokens', async () => {
    await issuerIsUp()
    const who = identify()
    for (let n = 0; n < 5; n++) await who(`Bearer ${await token({})}`)
    expect(fetched).toEqual(['/oidc/.well-known/openid-configuration', '/oidc/keys'])
  })

  test.each(['RS512', 'ES256', 'EdDSA'])('given a key for %s, its tokens count', async (alg) => {
    await issuerIsUp()
    const { privateKey, publicKey } = await generateKeyPair(alg)
    answers['/oidc/keys'] = { status: 200, body: { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg }] } }
    expect(await identify()(`Bearer ${await token({}, { by: privateKey, header: { alg } })}`)).toMatchObject({
      kind: 'person',
    })
  })

  test('given a token that names no key, the one for signatures is meant, and none of several', async () => {
    await issuerIsUp()
    const [mine, another] = [await exportJWK(keys.publicKey), await exportJWK(strangers.publicKey)]
    const nameless = await token({}, { header: { kid: undefined } })
    const known = (...of: object[]) => {
      answers['/oidc/keys'] = { status: 200, body: { keys: of } }
      return identify()(`Bearer ${nameless}`)
    }
    expect(await known(mine, { ...another, use: 'enc' })).toMatchObject({ kind: 'person' })
    expect(await known(mine, another)).toBe('bad-token')
  })

  test.each([
    ['of the same name that is for encryption', (jwk: object) => ({ ...jwk, use: 'enc', alg: 'RSA-OAEP' })],
    ['without what makes it one', ({ n: _, ...jwk }: { n?: unknown }) => jwk],
    ['of a kind that nobody here knows', (jwk: object) => ({ ...jwk, kty: 'AKP' })],
    ['whose kind is a number', (jwk: object) => ({ ...jwk, kty: 1 })],
    ['that is no key at all', () => null],
  ])('given a key before the right one %s, it is passed over', async (_, change) => {
    await issuerIsUp()
    const right = { ...(await exportJWK(keys.publicKey)), kid: 'one', use: 'sig' }
    const other = { ...(await exportJWK(strangers.publicKey)), kid: 'one' }
    answers['/oidc/keys'] = { status: 200, body: { keys: [change(other), right] } }
    expect(await identify()(`Bearer ${await token({})}`)).toMatchObject({ kind: 'person' })
    expect(await identify()(`Bearer ${await token({}, { header: { kid: undefined } })}`)).toMatchObject({
      kind: 'person',
    })
  })

  test('given an issuer without discovery, the keys are looked for at the usual place', async () => {
    await issuerIsUp()
    answers = { '/oidc/jwks': answers['/oidc/keys'] ?? { status: 500, body: {} } }
    expect(await identify()(`Bearer ${await token({})}`)).toMatchObject({ kind: 'person' })
  })

  test.each([
    ['of another audience', () => token({}, { audience: 'other' })],
    ['that is too old', () => token({}, { exp: 1_000 })],
    ['signed by a stranger', () => token({}, { by: strangers.privateKey })],
    ['that is an ID token meant for the same', () => token({ nonce: 'n', at_hash: 'rLUjAPZ0Vw3B7HDzHP5dZA' })],
    ['with an extension that nobody here knows', () => token({}, { header: { crit: ['b64'], b64: true } })],
    [
      'that never ends',
      () =>
        new SignJWT({ sub: 'a' })
          .setProtectedHeader({ alg: 'RS256', kid: 'one' })
          .setIssuer(issuer)
          .setAudience('trin')
          .sign(keys.privateKey),
    ],
    [
      'of an algorithm that its key is not for',
      async () => token({}, { by: (await generateKeyPair('ES256')).privateKey, header: { alg: 'ES256' } }),
    ],
    ['that names a key that the issuer does not have', () => token({}, { header: { kid: 'two' } })],
    ['that is not a token', async () => 'x.y.z'],
    ['without a signature', async () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"a"}')}.`],
    [
      'signed by the public key as if it were a secret',
      async () =>
        new SignJWT({ sub: 'a' })
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .setIssuer(issuer)
          .setAudience('trin')
          .setExpirationTime('5 min')
          .sign(new TextEncoder().encode(JSON.stringify(await exportJWK(keys.publicKey)))),
    ],
    ['that is endless', async () => 'a'.repeat(9_000)],
  ])('given a token %s, it names nobody', async (_, make) => {
    await issuerIsUp()
    expect(await identify()(`Bearer ${await make()}`)).toBe('bad-token')
  })

  test('given no header, nobody in particular speaks; given another scheme, nobody we trust', async () => {
    expect(await identify()(undefined)).toEqual({ kind: 'anonymous' })
    expect(await identify()('Basic YTpi')).toBe('bad-token')
  })

  test('given an issuer that is away, it is unavailable, and comes back', async () => {
    await issuerIsUp()
    const up = answers
    const who = identify()
    const said = await token({})
    answers = { '/oidc/.well-known/openid-configuration': { status: 503, body: {} } }
    await expect(who(`Bearer ${said}`)).rejects.toThrow(Unavailable)
    answers = { ...up, '/oidc/keys': { status: 503, body: {} } }
    await expect(who(`Bearer ${said}`)).rejects.toThrow(Unavailable)
    answers = up
    expect(await who(`Bearer ${said}`)).toMatchObject({ kind: 'person' })
  })
})

test.each([
  ['wants to speak another protocol', 101],
  ['never answers', 0],
])(
  'given an issuer that %s, it is unavailable once the time is up',
  async (_, status) => {
    await issuerIsUp()
    answers['/oidc/keys'] = { status, body: {} }
    await expect(identify()(`Bearer ${await token({})}`)).rejects.toThrow(Unavailable)
  },
  15_000,
)

describe('a personal link', () => {
  const links = personalLinks({ signingKey, baseUrl: 'https://trin.example' })
  const keyIn = (link: string) => new URL(link).searchParams.get('key') ?? ''

  test.each(linkPurposes)(
    'of a %s leads to the page of the project, and its key is the person in that part, there only',
    async (purpose) => {
      const link = await links.linkFor({ project: 'prj_1', contact: 'con_abc', purpose })
      expect(link).toMatch(/^https:\/\/trin\.example\/p\/prj_1\?key=[\w.-]+$/)
      expect(await identify()(`Bearer ${keyIn(link)}`)).toEqual({
        kind: 'person',
        id: 'con_abc',
        roles: [purpose],
        project: 'prj_1',
        link: true,
      })
    },
  )

  test.each([
    ['signed by another key', { signingKey: 'another key that is long enough as well', baseUrl: '' }],
    ['that has expired', { signingKey, baseUrl: 'https://trin.example', days: -1 }],
  ])('given one %s, it names nobody', async (_, settings) => {
    const link = await personalLinks({ ...settings, baseUrl: 'https://trin.example' }).linkFor({
      project: 'prj_1',
      contact: 'con_abc',
      purpose: 'owner',
    })
    expect(await identify()(`Bearer ${keyIn(link)}`)).toBe('bad-token')
  })

  test('given one whose project was changed, it names nobody', async () => {
    const [head, , sign] = keyIn(await links.linkFor({ project: 'prj_1', contact: 'con_abc', purpose: 'lead' })).split(
      '.',
    )
    const forged = btoa(JSON.stringify({ iss: 'trin', sub: 'con_abc', project: 'prj_2', purpose: 'lead', exp: 9e9 }))
    expect(await identify()(`Bearer ${head}.${forged.replace(/=+$/, '')}.${sign}`)).toBe('bad-token')
  })
})
