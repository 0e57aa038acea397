import { describe, expect, test } from 'vitest'
import type { Actor } from '../../shared/domain/actor.ts'
import { formTokens } from '../../shared/identity/form-token.ts'
import { closedLinks, linkCookie, linkCookies } from '../../shared/identity/link-cookies.ts'
import { personalLinks } from '../../shared/identity/personal-link.ts'
import { type SealUse, sealBy } from '../../shared/identity/seal.ts'
import { sessionCookie, sessions } from '../../shared/identity/session.ts'
import { visitorByCookies } from '../../shared/identity/visitor.ts'

const signingKey = 'a key of the tests that is long enough'
const another = 'another key that is long enough as well'
const hour = 3_600_000
const project = 'prj_01HZ0000000000000000000000'
const elsewhere = 'prj_01HZ0000000000000000000001'

const signe: Actor & { readonly kind: 'person' } = {
  kind: 'person',
  id: 'con_signe',
  roles: ['secretariat', 'board'],
  authority: 'OS2',
  project,
}

const sealedIn = (setCookie: string): string => setCookie.slice(setCookie.indexOf('=') + 1, setCookie.indexOf(';'))
/** One character in the middle, changed. */
const tampered = (value: string): string => {
  const at = Math.floor(value.length / 2)
  return `${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`
}
const keyOf = async ({ of = project, by = signingKey, days = 1 } = {}): Promise<string> => {
  const link = await personalLinks({ signingKey: by, baseUrl: 'https://trin.example', days }).linkFor({
    project: of as `prj_${string}`,
    contact: 'con_pia',
    purpose: 'proposer',
  })
  return new URL(link).searchParams.get('key') ?? ''
}

describe('a session', () => {
  test('given who signed in, the cookie is them, and tells nobody', () => {
    const cookie = sessions(signingKey).open(signe, 'Signe Dahl')
    expect(sessions(signingKey).read(sealedIn(cookie))).toEqual({ actor: signe, name: 'Signe Dahl' })
    expect(Buffer.from(sealedIn(cookie), 'base64url').toString('latin1')).not.toMatch(/signe|secretariat/i)
  })

  test('given its cookie, no script and no other site can use it, and it ends after eight hours', () => {
    const [pair, ...attributes] = sessions(signingKey).open(signe, 'Signe').split('; ')
    expect(pair).toMatch(/^__Host-session=[\w-]+$/)
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Max-Age=28800', 'Path=/', 'SameSite=Lax', 'Secure'])
  })

  test.each([
    [8 * hour - 1, { actor: signe, name: 'Signe' }],
    [8 * hour, { actor: { kind: 'anonymous' }, expired: 'session' }],
  ])(
    'given one that is %d milliseconds old, it is good until the end of its time, however much it was used',
    (age, seen) => {
      const value = sealedIn(sessions(signingKey, () => 1_000_000).open(signe, 'Signe'))
      expect(sessions(signingKey, () => 1_000_000 + age).read(value)).toEqual(seen)
    },
  )

  test('given everything that a cookie may bring, it fits into one', () => {
    const { id } = { id: `con_${'x'.repeat(52)}` as const }
    const cookie = sessions(signingKey).open({ ...signe, id, authority: 'Å'.repeat(200) }, 'Ø'.repeat(500))
    expect(cookie.length).toBeLessThan(4_096)
    expect(sessions(signingKey).read(sealedIn(cookie))).toMatchObject({ name: 'Ø'.repeat(200) })
  })
})

describe('who looks at a page', () => {
  const seen = (cookies: Record<string, string>, id?: string) =>
    visitorByCookies(signingKey)(cookies, id === undefined ? {} : { id })
  const nobody = { actor: { kind: 'anonymous' } }
  const pia = { actor: { kind: 'person', id: 'con_pia', roles: ['proposer'], project, link: true } }
  const session = () => sealedIn(sessions(signingKey).open(signe, 'Signe'))

  test('given no cookie, it is nobody in particular', async () => {
    expect(await seen({})).toEqual(nobody)
  })

  const sealedAs = (use: SealUse): string =>
    sealBy(signingKey, use).close(
      JSON.stringify({ until: Date.now() + hour, id: 'con_signe', name: 'Signe', roles: ['secretariat'] }),
    )
  test.each([
    ['was changed', () => tampered(session())],
    ['was cut off', () => session().slice(0, -1)],
    ['is of another key', () => sealedIn(sessions(another).open(signe, 'Signe'))],
    ['is empty', () => ''],
    ['was sealed for another use', () => sealedAs('form')],
    ['holds something else', () => sealBy(signingKey, 'session').close('{"id":"con_signe"}')],
  ])('given a session that %s, it is nobody', async (_, value) => {
    expect(await seen({ [sessionCookie]: value() })).toEqual(nobody)
  })

  test('given the same text sealed as a session, it is them, so that what is refused above is refused for the seal', async () => {
    expect(await seen({ [sessionCookie]: sealedAs('session') })).toMatchObject({ name: 'Signe' })
  })

  test('given a link to the project whose page it is, its holder is who looks, also where they have signed in', async () => {
    const link = { [linkCookie(project)]: await keyOf() }
    expect(await seen(link, project)).toEqual(pia)
    expect(await seen({ ...link, [sessionCookie]: session() }, project)).toEqual(pia)
  })

  test('given a link, it counts on the pages of its project alone', async () => {
    const cookies = { [linkCookie(project)]: await keyOf(), [sessionCookie]: session() }
    expect(await seen(cookies)).toMatchObject({ name: 'Signe' })
    expect(await seen(cookies, elsewhere)).toMatchObject({ name: 'Signe' })
  })

  test.each([
    ['of another project under this one’s name', () => keyOf({ of: elsewhere })],
    ['of another key', () => keyOf({ by: another })],
    ['that was changed', async () => tampered(await keyOf())],
    ['that is endless', async () => 'a'.repeat(5_000)],
  ])('given a link %s, it is as if there were none', async (_, make) => {
    expect(await seen({ [linkCookie(project)]: await make() }, project)).toEqual(nobody)
  })

  test('given a link that has expired, it is nobody, and told so; or whoever signed in', async () => {
    const expired = { [linkCookie(project)]: await keyOf({ days: -1 }) }
    expect(await seen(expired, project)).toEqual({ ...nobody, expired: 'link' })
    expect(await seen({ ...expired, [sessionCookie]: session() }, project)).toEqual({ actor: signe, name: 'Signe' })
  })
})

