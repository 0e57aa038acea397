import { beforeEach, describe, expect, it } from 'vitest'
import { entrancePages } from '../../functions/web/entrance/pages.ts'
import { portfolioPages } from '../../functions/web/portfolio/pages.ts'
import { projectPages } from '../../functions/web/project/pages.ts'
import { ideaPages } from '../../functions/web/submit/pages.ts'
import { troublePage } from '../../functions/web/trouble-page.tsx'
import type { PageKey } from '../../shared/api/page-routes.ts'
import type { ContactId, ProjectId } from '../../shared/domain/identifiers.ts'
import { pageEdge } from '../../shared/http/page-edge.ts'
import { formTokens } from '../../shared/identity/form-token.ts'
import { linkCookie, linkCookies } from '../../shared/identity/link-cookies.ts'
import { personalLinks } from '../../shared/identity/personal-link.ts'
import { sessions } from '../../shared/identity/session.ts'
import { visitorByCookies } from '../../shared/identity/visitor.ts'
import type { LinkRequest } from '../../shared/use-cases/link-requests.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'
import { people } from '../domain/support/material.ts'
import { httpEvent, lambdaContext } from '../fakes/http-event.ts'
import { acts, life } from '../fakes/life.ts'
import { memoryContacts } from '../fakes/memory-contacts.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { memorySignIn } from '../fakes/memory-sign-in.ts'
import { memoryStack } from '../fakes/memory-stack.ts'

const signingKey = 'a signing key for tests, long enough'
const sensor: ProjectId = 'prj_01HZ0000000000000000000001'
const borger: ProjectId = 'prj_01HZ0000000000000000000002'
const contacts = memoryContacts([], signingKey)

/** What the provider of the world says. */
const provider: { location?: string } = {}
let asked: LinkRequest[]
let lines: string[]
let sending: () => Promise<void>
beforeEach(() => {
  asked = []
  lines = []
  sending = async () => {}
})

/** The public pages and the ways in, over a log with one idea. */
const world = (() => {
  const ports = { ...memoryStack({ log: memoryLog(life([acts.submit(false)], sensor)) }) }
  const links = {
    send: async (request: LinkRequest) => {
      await sending()
      asked.push(request)
    },
  }
  return pageEdge({
    identify: visitorByCookies(signingKey),
    tokens: formTokens(signingKey),
    acts: {
      ...ideaPages({ ports }),
      ...portfolioPages({ ports, assets: '' }),
      ...projectPages({ ports, links: linkCookies(signingKey) }),
      ...entrancePages({ ports: { links, contacts }, signIn: memorySignIn(provider), issuer: 'https://login.example' }),
    },
    present: troublePage,
    write: (line) => void lines.push(line),
  })
})()

interface Sent {
  readonly id?: string
  readonly act?: string
  readonly query?: Record<string, string>
  readonly cookies?: readonly string[]
  readonly form?: Record<string, string>
  readonly headers?: Record<string, string>
}
const call = async (route: PageKey, { id, act, query, cookies = [], form, headers = {} }: Sent = {}) => {
  const answer = await world(
    httpEvent({
      route,
      ...(id === undefined ? {} : { params: { id, ...(act === undefined ? {} : { act }) } }),
      ...(query === undefined ? {} : { query }),
      cookies,
      headers: {
        'accept-language': 'en',
        ...(form === undefined
          ? {}
          : { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }),
        ...headers,
      },
      ...(form === undefined ? {} : { body: new URLSearchParams(form).toString() }),
    }),
    lambdaContext(),
  )
  const { statusCode: status, headers: answered = {}, cookies: set = [], body = '' } = answer
  return { status, headers: answered, cookies: set, body }
}
const keyFor = async (project = sensor, { days = 1, by = signingKey, contact = people.maren as ContactId } = {}) => {
  const link = await personalLinks({ signingKey: by, baseUrl: 'https://trin.example', days }).linkFor({
    project,
    contact,
    purpose: 'proposer',
  })
  return new URL(link).searchParams.get('key') ?? ''
}
const token = () => formTokens(signingKey).issue({ kind: 'anonymous' })

