import { beforeEach, describe, expect, test } from 'vitest'
import { board, people, sensorLayer, sensorLayerAnswers } from '../../infra/local/demo/material.ts'
import type { Actor, Role } from '../../shared/domain/actor.ts'
import type { MeetingId, ProjectId } from '../../shared/domain/identifiers.ts'
import { fold } from '../../shared/domain/meeting/evolve.ts'
import { type MemoryStack, memoryStack } from '../fakes/memory-stack.ts'

let stack: MemoryStack
beforeEach(() => {
  stack = memoryStack()
})
const as = (email: string, ...roles: Role[]): Actor => ({ kind: 'person', id: stack.contacts.idOf(email), roles })
const secretariat = () => as('signe@os2.example', 'secretariat')

/** A concept on the agenda of a meeting to come. */
const onAgenda = async (): Promise<{ readonly project: ProjectId; readonly meeting: MeetingId }> => {
  const body = { concept: sensorLayer, answers: sensorLayerAnswers, contact: people.helle }
  const { id: project } = (await stack.act('POST /api/projects', { body })).body
  const desk = { params: { id: project }, as: secretariat() }
  await stack.act('POST /api/projects/{id}/classification', { ...desk, body: { level: 2 } })
  await stack.act('POST /api/projects/{id}/ready', desk)
  const called = { meetsAt: '2027-01-20T09:00:00Z', members: board, form: 'meeting' }
  const { id: meeting } = (await stack.act('POST /api/meetings', { as: secretariat(), body: called })).body
  return { project, meeting }
}
const itemOf = async (meeting: MeetingId) => fold(await stack.log.load(meeting))?.agenda[0]
const vote = (meeting: MeetingId, project: ProjectId, { email }: { readonly email: string }, choice = 'approve') =>
  stack.act('POST /api/meetings/{id}/votes', {
    params: { id: meeting },
    as: as(email, 'board'),
    body: { project, choice },
  })
const appoint = (project: ProjectId, lead: object) =>
  stack.act('POST /api/projects/{id}/lead', { params: { id: project }, as: secretariat(), body: { lead } })

describe('an item on an agenda', () => {
  test('given a member who becomes the lead, they may not vote any more; once another is, they may', async () => {
    const { project, meeting } = await onAgenda()
    expect((await vote(meeting, project, people.karsten)).status).toBe(200)
    await appoint(project, people.karsten)
    const lead = { member: stack.contacts.idOf(people.karsten.email), why: 'lead' }
    expect(await itemOf(meeting)).toMatchObject({ excluded: [lead], votes: [] })
    expect((await vote(meeting, project, people.karsten)).body).toMatchObject({ rule: 'excluded-from-vote' })
    await appoint(project, people.amir)
    expect((await vote(meeting, project, people.karsten)).status).toBe(200)
  })

  test('given a steering group that is named late, its members on the board may not vote', async () => {
    const { project, meeting } = await onAgenda()
    await stack.act('POST /api/projects/{id}/steering-group', {
      params: { id: project },
      as: secretariat(),
      body: { members: [people.anja] },
    })
    expect((await vote(meeting, project, people.anja)).status).toBe(403)
    expect((await vote(meeting, project, people.poul)).status).toBe(200)
  })

  test('given a reconsideration, when the project is evaluated meanwhile, then the board decides it all the same', async () => {
    const { project, meeting } = await onAgenda()
    const desk = { params: { id: project }, as: secretariat() }
    await stack.act('POST /api/projects/{id}/steering-group', { ...desk, body: { members: [people.ole] } })
    for (const { email } of board) await vote(meeting, project, { email })
    const baseline = { budget: { amount: 1_000_000, currency: 'DKK' }, endsOn: '2029-01-01', scope: 'Laget.' }
    const approval = { project, outcome: 'approve', reason: 'Klart.', criteria: ['R1'], baseline }
    await stack.act('POST /api/meetings/{id}/decisions', { ...desk, params: { id: meeting }, body: approval })
    await appoint(project, people.amir)
    const lead = { params: { id: project }, as: as(people.amir.email, 'lead') }
    await stack.act('POST /api/projects/{id}/start', lead)
    await stack.act('POST /api/projects/{id}/reconsideration', { ...lead, body: { text: 'Rammen er for lille.' } })
    // Its papers are still to come, so that it is the next meeting again.
    expect(await itemOf(meeting)).toMatchObject({ project, kind: 'reconsideration' })
    const colours = { evaluations: { R1: { colour: 'green' } }, publish: false }
    expect((await stack.act('POST /api/projects/{id}/evaluations', { ...desk, body: colours })).status).toBe(200)
    expect(await itemOf(meeting)).toMatchObject({ project, kind: 'reconsideration' })
    expect((await vote(meeting, project, people.anja, 'continue')).status).toBe(200)
  })
})
