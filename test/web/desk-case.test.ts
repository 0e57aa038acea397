import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import { languages } from '../../shared/i18n/language.ts'
import {
  as,
  begin,
  joint,
  meetingOn,
  ready,
  secretariat,
  small,
  stack,
  submitted,
  typesOf,
} from '../functions/support/cast.ts'
import { holderOf, shaped } from './support/joint-project.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  world = pageWorld(stack)
})

const signe = () => ({ as: signedIn(secretariat()) })
const pages = ['', '/place', '/return', '/assess', '/comment', '/merge', '/merge?search=affald', '/ready', '/history-1']

describe.each(languages)('given an idea, and a reader of %s', (language) => {
  it.each(pages)('when the secretariat opens %s, then it is valid HTML of less than 60 KB', async (page) => {
    await submitted(small())
    const id = await submitted(joint())
    const { status, text } = await world.get(`/desk/projects/${id}${page}`, { ...signe(), language })
    expect(status).toBe(page === '/ready' ? 409 : page === '/history-1' ? 404 : 200)
    expect(await troublesOfHtml(text)).toEqual([])
    expect(text.length).toBeLessThan(60_000)
  })
})

describe('given an idea that waits for a level', () => {
  it('when the case is opened, then it shows the proposed level, why, what is missing, and what comes next', async () => {
    const id = await submitted(joint())
    const { text } = await world.get(`/desk/projects/${id}`, signe())
    expect(text).toContain('Systemet foreslår niveau 2')
    expect(text).toContain('Flere myndigheder er med (R3): peger på niveau 2')
    expect(text).toContain('Det mangler til niveau 3')
    expect(text).toContain(`href="/desk/projects/${id}/place"`)
    expect(text).toContain(people.helle.email)
    expect(text).not.toContain(`href="/desk/projects/${id}/ready"`)
  })

  it('when it is placed, then the page of the case says so', async () => {
    const id = await submitted(joint())
    const { status, headers } = await world.post(`/desk/projects/${id}/place`, { 'level:int': '2' }, signe())
    expect({ status, to: headers.location }).toEqual({ status: 303, to: `/desk/projects/${id}?done=place` })
    const { text } = await world.get(headers.location ?? '', signe())
    expect(text).toContain('Niveauet er sat.')
    expect(text).toContain('Sagen er placeret på niveau 2.')
  })

  it('when another level is chosen without a reason, then the page asks for one at its field, and keeps what was chosen', async () => {
    const id = await submitted(joint())
    const { status, text } = await world.post(`/desk/projects/${id}/place`, { 'level:int': '1' }, signe())
    expect(status).toBe(422)
    expect(text).toContain('<title>Fejl: ')
    expect(text).toContain('<a href="#reason">Systemet foreslår niveau 2. Skriv, hvorfor du vælger et andet.</a>')
    expect(text).toMatch(/id="level-1"[^>]*checked/)
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when somebody else acted meanwhile, then it shows that, keeps what was typed, and takes it the second time', async () => {
    const id = await submitted(joint())
    const seen = (await world.get(`/desk/projects/${id}/place`, signe())).text
    const version = /name="_version" value="(\d+)"/.exec(seen)?.[1] ?? ''
    await stack.act('POST /api/projects/{id}/comments', { params: { id }, as: secretariat(), body: { text: 'Vent.' } })
    const fields = { 'level:int': '3', reason: 'Det er stort.', _version: version }
    const { status, text } = await world.post(`/desk/projects/${id}/place`, fields, signe())
    expect(status).toBe(412)
    expect(text).toContain('Nogen har ændret sagen, mens du skrev')
    expect(text).toContain('Det er sket imens')
    expect(text).toContain('Det er stort.')
    expect(await troublesOfHtml(text)).toEqual([])
    const now = /name="_version" value="(\d+)"/.exec(text)?.[1] ?? ''
    expect(Number(now)).toBeGreaterThan(Number(version))
    expect((await world.post(`/desk/projects/${id}/place`, { ...fields, _version: now }, signe())).status).toBe(303)
    expect(await typesOf(id)).toContain('placed')
  })

  it('when the same form is sent twice, then it happened once', async () => {
    const id = await submitted(joint())
    const fields = { text: 'En gang.', _key: 'the-same-key' }
    for (const _ of [1, 2]) expect((await world.post(`/desk/projects/${id}/comment`, fields, signe())).status).toBe(303)
    expect((await typesOf(id)).filter((type) => type === 'commented')).toHaveLength(1)
  })
})

