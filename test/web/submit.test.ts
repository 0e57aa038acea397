import { beforeEach, describe, expect, it } from 'vitest'
import { criteria } from '../../shared/domain/criteria.ts'
import { isProjectId } from '../../shared/domain/identifiers.ts'
import { languages } from '../../shared/i18n/language.ts'
import { formTokens } from '../../shared/identity/form-token.ts'
import { type MemoryStack, memoryStack, signingKey } from '../fakes/memory-stack.ts'
import { type PageAnswer, type PageWorld, pageWorld } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

type Fields = Readonly<Record<string, string>>

let stack: MemoryStack
let world: PageWorld
beforeEach(() => {
  stack = memoryStack({ ideasAnHour: { person: 5, network: 40 } })
  world = pageWorld(stack)
})

/** The token of a page that was shown so many milliseconds ago. */
const begunBefore = (millis: number): string =>
  formTokens(signingKey, () => Date.now() - millis).issue({ kind: 'anonymous' })

const idea: Fields = {
  kind: 'new',
  'concept.title': 'Legepladser på kortet',
  'concept.purpose': 'Borgere skal kunne finde legepladser.\nOg melde fejl på dem.',
  'concept.theme': 'culture-and-leisure',
  'concept.authority': 'Skovby Kommune',
  'concept.otherAuthorities:lines': 'Fjordby Kommune\r\nBakkeby Kommune',
  'concept.potentialAuthorities:int': '98',
  'concept.backedByManagement:yes': 'yes',
  'concept.businessCritical': 'own',
  'concept.jointCost:kr': '1.250.000',
  'answers.F2.answer': 'yes',
  'answers.F2.text': 'MPL-2.0',
  'answers.R1.answer': 'planned',
  'answers.R1.text': 'Vi måler det om et år.',
  'contact.name': 'Ida Skov',
  'contact.email': 'ida.skov@skovby.example',
  'contact.language': 'da',
  'consentToPublish:yes': 'yes',
}
const sendable = (): Fields => ({ ...idea, _do: 'send', _step: 'send', _key: 'one-idea', _begun: begunBefore(60_000) })

const headingOf = ({ text }: PageAnswer): string => /<h1[^>]*>([^<]*)<\/h1>/.exec(text)?.[1] ?? ''
/** What a form of the page would send, as it stands there: hidden fields, texts, what is ticked. */
const carried = ({ text }: PageAnswer): Fields => {
  const unescaped = (value = '') => value.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const attribute = (tag: string, name: string) => unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1])
  const inputs = [...text.matchAll(/<input [^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/ type="(radio|checkbox)"/.test(tag) || / checked/.test(tag))
    .map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')] as const)
  const areas = [...text.matchAll(/<textarea ([^>]*)>([^<]*)<\/textarea>/g)].map(
    ([, tag = '', value]) => [attribute(` ${tag}`, 'name'), unescaped(value)] as const,
  )
  const selects = [...text.matchAll(/<select ([^>]*)>(.*?)<\/select>/gs)].map(
    ([, tag = '', options = '']) =>
      [
        attribute(` ${tag}`, 'name'),
        attribute(/<option [^>]* selected[^>]*>/.exec(options)?.[0] ?? '', 'value'),
      ] as const,
  )
  return Object.fromEntries([...inputs, ...areas, ...selects].filter(([name]) => name !== ''))
}
const projects = async () => (await stack.projections.byState('project', 'idea', { limit: 10 })).items

describe.each(languages)('given a reader of %s', (language) => {
  it.each(['idea', 'reach', 'solution', 'criteria', 'more', 'send'])(
    'when they look at the step %s of a filled form, then it is valid HTML, small, and carries all that was typed',
    async (step) => {
      const page = await world.post('/', { ...idea, _do: `step:${step}` }, { language })
      expect(page.status).toBe(200)
      expect(page.headers['content-language']).toBe(language)
      expect(await troublesOfHtml(page.text)).toEqual([])
      expect(page.text.length).toBeLessThan(55_000)
      expect(carried(page)).toMatchObject({ ...idea, 'concept.purpose': idea['concept.purpose'] })
    },
  )

  it('when they open the front page, then it says what OS2 is for, and begins the form in their language', async () => {
    const page = await world.get('/', { language })
    expect(page.status).toBe(200)
    expect(await troublesOfHtml(page.text)).toEqual([])
    expect(carried(page)).toMatchObject({ kind: 'new', 'contact.language': language, _step: 'idea' })
  })

  it('when level 3 is probable, then the criteria of all levels still make a small page', async () => {
    const page = await world.post('/', { ...idea, 'concept.nationalStrategy': 'FDS', _do: 'step:more' }, { language })
    expect(page.text.length).toBeLessThan(58_000)
    const asked = criteria.filter(({ level }) => level === 2 || level === 3)
    for (const { id } of asked) expect(page.text).toContain(`name="answers.${id}.answer"`)
    expect(await troublesOfHtml(page.text)).toEqual([])
  })
})

describe('given somebody who changes the language within the form', () => {
  it.each(['idea', 'solution', 'send'])(
    'when they are at the step %s, then it comes back in the other one, with all that was typed',
    async (step) => {
      const page = await world.post('/', { ...idea, _language: 'en', _step: step, _key: 'k-1' })
      expect([page.status, page.headers['content-language']]).toEqual([200, 'en'])
      expect(page.cookies).toEqual([expect.stringMatching(/^__Host-language=en; .*Secure; HttpOnly/)])
      expect(carried(page)).toMatchObject({ ...idea, _step: step, _key: 'k-1' })
      expect(await troublesOfHtml(page.text)).toEqual([])
    },
  )

  it('when nothing was sent yet, then the form still counts as new, and what a browser keeps is not written over', async () => {
    const fresh = carried(await world.get('/'))
    const page = await world.post('/', { ...fresh, _language: 'en' })
    expect(page.text).toContain('data-draft="begun"')
    expect((await world.post('/', { ...idea, _step: 'idea', _language: 'en' })).text).toContain('data-draft="underway"')
  })

  it('then its button stands in the form, behind the one that Enter presses', async () => {
    const { text } = await world.get('/')
    const buttons = [...text.matchAll(/<button type="submit"[^>]* name="(_\w+)" value="([^"]+)"/g)].map((one) =>
      one.slice(1),
    )
    expect(buttons.slice(0, 2)).toEqual([
      ['_do', 'next'],
      ['_language', 'en'],
    ])
    expect(text).not.toContain('/language?to=')
  })
})

