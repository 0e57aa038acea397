import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { formFields } from '../../shared/http/form-fields.ts'
import { sentForm } from '../../shared/http/sent-form.ts'
import { languages } from '../../shared/i18n/language.ts'
import { pageWords } from '../../shared/i18n/page-words.ts'
import { formTokens } from '../../shared/identity/form-token.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'
import { signingKey } from '../fakes/memory-stack.ts'
import {
  as,
  begin,
  joint,
  meetingOn,
  ready,
  secretariat,
  stack,
  submitted,
  typesOf,
} from '../functions/support/cast.ts'
import { fieldsOf } from './support/form-fields.ts'
import { holderOf, running } from './support/joint-project.ts'
import { type PageAnswer, type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

const hour = 3_600_000

let world: PageWorld
let id: ProjectId
let version: string
beforeEach(async () => {
  begin()
  world = pageWorld(stack)
  id = await submitted(joint())
  const { text } = await world.get(returning(), { as: signe() })
  version = / name="_version" value="(\d+)"/.exec(text)?.[1] ?? ''
})

const signe = () => signedIn(secretariat())
const tokenFor = (actor: Actor, hoursAgo = 0): string =>
  formTokens(signingKey, () => Date.now() - hoursAgo * hour).issue(actor)

const returning = () => `/desk/projects/${id}/return`
/** What Signe wrote before her session ended. */
const written = () => ({
  'codes[]': 'architecture',
  'of.architecture.criteria[]': 'F18',
  'of.architecture.text': 'Hvilke kortdata\r\nbygger I på?',
  comeBackWith: 'Et afsnit om data & arkitektur.',
  _token: tokenFor(secretariat()),
  _key: 'k-1',
  _version: version,
  _do: 'look',
})
/** The form of a page as it would be sent: without the wish of another button. */
const again = (page: PageAnswer) => fieldsOf(page.text)
const valuesOf = (fields: readonly (readonly [string, string])[]) => {
  const { values, own } = sentForm(formFields(new URLSearchParams(fields.map(([...pair]) => pair)).toString()))
  return { values, own }
}

describe('given a form of the desk whose session ended while it was filled in', () => {
  it.each(languages)('when it is sent, read in %s, then nothing is done, and all of it is there', async (language) => {
    const before = await typesOf(id)
    const page = await world.post(returning(), written(), { language })
    const { session, nothingLost } = pageWords[language].entrance.kept
    expect(page.status).toBe(401)
    for (const said of [session.title, session.comeIn, nothingLost]) expect(page.text).toContain(said)
    expect(page.text).toContain('>Hvilke kortdata\r\nbygger I på?</textarea>')
    expect(page.text).toContain('>Et afsnit om data &amp; arkitektur.</textarea>')
    expect(page.text).toContain('href="/sign-in?to=/signed-in" target="_blank"')
    expect(page.text).not.toContain('href="/sign-in?to=%2F')
    expect(valuesOf(again(page))).toEqual(
      valuesOf(Object.entries(written()).map(([n, v]) => [n, n === '_token' ? own(page, n) : v])),
    )
    expect(await troublesOfHtml(page.text)).toEqual([])
    expect(await typesOf(id)).toEqual(before)
  })
  const own = (page: PageAnswer, name: string) => Object.fromEntries(again(page))[name] ?? ''

  it('when whoever wrote it has signed in again, then it is taken as it was', async () => {
    const { _do: _, ...fields } = written()
    const page = await world.post(returning(), fields)
    const sent = await world.post(returning(), again(page), { as: signe() })
    expect([sent.status, sent.headers.location]).toEqual([303, `/desk/projects/${id}?done=return`])
    expect((await typesOf(id)).at(-1)).toBe('returned')
    expect(JSON.stringify(await stack.eventsOf(id))).toContain('Hvilke kortdata\\r\\nbygger I på?')
  })

  it('when they send it twice after that, then it is done once', async () => {
    const { _do: _, ...fields } = written()
    const page = await world.post(returning(), fields)
    await world.post(returning(), again(page), { as: signe() })
    const { length } = await typesOf(id)
    await world.post(returning(), again(page), { as: signe() })
    expect(await typesOf(id)).toHaveLength(length)
  })

  it('when they send it without having signed in, then it is still there', async () => {
    const first = await world.post(returning(), written())
    const second = await world.post(returning(), again(first))
    expect(second.status).toBe(401)
    expect(again(second)).toEqual(again(first))
  })

  it('when it lay open overnight, too, then they see it once more before it is sent', async () => {
    const page = await world.post(returning(), { ...written(), _token: tokenFor(secretariat(), 13) })
    expect(page.status).toBe(401)
    const { _do: _, ...fields } = Object.fromEntries(again(page))
    const shown = await world.post(returning(), fields, { as: signe() })
    expect(shown.status).toBe(403)
    expect(shown.text).toContain('Siden har stået åben længe')
    expect(shown.text).toContain('Et afsnit om data &amp; arkitektur.')
    const sent = await world.post(returning(), again(shown), { as: signe() })
    expect(sent.status).toBe(303)
  })

  it('when the language is changed there, then it is kept in the other one', async () => {
    const page = await world.post(returning(), { ...written(), _language: 'en' })
    expect([page.status, page.headers['content-language']]).toEqual([401, 'en'])
    expect(page.cookies).toEqual([expect.stringMatching(/^__Host-language=en; /)])
    expect(page.text).toContain('You have been signed out')
    expect(Object.fromEntries(again(page))).toMatchObject({
      comeBackWith: 'Et afsnit om data & arkitektur.',
      _do: 'look',
    })
    expect(Object.fromEntries(again(page))._language).toBeUndefined()
  })

  it('when nothing was filled in, then they are sent to sign in, and come to the form again', async () => {
    const { status, headers } = await world.post(`/desk/projects/${id}/ready`, { _token: tokenFor(secretariat()) })
    expect([status, headers.location]).toEqual([303, `/sign-in?to=${encodeURIComponent(`/desk/projects/${id}/ready`)}`])
  })
})

describe('given somebody else who has come in meanwhile', () => {
  const birgitte = () => signedIn(as(people.birgitte.email, 'secretariat'), people.birgitte.name)

  it.each([
    ['with the same role', birgitte],
    ['who may not do this', () => signedIn(as(people.anja.email, 'board'), people.anja.name)],
  ])('when it is somebody %s, then it is kept, and counts only for whoever opened it', async (_, other) => {
    const { _do: __, ...fields } = written()
    const before = await typesOf(id)
    const page = await world.post(returning(), fields, { as: other() })
    expect(page.status).toBe(403)
    expect(page.text).toContain('Formularen er åbnet af en anden')
    expect(page.text).toContain('Et afsnit om data &amp; arkitektur.')
    expect(page.text).toContain('action="/sign-out" target="_blank"')
    expect(await troublesOfHtml(page.text)).toEqual([])
    expect((await world.post(returning(), again(page), { as: other() })).status).toBe(403)
    expect(await typesOf(id)).toEqual(before)
    expect((await world.post(returning(), again(page), { as: signe() })).status).toBe(303)
  })

  it('when it is the form of an idea, then it is theirs to send, once they have seen it again', async () => {
    const idea = { 'concept.title': 'Legepladser på kortet', _step: 'send', _do: 'send', _key: 'k-1' }
    for (const [from, to] of [
      [undefined, signe()],
      [signe(), undefined],
      [signe(), birgitte()],
    ] satisfies (readonly [Visitor | undefined, Visitor | undefined])[]) {
      const token = tokenFor(from?.actor ?? { kind: 'anonymous' })
      const page = await world.post('/', { ...idea, _token: token, _begun: token }, to === undefined ? {} : { as: to })
      expect(page.status).toBe(403)
      expect(page.text).toContain('Du er kommet ind eller gået ud, mens siden var åben')
      expect(page.text).toContain('value="Legepladser på kortet"')
      const fresh = / name="_token" value="([^"]+)"/.exec(page.text.slice(page.text.indexOf('id="idea-form"')))?.[1]
      expect(formTokens(signingKey).open(fresh ?? '', to?.actor ?? { kind: 'anonymous' })).toMatchObject({
        isStale: false,
      })
    }
  })
})