describe.each([
  ['da', 'Systemet foreslår niveau 2', '(systemet)', 'Niveau 2 (systemets forslag)', 'Højst 10.000 tegn'],
  ['en', 'The system proposes level 2', '(the system)', 'Level 2 (the system’s proposal)', 'At most 10,000 characters'],
] as const)('given a level that the system proposes, and a reader of %s', (language, proposed, by, marked, most) => {
  it('then the history names the system once, and the form marks what it proposed', async () => {
    const id = await submitted(joint())
    const { text } = await world.get(`/desk/projects/${id}`, { ...signe(), language })
    const history = text.slice(text.indexOf('id="history"'))
    expect(history).toContain(proposed)
    expect(history).not.toContain(by)
    const place = await world.get(`/desk/projects/${id}/place`, { ...signe(), language })
    expect(place.text).toContain(marked)
    expect(place.text).toContain(most)
  })
})

describe.each([
  ['da', 'Mangler forklaring', 'Skal være opfyldt', 'Ikke besvaret', 'Skriv i svaret på R1'],
  ['en', 'Lacks an explanation', 'Has to be met', 'Not answered', 'Write in the answer to R1'],
] as const)(
  'given a concept with answers that need a word, and a reader of %s',
  (language, lacks, must, none, write) => {
    const answered = async (answers: Readonly<Record<string, unknown>>) => {
      const id = await shaped()
      const proposer = holderOf(id, people.helle, 'proposer').actor
      await stack.act('POST /api/projects/{id}/revisions', { params: { id }, as: proposer, body: { answers } })
      return id
    }
    const rowOf = (text: string, id: string) => new RegExp(`<tr><th scope="row">${id} .*?</tr>`).exec(text)?.[0] ?? ''

    it('then only what keeps it from being ready is marked', async () => {
      const id = await answered({ R1: { answer: 'planned' }, F2: { answer: 'no', text: 'Lukket kode.' } })
      const { text } = await world.get(`/desk/projects/${id}`, { ...signe(), language })
      expect(rowOf(text, 'R1')).toContain(lacks)
      expect(rowOf(text, 'F2')).toContain(must)
      const silent = text.match(/<tr><th scope="row">.*?<\/tr>/g)?.filter((row) => row.includes(none)) ?? []
      expect(silent.length).toBeGreaterThan(0)
      for (const row of silent) expect(row).not.toContain(lacks)
      const assess = (await world.get(`/desk/projects/${id}/assess`, { ...signe(), language })).text
      expect(assess.split(lacks)).toHaveLength(2)
    })

    it('when it is marked ready, then what is missing is said once, with the way to where it is written', async () => {
      const id = await answered({ R1: { answer: 'planned' } })
      const before = await world.get(`/desk/projects/${id}/ready`, { ...signe(), language })
      expect(before.text).toContain(`<a href="/desk/projects/${id}/revise#answers-R1">${write}</a>`)
      const { status, text } = await world.post(`/desk/projects/${id}/ready`, {}, { ...signe(), language })
      expect(status).toBe(422)
      const summary = /id="error-summary".*?<\/ul>/.exec(text)?.[0] ?? ''
      expect(summary.match(/R1/g)).toHaveLength(1)
      expect(summary).toContain('href="#unready"')
      expect(text).toContain('id="unready"')
      expect(await troublesOfHtml(text)).toEqual([])
      const form = await world.get(`/desk/projects/${id}/revise`, { ...signe(), language })
      expect(form.text).toContain('id="answers-R1"')
      expect(await troublesOfHtml(form.text)).toEqual([])
      expect(form.text.length).toBeLessThan(60_000)
      const explained = { 'answers.R1.answer': 'planned', 'answers.R1.text': 'Måles fra marts.' }
      expect((await world.post(`/desk/projects/${id}/revise`, explained, signe())).status).toBe(303)
      expect((await world.post(`/desk/projects/${id}/ready`, {}, signe())).status).toBe(303)
    })
  },
)

