import { beforeEach, describe, expect, test } from 'vitest'
import { people, wasteBaseline } from '../../infra/local/demo/material.ts'
import { peopleToLookUp, projectView } from '../../shared/api/project-view.ts'
import type { RouteKey } from '../../shared/api/routes.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import { criteriaFor } from '../../shared/domain/criteria.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import type { AssessedLevel } from '../../shared/domain/level.ts'
import { fold } from '../../shared/domain/project/evolve.ts'
import {
  approval,
  as,
  begin,
  chair,
  meetingNow,
  meetingOn,
  ready,
  secretariat,
  small,
  stack,
  submitted,
  typesOf,
  vote,
} from './support/cast.ts'

beforeEach(begin)

/** The end of a route about one project: `changes/{n}/decision`. */
type End<R> = R extends `POST /api/projects/{id}/${infer E}` ? E : never

const go = (end: End<RouteKey>, id: ProjectId, actor: Actor, body: object = {}, n?: number) =>
  stack.act(`POST /api/projects/{id}/${end}`, {
    params: { id, ...(n === undefined ? {} : { n: `${n}` }) },
    as: actor,
    body,
  })

const lead = () => as(people.amir.email, 'lead')
const steering = () => as(people.kirsten.email, 'steering')
const coordination = () => as(people.anja.email, 'coordination')
const group = { members: [people.anja, people.jonas], chair: people.anja.email }
const confirmed = [
  { item: 'governance-and-financing', evidence: 'Aftale om drift, underskrevet i marts.' },
  { item: 'documentation', evidence: 'https://docs.os2.example/sensorlag' },
  { item: 'agreements-and-tools', evidence: 'Databehandleraftaler i sagen.' },
]

/** Approved by the board, started, its condition fulfilled. */
const running = async (): Promise<ProjectId> => {
  const id = await ready()
  const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
  await vote(meeting, id, 'approve')
  await stack.act('POST /api/meetings/{id}/decisions', { params: { id: meeting }, as: chair(), body: approval(id) })
  await go('lead', id, secretariat(), { lead: people.amir })
  await go('steering-group', id, secretariat(), { members: [people.kirsten, people.helle] })
  await go('start', id, lead())
  await go('conditions/{n}/fulfilment', id, lead(), { evidence: 'Underskrevne aftaler.' }, 1)
  return id
}

const live = (id: ProjectId, authority: string, actor: Actor = lead()) =>
  go('go-lives', id, actor, { authority, on: '2026-11-01' })

const product = async (): Promise<ProjectId> => {
  const id = await running()
  await live(id, 'Fjordby Kommune')
  await live(id, 'Havneby Kommune')
  await go('coordination-group', id, secretariat(), group)
  await go('graduation', id, secretariat(), { confirmed })
  return id
}

const viewed = async (id: ProjectId, actor: Actor = secretariat()) => {
  const project = fold(await stack.log.load(id))
  if (project === undefined) throw new Error('nothing was submitted')
  const known = await stack.contacts.find(peopleToLookUp(project, actor))
  // As it goes over the wire.
  return JSON.parse(JSON.stringify(projectView(project, { actor, people: known, now: stack.clock() })))
}

const greenTo = (level: AssessedLevel) =>
  Object.fromEntries(criteriaFor(level).map(({ id }) => [id, { colour: 'green' }]))

