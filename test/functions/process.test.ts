import { beforeEach, describe, expect, test } from 'vitest'
import {
  board,
  people,
  sensorBaseline,
  sensorLayer,
  sensorLayerAnswers,
  sensorLayerAnswersRevised,
  sensorLayerRevised,
  wasteBaseline,
  wasteCalendar,
  wasteCalendarAnswers,
} from '../../infra/local/demo/material.ts'
import type { Actor, Role } from '../../shared/domain/actor.ts'
import type { MeetingId, ProjectId } from '../../shared/domain/identifiers.ts'
import { type MemoryStack, memoryStack } from '../fakes/memory-stack.ts'

let stack: MemoryStack
beforeEach(() => {
  stack = memoryStack()
})

const as = (email: string, ...roles: Role[]): Actor => ({ kind: 'person', id: stack.contacts.idOf(email), roles })
const secretariat = () => as('signe@os2.example', 'secretariat')
const chair = () => as(people.birgitte.email, 'chair')
const members = () => [people.karsten, people.anja, people.poul].map(({ email }) => as(email, 'board'))

const submission = (concept: object, answers: object, contact: object) => ({
  kind: 'new',
  concept,
  answers,
  contact,
  consentToPublish: true,
})
const joint = () => submission(sensorLayer, sensorLayerAnswers, people.helle)
const small = () => submission(wasteCalendar, wasteCalendarAnswers, people.mette)

const submitted = async (body: object): Promise<ProjectId> => (await stack.act('POST /api/projects', { body })).body.id
const ready = async (): Promise<ProjectId> => {
  const id = await submitted(joint())
  await stack.act('POST /api/projects/{id}/classification', { params: { id }, as: secretariat(), body: { level: 2 } })
  await stack.act('POST /api/projects/{id}/ready', { params: { id }, as: secretariat() })
  return id
}
const meetingOn = async (meetsAt: string): Promise<MeetingId> =>
  (await stack.act('POST /api/meetings', { as: secretariat(), body: { meetsAt, members: board, place: 'Odense' } }))
    .body.id
const vote = async (meeting: MeetingId, project: ProjectId, choice: string) => {
  for (const member of [chair(), ...members()])
    await stack.act('POST /api/meetings/{id}/votes', {
      params: { id: meeting },
      as: member,
      body: { project, choice, comment: 'Fordi.' },
    })
}
const approval = (project: ProjectId) => ({
  project,
  outcome: 'approve',
  reason: 'Tre kommuner deltager.',
  criteria: ['R3'],
  baseline: sensorBaseline('2028-12-31'),
  conditions: [{ text: 'Aftaler underskrevet.', owner: people.amir, dueOn: '2027-06-30' }],
})
const typesOf = async (stream: ProjectId | MeetingId) => (await stack.eventsOf(stream)).map(({ type }) => type)
const meetingNow = async (id: MeetingId) =>
  (await stack.ask('GET /api/meetings/{id}', { params: { id }, as: secretariat() })).body