describe('given an idea that has to be rethought', () => {
  const fields: readonly (readonly [string, string])[] = [
    ['codes[]', 'architecture'],
    ['codes[]', 'strategic-fit'],
    ['of.strategic-fit.criteria[]', 'S1'],
    ['of.architecture.text', 'Hvilke standarder?'],
    ['comeBackWith', 'Et afsnit om arkitektur.'],
  ]

  it('when its mails are looked at, then they read as they will be sent, and nothing has happened', async () => {
    const id = await submitted(joint())
    const { status, text } = await world.post(`/desk/projects/${id}/return`, [...fields, ['_do', 'look']], signe())
    expect(status).toBe(200)
    expect(text).toContain('Intet er sendt endnu.')
    expect(text).toContain(people.helle.name)
    expect(text).toContain('Et afsnit om arkitektur.')
    expect(text.match(/Hvilke standarder\?/g)?.length).toBeGreaterThan(1)
    expect(await troublesOfHtml(text)).toEqual([])
    expect(await typesOf(id)).not.toContain('returned')
  })

  it('when it is returned, then the reasons cite the criteria that were chosen, else those of their code', async () => {
    const id = await submitted(joint())
    expect((await world.post(`/desk/projects/${id}/return`, fields, signe())).status).toBe(303)
    const returned = (await stack.eventsOf(id)).find(({ type }) => type === 'returned')
    expect(returned).toMatchObject({
      reasons: [
        { code: 'strategic-fit', criteria: ['S1'] },
        { code: 'architecture', criteria: ['F18'], text: 'Hvilke standarder?' },
      ],
      comeBackWith: 'Et afsnit om arkitektur.',
    })
  })

  it('when nothing is chosen, or a reason says nothing, then the summary links to what is missing', async () => {
    const id = await submitted(joint())
    const nothing = await world.post(`/desk/projects/${id}/return`, { comeBackWith: 'Mere.' }, signe())
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain('<a href="#codes">')
    const silent = await world.post(
      `/desk/projects/${id}/return`,
      { 'codes[]': 'other', comeBackWith: 'Mere.' },
      signe(),
    )
    expect(silent.status).toBe(422)
    expect(silent.text).toContain('<a href="#of-other-text">')
    expect(await troublesOfHtml(silent.text)).toEqual([])
  })

  it('when it came back, then the case shows what is otherwise, criterion by criterion, and what to do with it', async () => {
    const id = await shaped()
    await world.post(`/desk/projects/${id}/return`, fields, signe())
    await stack.act('POST /api/projects/{id}/resubmission', {
      params: { id },
      as: as(people.helle.email, 'proposer'),
      body: {
        concept: { architecture: 'Åbne standarder.' },
        answers: { F18: { answer: 'yes', text: 'Efter IoT-referencen.' } },
      },
    })
    const { text } = await world.get(`/desk/projects/${id}`, signe())
    expect(text).toContain('Sendt retur én gang')
    expect(text).toContain('Arkitektur og afhængigheder</p>')
    expect(text).toMatch(/F18 [^<]*: Ikke besvaret → Ja/)
    expect(text).toContain(': Efter IoT-referencen.')
    expect(text).toContain('placér den igen: den var på niveau 2.')
  })
})

