import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import { languages } from '../../shared/i18n/language.ts'
import { as, begin, joint, ready, secretariat, small, stack, submitted } from '../functions/support/cast.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  world = pageWorld(stack)
})
const signe = () => ({ as: signedIn(secretariat()) })
const find = (sought: string) => world.post('/desk/people', { sought }, signe())
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, name = '']) => name)

describe.each(languages)('given people on several projects, and a reader of %s', (language) => {
  it('when the page is opened, then everybody stands there once, with what they are on, and it is valid', async () => {
    const [first, second, third] = [await submitted(joint()), await submitted(joint()), await submitted(small())]
    await stack.act('POST /api/projects/{id}/lead', {
      params: { id: second },
      as: secretariat(),
      body: { lead: { name: people.amir.name, email: people.amir.email } },
    })
    const { status, text, headers } = await world.get('/desk/people', { ...signe(), language })
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(namesIn(text)).toEqual([people.amir.name, people.helle.name, people.mette.name])
    for (const id of [first, second, third]) expect(text).toContain(`href="/desk/projects/${id}"`)
    expect(text).toContain(language === 'da' ? 'projektleder' : 'project lead')
    expect(text).toContain(`href="/desk/projects/${second}/erase"`)
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when there is nobody, then it says so', async () => {
    const { text } = await world.get('/desk/people', { ...signe(), language })
    expect(text).toContain(language === 'da' ? 'Ingen fundet' : 'Nobody found')
    expect(await troublesOfHtml(text)).toEqual([])
  })
})

describe('given somebody who is searched for', () => {
  beforeEach(async () => {
    await submitted(joint())
    await submitted(small())
  })

  it.each([
    ['a part of the name, in any case', 'METTE'],
    ['the whole address', people.mette.email],
    ['the whole address in capitals', people.mette.email.toUpperCase()],
    ['a part of the address', 'lindholm@'],
    ['spaces around it', ' mette  '],
  ])('when by %s, then they are found, and nobody else', async (_, sought) => {
    const { status, text } = await find(sought)
    expect(status).toBe(200)
    expect(namesIn(text)).toEqual([people.mette.name])
  })

  it('when nobody is called so, then that is said, and the way back to all', async () => {
    const { text } = await find('<script>alert(1)</script>')
    expect(text).toContain('Ingen fundet')
    expect(text).toContain('<a href="/desk/people">')
    expect(text).not.toContain('<script>alert')
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when the words are too long, then they are refused', async () => {
    expect((await find('x'.repeat(201))).status).toBe(422)
  })
})

it('given somebody who gave their part to another, then the other stands there, and they do not', async () => {
  const id = await submitted(joint())
  await stack.act('POST /api/projects/{id}/proposer', {
    params: { id },
    as: secretariat(),
    body: { proposer: { name: people.amir.name, email: people.amir.email } },
  })
  expect(namesIn((await world.get('/desk/people', signe())).text)).toEqual([people.amir.name])
})

it.each(['board', 'chair', 'integrator'] as const)('given somebody of role %s, then they see nobody', async (role) => {
  await ready()
  const looking = { as: signedIn(as('kaj@os2.example', role)) }
  expect((await world.get('/desk/people', looking)).status).toBe(403)
  expect((await world.post('/desk/people', { sought: 'Helle' }, looking)).status).toBe(403)
  const { body } = await stack.ask('GET /api/projects', { as: as('kaj@os2.example', role) })
  expect(JSON.stringify(body)).not.toMatch(/con_|"people"/)
})
