import { beforeEach, describe, expect, test } from 'vitest'
import { people, wasteBaseline, wasteCalendar } from '../../infra/local/demo/material.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import { as, begin, joint, meetingNow, meetingOn, secretariat, small, stack, submitted } from './support/cast.ts'

beforeEach(begin)

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