describe('from project to product', () => {
  test('given authorities that go live, it is checked, refused with what is missing, and at last a product', async () => {
    const id = await running()
    expect(await live(id, 'Fjordby Kommune')).toMatchObject({ status: 200, body: { state: 'implementation' } })
    expect((await go('go-lives', id, lead(), { authority: 'Åby Kommune', on: '2026-11-03' })).body).toMatchObject({
      status: 422,
      rule: 'date-in-future',
      errors: [{ pointer: '/on' }],
    })
    const early = await go('graduation', id, secretariat(), { confirmed })
    expect(early.body).toMatchObject({ status: 409, rule: 'onboarding-incomplete', state: 'implementation' })
    expect(early.body.detail).toContain('mindst to myndigheder')
    await live(id, 'Havneby Kommune')
    expect(await viewed(id)).toMatchObject({
      live: [
        { authority: 'Fjordby Kommune', on: '2026-11-01' },
        { authority: 'Havneby Kommune', on: '2026-11-01' },
      ],
      onboarding: {
        confirmed: [],
        missing: ['governance-and-financing', 'documentation', 'coordination-group', 'agreements-and-tools'],
      },
      due: expect.arrayContaining([expect.objectContaining({ kind: 'graduation' })]),
    })

    expect(
      (await go('coordination-group', id, secretariat(), { ...group, chair: people.poul.email })).body,
    ).toMatchObject({ status: 422, rule: 'chair-not-member', errors: [{ pointer: '/chair' }] })
    await go('coordination-group', id, secretariat(), group)
    const looked = { confirmed: confirmed.slice(0, 2), note: 'Databehandleraftaler mangler.' }
    expect(await go('graduation/check', id, secretariat(), looked)).toMatchObject({
      status: 200,
      body: { state: 'implementation' },
    })
    expect((await viewed(id)).onboarding).toEqual({ confirmed: looked.confirmed, missing: ['agreements-and-tools'] })
    // What was confirmed before counts.
    expect(await go('graduation', id, secretariat(), { confirmed: confirmed.slice(2) })).toMatchObject({
      status: 200,
      body: { state: 'product', whoseMove: 'coordination', allowed: expect.arrayContaining(['evaluate', 'retire']) },
    })
    expect(await typesOf(id)).toContain('graduated')
    expect(await viewed(id)).toMatchObject({ graduatedAt: expect.any(String), onboarding: { confirmed, missing: [] } })
  })

  test('given what is live in one authority only, it is completed and no product', async () => {
    const id = await submitted(small())
    await go('classification', id, secretariat(), { level: 1 })
    await go('ready', id, secretariat())
    await go('start', id, secretariat(), { baseline: wasteBaseline('2027-12-31'), lead: people.jonas })
    const complete = () => go('completion', id, secretariat(), { note: 'I drift i Skovby.' })
    expect((await complete()).body).toMatchObject({ status: 409, rule: 'serves-too-few' })
    await live(id, 'Skovby Kommune', as(people.jonas.email, 'lead'))
    expect((await go('graduation', id, secretariat(), { confirmed })).body.rule).toBe('onboarding-incomplete')
    expect((await complete()).body).toMatchObject({ state: 'completed', whoseMove: 'nobody' })
    expect(await viewed(id)).toMatchObject({ from: 'implementation', closedAt: expect.any(String) })
  })

  test('given a finished solution on level 1, it is a product without being started, and the board is informed', async () => {
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    const id = await submitted({ ...small(), kind: 'takeover' })
    await go('classification', id, secretariat(), { level: 1 })
    await go('ready', id, secretariat())
    await live(id, 'Skovby Kommune', secretariat())
    await live(id, 'Engby Kommune', secretariat())
    await go('coordination-group', id, secretariat(), group)
    expect((await go('graduation', id, secretariat(), { confirmed })).body).toMatchObject({ state: 'product' })
    expect((await stack.eventsOf(id)).at(-1)).toEqual({ type: 'board-informed', of: 'graduated' })
    expect(await meetingNow(meeting)).toMatchObject({ agenda: [{ project: id, kind: 'information' }] })
  })
})

