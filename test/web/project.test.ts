import { beforeEach, describe, expect, it } from 'vitest'
import { titleIn } from '../../functions/web/parts/title.ts'
import { people } from '../../infra/local/demo/material.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { redactionMark } from '../../shared/domain/redaction.ts'
import { languages } from '../../shared/i18n/language.ts'
import {
  approval,
  begin,
  chair,
  joint,
  meetingOn,
  ready,
  secretariat,
  small,
  stack,
  submitted,
  vote,
} from '../functions/support/cast.ts'
import { fieldsOf } from './support/form-fields.ts'
import { anIdea, approved, holderOf, led, returned, running, shaped } from './support/joint-project.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  world = pageWorld(stack)
})

const lives = { anIdea, shaped, returned, approved, running }
type Life = keyof typeof lives

describe.each(languages)('given a project in each state, and a reader of %s', (language) => {
  it.each(Object.keys(lives) as Life[])(
    'when its proposer opens it (%s), then the page is valid and small',
    async (life) => {
      const id = await lives[life]()
      const { status, text } = await world.get(`/p/${id}`, { as: holderOf(id, people.helle, 'proposer'), language })
      expect(status).toBe(200)
      expect(await troublesOfHtml(text)).toEqual([])
      expect(text.length).toBeLessThan(60_000)
      expect(text).toContain('Fælles lag for sensordata på plejehjem')
    },
  )

  it.each(['comment', 'lead', 'proposer', 'steering-group', 'join', 'leave', 'history', 'resubmit', 'withdraw'])(
    'when the proposer of one that was returned opens %s, then it is a valid page',
    async (place) => {
      const id = await returned()
      const { status, text } = await world.get(`/p/${id}/${place}`, {
        as: holderOf(id, people.helle, 'proposer'),
        language,
      })
      expect(status).toBe(200)
      expect(await troublesOfHtml(text)).toEqual([])
      expect(text.length).toBeLessThan(60_000)
    },
  )

  it.each(['go-live', 'reconsider', 'fulfil?n=1'])('when the lead opens %s, then it is a valid page', async (place) => {
    const id = await running()
    const { status, text } = await world.get(`/p/${id}/${place}`, { as: holderOf(id, people.amir, 'lead'), language })
    expect(status).toBe(200)
    expect(await troublesOfHtml(text)).toEqual([])
  })
})

describe('given an approved concept without a lead', () => {
  it('when it is opened, then the move is with the proposer, who names one, here and at the desk', async () => {
    const id = await ready()
    const meeting = await meetingOn('2026-12-10T09:00:00.000Z')
    await vote(meeting, id, 'approve')
    stack.moveTo('2026-12-10T10:00:00.000Z')
    await stack.act('POST /api/meetings/{id}/decisions', { params: { id: meeting }, as: chair(), body: approval(id) })
    const { text } = await world.get(`/p/${id}`, { as: holderOf(id, people.helle, 'proposer') })
    expect(text).toContain('Forslagsstilleren, som udpeger en projektleder')
    expect(text).not.toContain('<strong>Projektlederen</strong>')
    const desk = (await world.get(`/desk/projects/${id}`, { as: signedIn(secretariat()) })).text
    expect(desk).toContain('Der er ikke udpeget en projektleder endnu.')
    const act = { params: { id }, as: secretariat(), body: { lead: people.amir } }
    await stack.act('POST /api/projects/{id}/lead', act)
    const led = await world.get(`/p/${id}`, { as: holderOf(id, people.amir, 'lead') })
    expect(led.text).toContain('<strong>Projektlederen</strong>')
    expect(led.text).toContain('Nedsæt en styregruppe, så projektet kan gå i gang')
  })
})

