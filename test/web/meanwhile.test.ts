import { beforeEach, describe, expect, it } from 'vitest'
import { overNow } from '../../functions/web/form/meanwhile.ts'
import { readerOf } from '../../functions/web/reader.ts'
import { people } from '../../infra/local/demo/material.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { fold } from '../../shared/domain/project/evolve.ts'
import type { FormObject } from '../../shared/http/form-fields.ts'
import { begin, secretariat, stack } from '../functions/support/cast.ts'
import { fieldsOf } from './support/form-fields.ts'
import { holderOf, shaped } from './support/joint-project.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  world = pageWorld(stack)
})

const project = async (id: ProjectId) => fold(await stack.log.load(id))

/** What a browser sends of the form of a page, in which somebody has typed. */
const typedInto = (html: string, typed: Readonly<Record<string, string>>): [string, string][] =>
  fieldsOf(html).map(([name, value]) => [name, typed[name] ?? value])

describe('given a form that began with what stood on the case, and somebody else who was ahead of it', () => {
  it('when others changed other fields, then it holds both, and sending it again takes nothing back', async () => {
    const id = await shaped()
    const as = holderOf(id, people.helle, 'proposer')
    const { text: form } = await world.get(`/p/${id}/revise`, { as })
    await stack.act('POST /api/projects/{id}/revisions', {
      params: { id },
      as: secretariat(),
      body: {
        concept: { title: 'Sekretariatets titel', value: 'Det letter hverdagen.' },
        answers: { R1: { answer: 'yes' } },
      },
    })
    const sent = typedInto(form, { 'concept.purpose': 'Mit nye formål.', 'answers.R2.answer': 'planned' })
    const { status, text } = await world.post(`/p/${id}/revise`, sent, { as })
    expect(status).toBe(412)
    expect(text).toContain('Resten af felterne viser, hvad der står nu.')
    expect(text).not.toContain('I har begge ændret dette')
    expect(await troublesOfHtml(text)).toEqual([])
    expect((await world.post(`/p/${id}/revise`, fieldsOf(text), { as })).status).toBe(303)
    expect(await project(id)).toMatchObject({
      concept: { title: 'Sekretariatets titel', value: 'Det letter hverdagen.', purpose: 'Mit nye formål.' },
      answers: { R1: { answer: 'yes' }, R2: { answer: 'planned' } },
    })
  })

  it('when both changed the same field, then it keeps what was typed, and says what the other wrote', async () => {
    const id = await shaped()
    const as = holderOf(id, people.helle, 'proposer')
    const { text: form } = await world.get(`/p/${id}/revise`, { as })
    const body = { concept: { title: 'Sekretariatets titel' } }
    await stack.act('POST /api/projects/{id}/revisions', { params: { id }, as: secretariat(), body })
    const sent = typedInto(form, { 'concept.title': 'Min titel' })
    const { text } = await world.post(`/p/${id}/revise`, sent, { as })
    expect(text).toContain('value="Min titel"')
    expect(text).toContain(
      '<a href="#concept-title">Titel: I har begge ændret dette. Her står dit; den anden skrev: »Sekretariatets titel«</a>',
    )
    expect(await troublesOfHtml(text)).toEqual([])
    await world.post(`/p/${id}/revise`, fieldsOf(text), { as })
    expect((await project(id))?.concept.title).toBe('Min titel')
  })

  it('when two of the secretariat assess at once, then the colours of both stand in the end', async () => {
    const id = await shaped()
    const as = signedIn(secretariat())
    const { text: form } = await world.get(`/desk/projects/${id}/assess`, { as })
    const body = { evaluations: { R1: { colour: 'green' }, R2: { colour: 'yellow', text: 'Kun delvist.' } } }
    await stack.act('POST /api/projects/{id}/assessment', { params: { id }, as: secretariat(), body })
    const sent = typedInto(form, { 'evaluations.R2.colour': 'red', 'evaluations.R3.colour': 'green' })
    const { status, text } = await world.post(`/desk/projects/${id}/assess`, sent, { as })
    expect(status).toBe(412)
    expect(text).toContain('I har begge ændret dette. Her står dit.')
    expect(await troublesOfHtml(text)).toEqual([])
    expect((await world.post(`/desk/projects/${id}/assess`, fieldsOf(text), { as })).status).toBe(303)
    expect((await project(id))?.evaluations).toMatchObject({
      R1: { colour: 'green' },
      R2: { colour: 'red', text: 'Kun delvist.' },
      R3: { colour: 'green' },
    })
  })

  it('when another named the group meanwhile, then a list that was left alone is theirs', async () => {
    const id = await shaped()
    const as = holderOf(id, people.helle, 'proposer')
    const name = (...members: readonly { readonly name: string; readonly email: string }[]) =>
      stack.act('POST /api/projects/{id}/steering-group', {
        params: { id },
        as: secretariat(),
        body: { members: members.map(({ name, email }) => ({ name, email })) },
      })
    await name(people.kirsten)
    const { text: form } = await world.get(`/p/${id}/steering-group`, { as })
    await name(people.kirsten, people.amir)
    const { status, text } = await world.post(`/p/${id}/steering-group`, fieldsOf(form), { as })
    expect(status).toBe(412)
    expect(text).toContain(`value="${people.amir.email}"`)
  })
})

describe('given a form over what stands there by now', () => {
  const reader = readerOf({ language: 'en', path: '/', token: '', visitor: { actor: { kind: 'anonymous' } } })
  const conflict = {
    type: '',
    title: '',
    status: 412,
    code: 'version-conflict',
    detail: '',
    correlationId: '',
  } as const
  const over = (typed: FormObject, began: FormObject, now: FormObject) =>
    overNow({ key: 'k', version: 2, typed, problem: conflict }, (version) => (version === 1 ? began : now), {
      seen: 1,
      reader,
    })

  it('when it was left as it began, but for what a browser makes of it, then it is what stands there', () => {
    const began = { text: 'a\nb', 'ticked:yes': 'yes', none: '', rows: [{ name: 'A', more: '' }] }
    const typed = { text: 'a\r\nb ', 'ticked:yes': ['no', 'yes'], rows: [{ name: 'A' }] }
    const now = { text: 'c', 'ticked:yes': 'no', none: 'd', rows: [] }
    const { typed: merged, problem } = over(typed, began, now)
    expect(merged).toEqual(now)
    expect(problem?.errors).toBeUndefined()
  })

  it('when a field was emptied that another rewrote, then it stays empty, and both are told', () => {
    const { typed: merged, problem } = over({}, { text: 'what it was' }, { text: 'what it is' })
    expect(merged).toEqual({})
    expect(problem?.errors).toEqual([
      {
        pointer: '/text',
        code: 'version-conflict',
        detail: 'Both of you have changed this. Yours stands here; the other wrote: “what it is”',
      },
    ])
  })

  it('when both came to the same, then nobody is told', () => {
    expect(over({ text: 'b' }, { text: 'a' }, { text: 'b' }).problem?.errors).toBeUndefined()
  })
})
