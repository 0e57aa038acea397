import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import { languages } from '../../shared/i18n/language.ts'
import { as, begin, joint, meetingOn, ready, secretariat, stack, submitted } from '../functions/support/cast.ts'
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
