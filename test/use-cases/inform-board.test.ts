import { beforeEach, describe, expect, test } from 'vitest'
import { board, people, wasteBaseline, wasteCalendar, wasteCalendarAnswers } from '../../infra/local/demo/material.ts'
import type { Actor, Role } from '../../shared/domain/actor.ts'
import type { MeetingId, ProjectId } from '../../shared/domain/identifiers.ts'
import { fold } from '../../shared/domain/meeting/evolve.ts'
import { type MemoryStack, memoryStack } from '../fakes/memory-stack.ts'

let stack: MemoryStack
beforeEach(() => {
  stack = memoryStack({ now: '2026-11-02T08:00:00.000Z' })
})
const as = (email: string, ...roles: Role[]): Actor => ({ kind: 'person', id: stack.contacts.idOf(email), roles })
const secretariat = () => as('signe@os2.example', 'secretariat')

/** Level 1, started: the board is told. */
const started = async (): Promise<ProjectId> => {
  const body = { concept: wasteCalendar, answers: wasteCalendarAnswers, contact: people.mette }
  const { id } = (await stack.act('POST /api/projects', { body })).body
  const desk = (act: 'classification' | 'ready' | 'start', sent: object) =>
    stack.act(`POST /api/projects/{id}/${act}`, { params: { id }, as: secretariat(), body: sent })
  await desk('classification', { level: 1 })
  await desk('ready', {})
  await desk('start', { baseline: wasteBaseline('2027-12-31'), lead: people.jonas })
  return id
}
const call = async (meetsAt: string, form = 'meeting'): Promise<MeetingId> => {
  const caller = form === 'written' ? as(people.birgitte.email, 'chair') : secretariat()
  return (await stack.act('POST /api/meetings', { as: caller, body: { meetsAt, members: board, form } })).body.id
}
const end = (id: MeetingId, act: 'cancellation' | 'conclusion', body: object) =>
  stack.act(`POST /api/meetings/{id}/${act}`, { params: { id }, as: secretariat(), body })
const toldAt = async (id: MeetingId) =>
  fold(await stack.log.load(id))?.agenda.map(({ project, kind }) => ({ project, kind }))

describe('informing the board of level 1', () => {
  test('given no meeting was called when a project started, when one is called, then it stands on its agenda, once', async () => {
    const project = await started()
    const meeting = await call('2027-01-20T09:00:00Z')
    expect(await toldAt(meeting)).toEqual([{ project, kind: 'information' }])
    expect((await stack.eventsOf(meeting)).filter(({ type }) => type === 'item-added')).toHaveLength(1)
    expect(await toldAt(await call('2027-03-20T09:00:00Z'))).toEqual([])
  })

  test('given the meeting told of it, when the next one is called, then it is not told again', async () => {
    const project = await started()
    const meeting = await call('2027-01-20T09:00:00Z')
    stack.moveTo('2027-01-20T12:00:00.000Z')
    await end(meeting, 'conclusion', {})
    expect(await toldAt(meeting)).toEqual([{ project, kind: 'information' }])
    expect(await toldAt(await call('2027-03-20T09:00:00Z'))).toEqual([])
  })

  test('given the papers of the only meeting were due before, when another is called, then that one tells of it', async () => {
    const first = await call('2027-01-20T09:00:00Z')
    stack.moveTo('2027-01-15T08:00:00.000Z')
    const project = await started()
    expect(await toldAt(first)).toEqual([])
    const second = await call('2027-03-20T09:00:00Z')
    expect(await toldAt(second)).toEqual([{ project, kind: 'information' }])
  })

  test('given it was told of once, when it is taken up after the papers, then the next meeting tells of it again', async () => {
    const first = await call('2027-01-20T09:00:00Z')
    const project = await started()
    expect(await toldAt(first)).toEqual([{ project, kind: 'information' }])
    stack.moveTo('2027-01-15T08:00:00.000Z')
    await stack.act('POST /api/projects/{id}/reconsideration', {
      params: { id: project },
      as: secretariat(),
      body: { text: 'Leverandøren er gået konkurs.' },
    })
    expect(await toldAt(await call('2027-03-20T09:00:00Z'))).toEqual([{ project, kind: 'information' }])
  })

  test.each([
    ['cancellation', { reason: 'Sne.' }],
    ['conclusion', { quorate: false }],
  ] as const)(
    'given the meeting told nobody (%s), then the next one does, whenever it is called',
    async (act, body) => {
      const project = await started()
      const first = await call('2026-11-20T09:00:00Z')
      const second = await call('2027-01-20T09:00:00Z')
      stack.moveTo('2026-11-20T12:00:00.000Z')
      await end(first, act, body)
      expect(await toldAt(second)).toEqual([{ project, kind: 'information' }])
      await end(second, 'cancellation', { reason: 'Sne.' })
      expect(await toldAt(await call('2027-03-20T09:00:00Z'))).toEqual([{ project, kind: 'information' }])
    },
  )

  test('given a written vote is opened, then it tells of nothing: it is for what the chair puts to it', async () => {
    await started()
    expect(await toldAt(await call('2026-11-20T09:00:00Z', 'written'))).toEqual([])
  })
})
