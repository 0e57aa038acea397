import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import type { Commit } from '../../shared/domain/commit.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import type { ProjectEvent } from '../../shared/domain/project/events.ts'
import { fold } from '../../shared/domain/project/evolve.ts'
import { languages } from '../../shared/i18n/language.ts'
import { begin, secretariat, stack, typesOf } from '../functions/support/cast.ts'
import { fieldsOf } from './support/form-fields.ts'
import { holderOf, returned, running, shaped } from './support/joint-project.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  world = pageWorld(stack)
})

describe('given a form of a project', () => {
  it('when something is missing, then it is shown again as typed, with what is wrong', async () => {
    const id = await running()
    const as = holderOf(id, people.amir, 'lead')
    const { status, text } = await world.post(
      `/p/${id}/go-live`,
      { authority: '', on: 'i morgen', note: 'Pilot' },
      { as },
    )
    expect(status).toBe(422)
    expect(text).toContain('<a href="#authority">')
    expect(text).toContain('value="i morgen"')
    expect(text).toContain('>Pilot</textarea>')
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when somebody else changed the project meanwhile, then it says so, and keeps what was typed', async () => {
    const id = await shaped()
    const as = holderOf(id, people.helle, 'proposer')
    const { text: form } = await world.get(`/p/${id}/withdraw`, { as })
    const sent = fieldsOf(form).filter(([name]) => name !== 'reason')
    await stack.act('POST /api/projects/{id}/comments', {
      params: { id },
      as: secretariat(),
      body: { text: 'Vent lidt.' },
    })
    const { status, text } = await world.post(`/p/${id}/withdraw`, [...sent, ['reason', 'Vi har ikke tid.']], { as })
    expect(status).toBe(412)
    expect(text).toContain('Nogen har ændret sagen')
    expect(text).toContain('Vent lidt.')
    expect(text).toContain('>Vi har ikke tid.</textarea>')
    expect(await typesOf(id)).not.toContain('withdrawn')
    const again = await world.post(`/p/${id}/withdraw`, [...fieldsOf(text)], { as })
    expect(again.status).toBe(303)
    expect(await typesOf(id)).toContain('withdrawn')
  })

  it.each([
    ['da', '3.200.000'],
    ['en', '3,200,000'],
  ] as const)(
    'when it begins with an amount, then that is written as a reader of %s writes it',
    async (language, amount) => {
      const id = await shaped()
      const { text } = await world.get(`/p/${id}/revise`, { as: holderOf(id, people.helle, 'proposer'), language })
      expect(new Map(fieldsOf(text)).get('concept.jointCost:kr')).toBe(amount)
    },
  )

  it('when its holder has no part on the case any more, then it says that of the link', async () => {
    const id = await running()
    const as = holderOf(id, people.mette, 'lead')
    const { status, text } = await world.get(`/p/${id}/comment`, { as })
    expect(status).toBe(404)
    expect(text).toContain('Linket åbner ikke længere sagen')
  })

  it('when it is sent twice, then it is one act', async () => {
    const id = await shaped()
    const as = holderOf(id, people.helle, 'proposer')
    const { text } = await world.get(`/p/${id}/comment`, { as })
    const sent = [...fieldsOf(text).filter(([name]) => name !== 'text'), ['text', 'Hej']] as [string, string][]
    await world.post(`/p/${id}/comment`, sent, { as })
    await world.post(`/p/${id}/comment`, sent, { as })
    expect((await typesOf(id)).filter((type) => type === 'commented')).toHaveLength(1)
  })

  it('when it is not theirs to send, then it says who may', async () => {
    const id = await running()
    const { status, text } = await world.get(`/p/${id}/withdraw`, { as: holderOf(id, people.amir, 'lead') })
    expect(status).toBe(403)
    expect(text).toContain('Det kan kun gøres af forslagsstilleren.')
  })

  it('when a steering group is named with gaps between its members, then the gaps are skipped', async () => {
    const id = await shaped()
    const as = holderOf(id, people.helle, 'proposer')
    const person = (place: number, { name, email }: { name: string; email: string }) => [
      [`members:rows[${place}].name`, name],
      [`members:rows[${place}].email`, email],
    ]
    const sent = [...person(0, people.kirsten), ...person(3, people.amir)] as [string, string][]
    const { status } = await world.post(`/p/${id}/steering-group`, sent, { as })
    expect(status).toBe(303)
    expect((await stack.eventsOf(id)).at(-1)).toMatchObject({
      type: 'steering-group-named',
      members: [people.kirsten, people.amir].map(({ email }) => stack.contacts.idOf(email)),
    })
  })

  it('when the case was handed over, then whoever did so is told that it is no longer theirs', async () => {
    const id = await shaped()
    const as = holderOf(id, people.helle, 'proposer')
    const sent = { 'proposer.name': 'Ny Person', 'proposer.email': 'ny@fjordby.example' }
    const { headers } = await world.post(`/p/${id}/proposer`, sent, { as })
    const { status, text } = await world.get(String(headers.location), { as })
    expect(status).toBe(200)
    expect(text).toContain('Du har ikke længere en rolle på projektet')
  })
})

