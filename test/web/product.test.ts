import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { languages } from '../../shared/i18n/language.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import { begin, secretariat, stack } from '../functions/support/cast.ts'
import { fieldsOf } from './support/form-fields.ts'
import { holderOf, running } from './support/joint-project.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  world = pageWorld(stack)
})

const group = (id: ProjectId): Visitor => holderOf(id, people.anja, 'coordination')
const steering = (id: ProjectId): Visitor => holderOf(id, people.kirsten, 'steering')
const desk = (): Visitor => signedIn(secretariat())

const done = async (end: string, id: ProjectId, by: Visitor, body: object = {}, n?: string): Promise<void> => {
  const answer = await stack.act(`POST /api/projects/{id}/${end}` as Parameters<typeof stack.act>[0], {
    params: { id, ...(n === undefined ? {} : { n }) },
    as: by.actor,
    body,
  })
  if (answer.status >= 300) throw new Error(`${end}: ${JSON.stringify(answer.body)}`)
}

/** A product with a coordination group and a steering group. */
const product = async (): Promise<ProjectId> => {
  const id = await running()
  const lead = holderOf(id, people.amir, 'lead')
  await done('conditions/{n}/fulfilment', id, lead, { evidence: 'Underskrevne aftaler.' }, '1')
  for (const authority of ['Fjordby Kommune', 'Havneby Kommune'])
    await done('go-lives', id, lead, { authority, on: '2026-11-01' })
  await done('coordination-group', id, desk(), { members: [people.anja, people.jonas], chair: people.anja.email })
  await done('graduation', id, desk(), {
    confirmed: ['governance-and-financing', 'documentation', 'agreements-and-tools'].map((item) => ({
      item,
      evidence: 'Underskrevet.',
    })),
  })
  return id
}

/** The form of a page as it stands, with some of its fields filled in otherwise. */
const filledIn = async (address: string, as: Visitor, change: Readonly<Record<string, string>>) => {
  const { text } = await world.get(address, { as })
  return [...fieldsOf(text).filter(([name]) => !(name in change)), ...Object.entries(change)] as [string, string][]
}
const lastOf = async (id: ProjectId) => (await stack.eventsOf(id)).at(-1)

const wish = { title: 'Måleenheder', text: 'Vi vil se dem.' }

describe.each(languages)('given a product, and a reader of %s', (language) => {
  it('then every page and form about its changes is valid', async () => {
    const id = await product()
    await done('changes', id, group(id), wish)
    for (const page of ['changes', 'change', 'assess-change?n=1', 'decide-change?n=1', 'finish-change?n=1']) {
      const { status, text } = await world.get(`/p/${id}/${page}`, { as: group(id), language })
      expect([page, status]).toEqual([page, 200])
      expect(await troublesOfHtml(text)).toEqual([])
      expect(text.length).toBeLessThan(60_000)
    }
  })
})

describe('given a request for a change', () => {
  it('when it goes its way by forms, then each page says whose move it is and offers it to nobody else', async () => {
    const id = await product()
    const list = async (as: Visitor) => (await world.get(`/p/${id}/changes`, { as })).text
    const send = async (page: string, as: Visitor, fields: Readonly<Record<string, string>>) => {
      const { status, headers } = await world.post(`/p/${id}/${page}`, await filledIn(`/p/${id}/${page}`, as, fields), {
        as,
      })
      expect([status, headers.location]).toEqual([303, `/p/${id}/changes?done=${page.split('?')[0]}`])
    }
    expect((await world.get(`/p/${id}`, { as: group(id) })).text).toContain(`href="/p/${id}/changes"`)
    expect(await list(group(id))).toContain('Der er ingen ændringsønsker endnu.')

    await send('change', steering(id), wish)
    expect(await list(group(id))).toContain('Koordinationsgruppen skal vurdere ønsket.')
    expect(await list(group(id))).toContain('assess-change?n=1')
    expect(await list(steering(id))).not.toContain('assess-change?n=1')
    expect(await list(steering(id))).not.toContain('decide-change?n=1')

    await send('assess-change?n=1', group(id), { text: 'To ugers arbejde.', 'cost:kr': '125.000' })
    expect(await lastOf(id)).toMatchObject({ type: 'change-assessed', cost: { amount: 12_500_000 } })
    await send('decide-change?n=1', group(id), { outcome: 'beyond-frame', reason: 'For dyrt for os.' })
    expect(await list(group(id))).not.toContain('decide-change?n=1')
    expect(await list(steering(id))).toContain('decide-change?n=1')
    const asked = (await world.get(`/p/${id}/decide-change?n=1`, { as: steering(id) })).text
    expect(asked).not.toContain('value="beyond-frame"')

    await send('decide-change?n=1', steering(id), { outcome: 'accept', reason: 'Pengene er der.' })
    expect(await list(group(id))).toContain('Godkendt og i gang')
    await send('finish-change?n=1', group(id), { note: 'I drift.' })
    expect(await lastOf(id)).toMatchObject({ type: 'change-done', number: 1, note: 'I drift.' })
    const text = await list(group(id))
    expect(text).toContain('udført')
    expect(text).not.toContain('finish-change?n=1')
    expect((await world.get(`/p/${id}/changes?done=finish-change`, { as: group(id) })).text).toContain(
      'Ændringen er meldt udført.',
    )
  })

  it('when something is missing, then the page says what, and keeps what was typed', async () => {
    const id = await product()
    const sent = await filledIn(`/p/${id}/change`, group(id), { title: '', text: 'Vi vil se dem.' })
    const { status, text } = await world.post(`/p/${id}/change`, sent, { as: group(id) })
    expect(status).toBe(422)
    expect(text).toContain('<a href="#title">')
    expect(text).toContain('Vi vil se dem.')
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when it is answered before it is assessed, then it is refused', async () => {
    const id = await product()
    await done('changes', id, group(id), wish)
    const sent = await filledIn(`/p/${id}/decide-change?n=1`, group(id), { outcome: 'accept', reason: 'Ja.' })
    const { status, text } = await world.post(`/p/${id}/decide-change?n=1`, sent, { as: group(id) })
    expect(status).toBe(409)
    expect(text).toContain('id="error-summary"')
    expect(text).toContain('Ja.')
    expect(await lastOf(id)).toMatchObject({ type: 'change-requested' })
  })

  it('when somebody else assessed it meanwhile, then the page says what is new and keeps what was typed', async () => {
    const id = await product()
    await done('changes', id, group(id), wish)
    const sent = await filledIn(`/p/${id}/assess-change?n=1`, group(id), { text: 'Tre uger.' })
    await done('changes/{n}/assessment', id, group(id), { text: 'To uger.' }, '1')
    const { status, text } = await world.post(`/p/${id}/assess-change?n=1`, sent, { as: group(id) })
    expect(status).toBe(412)
    expect(text).toContain('id="news"')
    expect(text).toContain('To uger.')
    expect(text).toContain('Tre uger.')
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when whoever may not assess looks at the form, then the page says so', async () => {
    const id = await product()
    const { status, text } = await world.get(`/p/${id}/assess-change?n=1`, { as: steering(id) })
    expect(status).toBe(403)
    expect(text).toContain('Det kan du ikke gøre nu')
  })
})
