import { expect, it } from 'vitest'
import { byWhom } from '../../functions/web/parts/timeline.tsx'
import { readerOf } from '../../functions/web/reader.ts'
import { people } from '../../infra/local/demo/material.ts'
import { type CriterionId, criteriaFor } from '../../shared/domain/criteria.ts'
import { labels } from '../../shared/i18n/labels.ts'
import { languages } from '../../shared/i18n/language.ts'
import { begin, secretariat, stack } from '../functions/support/cast.ts'
import { holderOf, running } from './support/joint-project.ts'
import { pageWorld } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

/** What a page says in a fact of its timeline, tags left out. */
const factsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<dd>(.*?)<\/dd>/gs)].map(([, fact = '']) => fact.replaceAll(/<[^>]+>/g, ' ').trim())

it.each(languages)(
  'given an evaluation and a decision, when anybody or the lead reads what happened, then criteria come with their words, in %s',
  async (language) => {
    begin()
    const world = pageWorld(stack)
    const id = await running()
    const body = { evaluations: { R1: { colour: 'green' } }, publish: true }
    await stack.act('POST /api/projects/{id}/evaluations', { params: { id }, as: secretariat(), body })
    const said = (criterion: CriterionId): string => `${criterion} ${labels[language].criteria[criterion]}`
    for (const [path, as] of [
      [`/portfolio/${id}`, undefined],
      [`/p/${id}/history`, holderOf(id, people.amir, 'lead')],
    ] as const) {
      const { text } = await world.get(path, { language, ...(as === undefined ? {} : { as }) })
      const facts = factsIn(text)
      expect(facts.filter((fact) => /^[RFSG]\d+(, [RFSG]\d+)*$/.test(fact))).toEqual([])
      expect(facts).toContain(said('R3'))
      const missing = facts.find((fact) => fact.includes(said('F2')))
      const lacking = criteriaFor(1).filter(({ id, recommendation }) => !recommendation && id !== 'R1')
      expect(missing?.split(' ')[0]).toBe(String(lacking.length))
      for (const one of lacking) expect(missing).toContain(said(one.id))
      expect(await troublesOfHtml(text)).toEqual([])
    }
  },
)

it.each([
  [['chair', 'board'], 'the chair'],
  [['board'], 'the board'],
  [['lead', 'steering'], 'the project lead, the steering group'],
  [['agenda-keeper'], 'the system'],
] as const)('given what %s did, then the history says that it was %s', (by, said) => {
  const reader = readerOf({ language: 'en', path: '/', token: '', visitor: { actor: { kind: 'anonymous' } } })
  expect(byWhom(reader, by)).toBe(said)
})