describe('changes of a product', () => {
  const request = { title: 'Alarmer på dansk', text: 'Leverandørens tekster er på engelsk.' }

  test('given a request, it is assessed, accepted and done, and each answer tells its number', async () => {
    const id = await product()
    expect(await go('changes', id, as(people.helle.email, 'proposer'), request)).toMatchObject({
      status: 200,
      body: { number: 1, state: 'product' },
    })
    expect((await go('changes', id, lead(), request)).body.number).toBe(2)
    expect(await viewed(id)).toMatchObject({
      changes: [
        { ...request, number: 1, state: 'proposed', answerDueAt: expect.any(String) },
        { number: 2, state: 'proposed' },
      ],
      people: {
        requesters: [
          { change: 1, person: { name: people.helle.name } },
          { change: 2, person: { name: people.amir.name } },
        ],
      },
    })
    expect(JSON.stringify(await viewed(id, chair()))).not.toMatch(/requester|con_/)
    const decide = (body: object) => go('changes/{n}/decision', id, coordination(), body, 1)
    const accept = { outcome: 'accept', reason: 'Billigt og nyttigt.' }
    expect((await decide(accept)).body).toMatchObject({ status: 409, rule: 'change-not-there' })
    const cost = { amount: 4_000_000, currency: 'DKK' }
    await go('changes/{n}/assessment', id, coordination(), { text: 'To dages arbejde.', cost }, 1)
    expect((await decide(accept)).body).toMatchObject({ number: 1 })
    await go('changes/{n}/completion', id, coordination(), { note: 'Udgivet i 1.4.' }, 1)
    const [done] = (await viewed(id)).changes
    expect(done).toEqual({
      ...request,
      number: 1,
      state: 'done',
      assessment: 'To dages arbejde.',
      cost,
      reason: accept.reason,
    })
    expect((await go('changes/{n}/completion', id, coordination(), {}, 2)).body.rule).toBe('change-not-there')
    expect((await go('changes/{n}/assessment', id, coordination(), { text: 'x' }, 7)).body).toMatchObject({
      status: 404,
      code: 'not-found',
    })
  })

  test('given one beyond the frame, the steering group answers, and nobody for it', async () => {
    const id = await product()
    await go('changes', id, secretariat(), request)
    await go('changes/{n}/assessment', id, coordination(), { text: 'Et halvt års arbejde.' }, 1)
    const decide = (outcome: string, actor: Actor) =>
      go('changes/{n}/decision', id, actor, { outcome, reason: 'Kræver ny finansiering.' }, 1)
    expect((await decide('accept', steering())).body).toMatchObject({ status: 403, allowedRoles: ['coordination'] })
    await decide('beyond-frame', coordination())
    expect((await viewed(id)).changes).toMatchObject([{ state: 'beyond-frame', answerDueAt: expect.any(String) }])
    expect((await decide('accept', coordination())).body).toMatchObject({ status: 403, allowedRoles: ['steering'] })
    expect((await decide('beyond-frame', steering())).body).toMatchObject({ status: 422, rule: 'outcome-not-for-this' })
    expect((await decide('reject', steering())).status).toBe(200)
    expect((await viewed(id)).changes).toMatchObject([{ state: 'rejected', reason: 'Kræver ny finansiering.' }])
  })
})

describe('the service of a product', () => {
  const targets = { availability: 9_950, response: 60 }
  const period = { from: '2026-08-01', to: '2026-08-31' }

  test('given a result that misses its target, the breach is told; a result is due again and again', async () => {
    const id = await product()
    const record = (body: object) => go('sla/results', id, coordination(), { period, ...body })
    expect((await record({ results: targets })).body).toMatchObject({ status: 409, rule: 'no-sla' })
    await go('sla', id, secretariat(), { targets })
    const first = (await viewed(id)).sla
    expect(first).toEqual({ targets, results: [], resultDueAt: expect.any(String) })
    expect((await record({ results: { availability: 9_990 } })).body).toMatchObject({
      status: 422,
      rule: 'sla-result-incomplete',
      errors: [{ pointer: '/results/response' }],
    })
    const results = { availability: 9_912, response: 45 }
    expect((await record({ results, note: 'Nedbrud hos driftsleverandøren.' })).body).toMatchObject({ number: 1 })
    const { sla } = await viewed(id)
    // Told on the day of the agreement, it is of a period before it: what is due stays due.
    expect(sla.resultDueAt).toBe(first.resultDueAt)
    expect(sla.results).toMatchObject([{ number: 1, period, results, targets, breaches: ['availability'] }])
    stack.moveTo(first.resultDueAt)
    expect((await record({ results: targets })).body).toMatchObject({ number: 2 })
    expect((await viewed(id)).sla.resultDueAt > first.resultDueAt).toBe(true)
    await go('sla', id, coordination(), { targets: {} })
    expect(Object.keys((await viewed(id)).sla)).toEqual(['results'])
  })

  test('given an adaptation, what, why and its criterion are kept', async () => {
    const id = await product()
    const adaptation = {
      title: 'Ny beskedmodel',
      text: 'Målinger sendes efter SAREF 4.',
      reason: 'Referencearkitekturen er ændret.',
    }
    expect((await go('adaptations', id, coordination(), adaptation)).body).toMatchObject({ number: 1 })
    await go('adaptations', id, secretariat(), { ...adaptation, criterion: 'F4' })
    expect((await viewed(id)).adaptations).toMatchObject([
      { ...adaptation, number: 1, criterion: 'F18' },
      { number: 2, criterion: 'F4' },
    ])
  })

  test('given a product that ends, requests that were open are dropped, and nothing more can be asked of it', async () => {
    const id = await product()
    await go('changes', id, secretariat(), { title: 'Mere', text: 'Endnu mere.' })
    expect((await go('retirement', id, coordination(), { reason: 'Afløst af et nyt lag.' })).body).toMatchObject({
      state: 'retired',
      whoseMove: 'nobody',
    })
    expect(await viewed(id)).toMatchObject({ from: 'product', changes: [{ state: 'dropped' }], due: [] })
    expect((await go('changes', id, secretariat(), { title: 'Mere', text: 'x' })).body).toMatchObject({
      status: 409,
      state: 'retired',
      allowedIn: ['product'],
    })
  })
})