describe('given whoever is not on a project', () => {
  it('when nobody may know of it yet, then it is not found', async () => {
    const id = await shaped()
    expect((await world.get(`/p/${id}`)).status).toBe(401)
    expect((await world.get(`/p/${id}`, { as: holderOf(id, people.kirsten, 'proposer') })).status).toBe(404)
  })

  it('when it is public, then they see its public page', async () => {
    const id = await running()
    const { status, headers } = await world.get(`/p/${id}`, {
      as: signedIn({ kind: 'person', id: 'con_1', roles: [] }),
    })
    expect([status, headers.location]).toEqual([303, `/portfolio/${id}`])
  })

  it('when they ask for one of its own pages, then it is not found', async () => {
    const id = await running()
    const { status } = await world.get(`/p/${id}/history`, { as: holderOf(id, people.kirsten, 'lead') })
    expect(status).toBe(404)
  })

  it('when the board looks, then it sees the matter without names', async () => {
    const id = await approved()
    const { status, text } = await world.get(`/p/${id}`, {
      as: signedIn({ kind: 'person', id: 'con_board', roles: ['board'] }),
    })
    expect(status).toBe(200)
    expect(text).not.toContain(people.helle.name)
    expect(text).not.toContain(people.amir.email)
  })
})

describe('given a project that the board rejected', () => {
  it('when its proposer opens it, then it says once that it is closed, and leads to why', async () => {
    const id = await ready()
    const meeting = await meetingOn('2026-12-10T09:00:00.000Z')
    await vote(meeting, id, 'reject')
    stack.moveTo('2026-12-10T10:00:00.000Z')
    const body = { project: id, outcome: 'reject', reason: 'Det findes allerede.', criteria: ['R3'] }
    await stack.act('POST /api/meetings/{id}/decisions', { params: { id: meeting }, as: chair(), body })
    const { text } = await world.get(`/p/${id}`, { as: holderOf(id, people.helle, 'proposer') })
    expect(text.match(/Sagen er lukket/g)).toHaveLength(1)
    expect(text.match(/Du skal ikke gøre noget/g)).toHaveLength(1)
    expect(text).toContain('href="#decisions"')
    expect(text.slice(text.indexOf('id="decisions"'))).toContain('Det findes allerede.')
  })
})

describe('given a project with two that take part', () => {
  it('when one goes live, then those that are not live yet are suggested, so that nobody is made up by a slip', async () => {
    const id = await running()
    const as = holderOf(id, people.amir, 'lead')
    const { text } = await world.get(`/p/${id}/go-live`, { as })
    const options = (html: string) => [...html.matchAll(/<option value="([^"]*)"/g)].map(([, value]) => value)
    const all = options(text)
    expect(all.length).toBeGreaterThan(1)
    expect(text).toContain(`list="authority-list"`)
    await world.post(`/p/${id}/go-live`, { authority: all[0] ?? '', on: '2026-11-01' }, { as })
    expect(options((await world.get(`/p/${id}/go-live`, { as })).text)).toEqual(all.slice(1))
  })
})

it('given an approved project without a steering group, when its lead would start it, then the way to name one is there', async () => {
  const id = await led()
  const start = async () => (await world.get(`/p/${id}/start`, { as: holderOf(id, people.amir, 'lead') })).text
  expect(await start()).toContain('Der mangler en styregruppe')
  expect(await start()).toContain(`<a href="/p/${id}/steering-group">`)
  await stack.act('POST /api/projects/{id}/steering-group', {
    params: { id },
    as: secretariat(),
    body: { members: [people.kirsten] },
  })
  expect(await start()).not.toContain('Der mangler en styregruppe')
})

it('given a running project, when one of its deadlines has passed, then that is said at it, and at no other', async () => {
  const id = await running()
  stack.moveTo('2027-03-20T09:00:00.000Z')
  const { text } = await world.get(`/p/${id}`, { as: holderOf(id, people.amir, 'lead') })
  const due = text.slice(text.indexOf('id="due"'), text.indexOf('</section>', text.indexOf('id="due"')))
  expect(due).toMatch(/<dt>Fremdriftsrapport<\/dt><dd><span class="trin-overdue">/)
  expect(due.match(/skulle være sket/g)).toHaveLength(1)
  const clock = text.slice(text.indexOf('trin-clock trin-over'), text.indexOf('id="due"'))
  expect(clock).toContain('Fristen er overskredet med')
  expect(clock).not.toContain('senest')
  const history = await world.get(`/p/${id}/history`, { as: holderOf(id, people.amir, 'lead') })
  expect(history.text).toMatch(/<strong>Projektet er gået i gang<\/strong> <span class="trin-soft">\(projektlederen\)/)
})