describe('given a personal link from a mail', () => {
  it('when it is opened, then its key goes into a cookie, and the reader to the address without it', async () => {
    const key = await keyFor()
    const { status, headers, cookies, body } = await call('GET /p/{id}', { id: sensor, query: { key } })
    expect([status, headers.location]).toEqual([303, `/p/${sensor}`])
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    expect(cookies).toEqual([expect.stringContaining(`${linkCookie(sensor)}=${key}; Path=/; Secure; HttpOnly;`)])
    expect(body).toBe('')
    expect(lines.join()).not.toContain(key)
  })

  it('when the reader has followed it, then they see the project; and whoever has the address alone does not', async () => {
    const { cookies } = await call('GET /p/{id}', { id: sensor, query: { key: await keyFor() } })
    const own = await call('GET /p/{id}', { id: sensor, cookies: cookies.map((one) => one.split(';')[0] ?? '') })
    expect(own.status).toBe(200)
    expect(own.headers['content-type']).toBe('text/html; charset=utf-8')
    const strangers = await call('GET /p/{id}', { id: sensor })
    expect(strangers.status).toBe(401)
    expect(strangers.body).toContain('Use your personal link')
  })

  it.each([
    ['has expired', () => keyFor(sensor, { days: -1 }), 'The link has expired'],
    ['is of another project', () => keyFor(borger), 'The link does not work'],
    ['is of another key', () => keyFor(sensor, { by: 'another key that is long enough as well' }), 'does not work'],
    ['was cut off', async () => (await keyFor()).slice(0, -8), 'The link does not work'],
    ['is nothing', async () => '', 'The link does not work'],
  ])('when it %s, then the page says so, sets nothing, and offers a new one by mail', async (_, make, said) => {
    const { status, body, cookies } = await call('GET /p/{id}', { id: sensor, query: { key: await make() } })
    expect([status, cookies]).toEqual([401, []])
    expect(body).toContain(said)
    expect(body).toMatch(new RegExp(`<form method="post" action="/links".*name="project" value="${sensor}"`, 's'))
  })

  it('when its cookie has expired meanwhile, then the page says so', async () => {
    const cookies = [`${linkCookie(sensor)}=${await keyFor(sensor, { days: -1 })}`]
    const { status, body } = await call('GET /p/{id}', { id: sensor, cookies })
    expect(status).toBe(401)
    expect(body).toContain('The link has expired')
  })

  it('when its holder has no part on the case any more, then the page says that of the link, and where everybody may read', async () => {
    const cookies = [`${linkCookie(sensor)}=${await keyFor(sensor, { contact: people.ditte })}`]
    const { status, body } = await call('GET /p/{id}', { id: sensor, cookies })
    expect(status).toBe(404)
    expect(body).toContain('The link no longer opens the case')
    expect(body).toContain('<a href="/portfolio">')
  })

  it('when the address is that of a meeting, then it leads to the board’s table', async () => {
    const { status, headers } = await call('GET /p/{id}', { id: 'mtg_01HZ0000000000000000000000' })
    expect([status, headers.location]).toEqual([303, '/board/mtg_01HZ0000000000000000000000'])
  })

  it('when the address is of nothing at all, then it is not found', async () => {
    expect((await call('GET /p/{id}', { id: 'x', query: { key: 'x' } })).status).toBe(404)
  })
})

describe('given the holder of a link at a computer that others use', () => {
  const held = async () => [`${linkCookie(sensor)}=${await keyFor()}`, `${linkCookie(borger)}=${await keyFor(borger)}`]
  const forget = (cookies: readonly string[], form: Record<string, string>) =>
    call('POST /p/{id}/{act}', { id: sensor, act: 'forget-link', cookies, form })

  it('when they press the button in the head of their page, then this browser forgets this link, and says so', async () => {
    const cookies = await held()
    const { body } = await call('GET /p/{id}', { id: sensor, cookies })
    expect(body).toContain('You are here by your personal link')
    const [, token = ''] =
      new RegExp(`action="/p/${sensor}/forget-link"><input type="hidden" name="_token" value="([^"]+)"`).exec(body) ??
      []
    const { status, headers, cookies: set } = await forget(cookies, { _token: token })
    expect([status, headers.location]).toEqual([303, '/signed-out?link=1'])
    expect(set).toEqual([`${linkCookie(sensor)}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`])
    const said = await call('GET /signed-out', { query: { link: '1' } })
    expect(said.body).toContain('The link is forgotten here')
    expect(said.body).toContain('<a href="/links">')
  })

  it('when another site would have it so, then the link stays', async () => {
    const { status, cookies } = await forget(await held(), { _token: token() })
    expect([status, cookies]).toEqual([403, []])
  })

  it('when somebody has signed in instead, then they are offered to sign out', async () => {
    const [cookie = ''] = sessions(signingKey)
      .open({ kind: 'person', id: 'con_signe', roles: ['secretariat'] }, 'Signe Dahl')
      .split(';')
    const { body } = await call('GET /p/{id}', { id: sensor, cookies: [cookie] })
    expect(body).not.toContain('forget-link')
    expect(body).toContain('action="/sign-out"')
  })
})

