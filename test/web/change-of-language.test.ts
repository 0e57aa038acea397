import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import type { MeetingId, ProjectId } from '../../shared/domain/identifiers.ts'
import { formTokens } from '../../shared/identity/form-token.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import { signingKey } from '../fakes/memory-stack.ts'
import { as, begin, chair, meetingOn, ready, secretariat, stack, typesOf, vote } from '../functions/support/cast.ts'
import { enterTroubles } from './support/enter-key.ts'
import { holderOf, running } from './support/joint-project.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { typedIdea } from './support/typed-idea.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
let project: ProjectId
let meeting: MeetingId
beforeEach(async () => {
  begin()
  world = pageWorld(stack)
  project = await ready()
  meeting = await meetingOn('2027-01-20T09:00:00+01:00')
})

const signe = () => signedIn(secretariat())
const theChair = () => signedIn(chair(), people.birgitte.name)
const proposer = () => holderOf(project, people.helle, 'proposer')
const typed = 'Skrevet før sproget blev skiftet'

/** Forms that a page is there for: where they stand, who sends them, and a field of theirs. */
const forms: readonly (readonly [string, () => Visitor | undefined, string])[] = [
  ['/links', () => undefined, 'email'],
  ['/desk/people', signe, 'sought'],
  ['/desk/projects/{project}/comment', signe, 'text'],
  ['/desk/projects/{project}/return', signe, 'comeBackWith'],
  ['/desk/projects/{project}/merge', signe, 'reason'],
  ['/board/call', signe, 'place'],
  ['/p/{project}/comment', proposer, 'text'],
  ['/p/{project}/withdraw', proposer, 'reason'],
]
const at = (path: string) => path.replace('{project}', project).replace('{meeting}', meeting)

describe('given a page that is there for a form', () => {
  it.each(forms)(
    'when the language is changed on %s, then it comes back in the other one as it was typed, and nothing else happened',
    async (path, who, name) => {
      const visitor = who()
      const looking = visitor === undefined ? {} : { as: visitor }
      const form = (await world.get(at(path), looking)).text
      expect(form).toMatch(/<button type="submit" form="main-form" [^>]*name="_language" value="en"/)
      expect(form).toContain(' id="main-form"')
      expect(form).not.toContain('/language?to=')
      expect(enterTroubles(form)).toEqual([])
      const before = await typesOf(project)
      const page = await world.post(at(path), { [name]: typed, _language: 'en', _version: '2' }, looking)
      expect([page.status, page.headers['content-language']]).toEqual([200, 'en'])
      expect(page.cookies).toEqual([expect.stringMatching(/^__Host-language=en; .*Secure; HttpOnly/)])
      expect(page.text).toContain(typed)
      expect(page.text).not.toMatch(/id="error-summary"|<title>Error/)
      expect(await troublesOfHtml(page.text)).toEqual([])
      expect(await typesOf(project)).toEqual(before)
      const back = await world.post(at(path), { [name]: typed, _language: 'da' }, { ...looking, language: 'en' })
      expect(back.headers['content-language']).toBe('da')
    },
  )

  it('when it is about one of several things, then it still is', async () => {
    const { text } = await world.get(`/p/${project}/comment?n=3`, { as: proposer() })
    expect(text).toContain(`action="/p/${project}/comment?n=3"`)
  })

  it('when what was seen is out of date, then that is said once it is sent', async () => {
    const fields = { reason: typed, _version: '1' }
    const page = await world.post(`/p/${project}/withdraw`, { ...fields, _language: 'en' }, { as: proposer() })
    expect(page.status).toBe(200)
    expect(page.text).toContain('name="_version" value="1"')
  })

  it('when it lay open overnight, then it comes back with a token of now', async () => {
    const old = formTokens(signingKey, () => Date.now() - 13 * 3_600_000).issue(proposer().actor)
    const fields = { text: typed, _language: 'en', _token: old }
    const page = await world.post(`/p/${project}/comment`, fields, { as: proposer() })
    expect([page.status, page.text.includes(typed), page.text.includes(old)]).toEqual([200, true, false])
  })
})

