import { expect, test } from 'vitest'
import { people, sensorLayer, sensorLayerAnswers } from '../../infra/local/demo/material.ts'
import type { Actor, Role } from '../../shared/domain/actor.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { lettersOf } from '../../shared/use-cases/letters-about.ts'
import { memoryStack } from '../fakes/memory-stack.ts'

test('given a letter that waits for the post, when its case is closed meanwhile, then it asks nothing any more', async () => {
  const stack = memoryStack()
  const as = (email: string, ...roles: Role[]): Actor => ({ kind: 'person', id: stack.contacts.idOf(email), roles })
  const body = { concept: sensorLayer, answers: sensorLayerAnswers, contact: people.helle }
  const id: ProjectId = (await stack.act('POST /api/projects', { body })).body.id
  const arrived = async () => (await lettersOf(stack, { stream: id, version: 1 })).map(({ letter }) => letter)
  const office = { to: { mailbox: 'secretariat' }, body: { template: 'received' } } as const
  expect(await arrived()).toContainEqual(
    expect.objectContaining({ to: office.to, move: expect.objectContaining({ task: 'answer', yours: true }) }),
  )
  await stack.act('POST /api/projects/{id}/withdrawal', { params: { id }, as: as(people.helle.email, 'proposer') })
  const since = await arrived()
  expect(since.find(({ to }) => 'mailbox' in to)).toMatchObject(office)
  for (const { move } of since) expect(move).toEqual({ task: 'nothing', party: 'nobody', yours: false })
})
