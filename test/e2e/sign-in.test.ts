import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { people, wasteCalendar, wasteCalendarAnswers } from '../../infra/local/demo/material.ts'
import { accountRoles, developmentUsers } from '../../infra/local/engines/development-users.ts'
import { type LocalStack, startLocalStack } from '../../infra/local/start.ts'
import { readSettings } from '../../infra/settings.ts'
import { accessTokenReader } from '../../shared/identity/access-token.ts'
import { sessionCookie, sessions } from '../../shared/identity/session.ts'
import { contactIds } from '../../shared/store/contact-id.ts'
import { troublesOfHtml } from '../web/support/valid-html.ts'
import { type BrowserByHand, browserByHand, type Seen } from './support/browser-by-hand.ts'

const data = mkdtempSync(join(tmpdir(), 'trin-sign-in-'))
const { signingKey = '' } = readSettings(() => undefined)
let stack: LocalStack
let browser: BrowserByHand

beforeAll(async () => {
  stack = await startLocalStack({ dataFolder: data })
})
afterAll(async () => {
  await stack?.stop()
  rmSync(data, { recursive: true, force: true })
})
beforeEach(() => {
  browser = browserByHand(stack.url)
})

const callback = () => `${stack.url}/sign-in/callback`
/** As far as the page that asks who somebody wants to be. */
const begin = (to: string, by = browser) => by.open(`/sign-in?to=${encodeURIComponent(to)}`)
const choose = (page: Seen, role: string, by = browser, stopAt?: string) => by.send(page, { role }, stopAt)
/** The provider's answer, before the browser goes back with it. */
const answered = async (role = 'secretariat', by = browser): Promise<string> =>
  (await choose(await begin('/desk', by), role, by, callback())).location ?? ''
const attempt = ({ jar }: BrowserByHand) => [...jar.keys()].filter((name) => name.startsWith('__Host-sign-in-'))

describe('given somebody who opens a page that is not for anybody', () => {
  it('when they sign in, then they see it, by their own name', async () => {
    const asked = await browser.open('/desk')
    expect(asked.text).toContain('Who do you want to be?')
    const desk = await choose(asked, 'secretariat')
    expect([desk.status, desk.url]).toEqual([200, `${stack.url}/desk`])
    expect(desk.text).toContain('Signed in as Signe Dahl')
    expect(attempt(browser)).toEqual([])
  })

  it('when they are sent to the provider, then with PKCE, state and nonce, and a cookie that fits to it', async () => {
    const there = await browser.ask('/sign-in?to=/desk')
    const { origin, searchParams } = new URL(there.location ?? '')
    expect([there.status, origin]).toEqual([303, new URL(stack.issuer).origin])
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: 'trin-web',
      redirect_uri: callback(),
      scope: 'openid profile email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
    const [cookie = '', ...more] = there.cookies
    expect(more).toEqual([])
    expect(cookie).toMatch(
      new RegExp(
        `^__Host-sign-in-${searchParams.get('state')}=[\\w-]+; Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Lax$`,
      ),
    )
  })

  it('when they have signed in, then their cookie is out of reach of scripts and other sites, for eight hours', async () => {
    const back = await browser.ask(await answered())
    expect(back.status).toBe(303)
    expect(back.headers.get('referrer-policy')).toBe('no-referrer')
    expect(back.cookies).toContainEqual(
      expect.stringMatching(/^__Host-session=[\w-]+; Path=\/; Max-Age=28800; Secure; HttpOnly; SameSite=Lax$/),
    )
  })

  it.each(accountRoles)('when they are %s, then a page takes them for the same as the API does', async (role) => {
    await browser.ask(await answered(role))
    const idOf = contactIds(signingKey)
    const read = accessTokenReader({ issuer: stack.issuer, audience: 'trin', idOf })
    const seen = sessions(signingKey).read(browser.jar.get(sessionCookie)?.value ?? '')
    expect(seen).toEqual({ actor: await read(await stack.token(role)), name: developmentUsers[role].name })
  })

  it('when they are another person in that role, then it is that person', async () => {
    const page = await begin('/board')
    await browser.send(page, { role: 'board', email: 'anja@nord.example', project: '' })
    const seen = sessions(signingKey).read(browser.jar.get(sessionCookie)?.value ?? '')
    expect(seen).toMatchObject({ actor: { id: contactIds(signingKey)('anja@nord.example'), roles: ['board'] } })
  })

  it('when their role may not see it, then it says so, and does not ask them to sign in again', async () => {
    const { status, text } = await choose(await browser.open('/desk'), 'board')
    expect(status).toBe(403)
    expect(text).toContain('Signed in as Bent Holm')
  })
})

describe('given an address to go on to', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\r\nset-cookie: a=b',
    ' //evil.example',
    `/${'a'.repeat(2_000)}`,
  ])('when it is %j, then signing in leads to the front page of our own', async (to) => {
    const page = await begin(to)
    const back = await browser.ask((await choose(page, 'secretariat', browser, callback())).location ?? '')
    expect([back.status, back.location]).toEqual([303, `${stack.url}/`])
    expect(back.headers.get('set-cookie')).not.toContain('a=b')
  })

  it('when it is one of ours with a query, then it leads there', async () => {
    const back = await choose(await begin('/portfolio?level=2&x=%2F'), 'secretariat', browser, `${stack.url}/portfolio`)
    expect(back.location).toBe(`${stack.url}/portfolio?level=2&x=%2F`)
  })
})

