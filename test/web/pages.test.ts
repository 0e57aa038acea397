import { gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { languages } from '../../shared/i18n/language.ts'
import { memoryStack } from '../fakes/memory-stack.ts'
import { type PageWorld, pageWorld } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  world = pageWorld(memoryStack())
})

describe.each(languages)('given a reader of %s', (language) => {
  it.each([
    '/portfolio',
    '/accessibility',
    '/links',
    '/links?sent=1',
    '/desk',
    '/p/prj_01HZ0000000000000000000000',
    '/p/prj_01HZ0000000000000000000000/report',
  ])('when they open %s, then it is a valid page in their language, or sends them to sign in', async (path) => {
    const { status, headers, text } = await world.get(path, { language })
    if (status === 303) expect(headers.location).toMatch(/^\/sign-in\?to=/)
    else {
      expect(headers['content-language']).toBe(language)
      expect(text).toContain(`<html lang="${language}">`)
      expect(await troublesOfHtml(text)).toEqual([])
    }
  })
})

it.each([
  ['da', 'Findes ikke', 'Gå til forsiden'],
  ['en', 'Not found', 'Go to the front page'],
] as const)(
  'given an address that somebody mistyped (%s), then a page says so, and leads on',
  async (language, title, onwards) => {
    const { status, headers, text } = await world.get('/desks', { language })
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(text).toContain(`<h1>${title}</h1>`)
    expect(text).toContain(`<a href="/">${onwards}</a>`)
    expect(await troublesOfHtml(text)).toEqual([])
  },
)

describe('given a form that is not ours', () => {
  beforeEach(() => {
    world = pageWorld(memoryStack(), { acts: { 'POST /p/{id}/{act}': async () => ({ status: 200, text: 'done' }) } })
  })
  it('when it is ours, then it is taken', async () => {
    expect(await send({ 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 200, text: 'done' })
  })

  const send = (headers: Record<string, string>, token?: string) =>
    world.post('/p/prj_01HZ0000000000000000000000/comment', token === undefined ? {} : { _token: token }, {
      headers,
      as: { actor: { kind: 'person', id: 'con_1', roles: ['proposer'] }, name: 'Pia' },
    })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a site beside ours', { 'sec-fetch-site': 'same-site' }],
    ['an address that somebody typed', { 'sec-fetch-site': 'none' }],
  ])('when it comes from %s, then it is refused', async (_, headers) => {
    const { status, text } = await send(headers)
    expect(status).toBe(403)
    expect(text).toContain('Formularen gælder ikke længere')
  })

  it('when an old browser names another origin, then it is refused', async () => {
    const { status } = await world.ask('POST', '/p/prj_01HZ0000000000000000000000/comment', {
      headers: {
        origin: 'https://evil.example',
        host: 'trin.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      cookies: [world.cookieOf({ actor: { kind: 'person', id: 'con_1', roles: ['proposer'] } })],
      body: '_token=x',
    })
    expect(status).toBe(403)
  })

  it.each([
    ['no token', ''],
    ['a made-up token', 'abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnop'],
  ])('when it has %s, then it is refused', async (_, token) => {
    expect((await send({}, token)).status).toBe(403)
  })
})

describe('given a choice of language', () => {
  it.each([
    ['/portfolio?level=2', '/portfolio?level=2'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('when it leads back to %s, then it goes to %s', async (back, location) => {
    const { status, headers, cookies } = await world.get(`/language?to=en&back=${encodeURIComponent(back)}`)
    expect({ status, location: headers.location }).toEqual({ status: 303, location })
    expect(cookies).toEqual([expect.stringMatching(/^__Host-language=en; Path=\/; .*Secure; HttpOnly; SameSite=Lax$/)])
  })

  it('when it was made, then it is remembered', async () => {
    const { bytes } = await world.ask('GET', '/portfolio', { cookies: ['__Host-language=en'] })
    expect(bytes.toString()).toContain('<html lang="en">')
  })
})

describe('given what a browser can read', () => {
  it('when it takes gzip, then a page is packed', async () => {
    const { headers, bytes } = await world.ask('GET', '/portfolio', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(headers['content-encoding']).toBe('gzip')
    const plain = await world.ask('GET', '/portfolio', {})
    expect(bytes.length).toBeLessThan(plain.bytes.length / 2)
    expect(gunzipSync(bytes).toString()).toBe(plain.bytes.toString())
  })
})