describe('an idea comes in', () => {
  test('it is 201 with where it stands, a version to match, and a proposal of its level by itself', async () => {
    const answer = await stack.act('POST /api/projects', { body: joint() })
    expect(answer.status).toBe(201)
    expect(answer.headers).toMatchObject({ etag: '"1"', location: `/api/projects/${answer.body.id}` })
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^prj_[0-9A-Z]{26}$/),
      state: 'idea',
      version: 1,
      whoseMove: 'secretariat',
      since: '2026-11-02T08:00:00.000Z',
      dueAt: '2026-11-12T07:00:00.000Z',
      allowed: [],
    })
    expect(await stack.eventsOf(answer.body.id)).toMatchObject([
      { type: 'submitted', concept: { title: sensorLayer.title } },
      { type: 'level-proposed', proposal: { level: 2 } },
    ])
    expect(stack.contacts.all.get(stack.contacts.idOf(people.helle.email))).toMatchObject(people.helle)
  })

  test('nothing personal gets into the log', async () => {
    const id = await submitted(joint())
    expect(JSON.stringify(await stack.log.load(id))).not.toMatch(/Helle|helle\.ostergaard/)
  })

  test('given a stranger who names somebody known otherwise, they stay who they are', async () => {
    await submitted(joint())
    await submitted(submission(wasteCalendar, {}, { ...people.helle, name: 'Nobody', language: 'en' }))
    const id = stack.contacts.idOf(people.helle.email)
    expect(stack.contacts.all.get(id)).toEqual({ id, ...people.helle })
    const renamed = { lead: { ...people.helle, name: 'Helle Ø. Lund' } }
    const project = await submitted(small())
    await stack.act('POST /api/projects/{id}/lead', { params: { id: project }, as: secretariat(), body: renamed })
    expect(stack.contacts.all.get(id)).toMatchObject({ name: 'Helle Ø. Lund' })
  })

  test('given the same key twice, also at once, it is one project and the same answer', async () => {
    const asked = { body: joint(), headers: { 'idempotency-key': 'form-1' } }
    const answers = await Promise.all([1, 2, 3].map(() => stack.ask('POST /api/projects', asked)))
    answers.push(await stack.act('POST /api/projects', asked))
    for (const answer of answers) expect(answer).toMatchObject({ status: 201, body: answers[0]?.body })
    expect(stack.projections.all.size).toBe(1)
  })

  test('given the same key with other content, it is 422 and nothing is stored', async () => {
    const headers = { 'idempotency-key': 'form-1' }
    const { body } = await stack.act('POST /api/projects', { body: joint(), headers })
    const other = await stack.act('POST /api/projects', { body: { ...joint(), kind: 'takeover' }, headers })
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-mismatch' } })
    expect(await typesOf(body.id)).toEqual(['submitted', 'level-proposed'])
  })

  test('given a plain form, it is the same; given a form system with its token, too, once per submission', async () => {
    const form = new URLSearchParams({
      title: 'T',
      purpose: 'P',
      authority: 'A',
      'contact.name': 'N',
      'contact.email': 'n@a.dk',
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await stack.act('POST /api/projects', { body: form.toString(), headers })).status).toBe(201)
    const remote = {
      titel: 'T',
      formaal: 'P',
      kommune: 'A',
      navn: 'N',
      email: 'n@a.dk',
      uuid: '6f1c2a9e-2f0b',
      sid: '3',
    }
    const integrator = as('forms@a.dk', 'integrator')
    const first = await stack.act('POST /api/intake/os2forms', { as: integrator, body: remote })
    const again = await stack.act('POST /api/intake/os2forms', { as: integrator, body: { ...remote, sid: '4' } })
    expect(first.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect((await stack.act('POST /api/intake/os2forms', { body: remote })).status).toBe(401)
  })

  test('given a field that is wrong, it is named where it was sent and nothing is stored', async () => {
    const flat = { ...wasteCalendar, title: '', contact: { name: 'M', email: 'nobody' }, more: 1 }
    const { status, body } = await stack.act('POST /api/projects', { body: flat })
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/contact/email',
      '/more',
      '/title',
    ])
    expect(stack.announced).toEqual([])
    expect(stack.contacts.staged.size).toBe(0)
  })
})

