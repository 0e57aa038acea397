import { beforeEach, describe, expect, it } from 'vitest'
import type { Found } from '../../functions/web/project/found.ts'
import { asYaml } from '../../functions/web/project/product/governance.tsx'
import { lackingIn, publicCode } from '../../functions/web/project/product/public-code.ts'
import { people } from '../../infra/local/demo/material.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { languages } from '../../shared/i18n/language.ts'
import { actOnProject } from '../../shared/use-cases/act-on-project.ts'
import { followUp } from '../../shared/use-cases/follow-up.ts'
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
  it('then every page and form of it is valid', async () => {
    const id = await product()
    await done('changes', id, group(id), wish)
    await done('sla', id, group(id), { targets: { availability: 9_950, response: 240 } })
    await done('sla/results', id, group(id), {
      period: { from: '2026-11-01', to: '2026-11-30' },
      results: { availability: 9_910, response: 90 },
    })
    await done('adaptations', id, group(id), { title: 'Egen kø', text: 'Vi har en kø.', reason: 'Ingen fælles.' })
    await done('evaluations', id, desk(), { evaluations: { R1: { colour: 'green' } }, publish: false })
    const pages = [
      ...['changes', 'change', 'assess-change?n=1', 'decide-change?n=1', 'finish-change?n=1'],
      ...['sla', 'targets', 'result', 'evaluation', 'evaluation?theme=form'],
      ...['adaptations', 'adaptation', 'governance', 'coordination-group', 'retire'],
    ]
    for (const page of pages) {
      const { status, text } = await world.get(`/p/${id}/${page}`, { as: group(id), language })
      expect([page, status]).toEqual([page, 200])
      expect(await troublesOfHtml(text)).toEqual([])
      expect(text.length).toBeLessThan(60_000)
    }
    for (const page of ['self-evaluation', 'dispute']) {
      const { status, text } = await world.get(`/p/${id}/${page}`, { as: steering(id), language })
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
    expect(text).toContain('<a href="#title">Hvad skal ændres? Skal udfyldes.</a>')
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

describe('given a product that is to run well', () => {
  const measured = async (): Promise<ProjectId> => {
    const id = await product()
    const typed = { 'targets.availability:percent': '99,5', 'targets.response:time': '4 t.' }
    const sent = await filledIn(`/p/${id}/targets`, group(id), typed)
    const { status, headers } = await world.post(`/p/${id}/targets`, sent, { as: group(id) })
    expect([status, headers.location]).toEqual([303, `/p/${id}/sla?done=targets`])
    return id
  }

  it('when targets are set, then they are kept in what they measure, and the form has them as they are written', async () => {
    const id = await measured()
    expect(await lastOf(id)).toMatchObject({ type: 'sla-set', targets: { availability: 9_950, response: 240 } })
    const { text } = await world.get(`/p/${id}/targets`, { as: group(id) })
    expect(Object.fromEntries(fieldsOf(text))).toMatchObject({
      'targets.availability:percent': '99,5',
      'targets.response:time': '4 t.',
    })
  })

  it('when a result is recorded, then the next period is there, and a miss is said in words', async () => {
    const id = await measured()
    stack.moveTo('2027-02-15T09:00:00.000Z')
    const address = `/p/${id}/result`
    expect((await world.get(address, { as: group(id) })).text).toContain('Målet er mindst 99,5 %.')
    const first = Object.fromEntries(fieldsOf((await world.get(address, { as: group(id) })).text))
    expect(first['period.from']).toBe('2026-12-10')
    const typed = { 'results.availability:percent': '99,1', 'results.response:time': '90', note: 'Strømsvigt.' }
    const { status } = await world.post(address, await filledIn(address, group(id), typed), { as: group(id) })
    expect(status).toBe(303)
    expect(await lastOf(id)).toMatchObject({
      type: 'sla-result-recorded',
      results: { availability: 9_910, response: 90 },
      breaches: ['availability'],
    })
    const { text } = await world.get(`/p/${id}/sla`, { as: group(id) })
    expect(text).toContain('Målet er ikke holdt i 1.')
    expect(text).toContain('99,1 %')
    expect(text).toContain('(mål 99,5 %)')
    expect(text).toContain('ikke holdt</span>')
    expect(text).toContain(`href="/p/${id}/result"`)
    const next = Object.fromEntries(fieldsOf((await world.get(address, { as: group(id) })).text))
    expect(Date.parse(`${next['period.from']}`) - Date.parse(`${first['period.to']}`)).toBe(86_400_000)
  })

  it('when all up to today is told, then the page says from when there is more to tell', async () => {
    const id = await measured()
    const address = `/p/${id}/result`
    const typed = { 'results.availability:percent': '99,9', 'results.response:time': '90' }
    const { status } = await world.post(address, await filledIn(address, group(id), typed), { as: group(id) })
    expect(status).toBe(303)
    const { text } = await world.get(`/p/${id}/sla`, { as: group(id) })
    expect(text).toContain('Der er meldt resultater til og med 10. december 2026')
    expect(text).not.toContain(`href="/p/${id}/result"`)
  })

  it('when a result is due, then that is what the group has to do, once, and its form is a step away', async () => {
    const id = await measured()
    const { text } = await world.get(`/p/${id}`, { as: group(id) })
    expect(text).toContain('Meld periodens driftsresultat')
    expect(text).toContain(`<a class="button button-primary" href="/p/${id}/result">`)
    expect(text).not.toContain('Følg produktet: ')
    expect(text).not.toContain('Der er ikke sendt nogen fremdriftsrapport')
  })

  it('when a time cannot be read or a measure lacks its result, then it is said at the field', async () => {
    const id = await measured()
    const address = `/p/${id}/result`
    const unread = await filledIn(address, group(id), {
      'results.availability:percent': '99',
      'results.response:time': 'hurtigt',
    })
    const answer = await world.post(address, unread, { as: group(id) })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Skriv en tid i minutter eller timer')
    expect(answer.text).toContain('value="hurtigt"')
    const lacking = await filledIn(address, group(id), { 'results.availability:percent': '99' })
    const { status, text } = await world.post(address, lacking, { as: group(id) })
    expect(status).toBe(422)
    expect(text).toContain('<a href="#results-response">')
    expect(await troublesOfHtml(text)).toEqual([])
  })
})

describe('given a product that is evaluated', () => {
  it('when the steering group answers anew, then the answers stand beside the colours', async () => {
    const id = await product()
    const address = `/p/${id}/self-evaluation`
    const typed = { 'answers.G12.answer': 'planned', 'answers.G12.text': 'Efter sommer.' }
    const sent = await filledIn(address, steering(id), typed)
    const { status, headers } = await world.post(address, sent, { as: steering(id) })
    expect([status, headers.location]).toEqual([303, `/p/${id}/evaluation?done=self-evaluation`])
    expect(await lastOf(id)).toMatchObject({ type: 'self-evaluated', changedCriteria: ['G12'] })
    expect((await world.get(`/p/${id}/evaluation`, { as: steering(id) })).text).toContain('Planlagt – Efter sommer.')
  })

  it('when a no is not explained, then the error leads to the criterion, and the answers are kept', async () => {
    const id = await product()
    const address = `/p/${id}/self-evaluation`
    const sent = await filledIn(address, steering(id), { 'answers.G12.answer': 'no', 'answers.G12.text': '' })
    const { status, text } = await world.post(address, sent, { as: steering(id) })
    expect(status).toBe(422)
    expect(text).toContain('<a href="#answers-G12">')
    expect(text).toContain('id="answers-G12-error"')
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when a level is fixed, then it is said with what is missing, and can be brought before the board once', async () => {
    const id = await product()
    const floor = ['R1', 'F1', 'F2', 'F3', 'F4', 'F5'].map((one) => [one, { colour: 'green' }] as const)
    await done('evaluations', id, desk(), { evaluations: Object.fromEntries(floor), publish: false })
    const shown = await world.get(`/p/${id}/evaluation`, { as: steering(id) })
    expect(shown.text).toContain('Vurderet til sandkasse')
    expect(shown.text).toMatch(/Det mangler til næste niveau[\s\S]*G1 Registreret i porteføljen/)
    expect(shown.text).toContain(`href="/p/${id}/dispute"`)
    const own = await world.get(`/p/${id}`, { as: steering(id) })
    expect(own.text).toMatch(/Niveau \d, vurderet til sandkasse/)
    const sent = await filledIn(`/p/${id}/dispute`, steering(id), { 'wanted:int': '1', reason: 'G1 er opfyldt.' })
    const { status, headers } = await world.post(`/p/${id}/dispute`, sent, { as: steering(id) })
    expect([status, headers.location]).toEqual([303, `/p/${id}/evaluation?done=dispute`])
    expect(await lastOf(id)).toMatchObject({ type: 'level-disputed', wanted: 1 })
    const after = await world.get(`/p/${id}/evaluation`, { as: steering(id) })
    expect(after.text).toContain('Niveauet er bragt for bestyrelsen. Ønsket er: niveau 1.')
    expect(after.text).not.toContain(`href="/p/${id}/dispute"`)
  })
})

describe('given those who follow a product', () => {
  it('when they record an adaptation, then it is listed with its criterion', async () => {
    const id = await product()
    const typed = { title: 'Egen kø', text: 'Vi har en kø.', reason: 'Der er ingen fælles.' }
    const sent = await filledIn(`/p/${id}/adaptation`, group(id), typed)
    const { status, headers } = await world.post(`/p/${id}/adaptation`, sent, { as: group(id) })
    expect([status, headers.location]).toEqual([303, `/p/${id}/adaptations?done=adaptation`])
    const { text } = await world.get(`/p/${id}/adaptations`, { as: group(id) })
    expect(text).toContain('1. Egen kø')
    expect(text).toContain('F18')
  })

  it('when the group is named anew, then it begins with those in it, and its chair has to be one of them', async () => {
    const id = await product()
    const address = `/p/${id}/coordination-group`
    const begun = Object.fromEntries(fieldsOf((await world.get(address, { as: desk() })).text))
    expect(begun).toMatchObject({
      'members:rows[0].email': people.anja.email,
      'members:rows[1].email': people.jonas.email,
      chair: people.anja.email,
    })
    const other = await filledIn(address, desk(), { chair: people.poul.email })
    const refused = await world.post(address, other, { as: desk() })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('<a href="#chair">')
    const { status } = await world.post(address, await filledIn(address, desk(), { chair: people.jonas.email }), {
      as: desk(),
    })
    expect(status).toBe(303)
    expect(await lastOf(id)).toMatchObject({
      type: 'coordination-group-named',
      chair: stack.contacts.idOf(people.jonas.email),
    })
  })

  it('when they retire it, then it is closed', async () => {
    const id = await product()
    const sent = await filledIn(`/p/${id}/retire`, group(id), { reason: 'Afløst af et andet.' })
    expect((await world.post(`/p/${id}/retire`, sent, { as: group(id) })).status).toBe(303)
    expect(await lastOf(id)).toMatchObject({ type: 'retired', reason: 'Afløst af et andet.' })
  })
})

describe('given the governance report of a product', () => {
  it('then it is a table of every criterion, in which what people wrote is text', async () => {
    const id = await product()
    await done('self-evaluations', id, steering(id), {
      answers: { R1: { answer: 'yes', text: 'Se | her\n<b>nu</b> [x](http://x.example)' } },
    })
    const { text } = await world.get(`/p/${id}/governance`, { as: group(id) })
    const shown = /<textarea[^>]*id="report"[^>]*>([^<]*)</.exec(text)?.[1] ?? ''
    const rows = shown.split('\n').filter((line) => /^\| [RFSG]\d+ /.test(line))
    expect(rows).toHaveLength(43)
    expect(rows[0]).toContain('Se \\| her \\&lt;b\\')
    for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(8)
  })
})

describe('given the publiccode.yml of a product', () => {
  const fileOf = async (id: ProjectId, as: Visitor) => {
    const { text } = await world.get(`/p/${id}/governance`, { as })
    const shown = fieldsOf(
      text.replace('data-copy="publiccode"', 'class="trin-form"').replace('id="publiccode"', 'name="file"'),
    )
    return JSON.parse(shown.find(([name]) => name === 'file')?.[1] ?? '')
  }

  it('then it says what the standard asks for', async () => {
    const id = await product()
    const file = await fileOf(id, group(id))
    expect(file).toMatchObject({
      publiccodeYmlVersion: '0.4',
      platforms: ['web'],
      developmentStatus: 'stable',
      usedBy: ['Fjordby Kommune', 'Havneby Kommune'],
      maintenance: { type: 'community', contacts: [{ name: people.anja.name }] },
      localisation: { availableLanguages: ['da'] },
    })
    expect(file.description.da.shortDescription.length).toBeLessThanOrEqual(150)
    expect(file.description.da.features).toHaveLength(1)
  })
})

describe('given a product whose texts are not kind to YAML', () => {
  const hostile = 'ja: "nej" # - [x]\n\t& *alle* !!js/function \'\u00e6\' %'
  const view = {
    title: 'x',
    state: 'product',
    live: [],
    concept: { title: '2027-01-01', purpose: hostile, otherAuthorities: [], licence: 'no', authority: 'x' },
  } as unknown as Found['view']

  it('when it is read again, then it is what was written', () => {
    const file = publicCode({ view })
    expect(JSON.parse(asYaml(file))).toEqual(file)
    expect(file).toMatchObject({ name: '2027-01-01', legal: { license: 'no' }, developmentStatus: 'beta' })
  })

  it('then what the standard wants and nobody wrote is named', () => {
    expect(lackingIn({ view })).toEqual(['repository', 'contact', 'long-description'])
  })
})

describe('given a product, and people of it who are gone', () => {
  const gone = async (id: ProjectId, ...emails: readonly string[]) => {
    for (const email of emails)
      await actOnProject(stack, {
        project: id,
        command: { type: 'erase-person', person: stack.contacts.idOf(email) },
        context: followUp('eraser', `erased-${email}`, 'correlation'),
      })
    await stack.settle()
  }
  const nextOf = async (id: ProjectId): Promise<string> => {
    const { text } = await world.get(`/desk/projects/${id}`, { as: desk() })
    return text.slice(text.indexOf('id="next"'), text.indexOf('<details', text.indexOf('id="next"')))
  }
  const ours = async () => (await world.get('/desk?view=ours', { as: desk() })).text

  it('when no steering group is left for a change beyond the frame, then the desk has it, and the way to answer', async () => {
    const id = await product()
    await done('changes', id, group(id), wish)
    await done('changes/{n}/assessment', id, group(id), { text: 'Dyrt.' }, '1')
    await done('changes/{n}/decision', id, group(id), { outcome: 'beyond-frame', reason: 'For dyrt.' }, '1')
    expect(await ours()).not.toContain(id)
    expect(await nextOf(id)).not.toContain('decide-change')
    const found = await stack.act('GET /api/projects/{id}', { params: { id }, as: secretariat() })
    await gone(id, ...found.body.people.steering.map(({ email }: { readonly email: string }) => email))
    expect(await ours()).toContain(`/desk/projects/${id}`)
    expect(await nextOf(id)).toContain(`href="/p/${id}/decide-change?n=1"`)
    await done('changes/{n}/decision', id, desk(), { outcome: 'accept', reason: 'Vi betaler.' }, '1')
    expect(await ours()).not.toContain(id)
  })

  it('when its coordination group is, then naming another comes next', async () => {
    const id = await product()
    expect(await nextOf(id)).not.toContain('coordination-group')
    await gone(id, people.anja.email, people.jonas.email)
    expect(await ours()).toContain(`/desk/projects/${id}`)
    expect(await nextOf(id)).toContain(`href="/desk/projects/${id}/coordination-group"`)
  })

  it('when it was self-evaluated, then the secretariat’s own evaluation waits on the desk', async () => {
    const id = await product()
    await done('self-evaluations', id, steering(id), { answers: { R1: { answer: 'yes' } } })
    expect(await ours()).toContain('Vurder svarene, og fastlæg niveauet.')
    expect(await nextOf(id)).toContain(`href="/desk/projects/${id}/evaluate"`)
    await done('evaluations', id, desk(), { evaluations: { R1: { colour: 'green' } }, publish: false })
    expect(await ours()).not.toContain(id)
  })
})