describe('given the answer of the provider', () => {
  const nobody = (seen: Seen) => {
    expect(seen.status).toBe(400)
    expect(seen.text).toContain('You are not signed in yet')
    expect(seen.cookies.join()).not.toContain(sessionCookie)
  }

  it('when it is used a second time, then nobody signs in by it', async () => {
    const answer = await answered()
    const kept = new Map(browser.jar)
    await browser.ask(answer)
    browser.jar.delete(sessionCookie)
    nobody(await browser.ask(answer))
    // Also where somebody kept the cookie that it belongs to: the provider takes a code once.
    for (const [name, value] of kept) browser.jar.set(name, value)
    nobody(await browser.ask(answer))
  })

  it('when another browser brings it, then nobody signs in there', async () => {
    const answer = await answered()
    nobody(await browserByHand(stack.url).ask(answer))
    const other = browserByHand(stack.url)
    await begin('/desk', other)
    nobody(await other.ask(answer))
  })

  it.each([
    ['has no code', (url: URL) => url.searchParams.delete('code')],
    ['has another code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43))],
    ['has another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['has no state', (url: URL) => url.searchParams.delete('state')],
    ['is of another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['names no issuer', (url: URL) => url.searchParams.delete('iss')],
  ])('when it %s, then nobody signs in', async (_, change) => {
    const url = new URL(await answered())
    change(url)
    nobody(await browser.ask(url.href))
  })

  it('when its cookie was changed, then nobody signs in', async () => {
    const answer = await answered()
    const [name = ''] = attempt(browser)
    const { value = '' } = browser.jar.get(name) ?? {}
    browser.jar.set(name, { value: value.slice(2), path: '/' })
    nobody(await browser.ask(answer))
  })

  it('when it is a refusal, then the page says so, and how to try again', async () => {
    const page = await browser.send(await begin('/desk'), { cancel: 'yes' })
    expect(page.status).toBe(200)
    expect(page.text).toContain('Signing in was cancelled')
    expect(page.text).toContain('href="/sign-in?to=%2Fdesk"')
    expect(await troublesOfHtml(page.text)).toEqual([])
    expect([browser.jar.has(sessionCookie), attempt(browser)]).toEqual([false, []])
  })

  it('when two tabs sign in at once, then both come in', async () => {
    const [one, two] = [await begin('/desk'), await begin('/portfolio')]
    expect(attempt(browser)).toHaveLength(2)
    expect((await choose(one, 'secretariat')).url).toBe(`${stack.url}/desk`)
    expect((await choose(two, 'secretariat')).url).toBe(`${stack.url}/portfolio`)
  })
})

describe('given somebody who signed in', () => {
  const desk = async () => choose(await begin('/desk'), 'secretariat')

  it('when they sign out, then here and at the provider, and the next one is asked who they are', async () => {
    const asks = await browser.send(await desk(), {})
    expect(asks.text).toContain('Do you want to sign out here as well?')
    expect(browser.jar.has(sessionCookie)).toBe(false)
    const out = await browser.send(asks, { logout: 'yes' })
    expect([out.status, out.url]).toEqual([200, `${stack.url}/signed-out`])
    expect(await troublesOfHtml(out.text)).toEqual([])
    expect((await browser.open('/desk')).text).toContain('Who do you want to be?')
  })

  it('when another site would sign them out, then they stay', async () => {
    await desk()
    expect((await browser.ask('/sign-out', { _token: 'x' })).status).toBe(403)
    expect((await browser.ask('/desk')).status).toBe(200)
  })
})

describe('given the pages of the provider on this machine', () => {
  it('when they are looked at, then they are whole pages that need no script', async () => {
    const page = await begin('/desk')
    expect(await troublesOfHtml(page.text)).toEqual([])
    expect(page.text).not.toContain('<script')
    expect((await browser.send(page, { role: 'king' })).status).toBe(422)
    const outside = await fetch(`${stack.issuer}/interaction/nothing`)
    expect([outside.status, await outside.text()]).toEqual([400, expect.stringContaining('this sign-in is over')])
  })
})

describe('given a proposer', () => {
  it('when they open the link of their mail, and ask for a new one, then each opens their project', async () => {
    const sent = await fetch(`${stack.url}/api/projects`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        kind: 'new',
        concept: wasteCalendar,
        answers: wasteCalendarAnswers,
        contact: people.mette,
        consentToPublish: true,
      }),
    })
    expect(sent.status).toBe(201)
    await stack.quiet()
    const { id } = (await sent.json()) as { id: string }
    const links = async () =>
      [...JSON.stringify(await stack.mails()).matchAll(new RegExp(`${stack.url}/p/${id}\\?key=[\\w.-]+`, 'g'))].map(
        String,
      )
    const [first = ''] = await links()
    const before = await browser.ask(`/p/${id}`)
    expect(before.status).toBe(401)
    const own = await browser.open(first)
    expect([own.status, own.url]).toEqual([200, `${stack.url}/p/${id}`])

    const known = (await links()).length
    const asked = await browserByHand(stack.url).send(before, { email: people.mette.email })
    expect([asked.status, asked.url]).toEqual([200, `${stack.url}/links?sent=1`])
    await stack.quiet()
    const renewed = await links()
    expect(renewed.length).toBeGreaterThan(known)
    expect((await browserByHand(stack.url).open(renewed.at(-1) ?? '')).status).toBe(200)
  })
})