describe('given a form of a project whose personal link the browser no longer holds', () => {
  it.each(languages)(
    'when it is sent, in %s, then the page says how to come in, and it is taken after',
    async (language) => {
      const project = await running()
      const lead = holderOf(project, people.amir, 'lead')
      const text = 'Vi søger en kommune mere.'
      const fields = { text, _token: tokenFor(lead.actor), _key: 'k-1' }
      const page = await world.post(`/p/${project}/comment?n=3`, fields, { language })
      const { link } = pageWords[language].entrance.kept
      expect(page.status).toBe(401)
      for (const said of [link.title, link.comeIn, text]) expect(page.text).toContain(said)
      expect(page.text).toContain(`<a href="/p/${project}" target="_blank"`)
      expect(page.text).toContain(`action="/p/${project}/comment?n=3"`)
      expect(await troublesOfHtml(page.text)).toEqual([])
      const sent = await world.post(`/p/${project}/comment`, again(page), { as: lead, language })
      expect(sent.status).toBe(303)
      expect(JSON.stringify(await stack.eventsOf(project))).toContain(text)
    },
  )

  it('when it is a report, then every field of it comes back', async () => {
    const project = await running()
    const lead = holderOf(project, people.amir, 'lead')
    const form = fieldsOf((await world.get(`/p/${project}/report`, { as: lead })).text)
    const filled = form.map(([name, value]): [string, string] => [name, value === '' ? 'Skrevet i feltet' : value])
    const page = await world.post(`/p/${project}/report`, filled)
    expect(page.status).toBe(401)
    expect(filled.length).toBeGreaterThan(20)
    expect(valuesOf(again(page))).toEqual(valuesOf(filled))
  })
})