describe('evaluations', () => {
  test('given answers and colours, the level moves, with what is missing and what changed', async () => {
    const id = await product()
    const answered = { R1: { answer: 'yes' }, F18: { answer: 'planned' } }
    expect((await go('self-evaluations', id, steering(), { answers: answered })).body).toMatchObject({
      status: 422,
      rule: 'unmet-unexplained',
      errors: [{ pointer: '/answers/F18' }],
    })
    const answers = { ...answered, F18: { answer: 'planned', text: 'Til efteråret.' } }
    expect((await go('self-evaluations', id, steering(), { answers })).status).toBe(200)
    expect(await viewed(id)).toMatchObject({ answers, selfEvaluatedAt: expect.any(String) })

    const evaluate = (body: object) => go('evaluations', id, secretariat(), body)
    expect((await evaluate({ evaluations: greenTo(1) })).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/publish', code: 'missing' }],
    })
    expect((await evaluate({ evaluations: greenTo(1), publish: false })).body).toMatchObject({ number: 1 })
    expect((await evaluate({ evaluations: {}, level: 2, publish: true })).body).toMatchObject({
      status: 422,
      rule: 'override-needs-reason',
    })
    stack.moveTo('2027-05-03T08:00:00.000Z')
    const { R2: _, ...most } = greenTo(3)
    const reason = 'Ledelsens opbakning er givet mundtligt.'
    await evaluate({ evaluations: most, level: 2, reason, publish: true })
    const view = await viewed(id)
    expect(view.assessments).toMatchObject([
      { number: 1, by: 'secretariat', level: 1, published: false, themes: { relevance: { green: 1, grey: 3 } } },
      {
        number: 2,
        level: 2,
        published: true,
        reason,
        missingForNext: ['R2'],
        themes: { relevance: { green: 3, grey: 1 } },
      },
    ])
    expect(view.assessments[1].changedCriteria).toEqual(expect.arrayContaining(['R3', 'R4']))
    expect(view.assessments[1].changedCriteria).not.toContain('R1')
    expect(view.decisionLog).toMatchObject([
      { kind: 'decision', outcome: 'approve' },
      { kind: 'level', by: 'secretariat', to: 1 },
      { kind: 'level', by: 'secretariat', from: 1, to: 2, reason, missingForNext: ['R2'] },
    ])
  })

  test('given a level in dispute, it comes on the next agenda, and the board’s word is the last', async () => {
    const id = await product()
    const dispute = (wanted: AssessedLevel = 2) =>
      go('level-disputes', id, steering(), { wanted, reason: 'Styregruppen sidder.' })
    expect((await dispute()).body).toMatchObject({ status: 409, rule: 'nothing-to-dispute' })
    await go('evaluations', id, secretariat(), { evaluations: greenTo(1), publish: true })
    expect((await dispute(1)).body).toMatchObject({ status: 422, errors: [{ pointer: '/wanted' }] })
    stack.moveTo('2027-02-01T08:00:00.000Z')
    const meeting = await meetingOn('2027-03-20T09:00:00+01:00')
    expect((await dispute()).status).toBe(200)
    expect(await viewed(id)).toMatchObject({ dispute: { wanted: 2, reason: 'Styregruppen sidder.' } })
    expect(await meetingNow(meeting)).toMatchObject({ agenda: [{ project: id, kind: 'level' }] })

    const choose = (choice: string) =>
      stack.act('POST /api/meetings/{id}/votes', {
        params: { id: meeting },
        as: chair(),
        body: { project: id, choice, comment: 'Fordi.' },
      })
    expect((await choose('approve')).body).toMatchObject({ status: 422, rule: 'outcome-not-for-this' })
    await vote(meeting, id, 'amend')
    const decide = (outcome: string) =>
      stack.act('POST /api/meetings/{id}/decisions', {
        params: { id: meeting },
        as: chair(),
        body: { project: id, outcome, reason: 'Styringen er på plads.', criteria: ['G6'] },
      })
    expect((await decide('uphold')).body).toMatchObject({ status: 409, rule: 'outcome-not-the-vote' })
    expect(await decide('amend')).toMatchObject({ status: 200, body: { state: 'product' } })
    expect(await meetingNow(meeting)).toMatchObject({ agenda: [{ project: id, outcome: 'amend' }] })
    const view = await viewed(id)
    expect(view).not.toHaveProperty('dispute')
    expect(view.decisionLog.slice(-2)).toMatchObject([
      { kind: 'decision', by: 'board', outcome: 'amend', nextStep: 'Niveauet er ændret, som der blev bedt om.' },
      { kind: 'level', by: 'board', from: 1, to: 2 },
    ])
    expect((await dispute(3)).body).toMatchObject({ status: 409, rule: 'nothing-to-dispute' })
  })
})