describe('the desk', () => {
  test('given a level that differs from the proposed one, a reason is asked for', async () => {
    const id = await submitted(joint())
    const { status, body } = await stack.act('POST /api/projects/{id}/classification', {
      params: { id },
      as: secretariat(),
      body: { level: 1 },
      headers: { 'accept-language': 'en' },
    })
    expect(status).toBe(422)
    expect(body).toMatchObject({
      code: 'reason-required',
      rule: 'override-needs-reason',
      detail: 'The system proposes level 2. Say why you choose another.',
      errors: [{ pointer: '/reason' }],
      state: 'idea',
      version: 2,
    })
    expect(body.allowed).toContain('place')
  })

  test('given a move its state does not allow, it is 409 with the state, the version and what is allowed', async () => {
    const id = await submitted(joint())
    const { status, body } = await stack.act('POST /api/projects/{id}/ready', { params: { id }, as: secretariat() })
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'illegal-in-state', state: 'idea', version: 2, allowedIn: ['shaping'] })
    expect(body.allowed).toEqual(expect.arrayContaining(['place', 'return']))
    expect(body.allowed).not.toContain('mark-ready')
  })

  test('given a version that is no longer the last, it is 412; with the last one it goes through', async () => {
    const id = await submitted(joint())
    const place = (tag: string) =>
      stack.act('POST /api/projects/{id}/classification', {
        params: { id },
        as: secretariat(),
        body: { level: 2 },
        headers: { 'if-match': tag },
      })
    expect(await place('"1"')).toMatchObject({
      status: 412,
      body: { code: 'version-conflict', state: 'idea', version: 2 },
    })
    expect(await place('"2"')).toMatchObject({
      status: 200,
      headers: { etag: '"3"' },
      body: { state: 'shaping', level: 2 },
    })
  })

  test('given a project that is not there, or an id that is none, it is 404', async () => {
    for (const id of ['prj_00000000000000000000000000', 'prj_1', 'mtg_1', '..'])
      expect((await stack.act('POST /api/projects/{id}/ready', { params: { id }, as: secretariat() })).status).toBe(404)
  })

  test('given somebody with the right role on another project, it is as if there were none', async () => {
    const mine = await submitted(joint())
    const other = await submitted(small())
    const helle = as(people.helle.email, 'proposer')
    const revise = (id: string, actor: Actor) =>
      stack.act('POST /api/projects/{id}/revisions', {
        params: { id },
        as: actor,
        body: { concept: { value: 'Mere.' } },
      })
    const refused = await revise(other, helle)
    expect(refused).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(refused.body).not.toHaveProperty('state')
    expect(refused.body).toEqual({
      ...(await revise('prj_00000000000000000000000000', helle)).body,
      correlationId: expect.any(String),
    })
    expect((await revise(mine, helle)).status).toBe(200)
  })

  test('given a personal link, it counts on its project as long as its holder has that part', async () => {
    const id = await submitted(joint())
    const link: Actor = { ...as(people.helle.email, 'proposer'), project: id, link: true } as Actor
    const comment = () =>
      stack.act('POST /api/projects/{id}/comments', { params: { id }, as: link, body: { text: 'Hej' } })
    expect((await comment()).status).toBe(200)
    await stack.act('POST /api/projects/{id}/proposer', {
      params: { id },
      as: secretariat(),
      body: { proposer: people.amir },
    })
    expect((await comment()).status).toBe(404)
  })

  test('given two that are the same idea, the proposer of the one becomes a contact of the other', async () => {
    const [gone, lives] = [await submitted(small()), await submitted(joint())]
    const merge = (into: string) =>
      stack.act('POST /api/projects/{id}/merge', {
        params: { id: gone },
        as: secretariat(),
        body: { into, reason: 'Samme idé.' },
      })
    expect((await merge(gone)).body).toMatchObject({ status: 422, rule: 'merge-into-itself' })
    expect((await merge('prj_00000000000000000000000000')).body).toMatchObject({
      status: 422,
      rule: 'merge-target-not-live',
    })
    expect((await merge(lives)).body).toMatchObject({ state: 'merged' })
    expect(await stack.eventsOf(lives)).toContainEqual({
      type: 'joined-by',
      project: gone,
      contact: stack.contacts.idOf(people.mette.email),
      authority: 'Skovby Kommune',
    })
    const mette = as(people.mette.email, 'proposer')
    expect(
      (await stack.act('POST /api/projects/{id}/comments', { params: { id: lives }, as: mette, body: { text: 'Hej' } }))
        .status,
    ).toBe(200)
  })

  test('given level 1, the secretariat starts it with a lead, and the next agenda informs the board', async () => {
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    const id = await submitted(small())
    await stack.act('POST /api/projects/{id}/classification', { params: { id }, as: secretariat(), body: { level: 1 } })
    await stack.act('POST /api/projects/{id}/ready', { params: { id }, as: secretariat() })
    const { status, body } = await stack.act('POST /api/projects/{id}/start', {
      params: { id },
      as: secretariat(),
      body: { baseline: wasteBaseline('2027-12-31'), lead: people.jonas },
    })
    expect({ status, ...body }).toMatchObject({ status: 200, state: 'implementation', whoseMove: 'lead' })
    expect(await meetingNow(meeting)).toMatchObject({
      agenda: [{ project: id, kind: 'information', title: wasteCalendar.title }],
    })
  })
})

describe('the board’s table', () => {
  test('given a concept that is ready before its meeting is called, or after, it gets on the agenda by itself', async () => {
    const early = await ready()
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    const late = await ready()
    expect(await meetingNow(meeting)).toMatchObject({
      state: 'called',
      meetsAt: '2027-01-20T08:00:00.000Z',
      agenda: [
        { project: early, kind: 'concept', title: sensorLayer.title },
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
    expect(await meetingNow(meeting)).toMatchObject({ agenda: [{ project, outcome: 'approve' }] })
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
    expect(await meetingNow(first)).toMatchObject({ agenda: [{ outcome: 'return' }] })
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
    expect(await meetingNow(first)).toMatchObject({ agenda: [{ project, votes: [] }] })
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
