import { beforeEach, describe, expect, test } from 'vitest'
import { board, people, sensorLayer, sensorLayerAnswers } from '../../infra/local/demo/material.ts'
import type { Actor, Role } from '../../shared/domain/actor.ts'
import type { MeetingId, ProjectId } from '../../shared/domain/identifiers.ts'
import { classifyIdea } from '../../shared/use-cases/classify-idea.ts'
import { keepAgenda } from '../../shared/use-cases/keep-agenda.ts'
import type { EventNotice, StreamEvent } from '../../shared/use-cases/ports.ts'
import { type MemoryStack, memoryStack } from '../fakes/memory-stack.ts'

let stack: MemoryStack
beforeEach(() => {
  stack = memoryStack()
})
const as = (email: string, ...roles: Role[]): Actor => ({ kind: 'person', id: stack.contacts.idOf(email), roles })
const secretariat = () => as('signe@os2.example', 'secretariat')

/** The notice of the newest event of this type. */
const noticeOf = async (stream: ProjectId | MeetingId, type: StreamEvent['type']): Promise<EventNotice> => {
  const commits = await stack.log.load(stream)
  const commit = commits.findLast(({ events }) => events.some((event) => event.type === type))
  const index = commit?.events.findIndex((event) => event.type === type) ?? 0
  const version = commit?.version ?? 0
  return { id: `${stream}/${version}/${index}`, stream, version, index, type, correlationId: 'visit-1' }
}
const shaping = async (): Promise<ProjectId> => {
  const body = { concept: sensorLayer, answers: sensorLayerAnswers, contact: people.helle }
  const { id } = (await stack.act('POST /api/projects', { body })).body
  await stack.act('POST /api/projects/{id}/classification', { params: { id }, as: secretariat(), body: { level: 2 } })
  return id
}
const ready = (id: ProjectId) => stack.ask('POST /api/projects/{id}/ready', { params: { id }, as: secretariat() })
const call = async (meetsAt: string, form = 'meeting'): Promise<MeetingId> => {
  const caller = form === 'written' ? as(people.birgitte.email, 'chair') : secretariat()
  return (await stack.act('POST /api/meetings', { as: caller, body: { meetsAt, members: board, form } })).body.id
}
const typesOf = async (stream: ProjectId | MeetingId) => (await stack.eventsOf(stream)).map(({ type }) => type)

