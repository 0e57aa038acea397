import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import { languages } from '../../shared/i18n/language.ts'
import {
  as,
  begin,
  chair,
  joint,
  meetingOn,
  ready,
  secretariat,
  stack,
  submitted,
  vote,
} from '../functions/support/cast.ts'
import { aReport, holderOf, running } from './support/joint-project.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  world = pageWorld(stack)
})

const signe = () => signedIn(secretariat())
const lead = (id: Parameters<typeof holderOf>[0]) => holderOf(id, people.amir, 'lead')

/** What stands behind the label of a field, in brackets. */
const behindLabel = (html: string, id: string): string | undefined =>
  new RegExp(`<label class="form-label" for="${id}">[^<]*<span class="trin-optional"> \\(([^)]*)\\)`).exec(html)?.[1]

describe.each(languages)('given a field that is needed at times, and a reader of %s', (language) => {
  const said = (da: string, en: string): string => ({ da, en })[language]

  it('when a member votes, then the comment says with which vote it is not needed', async () => {
    const project = await ready()
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    const visitor = signedIn(as(people.karsten.email, 'board'), people.karsten.name)
    const { text } = await world.get(`/board/${meeting}/${project}`, { as: visitor, language })
    expect(behindLabel(text, 'comment')).toBe(
      said('skal skrives, medmindre du stemmer »Godkend«', 'needed unless you vote “Approve”'),
    )
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when a report is written, then each reason says that green needs none', async () => {
    const id = await running()
    const { text } = await world.get(`/p/${id}/report`, { as: lead(id), language })
    for (const part of ['overall', 'schedule', 'economy', 'scope', 'risk'])
      expect(behindLabel(text, `status-${part}-reason`)).toBe(
        said('skal udfyldes, når farven ikke er grøn', 'needed when the colour is not green'),
      )
  })

  it('when a report is reviewed, then the answer says that sending back needs one', async () => {
    const id = await running()
    await stack.act('POST /api/projects/{id}/reports', { params: { id }, as: lead(id).actor, body: aReport() })
    const { text } = await world.get(`/desk/projects/${id}/review-1`, { as: signe(), language })
    expect(behindLabel(text, 'text')).toBe(
      said('skal udfyldes, når rapporten sendes tilbage', 'needed when the report is sent back'),
    )
  })

  it('when a level is set, then the reason says which level needs none; when it is evaluated, that the colours’ does', async () => {
    const id = await submitted(joint())
    const place = await world.get(`/desk/projects/${id}/place`, { as: signe(), language })
    expect(behindLabel(place.text, 'reason')).toBe(
      said('skal udfyldes, hvis I vælger andet end niveau 2', 'needed if you choose other than level 2'),
    )
    const started = await running()
    const evaluate = await world.get(`/desk/projects/${started}/evaluate`, { as: signe(), language })
    expect(behindLabel(evaluate.text, 'reason')).toBe(
      said(
        'skal udfyldes, hvis I vælger et andet niveau, end farverne viser',
        'needed if you choose another level than the colours show',
      ),
    )
  })
})

describe.each(languages)('given a form sent without its choices, and a reader of %s', (language) => {
  const [one, some, filled] = {
    da: ['Vælg én af mulighederne.', 'Angiv mindst én.', 'Skal udfyldes.'],
    en: ['Choose one of the options.', 'Give at least one.', 'Is required.'],
  }[language]

  it('when a report lacks its colours and a date, then colours are to be chosen and the date to be filled in', async () => {
    const id = await running()
    const sent = {
      'period.to': '2027-03-01',
      'spent:kr': '1',
      'forecast:kr': '1',
      endsOn: '2028-12-31',
      nextPeriod: 'x',
    }
    const { status, text } = await world.post(`/p/${id}/report`, { ...sent, _do: 'check' }, { as: lead(id), language })
    expect(status).toBe(422)
    for (const part of ['overall', 'schedule', 'economy', 'scope', 'risk'])
      expect(text).toMatch(new RegExp(`<a href="#status-${part}-colour">[^<]*: ${one}</a>`))
    expect(text).toMatch(new RegExp(`<a href="#period-from">[^<]*: ${filled}</a>`))
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when it is not said whether an evaluation is published, then that is to be chosen', async () => {
    const id = await running()
    const sent = { 'evaluations.R1.colour': 'green' }
    const { text } = await world.post(`/desk/projects/${id}/evaluate`, sent, { as: signe(), language })
    expect(text).toMatch(new RegExp(`<a href="#publish">[^<]*[:?] ${one}</a>`))
  })

  it('when a decision rests on no criterion, then at least one is asked for', async () => {
    const project = await ready()
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    await vote(meeting, project, 'reject')
    const sent = { project, outcome: 'reject', reason: 'Nej.' }
    const visitor = signedIn(chair(), people.birgitte.name)
    const { status, text } = await world.post(`/board/${meeting}/decide`, sent, { as: visitor, language })
    expect(status).toBe(422)
    expect(text).toMatch(new RegExp(`<a href="#criteria">[^<]+: ${some}</a>`))
    expect(text).toMatch(new RegExp(`id="criteria-error"><span class="sr-only">[^<]*</span>${some}</span>`))
  })

  it('when a steering group has nobody in it, then the way is to where the first one is written', async () => {
    const id = await running()
    const { status, text } = await world.post(`/p/${id}/steering-group`, {}, { as: lead(id), language })
    expect(status).toBe(422)
    expect(text).toMatch(new RegExp(`<a href="#members-0-name">[^<]*: ${some}</a>`))
    expect(text).toContain('id="members-0-name"')
  })
})

it.each([
  ['da', ['Økonomi at give af: ', 'Medlem 1, Myndighed: ', 'Medlem 2, Mailadresse: ', 'Medlem 2, Myndighed: ']],
  ['en', ['Money to give: ', 'Member 1, Authority: ', 'Member 2, Mail address: ', 'Member 2, Authority: ']],
] as const)(
  'given rows that lack several fields, when they are told in %s, then each says of which row, in the order of the form',
  async (language, begins) => {
    const sent = {
      'meetsAt:local': '2027-06-15T10:00',
      'budget:kr': 'mange',
      'members.0.name': people.birgitte.name,
      'members.0.email': people.birgitte.email,
      'members.0.seat': 'chair',
      'members.1.name': people.karsten.name,
    }
    const { status, text } = await world.post('/board/call', sent, { as: signe(), language })
    expect(status).toBe(422)
    const summary = text.slice(
      text.indexOf('id="error-summary"'),
      text.indexOf('name="_token" value', text.indexOf('id="error-summary"')),
    )
    const told = [...summary.matchAll(/<a href="#[^"]+">([^<]+)<\/a>/g)].map(([, one = '']) => one)
    expect(told).toHaveLength(begins.length)
    for (const [place, begin] of begins.entries()) expect(told[place]?.startsWith(begin), told[place]).toBe(true)
  },
)