describe('given colours to be set', () => {
  it('when they are sent, then they stand beside the answers; what is not sent stays', async () => {
    const id = await submitted(joint())
    const first = { 'evaluations.F4.colour': 'yellow', 'evaluations.F4.text': 'Mangler en plan.' }
    expect((await world.post(`/desk/projects/${id}/assess`, first, signe())).status).toBe(303)
    expect(
      (await world.post(`/desk/projects/${id}/assess`, { 'evaluations.F5.colour': 'green' }, signe())).status,
    ).toBe(303)
    const { text } = await world.get(`/desk/projects/${id}`, signe())
    expect(text).toContain('<span class="badge badge-warning">Gul</span> Mangler en plan.')
    expect(text).toContain('<span class="badge badge-success">Grøn</span>')
  })

  it('when words come without a colour, then that criterion is named', async () => {
    const id = await submitted(joint())
    const { status, text } = await world.post(`/desk/projects/${id}/assess`, { 'evaluations.F4.text': 'Hm.' }, signe())
    expect(status).toBe(422)
    expect(text).toContain('<a href="#evaluations-F4-colour">')
    expect(await troublesOfHtml(text)).toEqual([])
  })
})

describe('given an idea that lives elsewhere already', () => {
  it('when the other is searched for, then what was typed and chosen stays, and nothing has happened', async () => {
    const into = await submitted(small())
    const id = await submitted(joint())
    const fields = { search: 'affald', reason: 'De handler om det samme.', into, _do: 'find' }
    const { status, text } = await world.post(`/desk/projects/${id}/merge`, fields, signe())
    expect(status).toBe(200)
    expect(text).toContain('>De handler om det samme.</textarea>')
    expect(text).toMatch(/id="into-[^"]*"[^>]*checked/)
    expect(text).toContain('name="search" value="affald"')
    expect(await troublesOfHtml(text)).toEqual([])
    expect(await typesOf(id)).not.toContain('merged')
    const none = await world.post(`/desk/projects/${id}/merge`, { ...fields, search: 'xyzzy' }, signe())
    expect(none.text).toContain('Ingen åbne projekter')
    expect(none.text).toContain('>De handler om det samme.</textarea>')
    expect((await world.post(`/desk/projects/${id}/comment`, { _do: 'find' }, signe())).status).toBe(404)
  })

  it('when the other is searched for and chosen, then it is merged', async () => {
    const other = await submitted(small())
    const id = await submitted(joint())
    const found = await world.get(`/desk/projects/${id}/merge?search=affald`, signe())
    expect(found.text).toContain(`value="${other}"`)
    expect(found.text).not.toContain(`value="${id}"`)
    expect((await world.get(`/desk/projects/${id}/merge?search=xyzzy`, signe())).text).toContain('Ingen åbne projekter')
    const sent = await world.post(
      `/desk/projects/${id}/merge`,
      { into: other, reason: 'Det samme.', search: 'affald' },
      signe(),
    )
    expect(sent.status).toBe(303)
    expect(await typesOf(id)).toContain('merged')
  })

  it('when none is chosen, then the page says so', async () => {
    await submitted(small())
    const id = await submitted(joint())
    const { status, text } = await world.post(
      `/desk/projects/${id}/merge`,
      { reason: 'Det samme.', search: 'affald' },
      signe(),
    )
    expect(status).toBe(422)
    expect(text).toContain('<a href="#into">')
  })
})

describe('given a case that is not on the desk any more', () => {
  const opened = async (id: string) => (await world.get(`/desk/projects/${id}`, signe())).text

  it('when it was merged, then it leads to where it goes on, and to nothing that cannot be done', async () => {
    const [into, id] = [await submitted(small()), await submitted(small())]
    const body = { into, reason: 'Samme idé.' }
    await stack.act('POST /api/projects/{id}/merge', { params: { id }, as: secretariat(), body })
    const text = await opened(id)
    expect(text).toContain(`<a href="/desk/projects/${into}">Gå til det projekt</a>`)
    expect(text).not.toContain(`/desk/projects/${id}/assess`)
  })

  it('when it awaits the board, then it says that it comes on an agenda by itself, or leads to its item there', async () => {
    const id = await ready()
    const waiting = await opened(id)
    expect(waiting).toContain('Sagen kommer selv på dagsordenen')
    expect(waiting).toContain('<a href="/board">Se møderne</a>')
    const meeting = await meetingOn('2026-12-20T09:00:00.000Z')
    await stack.settle()
    const text = await opened(id)
    expect(text).toContain('Sagen står på dagsordenen til mødet 20. december 2026.')
    expect(text).toContain(`href="/board/${meeting}/${id}"`)
    expect(text).not.toContain('Sagen kommer selv på dagsordenen')
  })
})

