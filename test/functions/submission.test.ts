import { beforeEach, describe, expect, test } from 'vitest'
import { people, sensorLayer, sensorLayerAnswers, wasteCalendar } from '../../infra/local/demo/material.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import { type MemoryStack, memoryStack } from '../fakes/memory-stack.ts'
import { as, begin, joint, secretariat, small, stack, submission, submitted, typesOf } from './support/cast.ts'

beforeEach(begin)

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
    const inSteering = (member: object) =>
      stack.act('POST /api/projects/{id}/steering-group', {
        params: { id: project },
        as: secretariat(),
        body: { members: [people.mette, member] },
      })
    expect((await inSteering({ ...people.helle, language: 'en' })).status).toBe(200)
    await inSteering(people.mette)
    expect((await inSteering({ name: people.helle.name, email: people.helle.email })).status).toBe(200)
    expect(stack.contacts.all.get(id)).toEqual({ id, ...people.helle, language: 'en' })
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

describe('ideas in a row', () => {
  const sent = async (limited: MemoryStack, { email = people.helle.email, actor }: { email?: string; actor?: Actor }) =>
    limited.ask('POST /api/projects', {
      body: submission(sensorLayer, sensorLayerAnswers, { ...people.helle, email }),
      ...(actor === undefined ? {} : { as: actor }),
    })

  test('given more from one mail address than a person sends, the next waits, nothing of it is stored, and others come in', async () => {
    const limited = memoryStack({ ideasAnHour: { person: 2, network: 100 } })
    expect((await sent(limited, {})).status).toBe(201)
    expect((await sent(limited, { email: people.helle.email.toUpperCase() })).status).toBe(201)
    const refused = await sent(limited, {})
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'content-type': 'application/problem+json' },
      body: { code: 'too-many', status: 429 },
    })
    expect(Number(refused.headers['retry-after'])).toSatisfy((seconds: number) => seconds >= 1 && seconds <= 3_600)
    expect(limited.announced).toHaveLength(2)
    expect((await sent(limited, { email: people.mette.email })).status).toBe(201)
  })

  test('given more from one network than it may send, whatever addresses they name, the next waits', async () => {
    const limited = memoryStack({ ideasAnHour: { person: 100, network: 2 } })
    const statuses: number[] = []
    for (const n of [1, 2, 3]) statuses.push((await sent(limited, { email: `n${n}@fjordby.example` })).status)
    expect(statuses).toEqual([201, 201, 429])
  })

  test('given what is wrong in itself, it is not counted', async () => {
    const limited = memoryStack({ ideasAnHour: { person: 1, network: 1 } })
    expect((await limited.ask('POST /api/projects', { body: { ...joint(), kind: 'other' } })).status).toBe(422)
    expect((await sent(limited, {})).status).toBe(201)
  })

  test('given a system of the association, it may send as many as it has', async () => {
    const limited = memoryStack({ ideasAnHour: { person: 1, network: 1 } })
    const actor = as('forms@a.dk', 'integrator')
    const statuses: number[] = []
    for (let n = 0; n < 3; n += 1) statuses.push((await sent(limited, { actor })).status)
    expect(statuses).toEqual([201, 201, 201])
  })
})