describe('given somebody who wants to be forgotten', () => {
  it.each(languages)(
    'when they ask for it (%s), then the page says first what it means, and looking changes nothing',
    async (language) => {
      const id = await shaped()
      const as = holderOf(id, people.helle, 'proposer')
      const { status, text } = await world.get(`/p/${id}/erase`, { as, language })
      expect(status).toBe(200)
      expect(await troublesOfHtml(text)).toEqual([])
      expect(await stack.erasures.all()).toEqual([])
    },
  )

  it('when they say yes, then their erasure is ordered, and theirs alone', async () => {
    const id = await shaped()
    const as = holderOf(id, people.helle, 'proposer')
    const { text } = await world.get(`/p/${id}/erase`, { as })
    const { status, headers } = await world.post(`/p/${id}/erase`, fieldsOf(text), { as })
    expect([status, headers.location]).toEqual([303, `/p/${id}?done=erase`])
    expect(await stack.erasures.all()).toMatchObject([
      { person: stack.contacts.idOf(people.helle.email), by: 'person', successors: {} },
    ])
    expect(stack.erasing.orders.sent).toHaveLength(1)
    // Nobody has carried it out yet.
    const after = await world.get(String(headers.location), { as })
    expect(after.text).toContain('Din anmodning er modtaget. Dine oplysninger bliver slettet')
    expect(after.text).not.toContain('Det skal du gøre nu')
    expect(await troublesOfHtml(after.text)).toEqual([])
  })

  it('when the secretariat comes there, then it is sent to its desk', async () => {
    const id = await shaped()
    const { text } = await world.get(`/p/${id}/erase`, { as: signedIn(secretariat()) })
    expect(text).toContain('Sekretariatet sletter personer fra sit eget bord')
    expect(text).not.toContain('class="trin-form"')
  })
})

describe.each([
  ['da', 'Titel: Må højst have længden 200.', 'Kildekode: Skal være en webadresse, der begynder med https://.'],
  ['en', 'Title: May be 200 long at most.', 'Source code: '],
] as const)('given a concept that is sent with a mistake, and a reader of %s', (language, title, repository) => {
  it('then the summary names the fields', async () => {
    const id = await shaped()
    const fields = { 'concept.title': 'x'.repeat(201), 'concept.repository': 'github' }
    const proposer = { as: holderOf(id, people.helle, 'proposer'), language }
    for (const [page, reader] of [
      [`/p/${id}/revise`, proposer],
      [`/desk/projects/${id}/revise`, { as: signedIn(secretariat()), language }],
    ] as const) {
      const { status, text } = await world.post(page, fields, reader)
      expect(status, page).toBe(422)
      expect(text, page).toContain(`<a href="#concept-title">${title}</a>`)
      expect(text, page).toContain(`<a href="#concept-repository">${repository}`)
    }
  })
})

/** The concept and the answers as they stand. */
const matterOf = async (id: ProjectId) => {
  const project = fold((await stack.log.load(id)) as readonly Commit<ProjectEvent>[])
  if (project === undefined) throw new Error(`${id} is nowhere`)
  return project
}

describe('given a form of the whole concept', () => {
  const readers = [
    ['its proposer', 'p', 'revise', shaped, (id: ProjectId) => holderOf(id, people.helle, 'proposer')],
    [
      'its proposer, after a return',
      'p',
      'resubmit',
      returned,
      (id: ProjectId) => holderOf(id, people.helle, 'proposer'),
    ],
    ['the secretariat', 'desk/projects', 'revise', shaped, () => signedIn(secretariat())],
  ] as const

  it.each(readers)(
    'when %s empties fields of it, then they are empty, and the rest is as it was',
    async (_, at, act, life, by) => {
      const id = await life()
      const reader = { as: by(id) }
      const path = `/${at}/${id}/${act}`
      const { concept, answers } = await matterOf(id)
      const emptied = [
        'concept.value',
        'concept.jointCost:kr',
        'concept.otherAuthorities:lines',
        'answers.R1.answer',
        'answers.R1.text',
      ]
      const sent = fieldsOf((await world.get(path, reader)).text).map(([name, value]): [string, string] => [
        name,
        emptied.includes(name) ? ' ' : value,
      ])
      expect((await world.post(path, sent, reader)).status).toBe(303)
      const after = await matterOf(id)
      const { value, jointCost, ...rest } = concept
      expect([value, jointCost, answers.R1, concept.otherAuthorities]).not.toContain(undefined)
      expect(after.concept).toEqual({ ...rest, otherAuthorities: [] })
      const { R1, ...others } = answers
      expect(after.answers).toEqual(others)
    },
  )

  it.each(readers)(
    'when %s empties what it cannot be without, then that is missed at its field',
    async (_, at, act, life, by) => {
      const id = await life()
      const reader = { as: by(id) }
      const path = `/${at}/${id}/${act}`
      const sent = fieldsOf((await world.get(path, reader)).text).map(([name, value]): [string, string] => [
        name,
        name === 'concept.title' ? '' : value,
      ])
      const { status, text } = await world.post(path, sent, reader)
      expect(status).toBe(422)
      expect(text).toContain('<a href="#concept-title">Titel: Skal udfyldes.</a>')
      expect(await troublesOfHtml(text)).toEqual([])
    },
  )
})