describe('given a project that was returned', () => {
  it('when it is late, then it says so, and asks for it as soon as possible', async () => {
    const id = await returned()
    stack.moveTo('2027-09-01T10:00:00.000Z')
    const { text } = await world.get(`/p/${id}`, { as: holderOf(id, people.helle, 'proposer') })
    expect(text).toContain('Ret idéen til, og send den ind igen hurtigst muligt.')
    expect(text).toContain('skulle være sket')
  })

  it('when its proposer opens it, then the first thing said is what to do, with the reasons', async () => {
    const id = await returned()
    const { text } = await world.get(`/p/${id}`, { as: holderOf(id, people.helle, 'proposer') })
    expect(text).toContain('Det skal du gøre nu')
    expect(text.indexOf('Ret idéen til, og send den ind igen')).toBeLessThan(text.indexOf('Det er der sket'))
    expect(text).toContain(`href="/p/${id}/resubmit"`)
    expect(text).toContain('Redegør for referencearkitektur for IoT.')
  })

  it('when its form is opened, then what it came back for leads to its criterion, first, and the others are folded', async () => {
    const id = await shaped()
    await stack.act('POST /api/projects/{id}/return', {
      params: { id },
      as: secretariat(),
      // G13 begins to apply on level 3 only.
      body: { reasons: [{ code: 'economy', criteria: ['G13'] }], comeBackWith: 'En aftale.' },
    })
    const as = holderOf(id, people.helle, 'proposer')
    const { text } = await world.get(`/p/${id}/resubmit`, { as })
    expect(text).toContain('<a href="#answers-G13">')
    expect(text.indexOf('id="answers-G13"')).toBeGreaterThan(0)
    expect(text.indexOf('id="answers-G13"')).toBeLessThan(text.indexOf('id="answers-R1"'))
    const folded = /<details><summary>Relevans: (\d) af (\d) besvaret<\/summary>/.exec(text)
    expect(folded?.slice(1).map(Number)).toEqual([3, 3])
    const wrong = fieldsOf(text).filter(([name]) => name !== 'answers.R1.answer')
    const again = await world.post(`/p/${id}/resubmit`, [...wrong, ['answers.R1.answer', 'måske']], { as })
    expect(again.status).toBe(422)
    expect(again.text).toMatch(/<details open><summary>Relevans/)
    expect(await troublesOfHtml(again.text)).toEqual([])
  })

  it('when somebody reads what happened, then who did it is said once, and of whom nobody knows not at all', async () => {
    const id = await returned()
    const { text } = await world.get(`/p/${id}`, { as: holderOf(id, people.helle, 'proposer') })
    expect(text).toMatch(/<strong>Sendt retur af sekretariatet<\/strong> <\/p>/)
    expect(text).toMatch(/<strong>Idéen er sendt ind<\/strong> <\/p>/)
    expect(text).toMatch(/<strong>Placeret på niveau 2<\/strong> <span class="trin-soft">\(sekretariatet\)<\/span>/)
  })

  it('when an answer takes the place of another, then the difference keeps them apart', async () => {
    const id = await returned()
    const as = holderOf(id, people.helle, 'proposer')
    const { text: form } = await world.get(`/p/${id}/resubmit`, { as })
    const fields = fieldsOf(form).filter(([name]) => name !== 'answers.F6.answer')
    await world.post(`/p/${id}/resubmit`, [...fields, ['answers.F6.answer', 'yes']], { as })
    const { text } = await world.get(`/p/${id}`, { as })
    const version = /difference\?version=(\d+)/.exec(text)?.[1]
    const difference = await world.get(`/p/${id}/difference?version=${version}`, { as })
    expect(difference.text).toContain('</del> <ins>')
    expect(await troublesOfHtml(difference.text)).toEqual([])
  })

  it('when it is handed in again by the form, then only what was changed is shown as changed', async () => {
    const id = await returned()
    const as = holderOf(id, people.helle, 'proposer')
    const { text: form } = await world.get(`/p/${id}/resubmit`, { as })
    const fields = fieldsOf(form).map(([name, value]): [string, string] =>
      name === 'concept.architecture' ? [name, 'Vi følger referencearkitekturen for IoT.'] : [name, value],
    )
    const { status, headers } = await world.post(
      `/p/${id}/resubmit`,
      [...fields, ['note', 'Arkitektur er beskrevet.']],
      { as },
    )
    expect([status, headers.location]).toEqual([303, `/p/${id}?done=resubmit`])
    const events = await stack.eventsOf(id)
    expect(events.find(({ type }) => type === 'resubmitted')).toMatchObject({
      changedFields: ['architecture'],
      changedCriteria: [],
    })

    const { text } = await world.get(`/p/${id}?done=resubmit`, { as })
    expect(text).toContain('Idéen er sendt ind igen.')
    const version = /difference\?version=(\d+)/.exec(text)?.[1]
    const difference = await world.get(`/p/${id}/difference?version=${version}`, { as })
    expect(difference.text).toContain('Vi følger referencearkitekturen for IoT.')
    expect(await troublesOfHtml(difference.text)).toEqual([])
  })
})