describe('the cookie of a personal link', () => {
  const { keep } = linkCookies(signingKey)

  test('given a good key, it is kept for its project, out of reach of scripts and other sites, until the browser closes', async () => {
    const key = await keyOf()
    const kept = await keep(key, project, {})
    expect(kept).toEqual([`__Host-link-${project}=${key}; Path=/; Secure; HttpOnly; SameSite=Lax`])
  })

  test.each([
    ['expired', () => keyOf({ days: -1 })],
    ['bad', () => keyOf({ of: elsewhere })],
    ['bad', () => keyOf({ by: another })],
    ['bad', async () => 'x; Path=/; Domain=evil.example'],
  ])('given one that is %s, nothing is kept', async (said, make) => {
    expect(await keep(await make(), project, {})).toBe(said)
  })

  test('given links to many projects, the oldest go, so that what a browser sends stays within what the gateway takes', async () => {
    const held = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [linkCookie(`prj_${n}`), 'key']))
    const kept = await keep(await keyOf(), project, { ...held, [sessionCookie]: 'x' })
    expect(kept).toHaveLength(3)
    expect(kept.slice(1)).toEqual([
      expect.stringMatching(/^__Host-link-prj_0=; Path=\/; Max-Age=0;/),
      expect.stringMatching(/^__Host-link-prj_1=; Path=\/; Max-Age=0;/),
    ])
  })

  test('given whoever leaves, all links go, and nothing else', () => {
    const held = { [linkCookie(project)]: 'key', [sessionCookie]: 'x', '__Host-link-prj_1; Domain=evil': 'x' }
    expect(closedLinks(held)).toEqual([`__Host-link-${project}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`])
  })
})

describe('the token of a form', () => {
  const anonymous: Actor = { kind: 'anonymous' }
  const tokens = (at = 0, by = signingKey) => formTokens(by, () => at)
  const token = tokens().issue(signe)

  test('given to whoever it was issued to, it tells its age, and no two are the same', () => {
    expect(tokens(5_000).open(token, signe)).toEqual({ ageMillis: 5_000, isStale: false })
    expect(tokens(1).open(tokens().issue(anonymous), anonymous)).toEqual({ ageMillis: 1, isStale: false })
    expect(tokens().issue(signe)).not.toBe(token)
  })

  test('given one older than twelve hours, it is stale, and still of whom it was issued to', () => {
    expect(tokens(12 * hour).open(token, signe)).toEqual({ ageMillis: 12 * hour, isStale: false })
    expect(tokens(12 * hour + 1).open(token, signe)).toEqual({ ageMillis: 12 * hour + 1, isStale: true })
  })

  test.each([
    ['of somebody else', token, { ...signe, id: 'con_other' as const }, 0],
    ['of somebody, sent by nobody', token, anonymous, 0],
    ['of nobody, sent by somebody', tokens().issue(anonymous), signe, 0],
    ['older than twelve hours, sent by somebody else', token, anonymous, 12 * hour + 1],
  ])('given one %s, it is ours, and of another', (_, sent, actor, now) => {
    expect(tokens(now).open(sent, actor)).toBe('of-another')
  })

  test.each([
    ['of the future', tokens(5_000).issue(signe), signe, 0],
    ['of another key', tokens(0, another).issue(signe), signe, 0],
    ['that was changed', tampered(token), signe, 0],
    ['that is a session', sealedIn(sessions(signingKey).open(signe, 'Signe')), signe, 0],
    ['that is nothing', '', signe, 0],
  ])('given one %s, it is bad', (_, sent, actor, now) => {
    expect(tokens(now).open(sent, actor)).toBe('bad')
  })
})
