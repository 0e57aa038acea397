import { beforeEach, describe, expect, it } from 'vitest'
import { wasteBaseline } from '../../infra/local/demo/material.ts'
import type { RouteKey } from '../../shared/api/routes.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { languages } from '../../shared/i18n/language.ts'
import {
  approval,
  begin,
  meetingOn,
  ready,
  secretariat,
  small,
  stack,
  submitted,
  vote,
} from '../functions/support/cast.ts'
import { type PageWorld, pageWorld } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  world = pageWorld(stack)
})

/** A level 1 project that runs. */
const running = async (): Promise<ProjectId> => {
  const id = await submitted(small())
  const act = (path: string, body: object) =>
    stack.act(`POST /api/projects/{id}/${path}` as RouteKey, { params: { id }, as: secretariat(), body })
  await act('classification', { level: 1, reason: 'En kommune.' })
  await act('ready', {})
  stack.moveTo('2026-11-12T08:00:00.000Z')
  await act('start', { baseline: wasteBaseline('2027-12-31'), lead: { name: 'Lars', email: 'lars@skovby.example' } })
  return id
}

describe('given a portfolio with nothing public in it', () => {
  it('when anybody looks, then ideas are counted, and nothing is told of them', async () => {
    await submitted(small())
    const { text } = await world.get('/portfolio')
    expect(text).toContain('idé: 1')
    expect(text).toContain('Der er ingen projekter at vise endnu.')
    expect(text).not.toContain('Affaldskalenderen')
  })

  it('when somebody guesses an id, then there is no such project', async () => {
    const id = await submitted(small())
    expect((await world.get(`/portfolio/${id}`)).status).toBe(404)
  })
})

describe.each(languages)('given a project that runs, and a reader of %s', (language) => {
  it.each(['/portfolio', '/portfolio?view=table', '/portfolio?level=1&q=affald', '/portfolio/times'])(
    'when they open %s, then it is there, in valid HTML',
    async (path) => {
      const id = await running()
      const { status, text } = await world.get(path, { language })
      expect(status).toBe(200)
      expect(await troublesOfHtml(text)).toEqual([])
      if (path !== '/portfolio/times') expect(text).toContain(`href="/portfolio/${id}"`)
    },
  )

  it.each(['cards', 'table'])('when they look at %s, then they see its theme, and may ask for it', async (view) => {
    await running()
    const { text } = await world.get(`/portfolio?view=${view}`, { language })
    const theme = language === 'da' ? 'Klima, miljø og forsyning' : 'Climate, environment and utilities'
    expect(text).toContain(`<option value="climate-and-environment">${theme}</option>`)
    expect(text).toContain(view === 'table' ? `<td>${theme}</td>` : `<p class="trin-soft">${theme}</p>`)
  })

  it('when they open its page, then it tells what is public, and of no person', async () => {
    const id = await running()
    const { text } = await world.get(`/portfolio/${id}`, { language })
    expect(await troublesOfHtml(text)).toEqual([])
    expect(text).toContain('Affaldskalenderen som åbne data')
    expect(text).toContain(language === 'da' ? '180.000 kr.' : 'DKK 180,000')
    expect(text).toContain(language === 'da' ? 'Klima, miljø og forsyning' : 'Climate, environment and utilities')
    expect(text).not.toMatch(/Lars|skovby\.example|Mette/)
  })

  it('when its frame is withheld, then the page tells until when, and no figure, and on that day all of it', async () => {
    const id = await running()
    const body = { until: '2027-03-01' }
    await stack.act('POST /api/projects/{id}/frame-withholding', { params: { id }, as: secretariat(), body })
    const kroner = language === 'da' ? '180.000 kr.' : 'DKK 180,000'
    const before = (await world.get(`/portfolio/${id}`, { language })).text
    expect(before).toContain(language === 'da' ? '1. marts 2027' : '1 March 2027')
    expect(before).not.toContain(kroner)
    expect(before).not.toContain('2027-12-31')
    stack.moveTo('2027-03-01T08:00:00.000Z')
    expect((await world.get(`/portfolio/${id}`, { language })).text).toContain(kroner)
  })
})

describe('given filters', () => {
  it.each([
    ['?level=2', false],
    ['?level=1', true],
    ['?state=implementation', true],
    ['?state=product', false],
    ['?q=KALENDER', true],
    ['?q=sensor', false],
    ['?authority=Skovby+Kommune', true],
    ['?authority=Nowhere', false],
    ['?theme=climate-and-environment', true],
    ['?theme=health-and-care', false],
    ['?theme=nothing', true],
    ['?level=9&state=nothing&view=3d', true],
  ])('when %s is asked, then the project is shown: %s', async (query, isShown) => {
    const id = await running()
    const { text } = await world.get(`/portfolio${query}`)
    expect(text.includes(id)).toBe(isShown)
    if (!isShown) expect(text).toContain('Intet passer til det, du søger efter.')
  })
})

it('given a decision of the board, when anybody reads it, then with its reason and what it rests on, and no votes', async () => {
  const id = await ready()
  const meeting = await meetingOn('2026-12-20T09:00:00.000Z')
  await stack.settle()
  await vote(meeting, id, 'approve')
  await stack.act('POST /api/meetings/{id}/decisions', {
    params: { id: meeting },
    as: secretariat(),
    body: approval(id),
  })
  const { status, text } = await world.get(`/portfolio/${id}`)
  expect(status).toBe(200)
  expect(text).toContain('Tre kommuner deltager.')
  expect(text).toContain('R3 Kan bruges på tværs af myndigheder')
  expect(text).not.toMatch(/Fordi|Amir|con_/)
})

it('given what was measured, when the steps are shown, then in days, and who had it', async () => {
  await running()
  const { text } = await world.get('/portfolio/times', { language: 'en' })
  expect(text).toContain('From idea to level')
  expect(text).toContain('<th scope="row">With the secretariat</th><td>10</td>')
})
