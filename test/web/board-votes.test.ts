import { beforeEach, describe, expect, it } from 'vitest'
import { people, sensorLayer } from '../../infra/local/demo/material.ts'
import type { MeetingId, ProjectId } from '../../shared/domain/identifiers.ts'
import { labels } from '../../shared/i18n/labels.ts'
import { languages } from '../../shared/i18n/language.ts'
import { pageWords } from '../../shared/i18n/page-words.ts'
import { problemWords } from '../../shared/i18n/problem-words.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import {
  approval,
  as,
  begin,
  chair,
  meetingNow,
  meetingOn,
  ready,
  secretariat,
  stack,
  vote,
} from '../functions/support/cast.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
let project: ProjectId
let meeting: MeetingId
beforeEach(async () => {
  begin()
  world = pageWorld(stack)
  project = await ready()
  meeting = await meetingOn('2027-01-20T09:00:00+01:00')
})

const member = (person: { readonly email: string; readonly name: string }) =>
  signedIn(as(person.email, 'board'), person.name)
const theChair = () => signedIn(chair(), people.birgitte.name)
const theSecretariat = () => signedIn(secretariat())
const itemPath = () => `/board/${meeting}/${project}`

describe.each(languages)('given a meeting, read in %s', (language) => {
  it('when the board or the secretariat opens it or one of its items, then it is a valid page', async () => {
    await vote(meeting, project, 'return')
    for (const visitor of [theChair(), member(people.karsten), theSecretariat()])
      for (const path of [`/board/${meeting}`, itemPath()]) {
        const { status, text } = await world.get(path, { as: visitor, language })
        expect(status).toBe(200)
        expect(await troublesOfHtml(text)).toEqual([])
        expect(text).toContain(sensorLayer.title)
      }
  })
})

it.each(languages)(
  'given the paper of an item, read in %s, then criteria that need no look are folded, each with its name',
  async (language) => {
    const { text } = await world.get(itemPath(), { as: theChair(), language })
    const { criteria } = labels[language]
    const said = text.slice(text.indexOf(pageWords[language].paper.silent), text.indexOf('trin-more'))
    expect(said).toContain(`<li>F6 ${criteria.F6}</li>`)
    expect(said).toContain(`<li>F19 ${criteria.F19}</li><li>F20 ${criteria.F20}</li>`)
  },
)

describe('given a member who votes', () => {
  const send = (fields: Record<string, string>, visitor = member(people.karsten)) =>
    world.post(`/board/${meeting}/vote`, { project, ...fields }, { as: visitor })

  it('when they approve, then it is kept, said, and shown with their name', async () => {
    const { status, headers } = await send({ choice: 'approve' })
    expect({ status, location: headers.location }).toEqual({ status: 303, location: `${itemPath()}?done=vote` })
    const { text } = await world.get(`${itemPath()}?done=vote`, { as: member(people.karsten) })
    expect(text).toContain('Din stemme er gemt.')
    expect(text).toContain('1 af 5 stemmeberettigede har stemt')
    expect((await meetingNow(meeting)).agenda[0].votes).toMatchObject([{ choice: 'approve' }])
    expect((await world.get(`/board/${meeting}`, { as: member(people.karsten) })).text).toContain('Din stemme: Godkend')
  })

  it('when they want something else and do not say why, then they are told, and nothing they typed is lost', async () => {
    const { status, text } = await send({ choice: 'reject' })
    expect(status).toBe(422)
    expect(text).toContain('Fejl: ')
    expect(text).toContain('href="#comment"')
    expect(text).toMatch(/value="reject" checked/)
    expect(await troublesOfHtml(text)).toEqual([])
    expect((await meetingNow(meeting)).agenda[0].votes).toEqual([])
  })

  it('when they change their mind, then the last one counts', async () => {
    await send({ choice: 'approve' })
    await send({ choice: 'return', comment: 'Arkitekturen mangler.' })
    const { text } = await world.get(itemPath(), { as: theChair() })
    expect(text).toContain('Arkitekturen mangler.')
    expect((await meetingNow(meeting)).agenda[0].votes).toMatchObject([{ choice: 'return' }])
  })

  it('when the item was decided meanwhile, then they see the decision, and what they wrote', async () => {
    await vote(meeting, project, 'approve')
    await stack.act('POST /api/meetings/{id}/decisions', {
      params: { id: meeting },
      as: chair(),
      body: approval(project),
    })
    const { status, text } = await send({ choice: 'return', comment: 'Vent med det.' })
    expect(status).toBe(409)
    expect(text).toContain('Punktet er afsluttet.')
    expect(text).toContain('Vent med det.')
    expect(text).toContain('Tre kommuner deltager.')
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when they hold a proxy, then they vote for both, and it says who cast it', async () => {
    const given = await world.post(
      `/board/${meeting}/proxy`,
      { proxy: stack.contacts.idOf(people.karsten.email) },
      { as: member(people.anja) },
    )
    expect(given.headers.location).toBe(`/board/${meeting}?done=proxy`)
    await send({ choice: 'approve' })
    const agenda = await world.get(`/board/${meeting}`, { as: member(people.karsten) })
    expect(agenda.text).toContain(`Du mangler at stemme for ${people.anja.name}`)
    const { text } = await world.get(itemPath(), { as: member(people.karsten) })
    expect(text).toContain('Du stemmer for')
    await send({ choice: 'approve', member: stack.contacts.idOf(people.anja.email) })
    expect((await world.get(itemPath(), { as: theChair() })).text).toContain(`afgivet af ${people.karsten.name}`)
    expect((await meetingNow(meeting)).agenda[0].votes).toHaveLength(2)
  })

  it('when they are no member of the meeting, then they may read, and not vote', async () => {
    const { text } = await world.get(itemPath(), { as: member(people.rikke) })
    expect(text).toContain('Kun mødets medlemmer stemmer.')
    expect((await send({ choice: 'approve' }, member(people.rikke))).status).toBe(403)
  })
})