describe('keeping agendas', () => {
  test('given a meeting that is cancelled before the item gets there, the item moves on and waits', async () => {
    const meeting = await call('2027-01-20T09:00:00Z')
    const project = await shaping()
    await ready(project)
    const follow = await stack.act('POST /api/meetings/{id}/agenda', {
      params: { id: meeting },
      as: secretariat(),
      body: { project },
    })
    expect(follow.status).toBe(200)
    // On the agenda of a meeting that is called; now another, cancelled while the item is on its way.
    const other = await call('2027-03-20T09:00:00Z')
    await stack.ask('POST /api/meetings/{id}/agenda', { params: { id: other }, as: secretariat(), body: { project } })
    await stack.ask('POST /api/meetings/{id}/cancellation', {
      params: { id: other },
      as: secretariat(),
      body: { reason: 'Sne.' },
    })
    await stack.settle()
    expect((await stack.eventsOf(project)).at(-1)).toMatchObject({
      type: 'postponed',
      from: other,
      why: 'cancelled',
      to: { meeting },
    })
    expect((await stack.eventsOf(meeting)).at(-1)).toMatchObject({ type: 'item-added', project })
  })

  test('given a project that has moved on since, what would follow from the old event does not', async () => {
    const meeting = await call('2027-01-20T09:00:00Z')
    const project = await shaping()
    await ready(project)
    await stack.settle()
    const notice = await noticeOf(project, 'put-on-agenda')
    await stack.act('POST /api/projects/{id}/withdrawal', {
      params: { id: project },
      as: as(people.helle.email, 'proposer'),
    })
    await keepAgenda(stack, { ...notice, id: `${notice.id}-again` })
    expect(await typesOf(meeting)).toEqual(['called', 'item-added', 'item-removed'])
  })

  test('given papers that are due already, a concept waits for the meeting after', async () => {
    await call('2026-11-10T09:00:00Z')
    const project = await shaping()
    await ready(project)
    await stack.settle()
    expect(await typesOf(project)).not.toContain('put-on-agenda')
    const next = await call('2027-02-01T09:00:00Z')
    expect((await stack.eventsOf(project)).at(-1)).toMatchObject({ type: 'put-on-agenda', meeting: { meeting: next } })
  })

  test('given a written vote, nothing gets on it but what the chair puts there', async () => {
    const project = await shaping()
    await ready(project)
    await stack.settle()
    const vote = await call('2026-12-01T09:00:00Z', 'written')
    expect(await typesOf(vote)).toEqual(['called'])
    await stack.act('POST /api/meetings/{id}/agenda', { params: { id: vote }, as: secretariat(), body: { project } })
    expect(await typesOf(vote)).toEqual(['called', 'item-added'])
  })

  test('given a level lowered to 1, the concept leaves the agenda; raised again, it gets on the next one', async () => {
    const meeting = await call('2027-01-20T09:00:00Z')
    const project = await shaping()
    await ready(project)
    await stack.settle()
    const place = (level: number) =>
      stack.act('POST /api/projects/{id}/classification', {
        params: { id: project },
        as: secretariat(),
        body: { level, reason: 'Mindre.' },
      })
    await place(1)
    expect((await typesOf(meeting)).at(-1)).toBe('item-removed')
    await place(2)
    expect((await typesOf(meeting)).at(-1)).toBe('item-added')
  })

  test('given something to be informed of, the secretariat puts it on an agenda, and no vote counts on it', async () => {
    const meeting = await call('2027-01-20T09:00:00Z')
    const project = await shaping()
    const inform = () =>
      stack.act('POST /api/meetings/{id}/agenda', {
        params: { id: meeting },
        as: secretariat(),
        body: { project, kind: 'information' },
      })
    expect((await inform()).status).toBe(200)
    expect(await stack.eventsOf(meeting)).toContainEqual(
      expect.objectContaining({ type: 'item-added', kind: 'information' }),
    )
    const none = {
      params: { id: meeting },
      as: secretariat(),
      body: { project: 'prj_00000000000000000000000000', kind: 'information' },
    }
    expect((await stack.act('POST /api/meetings/{id}/agenda', none)).status).toBe(404)
    await stack.act('POST /api/meetings/{id}/cancellation', {
      params: { id: meeting },
      as: secretariat(),
      body: { reason: 'Sne.' },
    })
    expect((await inform()).body).toMatchObject({ status: 409, allowedIn: ['called'] })
    expect(await typesOf(project)).not.toContain('postponed')
  })

  test('given a meeting that is over since, when the same request comes again, then the same answer', async () => {
    const meeting = await call('2027-01-20T09:00:00Z', 'written')
    const decided = await shaping()
    await stack.act('POST /api/projects/{id}/ready', { params: { id: decided }, as: secretariat() })
    const put = (body: object, headers: Record<string, string>) =>
      stack.act('POST /api/meetings/{id}/agenda', { params: { id: meeting }, as: secretariat(), body, headers })
    const asks = [
      [{ project: decided }, { 'idempotency-key': 'decision-1' }],
      [
        { project: await shaping(), kind: 'information' },
        { 'idempotency-key': 'information-1', 'if-match': '"3"' },
      ],
    ] as const
    const before = []
    for (const [body, headers] of asks) before.push(await put(body, headers))
    expect(before.map(({ status }) => status)).toEqual([200, 200])
    await stack.act('POST /api/meetings/{id}/cancellation', {
      params: { id: meeting },
      as: as(people.birgitte.email, 'chair'),
      body: { reason: 'Sne.' },
    })
    for (const [index, [body, headers]] of asks.entries())
      expect(await put(body, headers)).toMatchObject({ status: 200, body: before[index]?.body })
    expect((await put(asks[1][0], { 'if-match': '"9"' })).status).toBe(412)
  })

  test('given a notice of something that is not there, it fails, and ends among the dead letters', async () => {
    const project = await shaping()
    const meeting = await call('2027-01-20T09:00:00Z')
    const placed = await noticeOf(project, 'placed')
    for (const odd of [
      { ...placed, version: 99 },
      { ...placed, index: 3 },
      { ...placed, type: 'approved' as const },
    ])
      await expect(keepAgenda(stack, odd)).rejects.toThrow('is not there')
    const called = await noticeOf(meeting, 'called')
    await expect(keepAgenda(stack, { ...called, stream: 'mtg_00000000000000000000000000' })).rejects.toThrow(
      'is not there',
    )
  })
})

describe('classifying', () => {
  test('given a notice that comes late or twice, or of something else, no second proposal comes', async () => {
    const project = await shaping()
    const submitted = await noticeOf(project, 'submitted')
    expect(await classifyIdea(stack, submitted)).toBe('done')
    expect(await classifyIdea(stack, { ...submitted, id: 'another' })).toBe('moved-on')
    expect(await classifyIdea(stack, await noticeOf(project, 'placed'))).toBe('moved-on')
    expect(await classifyIdea(stack, { ...submitted, stream: 'prj_00000000000000000000000000' })).toBe('moved-on')
    expect((await typesOf(project)).filter((type) => type === 'level-proposed')).toHaveLength(1)
  })
})