describe('given a report', () => {
  it('when the language is changed before and after it is looked at, then it is there as it was typed', async () => {
    const id = await running()
    const lead = holderOf(id, people.amir, 'lead')
    const fields = {
      nextPeriod: typed,
      'risks:rows[0].text': 'Lukkede snitflader',
      'spent:kr': '610.000',
      _language: 'en',
    }
    const before = await typesOf(id)
    const { status, text } = await world.post(`/p/${id}/report`, fields, { as: lead })
    expect(status).toBe(200)
    for (const value of [typed, 'Lukkede snitflader', '610.000']) expect(text).toContain(value)
    expect(text).toContain('<html lang="en">')
    expect(enterTroubles(text)).toEqual([])
    expect(await typesOf(id)).toEqual(before)
  })
})

describe('given a page with several forms', () => {
  const karsten = () => signedIn(as(people.karsten.email, 'board'), people.karsten.name)
  const several: readonly (readonly [string, () => Visitor, () => Record<string, string>, string])[] = [
    ['vote', karsten, () => ({ project, choice: 'return', comment: typed }), '{project}'],
    ['decide', theChair, () => ({ project, outcome: 'approve', reason: typed }), '{project}'],
    ['cancel', theChair, () => ({ reason: typed }), ''],
    ['conclude', theChair, () => ({ note: typed }), ''],
  ]
  it.each(several)(
    'when the one to %s is sent for another language, then it comes back as it was typed',
    async (act, who, fields, place) => {
      if (act === 'decide') await vote(meeting, project, 'approve')
      const before = [await typesOf(project), await stack.eventsOf(meeting)]
      const sent = { ...fields(), _language: 'en' }
      const page = await world.post(`/board/${meeting}/${act}`, sent, { as: who() })
      expect([page.status, page.headers['content-language']]).toEqual([200, 'en'])
      expect(page.text).toContain(typed)
      expect(page.text).toMatch(new RegExp(`action="/board/${meeting}/${act}"[^>]* data-sent`))
      expect(page.text).not.toContain('<title>Error')
      const back = encodeURIComponent(`/board/${meeting}${place === '' ? '' : `/${at(place)}`}`)
      expect(page.text).toContain(`href="/language?to=da&amp;back=${back}" hreflang="da" data-language="da"`)
      expect([await typesOf(project), await stack.eventsOf(meeting)]).toEqual(before)
    },
  )
})

describe('given what no form is to be sent for', () => {
  it('when a form without anything to type is sent for a language, then it is refused', async () => {
    const page = await world.post('/desk/failures', { queue: 'mail', _language: 'en' }, { as: signe() })
    expect(page.status).toBe(403)
    expect(page.cookies).toEqual([])
  })

  it('when the language is none of ours, then it does not count', async () => {
    const page = await world.post(`/p/${project}/comment`, { text: typed, _language: 'de' }, { as: proposer() })
    expect(page.status).toBe(303)
  })
})

describe('given a page that is only read', () => {
  it.each([
    ['/portfolio?state=implementation&level=2', '/portfolio?state=implementation&level=2'],
    ['/desk?mine=1', '/desk?mine=1'],
    ['/p/prj_01HZ0000000000000000000000?key=geheim', '/p/prj_01HZ0000000000000000000000'],
    ['/sign-in/callback?code=geheim&state=x', '/sign-in'],
  ])('when the language is changed on %s, then the reader stays where they are', async (address, back) => {
    const { text } = await world.get(address, address.startsWith('/desk') ? { as: signe() } : {})
    expect(text).toContain(`&amp;back=${encodeURIComponent(back)}"`)
    expect(text).not.toContain('geheim')
  })

  it('when it is the receipt of an idea, then it is still that in the other language', async () => {
    const begun = formTokens(signingKey, () => Date.now() - 60_000).issue({ kind: 'anonymous' })
    const sent = await world.post('/', { ...typedIdea, _do: 'send', _step: 'send', _key: 'k-1', _begun: begun })
    const receipt = await world.get(sent.headers.location ?? '')
    const href = /href="(\/language\?[^"]*)"/.exec(receipt.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const { headers } = await world.get(href)
    expect(headers.location).toBe(sent.headers.location)
    expect((await world.get(headers.location ?? '', { language: 'en' })).text).toContain('ida.skov@skovby.example')
  })
})