describe('given a form of a project whose lead was replaced while it lay open', () => {
  const text = 'Vi søger en kommune mere.'
  const replaced = async () => {
    const project = await running()
    const former = holderOf(project, people.amir, 'lead')
    const lead = people.birgitte
    await stack.act('POST /api/projects/{id}/lead', { params: { id: project }, as: secretariat(), body: { lead } })
    return { project, former, fields: { text, _token: tokenFor(former.actor), _key: 'k-1' } }
  }

  it.each(languages)(
    'when it is sent, in %s, then the page says what happened, and what was typed is there to copy',
    async (language) => {
      const { project, former, fields } = await replaced()
      const before = await typesOf(project)
      const page = await world.post(`/p/${project}/comment`, fields, { as: former, language })
      const { gone, nothingLost, send } = pageWords[language].entrance.kept
      expect(page.status).toBe(404)
      for (const said of [gone.title, gone.lead, gone.next, nothingLost, `>${text}</textarea>`])
        expect(page.text).toContain(said)
      for (const unseen of [send, 'Natlys for kommuner', people.birgitte.name]) expect(page.text).not.toContain(unseen)
      expect(await troublesOfHtml(page.text)).toEqual([])
      expect(await typesOf(project)).toEqual(before)
      const other = language === 'da' ? 'en' : 'da'
      const turned = await world.post(`/p/${project}/comment`, { ...fields, _language: other }, { as: former })
      expect(turned.text).toContain(pageWords[other].entrance.kept.gone.title)
      expect(turned.text).toContain(`>${text}</textarea>`)
    },
  )

  it('when there never was such a project, then it is told in the same words', async () => {
    const { project, former, fields } = await replaced()
    const [was, never] = await Promise.all(
      [project, 'prj_01J00000000000000000000000'].map((one) => world.post(`/p/${one}/comment`, fields, { as: former })),
    )
    expect(never?.status).toBe(404)
    expect(mainOf(never)).toBe(mainOf(was)?.replace(project, 'prj_01J00000000000000000000000'))
  })
  const mainOf = (page: PageAnswer | undefined) => page?.text.match(/<h1>.*<\/form>/s)?.[0]

  it('when nothing was written in it, then nothing is said to be kept', async () => {
    const { project, former, fields } = await replaced()
    const { text: _, ...chosen } = { ...fields, number: '3' }
    const page = await world.post(`/p/${project}/comment`, chosen, { as: former })
    expect(page.status).toBe(404)
    expect(page.text).toContain(pageWords.da.entrance.kept.gone.title)
    expect(page.text).not.toContain(pageWords.da.entrance.kept.nothingLost)
  })
})

it('given a vote, when the session ended meanwhile, then choice and member come along unseen', async () => {
  id = await ready()
  const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
  const karsten = signedIn(as(people.karsten.email, 'board'), people.karsten.name)
  const member = stack.contacts.idOf(people.karsten.email)
  const fields = { project: id, member, choice: 'return', comment: 'Hvad med driften?' }
  const page = await world.post(`/board/${meeting}/vote`, { ...fields, _token: tokenFor(karsten.actor), _key: 'k-1' })
  expect(page.status).toBe(401)
  expect(page.text.match(/<textarea/g)).toHaveLength(1)
  const sent = await world.post(`/board/${meeting}/vote`, again(page), { as: karsten })
  expect([sent.status, sent.headers.location]).toEqual([303, `/board/${meeting}/${id}?done=vote`])
})

