import { beforeEach, describe, expect, it } from 'vitest'
import { people, sensorLayer } from '../../infra/local/demo/material.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import type { MeetingId, ProjectId } from '../../shared/domain/identifiers.ts'
import { labels } from '../../shared/i18n/labels.ts'
import {
  approval,
  begin,
  chair,
  meetingOn,
  members,
  ready,
  secretariat,
  stack,
  typesOf,
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
const theChair = () => signedIn(chair(), people.birgitte.name)
const theSecretariat = () => signedIn(secretariat())
const item = (as = theChair(), query = '') => world.get(`/board/${meeting}/${project}${query}`, { as })
const decide = (fields: readonly (readonly [string, string])[], as = theChair()) =>
  world.post(`/board/${meeting}/decide`, [['project', project], ...fields], { as })

const approved = [
  ['outcome', 'approve'],
  ['reason', 'Tre kommuner deltager.'],
  ['criteria[]', 'R3'],
  ['baseline.budget:kr', '3.200.000'],
  ['baseline.endsOn', '2028-12-31'],
  ['baseline.scope', 'Seks plejehjem.'],
  ['conditions.1.text', 'Aftaler underskrevet.'],
  ['conditions.1.owner.name', people.amir.name],
  ['conditions.1.owner.email', people.amir.email],
  ['conditions.1.dueOn', '2027-06-30'],
] as const

describe('given an item that is to be closed', () => {
  it('when too few have voted, then it says so, and asks for nothing', async () => {
    const { text } = await item()
    expect(text).toContain('Punktet kan lukkes, når der er stemmer nok')
    expect(text).not.toContain('name="reason"')
  })

  it('when the votes say approve, then it is told before, and closing makes it a decision with its frame and conditions', async () => {
    await vote(meeting, project, 'approve')
    const before = await item()
    expect(before.text).toContain('Stemmerne siger: godkendt.')
    expect(before.text).toContain('value="3.200.000"')
    const { status, headers } = await decide(approved)
    expect({ status, location: headers.location }).toEqual({
      status: 303,
      location: `/board/${meeting}/${project}?done=decide`,
    })
    expect(await stack.eventsOf(project)).toContainEqual(
      expect.objectContaining({
        type: 'approved',
        baseline: expect.objectContaining({ budget: { amount: 320_000_000, currency: 'DKK' } }),
        conditions: [expect.objectContaining({ text: 'Aftaler underskrevet.', dueOn: '2027-06-30' })],
      }),
    )
    const after = await item(theSecretariat(), '?done=decide')
    expect(after.text).toContain('Punktet er lukket.')
    expect(after.text).toContain('Tre kommuner deltager.')
    for (const path of [`/board/${meeting}/${project}`, `/board/${meeting}/minutes`]) {
      const { text } = await world.get(path, { as: theChair() })
      for (const settled of ['3.200.000 kr.', '31. december 2028', 'Seks plejehjem.', 'Aftaler underskrevet.'])
        expect(text).toContain(settled)
      // The board sees the matter without names; the secretariat sees to it that somebody answers for it.
      expect(text).toContain('(Senest 30. juni 2027.)')
      expect(text).not.toContain(people.amir.name)
      const named = (await world.get(path, { as: theSecretariat() })).text
      expect(named).toContain(`Ansvarlig: ${people.amir.name}. Senest 30. juni 2027.`)
      expect(await troublesOfHtml(text)).toEqual([])
    }
    for (const path of [`/board/${meeting}/minutes`, '/board/decisions']) {
      const { text } = await world.get(path, { as: theChair() })
      expect(text).toContain(sensorLayer.title)
      expect(text).toContain('Tre kommuner deltager.')
    }
  })

  it.each([
    ['da', 'chair', 'Stemmerne stod lige. Formandens stemme afgjorde.'],
    ['en', 'chair', 'The votes tied. The vote of the chair decided.'],
    ['da', 'vice-chair', 'Stemmerne stod lige. Næstformandens stemme afgjorde.'],
    ['en', 'vice-chair', 'The votes tied. The vote of the vice chair decided.'],
  ] as const)('when the votes tie, then it says whose decided, in %s by the %s', async (language, seat, said) => {
    const [karsten, anja, poul] = members()
    const ballot = (as: Actor | undefined, choice: string) =>
      as &&
      stack.act('POST /api/meetings/{id}/votes', {
        params: { id: meeting },
        as,
        body: { project, choice, comment: 'Fordi.' },
      })
    await ballot(chair(), seat === 'chair' ? 'approve' : 'abstain')
    await ballot(karsten, 'approve')
    for (const member of seat === 'chair' ? [anja, poul] : [anja]) await ballot(member, 'reject')
    await decide(approved)
    expect(await typesOf(project)).toContain('approved')
    for (const path of [`/board/${meeting}/minutes`, `/board/${meeting}/${project}`, `/p/${project}/history`]) {
      const { text } = await world.get(path, { as: theSecretariat(), language })
      expect(text, path).toContain(said)
      expect(await troublesOfHtml(text), path).toEqual([])
    }
  })

  it('when the votes do not tie, then nothing is said of one', async () => {
    await vote(meeting, project, 'approve')
    await decide(approved)
    expect((await world.get(`/board/${meeting}/minutes`, { as: theChair() })).text).not.toContain('stod lige')
  })

  it('when a member was not impartial, then the minutes name them with the item', async () => {
    const [karsten] = members()
    if (karsten?.kind !== 'person') throw new Error('the board has members')
    await stack.act('POST /api/meetings/{id}/conflicts', { params: { id: meeting }, as: karsten, body: { project } })
    const minutes = async () => (await world.get(`/board/${meeting}/minutes`, { as: theChair() })).text
    expect(await minutes()).toMatch(/inhabilitet: Karsten Riis, Engby Kommune \(har selv meldt sig inhabil\)/)
    await vote(meeting, project, 'reject')
    await decide([
      ['outcome', 'reject'],
      ['reason', 'For dyrt.'],
      ['criteria[]', 'G10'],
    ])
    expect(await minutes()).toContain('For dyrt.')
    expect(await minutes()).toMatch(/inhabilitet: [^<]*Karsten Riis/)
  })

  it('when the frame or a criterion is missing, then each is named, and what was typed is there', async () => {
    await vote(meeting, project, 'approve')
    const { status, text } = await decide([
      ['outcome', 'approve'],
      ['reason', 'Fordi.'],
      ['baseline.budget:kr', 'mange penge'],
    ])
    expect(status).toBe(422)
    for (const id of ['criteria', 'baseline-budget', 'baseline-endsOn', 'baseline-scope'])
      expect(text).toContain(`href="#${id}"`)
    expect(text).toContain('value="mange penge"')
    expect(await troublesOfHtml(text)).toEqual([])
    const frameless = await decide([
      ['outcome', 'approve'],
      ['reason', 'Fordi.'],
      ['criteria[]', 'R3'],
    ])
    expect(frameless.text).toContain('href="#baseline"')
    expect(await troublesOfHtml(frameless.text)).toEqual([])
  })

  it('when more conditions are asked for, then there is room, nothing is decided, and what was typed stays', async () => {
    await vote(meeting, project, 'approve')
    const { status, text } = await decide([...approved, ['_do', 'more']])
    expect(status).toBe(200)
    expect(text).toContain('name="conditions.2.text"')
    expect(text).toContain('value="Aftaler underskrevet."')
    expect(await typesOf(project)).not.toContain('approved')
  })

  it('when the votes change meanwhile, then the new outcome is told, and what was written is kept', async () => {
    await vote(meeting, project, 'approve')
    await vote(meeting, project, 'reject')
    const { status, text } = await decide(approved)
    expect(status).toBe(409)
    expect(text).toContain('Stemmerne har ændret sig')
    expect(text).toContain('Stemmerne siger: afvist.')
    expect(text).toContain('Tre kommuner deltager.</textarea>')
    expect(text).toMatch(/name="outcome" value="reject"/)
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when somebody else closed it meanwhile, then their decision is shown beside what was written', async () => {
    await vote(meeting, project, 'approve')
    const version = /name="_version" value="(\d+)"/.exec((await item()).text)?.[1] ?? ''
    await stack.act('POST /api/meetings/{id}/decisions', {
      params: { id: meeting },
      as: chair(),
      body: approval(project),
    })
    const { status, text } = await decide(
      [...approved.slice(0, 1), ['reason', 'Min begrundelse.'], ...approved.slice(2), ['_version', version]],
      theSecretariat(),
    )
    expect([409, 412]).toContain(status)
    expect(text).toContain('Min begrundelse.')
    expect(text).toContain('Tre kommuner deltager.')
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when the votes say return, then its reasons are asked for, and the proposer gets it back', async () => {
    await vote(meeting, project, 'return')
    const refused = await decide([
      ['outcome', 'return'],
      ['reason', 'Arkitekturen.'],
      ['criteria[]', 'F18'],
    ])
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('href="#reasons"')
    expect(await troublesOfHtml(refused.text)).toEqual([])
    await decide([
      ['outcome', 'return'],
      ['reason', 'Arkitekturen.'],
      ['criteria[]', 'F18'],
      ['reasons.1.code', 'architecture'],
      ['reasons.1.text', 'Hvilken referencearkitektur?'],
      ['comeBackWith', 'Et afsnit.'],
    ])
    expect(await typesOf(project)).toContain('returned')
    const { text } = await world.get(`/board/${meeting}/minutes`, { as: theChair() })
    const architecture = `Arkitektur (F18 ${labels.da.criteria.F18})`
    for (const settled of [architecture, 'Hvilken referencearkitektur?', 'Et afsnit.']) expect(text).toContain(settled)
  })

  it('when a member who may not close it looks, then closing is not offered', async () => {
    await vote(meeting, project, 'approve')
    const [karsten] = members()
    if (karsten === undefined) throw new Error('the board has members')
    expect((await item(signedIn(karsten))).text).not.toContain('Luk punktet')
    expect((await decide(approved, signedIn(karsten))).status).toBe(403)
  })

  it('when too few of the board are left, then the secretariat records what the general assembly decided', async () => {
    for (const member of members())
      await stack.act('POST /api/meetings/{id}/conflicts', { params: { id: meeting }, as: member, body: { project } })
    expect((await item()).text).toContain('generalforsamlingen skal afgøre sagen')
    expect((await item()).text).not.toContain('name="reason"')
    const chosen = await item(theSecretariat(), '?outcome=reject')
    expect(chosen.text).toContain('Generalforsamlingens beslutning: afvist.')
    expect(await troublesOfHtml(chosen.text)).toEqual([])
    const sent = [
      ['outcome', 'reject'],
      ['reason', 'For dyrt.'],
      ['criteria[]', 'G10'],
      ['generalAssembly:yes', 'yes'],
    ] as const
    expect((await decide(sent, theSecretariat())).status).toBe(303)
    expect(await stack.eventsOf(project)).toContainEqual(
      expect.objectContaining({ type: 'rejected', decision: expect.objectContaining({ by: 'general-assembly' }) }),
    )
  })
})