describe('what is seen of a product', () => {
  test('given people on it, the names of the group; given the board, their number; given anyone, what is public', async () => {
    const id = await product()
    await go('changes', id, secretariat(), { title: 'Mere', text: 'Endnu mere.' })
    await go('evaluations', id, secretariat(), { evaluations: greenTo(2), publish: true })
    const known = ({ name, email, authority }: { name: string; email: string; authority: string }) => ({
      name,
      email,
      authority,
    })
    const members = group.members.map(known)
    expect((await viewed(id, coordination())).people.coordination).toEqual({ members, chair: members[0] })
    const whole = await viewed(id, as(people.karsten.email, 'board'))
    expect(whole).toMatchObject({ coordination: { members: 2 }, changes: [{ number: 1 }] })
    expect(JSON.stringify(whole)).not.toMatch(/Thomsen|con_/)
    const open = await viewed(id, { kind: 'anonymous' })
    expect(open).toMatchObject({
      live: [{ authority: 'Fjordby Kommune' }, { authority: 'Havneby Kommune' }],
      assessment: { level: 2, themes: { relevance: { green: 3 } } },
    })
    for (const kept of ['changes', 'coordination', 'onboarding', 'decisionLog', 'people', 'adaptations'])
      expect(open).not.toHaveProperty(kept)
  })

  test('lists tell where it is live and at which level, and keep back what was not published', async () => {
    const id = await product()
    const row = async () => {
      const { items } = await stack.projections.byState('project', 'product', { limit: 10 })
      return items.find(({ stream }) => stream === id)?.summary
    }
    await go('evaluations', id, secretariat(), { evaluations: greenTo(1), publish: true })
    await go('evaluations', id, secretariat(), { evaluations: greenTo(2), publish: false })
    expect(await row()).toMatchObject({ live: 2, assessedLevel: 2, publishedLevel: 1 })
  })

  test('given somebody with a part in another product only, none of it is theirs', async () => {
    const id = await product()
    const stranger = as(people.poul.email, 'coordination', 'steering', 'lead')
    for (const [end, body] of [
      ['sla', { targets: {} }],
      ['retirement', { reason: 'Nej.' }],
      ['self-evaluations', { answers: {} }],
    ] as const)
      expect((await go(end, id, stranger, body)).status).toBe(403)
  })
})