describe('given a form that may not be one of ours', () => {
  const secret = 'Hemmelig tekst'
  const cases: readonly (readonly [string, () => Record<string, string>, Record<string, string>])[] = [
    ['comes from another site', () => ({ _token: tokenFor(secretariat()) }), { 'sec-fetch-site': 'cross-site' }],
    ['comes from a site beside ours', () => ({ _token: tokenFor(secretariat()) }), { 'sec-fetch-site': 'same-site' }],
    ['carries no token', () => ({ _token: '' }), {}],
    [
      'carries a token of another key',
      () => ({ _token: formTokens('another key that is long enough').issue(secretariat()) }),
      {},
    ],
    ['carries a token of the future', () => ({ _token: tokenFor(secretariat(), -1) }), {}],
  ]
  it.each(cases)('when one %s, then nothing of it is shown, to nobody and to somebody', async (_, own, headers) => {
    for (const looking of [{}, { as: signedIn(as(people.anja.email, 'board')) }]) {
      const page = await world.post(returning(), { comeBackWith: secret, ...own() }, { ...looking, headers })
      expect(page.status).not.toBe(200)
      expect(page.text).not.toContain(secret)
    }
    const idea = await world.post('/', { 'concept.title': secret, ...own(), _do: 'next' }, { headers })
    expect(idea.status).toBe(403)
    expect(idea.text).not.toContain(secret)
  })

  it('when the browser does not say whence it comes, then nothing of it is shown', async () => {
    const body = new URLSearchParams({ comeBackWith: secret, _token: tokenFor(secretariat()) }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const cookies of [[], [world.cookieOf(signedIn(as(people.anja.email, 'board')))]]) {
      const { status, bytes } = await world.ask('POST', returning(), { headers, cookies, body })
      expect([303, 403]).toContain(status)
      expect(bytes.toString()).not.toContain(secret)
    }
    // Somebody's own token is no way to have another send what they did not write.
    const theirs = new URLSearchParams({
      'concept.title': secret,
      _do: 'next',
      _token: tokenFor({ kind: 'anonymous' }),
    })
    const { status, bytes } = await world.ask('POST', '/', {
      headers,
      cookies: [world.cookieOf(signe())],
      body: theirs.toString(),
    })
    expect(status).toBe(403)
    expect(bytes.toString()).not.toContain(secret)
  })

  it('when the page kept what an attacker wrote, then it is text', async () => {
    const attack = '</textarea><script>alert(1)</script>"><img src=x onerror=alert(2)>'
    const fields = { comeBackWith: attack, 'x"><img onerror=alert(3)>': attack, _do: attack, _key: attack }
    const page = await world.post(returning(), { ...fields, _token: tokenFor(secretariat()) })
    expect(page.status).toBe(401)
    expect(page.text).not.toMatch(/<script>|<img/)
    expect(page.text.match(/<\/textarea>/g)).toHaveLength(2)
  })
})

describe('given that it is we who could not take a form', () => {
  it.each([
    ['something is away', () => new Unavailable('table'), 503],
    ['we made a mistake', () => new Error('a mistake of ours'), 500],
  ])('when %s, then what was written is kept, and sent again it is done', async (_, make, status) => {
    let isBroken = true
    const { load } = stack.log
    world = pageWorld({
      ...stack,
      log: {
        ...stack.log,
        load: ((...asked: Parameters<typeof load>) => {
          if (isBroken) throw make()
          return load(...asked)
        }) as typeof load,
      },
    })
    const { _do: __, ...fields } = written()
    const page = await world.post(returning(), fields, { as: signe() })
    expect(page.status).toBe(status)
    expect(page.text).toContain('Intet er gået tabt')
    expect(page.text).toContain('Et afsnit om data &amp; arkitektur.')
    expect(page.text).not.toMatch(/a mistake of ours|Idempotency-Key|correlationId/)
    expect(await troublesOfHtml(page.text)).toEqual([])
    isBroken = false
    expect((await world.post(returning(), again(page), { as: signe() })).status).toBe(303)
    expect((await typesOf(id)).at(-1)).toBe('returned')
  })
})

describe.each(languages)('given whoever signed in beside a form, reading %s', (language) => {
  it('when they are in, then the page sends them back to their form', async () => {
    const { status, text } = await world.get('/signed-in', { as: signe(), language })
    expect(status).toBe(200)
    expect(text).toContain(pageWords[language].entrance.signedIn.text)
    expect(await troublesOfHtml(text)).toEqual([])
  })
  it('when they are not, then they sign in first', async () => {
    const { status, headers } = await world.get('/signed-in', { language })
    expect([status, headers.location]).toEqual([303, '/sign-in?to=/signed-in'])
  })
})
