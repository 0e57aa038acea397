import { beforeEach, describe, expect, test } from 'vitest'
import { people, sensorLayer, sensorLayerAnswersRevised, sensorLayerRevised } from '../../infra/local/demo/material.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import type { MeetingId } from '../../shared/domain/identifiers.ts'
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
  typesOf,
  vote,
} from './support/cast.ts'

beforeEach(begin)

describe('the board’s table', () => {
  test('given a concept that is ready before its meeting is called, or after, it gets on the agenda by itself', async () => {
    const early = await ready()
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    const late = await ready()
    expect(await meetingNow(meeting)).toMatchObject({
      state: 'called',
      meetsAt: '2027-01-20T08:00:00.000Z',
      agenda: [
        {
          project: early,
          kind: 'concept',
          title: sensorLayer.title,
          paper: { purpose: sensorLayer.purpose, level: 2, asked: { decide: 'concept' } },
        },
        { project: late, kind: 'concept' },
      ],
      members: expect.arrayContaining([expect.objectContaining({ name: people.birgitte.name, seat: 'chair' })]),
    })
    expect(await typesOf(early)).toEqual(['submitted', 'level-proposed', 'placed', 'marked-ready', 'put-on-agenda'])
  })

  test('given votes, the outcome is theirs: another is refused, theirs is a decision, and the item closes', async () => {
    const project = await ready()
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    const decide = (body: object, actor = chair()) =>
      stack.act('POST /api/meetings/{id}/decisions', { params: { id: meeting }, as: actor, body })
    expect((await decide(approval(project))).body).toMatchObject({ status: 409, rule: 'quorum-missing' })
    await vote(meeting, project, 'approve')
    const rejection = { project, outcome: 'reject', reason: 'Nej', criteria: ['R1'] }
    expect((await decide(rejection)).body).toMatchObject({
      status: 409,
      rule: 'outcome-not-the-vote',
      errors: [{ pointer: '/outcome' }],
    })
    expect((await decide({ ...approval(project), generalAssembly: true }, secretariat())).body.status).toBe(409)
    const answer = await decide(approval(project))
    expect(answer).toMatchObject({ status: 200, body: { state: 'approved', whoseMove: 'lead' } })
    expect(await stack.eventsOf(project)).toContainEqual(
      expect.objectContaining({
        type: 'approved',
        decision: expect.objectContaining({
          by: 'board',
          meeting,
          tally: expect.objectContaining({ counts: { approve: 4 }, eligible: 5, quorum: 3, cast: 4 }),
          nextStep: 'Projektet igangsættes, når der er udpeget en projektleder og nedsat en styregruppe.',
        }),
      }),
    )
    const { agenda } = await meetingNow(meeting)
    expect(agenda).toMatchObject([{ project, outcome: 'approve' }])
    expect(agenda[0]).not.toHaveProperty('paper')
    const { body: minutes } = await stack.ask('GET /api/meetings/{id}/minutes', {
      params: { id: meeting },
      as: chair(),
    })
    expect(minutes.items).toMatchObject([
      {
        title: sensorLayer.title,
        outcome: 'approve',
        decision: { reason: 'Tre kommuner deltager.', tally: { cast: 4 } },
      },
    ])
  })

  test('given the same decision twice with one key, the second answers as the first', async () => {
    const project = await ready()
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    await vote(meeting, project, 'approve')
    const asked = {
      params: { id: meeting },
      as: chair(),
      body: approval(project),
      headers: { 'idempotency-key': 'd1' },
    }
    const first = await stack.act('POST /api/meetings/{id}/decisions', asked)
    expect(await stack.act('POST /api/meetings/{id}/decisions', asked)).toMatchObject({ status: 200, body: first.body })
    const again = await stack.act('POST /api/meetings/{id}/decisions', { ...asked, headers: {} })
    expect(again.status).toBe(409)
  })

  test('given two who decide at once, one wins and the other is told how it stands now', async () => {
    const project = await ready()
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    await vote(meeting, project, 'approve')
    const decide = (actor: Actor) =>
      stack.ask('POST /api/meetings/{id}/decisions', { params: { id: meeting }, as: actor, body: approval(project) })
    const answers = await Promise.all([decide(chair()), decide(secretariat())])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ state: 'approved' })
    expect((await typesOf(project)).filter((type) => type === 'approved')).toHaveLength(1)
  })

  test('given a return by the board and a resubmission, it comes to the next meeting with a new vote', async () => {
    const project = await ready()
    const first = await meetingOn('2027-01-20T09:00:00+01:00')
    await vote(first, project, 'return')
    const body = {
      project,
      outcome: 'return',
      reason: 'Arkitekturen.',
      criteria: ['F18'],
      reasons: [{ code: 'architecture' }],
      comeBackWith: 'Et afsnit.',
    }
    await stack.act('POST /api/meetings/{id}/decisions', { params: { id: first }, as: chair(), body })
    // What went back is not ranked against the others any more.
    expect(await meetingNow(first)).toMatchObject({ agenda: [{ outcome: 'return' }], ranking: [] })
    const minutesOfFirst = async () =>
      (await stack.ask('GET /api/meetings/{id}/minutes', { params: { id: first }, as: chair() })).body.items
    expect(await minutesOfFirst()).toMatchObject([{ outcome: 'return', decision: { reason: 'Arkitekturen.' } }])
    await stack.act('POST /api/projects/{id}/resubmission', {
      params: { id: project },
      as: as(people.helle.email, 'proposer'),
      body: { concept: sensorLayerRevised, answers: sensorLayerAnswersRevised, note: 'Nu med arkitektur.' },
    })
    expect((await typesOf(project)).slice(-2)).toEqual(['resubmitted', 'level-proposed'])
    await stack.act('POST /api/projects/{id}/classification', {
      params: { id: project },
      as: secretariat(),
      body: { level: 2 },
    })
    const second = await meetingOn('2027-03-20T09:00:00+01:00')
    await stack.act('POST /api/projects/{id}/ready', { params: { id: project }, as: secretariat() })
    // The first meeting's papers are still ahead, so it goes there once more, with no votes on it.
    expect(await meetingNow(first)).toMatchObject({ agenda: [{ project, votes: [] }], ranking: [{ project }] })
    expect(await minutesOfFirst()).toMatchObject([{ project, outcome: null, decision: null }])
    await stack.act('POST /api/meetings/{id}/agenda', { params: { id: second }, as: secretariat(), body: { project } })
    expect(await meetingNow(first)).toMatchObject({ agenda: [] })
    expect(await meetingNow(second)).toMatchObject({ agenda: [{ project, votes: [] }] })
  })

  test('given a cancelled meeting, items move to the next one, and wait for one where there is none', async () => {
    const project = await ready()
    const first = await meetingOn('2027-01-20T09:00:00+01:00')
    const second = await meetingOn('2027-03-20T09:00:00+01:00')
    const cancel = (id: MeetingId) =>
      stack.act('POST /api/meetings/{id}/cancellation', { params: { id }, as: chair(), body: { reason: 'Sne.' } })
    expect((await cancel(first)).body).toMatchObject({ state: 'cancelled', allowed: [] })
    expect(await meetingNow(second)).toMatchObject({ agenda: [{ project }] })
    await cancel(second)
    expect((await stack.eventsOf(project)).at(-1)).toMatchObject({ type: 'postponed', from: second, why: 'cancelled' })
    const third = await meetingOn('2027-05-20T09:00:00+02:00')
    expect(await meetingNow(third)).toMatchObject({ agenda: [{ project }] })
    expect((await cancel(second)).body).toMatchObject({ status: 409, state: 'cancelled', allowedIn: ['called'] })
  })

  test('given a meeting that did not reach an item, or had too few, the item moves on and says why', async () => {
    const project = await ready()
    const first = await meetingOn('2027-01-20T09:00:00+01:00')
    const conclude = (id: MeetingId, body: object) =>
      stack.act('POST /api/meetings/{id}/conclusion', { params: { id }, as: chair(), body })
    expect((await conclude(first, {})).body).toMatchObject({ status: 409, rule: 'not-held-yet' })
    await meetingOn('2027-03-20T09:00:00+01:00')
    stack.moveTo('2027-01-20T12:00:00.000Z')
    expect((await conclude(first, {})).body).toMatchObject({ state: 'concluded', quorate: false })
    expect(await stack.eventsOf(project)).toContainEqual(
      expect.objectContaining({ type: 'postponed', why: 'inquorate' }),
    )
  })

  test('given a withdrawal, it leaves the agenda', async () => {
    const project = await ready()
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    await stack.act('POST /api/projects/{id}/withdrawal', {
      params: { id: project },
      as: as(people.helle.email, 'proposer'),
    })
    expect(await meetingNow(meeting)).toMatchObject({ agenda: [] })
    expect(await typesOf(meeting)).toEqual(['called', 'item-added', 'item-removed'])
  })

  test('members rank, name a proxy who votes for them, and declare a conflict', async () => {
    const project = await ready()
    const id = await meetingOn('2027-01-20T09:00:00+01:00')
    const [karsten, anja] = [as(people.karsten.email, 'board'), as(people.anja.email, 'board')]
    const go = (route: 'rankings' | 'proxies' | 'conflicts' | 'votes', actor: Actor, body: object) =>
      stack.act(`POST /api/meetings/{id}/${route}`, { params: { id }, as: actor, body })
    expect((await go('rankings', karsten, { order: [project] })).status).toBe(200)
    expect((await go('proxies', karsten, { proxy: { email: people.anja.email } })).status).toBe(200)
    const voted = await go('votes', anja, { project, choice: 'approve', member: { email: people.karsten.email } })
    expect(voted.body.agenda[0].votes).toMatchObject([
      { choice: 'approve', castBy: stack.contacts.idOf(people.anja.email) },
    ])
    expect(
      (
        await go('votes', as(people.poul.email, 'board'), {
          project,
          choice: 'approve',
          member: { email: people.karsten.email },
        })
      ).body,
    ).toMatchObject({ status: 403, rule: 'not-a-member' })
    expect((await go('conflicts', karsten, { project })).body.agenda[0].votes).toEqual([])
    expect((await go('votes', karsten, { project, choice: 'approve' })).body).toMatchObject({
      status: 403,
      rule: 'excluded-from-vote',
    })
    expect(voted.body.ranking).toMatchObject([{ project, aboveCutLine: true }])
  })

  test('given a meeting that is not there, it is 404; given no chair among its members, 422', async () => {
    const params = { id: 'mtg_00000000000000000000000000' }
    for (const route of ['GET /api/meetings/{id}', 'GET /api/meetings/{id}/minutes'] as const)
      expect((await stack.ask(route, { params, as: chair() })).status).toBe(404)
    const project = await ready()
    expect(
      (await stack.act('POST /api/meetings/{id}/decisions', { params, as: chair(), body: approval(project) })).status,
    ).toBe(404)
    const body = { meetsAt: '2027-01-20T09:00:00Z', members: [{ ...people.anja, authority: 'A' }] }
    expect((await stack.act('POST /api/meetings', { as: secretariat(), body })).body).toMatchObject({
      status: 422,
      rule: 'no-chair',
    })
  })
})
