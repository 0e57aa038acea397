import { beforeEach, describe, expect, test } from 'vitest'
import { board, people, sensorLayer, sensorLayerAnswers } from '../../infra/local/demo/material.ts'
import type { Actor, Role } from '../../shared/domain/actor.ts'
import type { MeetingId, ProjectId } from '../../shared/domain/identifiers.ts'
import { fold as foldMeeting } from '../../shared/domain/meeting/evolve.ts'
import type { ProjectCommand } from '../../shared/domain/project/commands.ts'
import { fold } from '../../shared/domain/project/evolve.ts'
import { actOnProject } from '../../shared/use-cases/act-on-project.ts'
import { type MemoryStack, memoryStack } from '../fakes/memory-stack.ts'

let stack: MemoryStack
beforeEach(() => {
  stack = memoryStack()
})
const as = (email: string, ...roles: Role[]): Actor => ({ kind: 'person', id: stack.contacts.idOf(email), roles })
const secretariat = () => as('signe@os2.example', 'secretariat')

let commands = 0
const context = (actor: Actor) => {
  commands += 1
  return { actor, commandId: `cmd_${commands}`, payloadHash: `${commands}`, correlationId: 'visit-1' }
}
const command = async (project: ProjectId, given: ProjectCommand, actor: Actor): Promise<void> => {
  const result = await actOnProject(stack, { project, command: given, context: context(actor) })
  expect(result).toMatchObject({ outcome: 'committed' })
  await stack.settle()
}

/** A level 1 project that runs and was evaluated: on this level the board decides nothing but this. */
const evaluated = async (): Promise<ProjectId> => {
  const body = { concept: sensorLayer, answers: sensorLayerAnswers, contact: people.helle }
  const { id } = (await stack.act('POST /api/projects', { body })).body
  const desk = { params: { id }, as: secretariat() }
  await stack.act('POST /api/projects/{id}/classification', { ...desk, body: { level: 1, reason: 'Mindre.' } })
  await stack.act('POST /api/projects/{id}/ready', desk)
  const baseline = { budget: { amount: 1_000_000, currency: 'DKK' }, endsOn: '2028-01-01', scope: 'Kortlaget.' }
  await stack.act('POST /api/projects/{id}/start', { ...desk, body: { baseline, lead: people.helle } })
  await command(id, { type: 'evaluate', evaluations: { R1: { colour: 'green' } }, publish: false }, secretariat())
  return id
}
const dispute = (id: ProjectId) =>
  command(id, { type: 'dispute-level', wanted: 1, reason: 'Portalen er på plads.' }, as(people.helle.email, 'lead'))
const call = async (meetsAt: string): Promise<MeetingId> =>
  (await stack.act('POST /api/meetings', { as: secretariat(), body: { meetsAt, members: board, form: 'meeting' } }))
    .body.id
const projectNow = async (id: ProjectId) => fold(await stack.log.load(id))
const agendaOf = async (id: MeetingId) => foldMeeting(await stack.log.load(id))?.agenda

describe('a level in dispute', () => {
  test('given a meeting to come, it gets on its agenda, and the board’s word ends it', async () => {
    const meeting = await call('2027-01-20T09:00:00Z')
    const id = await evaluated()
    await dispute(id)
    expect(await agendaOf(meeting)).toContainEqual(expect.objectContaining({ project: id, kind: 'level' }))
    for (const { email } of board)
      await stack.act('POST /api/meetings/{id}/votes', {
        params: { id: meeting },
        as: as(email, 'board'),
        body: { project: id, choice: 'amend', comment: 'Bilagene er set.' },
      })
    const decided = await stack.act('POST /api/meetings/{id}/decisions', {
      params: { id: meeting },
      as: secretariat(),
      body: { project: id, outcome: 'amend', reason: 'Bilagene er set.', criteria: ['F7'] },
    })
    expect(decided.status).toBe(200)
    const project = await projectNow(id)
    expect(project?.dispute).toBeUndefined()
    expect(project).toMatchObject({ state: 'implementation', level: 1 })
    expect(project?.assessments.at(-1)).toMatchObject({ level: 1, by: 'board' })
    expect(await agendaOf(meeting)).toContainEqual(expect.objectContaining({ project: id, outcome: 'amend' }))
  })

  test('given no meeting, it waits for one to be called', async () => {
    const id = await evaluated()
    await dispute(id)
    const meeting = await call('2027-01-20T09:00:00Z')
    expect((await projectNow(id))?.meeting?.meeting).toBe(meeting)
    expect(await agendaOf(meeting)).toContainEqual(expect.objectContaining({ project: id, kind: 'level' }))
  })

  test('given the project itself is reconsidered, it leaves the agenda, and comes back once that is decided', async () => {
    const meeting = await call('2027-01-20T09:00:00Z')
    const id = await evaluated()
    await dispute(id)
    await command(id, { type: 'open-reconsideration', text: 'Leverandøren er gået konkurs.' }, secretariat())
    expect(await agendaOf(meeting)).not.toContainEqual(expect.objectContaining({ kind: 'level' }))
    const decision = { outcome: 'continue', reason: 'Ny aftale.', criteria: ['G10'], nextStep: 'Videre.' } as const
    await command(id, { type: 'decide-reconsideration', decision }, secretariat())
    expect((await projectNow(id))?.dispute).toBeDefined()
    expect(await agendaOf(meeting)).toContainEqual(expect.objectContaining({ project: id, kind: 'level' }))
  })

  test('given a new evaluation, the board is asked nothing any more', async () => {
    const meeting = await call('2027-01-20T09:00:00Z')
    const id = await evaluated()
    await dispute(id)
    await command(id, { type: 'evaluate', evaluations: { F1: { colour: 'green' } }, publish: false }, secretariat())
    expect((await projectNow(id))?.meeting).toBeUndefined()
    expect(await agendaOf(meeting)).not.toContainEqual(expect.objectContaining({ kind: 'level' }))
  })
})
