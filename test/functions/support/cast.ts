import {
  board,
  people,
  sensorBaseline,
  sensorLayer,
  sensorLayerAnswers,
  wasteCalendar,
  wasteCalendarAnswers,
} from '../../../infra/local/demo/material.ts'
import type { Actor, Role } from '../../../shared/domain/actor.ts'
import type { MeetingId, ProjectId } from '../../../shared/domain/identifiers.ts'
import { type MemoryStack, memoryStack } from '../../fakes/memory-stack.ts'

export let stack: MemoryStack
/** Before each test: nothing has happened yet. */
export const begin = (): void => {
  stack = memoryStack()
}

export const as = (email: string, ...roles: Role[]): Actor => ({
  kind: 'person',
  id: stack.contacts.idOf(email),
  roles,
})
export const secretariat = () => as('signe@os2.example', 'secretariat')
export const chair = () => as(people.birgitte.email, 'chair')
export const members = () => [people.karsten, people.anja, people.poul].map(({ email }) => as(email, 'board'))

export const submission = (concept: object, answers: object, contact: object) => ({
  kind: 'new',
  concept,
  answers,
  contact,
  consentToPublish: true,
})
export const joint = () => submission(sensorLayer, sensorLayerAnswers, people.helle)
export const small = () => submission(wasteCalendar, wasteCalendarAnswers, people.mette)

export const submitted = async (body: object): Promise<ProjectId> =>
  (await stack.act('POST /api/projects', { body })).body.id
/** @param body what is submitted @default a concept of three municipalities */
export const ready = async (body: object = joint()): Promise<ProjectId> => {
  const id = await submitted(body)
  await stack.act('POST /api/projects/{id}/classification', { params: { id }, as: secretariat(), body: { level: 2 } })
  await stack.act('POST /api/projects/{id}/ready', { params: { id }, as: secretariat() })
  return id
}
export const meetingOn = async (meetsAt: string): Promise<MeetingId> =>
  (await stack.act('POST /api/meetings', { as: secretariat(), body: { meetsAt, members: board, place: 'Odense' } }))
    .body.id
export const vote = async (meeting: MeetingId, project: ProjectId, choice: string) => {
  for (const member of [chair(), ...members()])
    await stack.act('POST /api/meetings/{id}/votes', {
      params: { id: meeting },
      as: member,
      body: { project, choice, comment: 'Fordi.' },
    })
}
export const approval = (project: ProjectId) => ({
  project,
  outcome: 'approve',
  reason: 'Tre kommuner deltager.',
  criteria: ['R3'],
  baseline: sensorBaseline('2028-12-31'),
  conditions: [{ text: 'Aftaler underskrevet.', owner: people.amir, dueOn: '2027-06-30' }],
})
export const typesOf = async (stream: ProjectId | MeetingId) => (await stack.eventsOf(stream)).map(({ type }) => type)
export const meetingNow = async (id: MeetingId) =>
  (await stack.ask('GET /api/meetings/{id}', { params: { id }, as: secretariat() })).body