describe('given who asks for a new link', () => {
  const email = 'Maren@Tisvang.example'

  it.each([sensor.toLowerCase(), ` ${sensor} `, `Case number ${sensor}.`])(
    'when they type the number of the case as “%s”, then it is understood',
    async (project) => {
      expect((await call('POST /links', { form: { email, project, _token: token() } })).status).toBe(303)
      expect(asked).toMatchObject([{ project: sensor }])
    },
  )

  it('when what they type is no number of a case, then it says so at the field', async () => {
    const { status, body } = await call('POST /links', { form: { email, project: 'grundvand', _token: token() } })
    expect(status).toBe(422)
    expect(body).toContain('<a href="#project">')
    expect(asked).toEqual([])
  })

  it('when they send the form, then the mail is asked for it, and the answer is the same for any address', async () => {
    const known = await call('POST /links', { form: { email, project: sensor, _token: token() } })
    const unknown = await call('POST /links', { form: { email: 'x@y.example', project: borger, _token: token() } })
    const { 'x-correlation-id': _, ...same } = known.headers
    expect([known.status, known.headers.location]).toEqual([303, '/links?sent=1'])
    expect({ ...unknown, headers: { ...unknown.headers, 'x-correlation-id': '' } }).toEqual({
      ...known,
      headers: { ...same, 'x-correlation-id': '' },
    })
    expect(asked).toEqual([
      { contact: contacts.idOf(email), project: sensor, correlationId: known.headers['x-correlation-id'] },
      expect.objectContaining({ project: borger }),
    ])
    expect((await call('GET /links', { query: { sent: '1' } })).body).toContain('Look into your mail')
    expect(lines.join()).not.toMatch(/tisvang/i)
  })

  it('when something is wrong, then the form says what, with what was typed, and nobody is asked', async () => {
    const { status, body } = await call('POST /links', {
      form: { email: 'no "address', project: 'x', _token: token() },
    })
    expect(status).toBe(422)
    expect(body).toContain('value="no &quot;address"')
    expect(body).toContain('<a href="#email">')
    expect(body).toContain('<a href="#project">')
    expect(asked).toEqual([])
  })

  it.each([
    ['without its token', { form: { email, project: sensor } }],
    [
      'with the token of somebody who signed in',
      {
        form: {
          email,
          project: sensor,
          _token: formTokens(signingKey).issue({ kind: 'person', id: 'con_1', roles: [] }),
        },
      },
    ],
    [
      'from another site',
      { form: { email, project: sensor, _token: token() }, headers: { 'sec-fetch-site': 'cross-site' } },
    ],
  ])('when the form comes %s, then it is refused', async (_, sent) => {
    expect((await call('POST /links', sent)).status).toBe(403)
    expect(asked).toEqual([])
  })

  it('when the queue is away, then they are told to try again', async () => {
    sending = () => Promise.reject(new Unavailable('sqs'))
    const { status, headers } = await call('POST /links', { form: { email, project: sensor, _token: token() } })
    expect([status, headers['retry-after']]).toEqual([503, '5'])
  })
})

describe('given somebody who signed in', () => {
  it('when they look at a project whose link they do not hold, then it is as themselves', async () => {
    const [cookie = ''] = sessions(signingKey)
      .open({ kind: 'person', id: 'con_signe', roles: ['secretariat'] }, 'Signe Dahl')
      .split(';')
    const { status, body } = await call('GET /p/{id}', { id: sensor, cookies: [cookie] })
    expect(status).toBe(200)
    expect(body).toContain('Signed in as Signe Dahl')
  })
})

describe('given somebody who signs out', () => {
  const signOut = async (location: string | undefined) => {
    Object.assign(provider, { location })
    const { status, headers, cookies } = await call('POST /sign-out', { form: { _token: token() } })
    return { status, location: headers.location, cookies }
  }

  it.each([
    ['where the issuer is', 'https://login.example/end?x=1', 'https://login.example/end?x=1'],
    ['at another address, whither no form of ours may lead', 'https://elsewhere.example/end', '/signed-out?provider=1'],
    ['nowhere', undefined, '/signed-out'],
  ])('when the provider ends its sessions %s, then the browser forgets, and is led on', async (_, ends, to) => {
    expect(await signOut(ends)).toEqual({ status: 303, location: to, cookies: ['__Host-session='] })
  })

  it('when a form cannot lead to the provider, then a link does', async () => {
    await signOut('https://elsewhere.example/end?a=1&b=2')
    const { body } = await call('GET /signed-out', { query: { provider: '1' } })
    expect(body).toContain('<a href="https://elsewhere.example/end?a=1&amp;b=2">')
    expect((await call('GET /signed-out')).body).not.toContain('elsewhere')
  })
})
