import { beforeEach, describe, expect, it } from 'vitest'
import { people, wasteReport } from '../../infra/local/demo/material.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { languages } from '../../shared/i18n/language.ts'
import { actOnProject } from '../../shared/use-cases/act-on-project.ts'
import { followUp } from '../../shared/use-cases/follow-up.ts'
import { as, begin, secretariat, small, stack, submitted, typesOf } from '../functions/support/cast.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
let id: ProjectId
const signe = () => ({ as: signedIn(secretariat()) })
const page = (name = '') => world.get(`/desk/projects/${id}${name === '' ? '' : `/${name}`}`, signe())
const send = (name: string, fields: Parameters<PageWorld['post']>[1]) =>
  world.post(`/desk/projects/${id}/${name}`, fields, signe())
const act = (route: Parameters<typeof stack.act>[0], body: unknown, more: object = {}) =>
  stack.act(route, { params: { id }, as: secretariat(), body, ...more })

/** A level 1 project that runs, with its lead. */
beforeEach(async () => {
  begin()
  world = pageWorld(stack)
  id = await submitted(small())
  await send('place', { 'level:int': '1' })
  await send('ready', {})
})
const started = () =>
  send('start', {
    'baseline.budget:kr': '180.000',
    'baseline.endsOn': '2027-12-31',
    'baseline.scope': 'Kalenderen.',
    'lead.name': people.jonas.name,
    'lead.email': people.jonas.email,
  })
const reported = (spent = 4_000_000) =>
  act(
    'POST /api/projects/{id}/reports',
    wasteReport({ from: '2026-11-02', to: '2026-12-01', endsOn: '2027-12-31', spent, forecast: 17_000_000 }),
    { as: as(people.jonas.email, 'lead') },
  )

/** What a case says comes next, without what is folded. */
const nextIn = (html: string): string => {
  const from = html.indexOf('id="next"')
  return html.slice(from, html.indexOf('<details', from))
}

describe('given a concept on level 1 that is ready', () => {
  it('when it is started without a frame, then each missing field is named; with one, it runs', async () => {
    const refused = await send('start', {})
    expect(refused.status).toBe(422)
    expect(await troublesOfHtml(refused.text)).toEqual([])
    expect((await started()).status).toBe(303)
    expect(await typesOf(id)).toEqual(expect.arrayContaining(['started', 'board-informed', 'lead-appointed']))
    expect((await page()).text).toContain('180.000 kr.')
  })
})