describe('given somebody who is not of the secretariat', () => {
  it.each(['board', 'lead', 'proposer', 'integrator'] as const)(
    'when a %s opens or sends a page, then it is refused',
    async (role) => {
      const id = await submitted(joint())
      const looking = { as: signedIn(as('kaj@os2.example', role)) }
      for (const path of ['/desk', `/desk/projects/${id}`, `/desk/projects/${id}/place`])
        expect((await world.get(path, looking)).status).toBe(403)
      expect((await world.post(`/desk/projects/${id}/place`, { 'level:int': '2' }, looking)).status).toBe(403)
    },
  )

  it('when nobody is signed in, then they are sent to sign in, and come back', async () => {
    const { status, headers } = await world.get('/desk')
    expect({ status, to: headers.location }).toEqual({ status: 303, to: '/sign-in?to=%2Fdesk' })
  })
})

it('given an act that is none, or a project that is none, it is not found', async () => {
  const id = await submitted(joint())
  for (const path of [`${id}/nonsense`, `${id}/place-1`, 'prj_00000000000000000000000000/place', 'prj_1', '..%2f'])
    expect((await world.get(`/desk/projects/${path}`, signe())).status).toBe(404)
})

describe.each([
  ['da', 'skrev konceptet om', 'Se på det nye: skriv, hvad der mangler', 'Sekretariatet ser på det nye'],
  ['en', 'rewrote the concept', 'Look at what is new: say what is missing', 'The secretariat looks at what is new'],
] as const)('given a concept that the proposer wrote anew, and a reader of %s', (language, said, task, looking) => {
  const written = async () => {
    const id = await shaped()
    const proposer = { as: holderOf(id, people.helle, 'proposer'), language }
    const { status } = await world.post(`/p/${id}/revise`, { 'concept.value': 'Færre fald om natten.' }, proposer)
    expect(status).toBe(303)
    return { id, proposer }
  }

  it('then case and worklist say so, and link to what changed; the proposer reads who looks at it', async () => {
    const { id, proposer } = await written()
    const { text } = await world.get(`/desk/projects/${id}`, { ...signe(), language })
    expect(text).toContain(said)
    const difference = new RegExp(`href="(/p/${id}/difference\\?version=\\d+)"`).exec(text)?.[1] ?? ''
    const changed = await world.get(difference, { ...signe(), language })
    expect(changed.status).toBe(200)
    expect(changed.text).toContain('</span>fald <span')
    expect((await world.get('/desk?view=ours', { ...signe(), language })).text).toContain(task)
    expect((await world.get(`/p/${id}`, proposer)).text).toContain(looking)
    for (const page of [text, changed.text]) expect(await troublesOfHtml(page)).toEqual([])
  })

  it('then its history links to each change of it', async () => {
    const { id } = await written()
    const { text } = await world.get(`/desk/projects/${id}`, { ...signe(), language })
    const history = text.slice(text.indexOf('id="history"'))
    expect(history).toContain(`/p/${id}/difference?version=`)
  })

  it('when the secretariat says something to it, then it waits for nobody’s look', async () => {
    const { id, proposer } = await written()
    await world.post(`/desk/projects/${id}/comment`, { text: 'Det er meget bedre.' }, signe())
    expect((await world.get(`/desk/projects/${id}`, { ...signe(), language })).text).not.toContain(said)
    expect((await world.get('/desk?view=ours', { ...signe(), language })).text).not.toContain(task)
    expect((await world.get(`/p/${id}`, proposer)).text).not.toContain(looking)
  })
})