describe('given a conflict of interest', () => {
  it('when a member declares it, then they are excluded, their vote is gone, and everybody sees why', async () => {
    await vote(meeting, project, 'approve')
    const { headers } = await world.post(`/board/${meeting}/conflict`, { project }, { as: member(people.poul) })
    expect(headers.location).toBe(`${itemPath()}?done=conflict`)
    const seen = await world.get(itemPath(), { as: theChair() })
    expect(seen.text).toContain('har selv meldt sig inhabil')
    expect(seen.text).toContain('3 af 4 stemmeberettigede har stemt')
    expect((await world.get(itemPath(), { as: member(people.poul) })).text).toContain('fordi du har meldt dig inhabil')
  })
})

describe.each(languages)('given an item that too few are left to vote on, read in %s', (language) => {
  it('when a member looks at it, then no vote of theirs is missing, none is asked for, and none is taken', async () => {
    const { board } = pageWords[language]
    const look = async (path: string, as = member(people.anja)) => (await world.get(path, { as, language })).text
    const declare = (as: Visitor) => world.post(`/board/${meeting}/conflict`, { project }, { as })
    for (const person of [people.karsten, people.poul]) await declare(member(person))
    expect(await look(`/board/${meeting}`)).toContain(board.meeting.missing(1))
    expect(await look(itemPath())).toContain('name="choice"')
    await declare(theChair())
    const agenda = await look(`/board/${meeting}`)
    expect(agenda).toContain(board.vote.leftToAssembly)
    for (const said of [board.meeting.missing(1), board.meeting.nothingMissing, board.item.notVoted])
      expect(agenda).not.toContain(said)
    const item = await look(itemPath())
    expect(item).toContain(board.vote.leftToAssembly)
    expect(item).not.toContain('name="choice"')
    for (const page of [agenda, item]) expect(await troublesOfHtml(page)).toEqual([])
    const sent = await world.post(
      `/board/${meeting}/vote`,
      { project, choice: 'return', comment: 'Hvad med driften?' },
      { as: member(people.anja), language },
    )
    expect(sent.status).toBe(409)
    for (const said of [problemWords[language].rules['left-to-assembly']({}), 'Hvad med driften?'])
      expect(sent.text).toContain(said)
    expect(await troublesOfHtml(sent.text)).toEqual([])
    expect((await meetingNow(meeting)).agenda[0].votes).toEqual([])
  })
})

describe('given somebody who does not belong at the table', () => {
  it.each([
    ['nobody in particular', undefined, 303],
    ['a lead', 'lead', 403],
  ] as const)('when it is %s, then they do not get in', async (_, role, status) => {
    const as = role === undefined ? {} : { as: signedIn({ kind: 'person', id: 'con_1', roles: [role] }) }
    expect((await world.get(`/board/${meeting}`, as)).status).toBe(status)
    expect((await world.get(itemPath(), as)).status).toBe(status)
  })

  it('when there is no such meeting, item or act, then it is not found', async () => {
    const looking = { as: theChair() }
    expect((await world.get('/board/mtg_00000000000000000000000000', looking)).status).toBe(404)
    expect((await world.get(`/board/${meeting}/prj_00000000000000000000000000`, looking)).status).toBe(404)
    expect((await world.post(`/board/${meeting}/dance`, {}, looking)).status).toBe(404)
  })
})