it('given an idea that was merged, when its proposer opens it, then they are told where it lives on', async () => {
  const [into, id] = [await submitted(small()), await submitted(joint())]
  const body = { into, reason: 'Samme idé.' }
  await stack.act('POST /api/projects/{id}/merge', { params: { id }, as: secretariat(), body })
  const { text } = await world.get(`/p/${id}`, { as: holderOf(id, people.helle, 'proposer') })
  expect(text).toContain('Idéen lever videre i et andet projekt')
  expect(text).toContain(`href="/p/${into}"`)
  expect(text).not.toContain('Sagen er lukket')
})

describe.each([
  ['da', 'er bevaret til 2. november 2027 og bliver så slettet', 'blev slettet 2. november 2027', 'Slettet sag'],
  ['en', 'is kept until 2 November 2027, and then erased', 'was erased on 2 November 2027', 'Erased case'],
] as const)(
  'given an idea that was withdrawn and never was public, and a reader of %s',
  (language, kept, gone, title) => {
    const look = async (id: ProjectId): Promise<readonly string[]> => {
      const pages = [
        await world.get(`/p/${id}`, { as: holderOf(id, people.helle, 'proposer'), language }),
        await world.get(`/desk/projects/${id}`, { as: signedIn(secretariat()), language }),
      ]
      for (const { status, text } of pages) expect([status, await troublesOfHtml(text)]).toEqual([200, []])
      return pages.map(({ text }) => text)
    }

    it('when it is looked at, then it says until when it is kept, and afterwards what became of it', async () => {
      const id = await submitted({ ...joint(), consentToPublish: false })
      await stack.act('POST /api/projects/{id}/withdrawal', {
        params: { id },
        as: holderOf(id, people.helle, 'proposer').actor,
        body: {},
      })
      for (const text of await look(id)) {
        expect(text).toContain(kept)
        expect(text).toContain('<h1>Fælles lag for sensordata på plejehjem</h1>')
      }
      stack.moveTo('2027-11-02T08:00:00.000Z')
      await stack.chase()
      for (const text of await look(id)) {
        expect(text).toContain(gone)
        expect(text).not.toContain(kept)
        expect(text).not.toContain('R1 ')
      }
      expect(titleIn(language, redactionMark)).toBe(title)
    })
  },
)