describe('given a report', () => {
  beforeEach(async () => {
    await started()
    await reported()
  })

  it('when the case is opened, then its review comes next, and not the checklist of a product that is far off', async () => {
    const { text } = await page()
    expect(text).toContain(`<a class="button button-primary" href="/desk/projects/${id}/review-1">`)
    expect(text).not.toContain(`button-secondary" href="/desk/projects/${id}/check"`)
    expect(text).toContain(`<a href="/desk/projects/${id}/check">`)
  })

  it('when the desk is opened, then it waits there though the move is the lead’s', async () => {
    const { text } = await world.get('/desk?view=ours', signe())
    expect(text).toContain(`/desk/projects/${id}`)
    expect(text).toContain('Godkend rapporten, eller send den tilbage')
  })

  it('when its review is opened, then it says of which time it is, until when to answer, and nothing of a report before', async () => {
    const { text } = await page('review-1')
    expect(text).toContain('Periode: 2. november 2026 – 1. december 2026.')
    expect(text).toMatch(/Svar senest \d+\. \w+ 202\d\. Hører projektlederen ikke fra jer/)
    expect(text).not.toContain('<th scope="col">Sidst</th>')
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when a second one comes, then its page shows both beside each other and the frame', async () => {
    await send('review-1', { outcome: 'accept' })
    await reported(5_000_000)
    const { text } = await page('review-2')
    expect(text).toMatch(/<th scope="row">[^<]*<\/th><td>40\.000 kr\.<\/td><td>50\.000 kr\.<\/td>/)
    expect(text).toContain('180.000 kr.')
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when it is sent back without a word, then a word is asked for; with one, it is sent back', async () => {
    const refused = await send('review-1', { outcome: 'return' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('<a href="#text">')
    expect((await send('review-1', { outcome: 'return', text: 'Hvad koster det?' })).status).toBe(303)
    expect(await typesOf(id)).toContain('report-returned')
  })

  it('when another has reviewed it meanwhile, then the second is told and nothing happens twice', async () => {
    const seen = (await page('review-1')).text
    const version = /name="_version" value="(\d+)"/.exec(seen)?.[1] ?? ''
    await act('POST /api/projects/{id}/reports/{n}/review', { outcome: 'accept' }, { params: { id, n: '1' } })
    const { status, text } = await send('review-1', { outcome: 'return', text: 'Nej.', _version: version })
    expect(status).toBe(412)
    expect(text).toContain('Nogen har ændret sagen')
    expect(text).toContain('Fremdriftsrapport 1 er godkendt')
    expect(text).toContain('Nej.')
    expect((await typesOf(id)).filter((type) => type.startsWith('report-'))).toEqual(['report-accepted'])
  })

  it('when it waits no longer, then there is no page for it', async () => {
    await send('review-1', { outcome: 'accept' })
    expect((await page('review-1')).status).toBe(404)
  })
})

describe('given a reconsideration on level 1', () => {
  beforeEach(async () => {
    await started()
    await send('reconsider', { text: 'Økonomien holder ikke.' })
  })

  it('when it is decided with a new frame, then it goes on inside that one', async () => {
    const { status } = await send('decide', [
      ['outcome', 'rescope'],
      ['reason', 'Det er det værd.'],
      ['criteria[]', 'R1'],
      ['baseline.budget:kr', '250.000'],
      ['baseline.endsOn', '2028-06-30'],
      ['baseline.scope', 'Det samme.'],
    ])
    expect(status).toBe(303)
    expect(await typesOf(id)).toContain('rescoped')
    expect((await page()).text).toContain('250.000 kr.')
  })

  it('when it is returned, then with coded reasons; what was typed for another outcome is left out', async () => {
    const { status } = await send('decide', [
      ['outcome', 'return'],
      ['reason', 'Det skal tænkes om.'],
      ['criteria[]', 'R1'],
      ['codes[]', 'economy'],
      ['comeBackWith', 'En plan.'],
      ['endsOn', '2028-06-30'],
    ])
    expect(status).toBe(303)
    expect(await typesOf(id)).toContain('returned')
  })

  it('when no criterion is given, then the page says so and stays as it was typed', async () => {
    const { status, text } = await send('decide', { outcome: 'continue', reason: 'Fortsæt.' })
    expect(status).toBe(422)
    expect(text).toContain('<a href="#criteria">')
    expect(text).toContain('Fortsæt.')
    expect(await troublesOfHtml(text)).toEqual([])
  })
})

describe('given a project on its way to a product', () => {
  beforeEach(async () => {
    await started()
    for (const authority of ['Skovby Kommune', 'Fjordby Kommune'])
      expect((await send('go-live', { authority, on: '2026-11-01' })).status).toBe(303)
  })

  it('when the checklist is gone through in part, then what is missing stands in the case', async () => {
    expect((await send('check', { 'evidence.documentation': 'https://docs.example' })).status).toBe(303)
    const { text } = await page()
    expect(text).toContain('offentlig dokumentation')
    expect(text).toMatch(/Mangler:[^<]*<\/strong>[^<]*en koordinationsgruppe/)
  })

  it('when all of it is in place, then it becomes a product', async () => {
    await send('coordination-group', {
      'members:rows[0].name': people.rikke.name,
      'members:rows[0].email': people.rikke.email,
      chair: people.rikke.email,
    })
    const evidence = { 'evidence.governance-and-financing': 'Aftale.', 'evidence.documentation': 'Docs.' }
    await send('check', { ...evidence, 'evidence.agreements-and-tools': 'Aftaler.' })
    expect(await typesOf(id)).toContain('graduated')
    expect((await page()).text).toContain('produkt')
  })

  it('when it is evaluated, then the level is fixed by the colours, and published as said', async () => {
    const silent = await send('evaluate', { 'evaluations.R1.colour': 'green' })
    expect(silent.status).toBe(422)
    expect(silent.text).toContain('<a href="#publish">')
    expect((await send('evaluate', { 'evaluations.R1.colour': 'green', 'publish:yes': 'no' })).status).toBe(303)
    const evaluated = (await stack.eventsOf(id)).find(({ type }) => type === 'evaluated')
    expect(evaluated).toMatchObject({ level: 'sandbox', published: false })
  })
})

describe('given the people of a case', () => {
  it('when a group is named, then its rows that nobody filled in are left out', async () => {
    const sent = await send('steering-group', {
      'members:rows[0].name': people.amir.name,
      'members:rows[0].email': people.amir.email,
      'members:rows[1].name': '',
      'members:rows[2].name': people.kirsten.name,
      'members:rows[2].email': people.kirsten.email,
    })
    expect(sent.status).toBe(303)
    const { text } = await page()
    expect(text).toContain(people.amir.email)
    expect(text).toContain(people.kirsten.email)
  })

  it('when somebody on it is to be erased, then that is ordered, and who follows takes over', async () => {
    const { status } = await send('erase', {
      email: people.mette.email,
      'successor.name': people.rikke.name,
      'successor.email': people.rikke.email,
    })
    expect(status).toBe(303)
    expect(await typesOf(id)).toContain('person-erased')
    expect((await page()).text).toContain(people.rikke.email)
  })

  it('when whoever had the case is erased and nobody follows, then finding somebody is what comes next', async () => {
    expect((await page()).text).not.toContain('Find en anden, der kan føre den videre.')
    await actOnProject(stack, {
      project: id,
      command: { type: 'erase-person', person: stack.contacts.idOf(people.mette.email) },
      context: followUp('eraser', 'erased-mette', 'correlation'),
    })
    await stack.settle()
    const next = nextIn((await page()).text)
    expect(next).toContain('Find en anden, der kan føre den videre.')
    expect(next).toContain(`href="/desk/projects/${id}/proposer"`)
  })

  it('when the lead of what runs is erased, then naming another comes next', async () => {
    await started()
    await actOnProject(stack, {
      project: id,
      command: { type: 'erase-person', person: stack.contacts.idOf(people.jonas.email) },
      context: followUp('eraser', 'erased-jonas', 'correlation'),
    })
    await stack.settle()
    const next = nextIn((await page()).text)
    expect(next).toContain('Find en anden, der kan føre den videre.')
    expect(next).toContain(`href="/desk/projects/${id}/lead"`)
    expect(next).not.toContain(`href="/desk/projects/${id}/proposer"`)
  })

  it('when somebody who is not on it is named, then nothing is ordered', async () => {
    const { status, text } = await send('erase', { email: 'fremmed@skovby.example' })
    expect(status).toBe(422)
    expect(text).toContain('<a href="#email">')
    expect(await typesOf(id)).not.toContain('person-erased')
  })
})

describe.each(languages)('given a reader of %s', (language) => {
  const names = ['lead', 'proposer', 'steering-group', 'coordination-group', 'join', 'leave', 'erase', 'evaluate']
  const others = ['check', 'graduate', 'complete', 'go-live', 'reconsider', 'review-1', '']
  it.each([...names, ...others])('when they open %s, then it is valid HTML of less than 60 KB', async (name) => {
    await started()
    await reported()
    const { status, text } = await world.get(`/desk/projects/${id}/${name}`.replace(/\/$/, ''), {
      ...signe(),
      language,
    })
    expect(status).toBe(200)
    expect(await troublesOfHtml(text)).toEqual([])
    expect(text.length).toBeLessThan(60_000)
  })
})