describe('given the steps', () => {
  const next = (step: string, fields: Fields = {}) => world.post('/', { ...fields, _do: 'next', _step: step })

  it('when something of this step is missing, then it stays, names the fields and links to them', async () => {
    const page = await next('idea', { kind: 'new', 'concept.title': ' ', 'concept.purpose': 'x'.repeat(6_001) })
    expect(page.status).toBe(422)
    expect(headingOf(page)).toBe('Send en idé')
    expect(page.text).toContain('<title>Fejl: Send en idé – Trin</title>')
    expect(page.text).toContain('<a href="#concept-title">Titel: Skal udfyldes.</a>')
    expect(page.text).toContain('<a href="#concept-purpose">Formål: ')
    expect(page.text).toContain('Der er fejl i 2 felter.')
    // What is missing on later steps is not asked for yet.
    expect(page.text).not.toContain('Jeres myndighed:')
    expect(await troublesOfHtml(page.text)).toEqual([])
  })

  it('when this step is filled in, then the next one comes, whatever is missing later', async () => {
    const page = await next('idea', { kind: 'new', 'concept.title': 'A', 'concept.purpose': 'B' })
    expect(page.status).toBe(200)
    expect(headingOf(page)).toBe('Hvem den er til')
    expect(page.text).toContain('Trin 2 af 5')
  })

  it('when a number is none, then its field says so and keeps what was typed', async () => {
    const page = await next('reach', { ...idea, 'concept.potentialAuthorities:int': 'mange' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('href="#concept-potentialAuthorities"')
    expect(page.text).toContain('value="mange"')
  })

  it('when an explanation has no answer, then the answer is asked for', async () => {
    const page = await next('criteria', { ...idea, 'answers.F4.text': 'Det ser vi på.' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('<a href="#answers-F4-answer">F4: Vælg én af mulighederne.</a>')
  })

  it('when the answers point above level 1, then further criteria are asked after the first', async () => {
    expect(headingOf(await next('criteria', idea))).toBe('Flere kriterier')
    const { 'concept.backedByManagement:yes': _, ...alone } = idea
    expect(headingOf(await next('criteria', alone))).toBe('Se efter og send')
  })

  it('when somebody goes back, then nothing is asked of what they leave', async () => {
    const page = await world.post('/', { kind: 'new', _do: 'step:idea', _step: 'reach' })
    expect(page.status).toBe(200)
    expect(headingOf(page)).toBe('Send en idé')
  })
})

describe('given an idea that is sent', () => {
  it('when all is filled in, then it is in, as the API would have taken it, and a receipt says what happens next', async () => {
    const { status, headers } = await world.post('/', sendable())
    expect(status).toBe(303)
    const [project] = await projects()
    const [event] = await stack.eventsOf(project?.stream ?? 'prj_none')
    expect(event).toMatchObject({
      type: 'submitted',
      kind: 'new',
      consentToPublish: true,
      proposer: stack.contacts.idOf('ida.skov@skovby.example'),
      concept: {
        title: 'Legepladser på kortet',
        theme: 'culture-and-leisure',
        otherAuthorities: ['Fjordby Kommune', 'Bakkeby Kommune'],
        potentialAuthorities: 98,
        backedByManagement: true,
        businessCritical: 'own',
        jointCost: { amount: 125_000_000, currency: 'DKK' },
      },
      answers: { F2: { answer: 'yes', text: 'MPL-2.0' }, R1: { answer: 'planned', text: 'Vi måler det om et år.' } },
    })

    const receipt = await world.get(headers.location ?? '')
    expect(receipt.status).toBe(200)
    expect(headingOf(receipt)).toBe('Tak for jeres idé')
    expect(receipt.text).toContain(project?.stream)
    expect(receipt.text).toContain('ida.skov@skovby.example')
    expect(receipt.text).toContain('Sekretariatet læser det, I har skrevet, og svarer senest 12. november 2026.')
    expect(receipt.text).not.toContain('key=')
    expect(await troublesOfHtml(receipt.text)).toEqual([])
  })

  it('when the button is pressed twice, then it is one idea and one receipt', async () => {
    const both = await Promise.all([world.post('/', sendable()), world.post('/', sendable())])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await projects()).toHaveLength(1)
  })

  it('when its theme is none of those there are, then its field says so; without one it is an idea all the same', async () => {
    const page = await world.post('/', { ...sendable(), 'concept.theme': 'cats' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('href="#concept-theme"')
    expect((await world.post('/', { ...sendable(), 'concept.theme': '' })).status).toBe(303)
    const [project] = await projects()
    const [event] = await stack.eventsOf(project?.stream ?? 'prj_none')
    expect(event).toMatchObject({
      type: 'submitted',
      concept: expect.not.objectContaining({ theme: expect.anything() }),
    })
  })

  it('when something else is sent under the same key, then the page says that the idea is in, and would send another', async () => {
    await world.post('/', sendable())
    const page = await world.post('/', { ...sendable(), 'concept.title': 'En anden' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Idéen er allerede sendt')
    expect(carried(page)._key).not.toBe('one-idea')
    expect((await world.post('/', { ...carried(page), _do: 'send', _begun: begunBefore(60_000) })).status).toBe(303)
    expect(await projects()).toHaveLength(2)
  })

  it('when a field of an earlier step is wrong, then that step comes, with the field named', async () => {
    const page = await world.post('/', { ...sendable(), 'concept.authority': '' })
    expect(page.status).toBe(422)
    expect(headingOf(page)).toBe('Hvem den er til')
    expect(page.text).toContain('<a href="#concept-authority">Jeres myndighed: Skal udfyldes.</a>')
  })

  it('when the address is none, then the last step says so', async () => {
    const page = await world.post('/', { ...sendable(), 'contact.email': 'ida' })
    expect(headingOf(page)).toBe('Se efter og send')
    expect(page.text).toContain('<a href="#contact-email">Din mailadresse: Skal være en mailadresse.</a>')
  })

  it('when it is a finished solution, then it is taken as that', async () => {
    const { headers } = await world.post('/', { ...sendable(), kind: 'takeover' })
    expect(headingOf(await world.get(headers.location ?? ''))).toBe('Tak, vi har modtaget jeres løsning')
    const [project] = await projects()
    expect((await stack.eventsOf(project?.stream ?? 'prj_none'))[0]).toMatchObject({ kind: 'takeover' })
  })
})

describe('given a program that fills in forms', () => {
  it.each([
    ['sends at once', () => ({ _begun: begunBefore(500) }), 'Det gik meget hurtigt'],
    ['has never seen the form', () => ({ _begun: '' }), 'Det gik meget hurtigt'],
    [
      'fills in what nobody sees',
      () => ({ _homepage: 'https://spam.example' }),
      'Vi kunne ikke se, om du er et menneske',
    ],
  ])('when it %s, then nothing is sent, and what was written still stands', async (_, with_, title) => {
    const page = await world.post('/', { ...sendable(), ...with_() })
    expect(page.status).toBe(422)
    expect(page.text).toContain(title)
    expect(carried(page)).toMatchObject(idea)
    expect(await projects()).toEqual([])
    expect(await troublesOfHtml(page.text)).toEqual([])
  })

  it('when it sends more under one address than a person would, then it has to wait, and others need not', async () => {
    const send = (n: number, email: string) =>
      world.post('/', { ...sendable(), _key: `idea-${n}`, 'concept.title': `Idé ${n}`, 'contact.email': email })
    const statuses: number[] = []
    for (let n = 1; n <= 6; n += 1) statuses.push((await send(n, 'ida.skov@skovby.example')).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
    const page = await send(7, ' IDA.skov@skovby.example '.trim())
    expect(page.status).toBe(429)
    expect(page.text).toContain('Der er sendt mange idéer herfra den seneste time')
    expect(carried(page)).toMatchObject({ 'concept.title': 'Idé 7' })
    expect(await troublesOfHtml(page.text)).toEqual([])
    expect((await send(8, 'bo@fjordby.example')).status).toBe(303)
    expect(await projects()).toHaveLength(6)
  })

  it('when somebody was too fast, then the same form can be sent a moment later', async () => {
    const page = await world.post('/', { ...sendable(), _begun: begunBefore(3_000) })
    const again: Fields = { ...carried(page), _do: 'send' }
    expect(
      formTokens(signingKey, () => Date.now() + 2_000).open(again._begun ?? '', { kind: 'anonymous' }),
    ).toMatchObject({
      ageMillis: expect.toSatisfy((age: number) => age >= 5_000),
    })
  })
})

describe('given a receipt', () => {
  it.each(['', 'made-up', 'x'.repeat(200)])(
    'when its address is %j, then it says where else to look',
    async (receipt) => {
      const page = await world.get(`/sent?receipt=${receipt}`)
      expect(page.status).toBe(404)
      expect(headingOf(page)).toBe('Kvitteringen vises ikke længere')
      expect(await troublesOfHtml(page.text)).toEqual([])
    },
  )

  it('when its address is looked at, then it tells neither case nor person', async () => {
    const { headers } = await world.post('/', sendable())
    const [project] = await projects()
    expect(isProjectId(project?.stream ?? '')).toBe(true)
    expect(headers.location).not.toContain(project?.stream)
    expect(headers.location).not.toContain('ida')
  })
})

describe('given the preview', () => {
  const previewed = async (fields: Fields, language: 'da' | 'en' = 'da') => {
    const { status, text } = await world.post('/preview', fields, { language })
    expect(status).toBe(200)
    return text.replaceAll(/<[^>]*>/g, '\n')
  }

  it('when nothing points upward, then it says level 1, why, and what level 2 would take', async () => {
    const text = await previewed({ kind: 'new' })
    expect(text).toContain('Niveau 1')
    expect(text).toContain('Intet i svarene peger på mere end niveau 1')
    expect(text).toContain('At mindst én anden myndighed er med, eller at mindst 5 myndigheder kan bruge løsningen')
    expect(text).toContain('At ledelsen bakker op (R2)')
  })

  it('when others take part and management backs it, then it says level 2, and any of three things for level 3', async () => {
    const text = await previewed(idea, 'en')
    expect(text).toContain('Level 2')
    expect(text).toContain('Several authorities take part (R3)')
    expect(text).toContain('Management backs it (R2)')
    expect(text).toContain('The joint economy is above DKK 5,000,000')
    expect(text).toContain('One of these is enough.')
  })

  it('when a national strategy is named, then it says level 3, and asks for nothing more', async () => {
    const text = await previewed({ ...idea, 'concept.nationalStrategy': 'FDS' })
    expect(text).toContain('Niveau 3')
    expect(text).not.toContain('Det mangler')
  })

  it('when half of what was typed cannot be read, then the rest still counts', async () => {
    const text = await previewed({
      ...idea,
      'concept.title': '',
      'concept.jointCost:kr': 'en masse',
      'answers.R1.answer': 'måske',
    })
    expect(text).toContain('Niveau 2')
  })

  it('when a no is explained, then it no longer counts as unmet, but law and licence do', async () => {
    const bare = await previewed({ 'answers.R1.answer': 'no', 'answers.F3.answer': 'no' })
    expect(bare).toContain('R1 ')
    const explained = await previewed({
      'answers.R1.answer': 'no',
      'answers.R1.text': 'Det kommer.',
      'answers.F3.answer': 'no',
      'answers.F3.text': 'Det kommer.',
    })
    expect(explained).not.toContain('R1 ')
    expect(explained).toContain('F3 ')
  })
})

describe('given a draft that is to go on at another computer', () => {
  const saved = (fields: Fields = {}) =>
    world.post('/', { ...idea, _do: 'save', _step: 'reach', _mail: 'ida.skov@skovby.example', ...fields })
  const linkOf = (page: PageAnswer) => `/?draft=${carried(page)._draft}`

  it.each(languages)(
    'when it is saved in %s, then its link goes out, and leads to where it was left',
    async (language) => {
      const page = await world.post(
        '/',
        { ...idea, _do: 'save', _step: 'reach', _mail: 'ida.skov@skovby.example' },
        { language },
      )
      expect(page.status).toBe(200)
      expect(page.text).toContain('ida.skov@skovby.example')
      expect(await troublesOfHtml(page.text)).toEqual([])
      const [draft] = [...stack.drafts.all.values()]
      expect(stack.draftsAsked).toEqual([
        { person: stack.contacts.idOf('ida.skov@skovby.example'), id: draft?.id, correlationId: expect.any(String) },
      ])
      expect(draft).toMatchObject({ language, email: 'ida.skov@skovby.example', step: 'reach' })

      const opened = await world.get(linkOf(page), { language })
      expect(opened.status).toBe(200)
      expect(carried(opened)).toMatchObject({ ...idea, _step: 'reach' })
      expect(await troublesOfHtml(opened.text)).toEqual([])
      expect(await projects()).toEqual([])
    },
  )

  it('when it is saved again from its link, then it is the same draft, and no mail more', async () => {
    const opened = await world.get(linkOf(await saved()))
    const again = await world.post('/', { ...carried(opened), 'concept.title': 'Nyt navn', _do: 'save', _step: 'send' })
    expect(again.text).toContain('Linket i mailen gælder nu til')
    expect(stack.draftsAsked).toHaveLength(1)
    expect(carried(await world.get(linkOf(opened)))).toMatchObject({ 'concept.title': 'Nyt navn', _step: 'send' })
  })

  it.each(['', 'ida', 'ida@'])('when the address is %j, then it is asked for, and all still stands', async (_mail) => {
    const page = await saved({ _mail })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Vi mangler en mailadresse')
    expect(carried(page)).toMatchObject(idea)
    expect(await troublesOfHtml(page.text)).toEqual([])
    expect([stack.drafts.all.size, stack.draftsAsked.length]).toEqual([0, 0])
  })

  it('when one address is to get more links than anybody needs, then no more go out', async () => {
    const statuses: number[] = []
    for (let n = 1; n <= 4; n += 1) statuses.push((await saved()).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    expect(stack.draftsAsked).toHaveLength(3)
  })

  it('when the idea is sent, then the draft is gone, and so is its link', async () => {
    const page = await saved()
    const sent = await world.post('/', { ...sendable(), _draft: carried(page)._draft ?? '' })
    expect(sent.status).toBe(303)
    expect(stack.drafts.all.size).toBe(0)
    const gone = await world.get(linkOf(page))
    expect(gone.status).toBe(404)
    expect(gone.text).toContain('Kladden findes ikke længere')
    expect(await troublesOfHtml(gone.text)).toEqual([])
  })

  it('when it is deleted by hand, then it is gone', async () => {
    const page = await saved()
    expect((await world.post('/', { ...carried(page), _do: 'forget' })).headers.location).toBe('/')
    expect(stack.drafts.all.size).toBe(0)
  })

  it('when a link is made up, or of something else, then it opens nothing', async () => {
    await saved()
    expect((await world.get('/?draft=abc')).status).toBe(404)
    expect((await world.get(`/?draft=${stack.receipts.close('con_1/x')}`)).status).toBe(404)
  })
})
