import { describe, expect, it } from 'vitest'
import { people, wasteCalendar } from '../../infra/local/demo/material.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { type MemoryStack, memoryStack } from '../fakes/memory-stack.ts'
import { pageWorld } from '../web/support/page-world.ts'

const somebody = (name: string) => ({ name, email: `${name}@stranger.example` })

/** An idea that is in, and its proposer as their link has them. */
const idea = async (stack: MemoryStack, contact: { name: string; email: string } = people.mette) => {
  const body = { kind: 'new', concept: wasteCalendar, contact, consentToPublish: true }
  const id: ProjectId = (await stack.act('POST /api/projects', { body })).body.id
  const proposer: Actor & { readonly kind: 'person' } = {
    kind: 'person',
    id: stack.contacts.idOf(contact.email),
    roles: ['proposer'],
    project: id,
    link: true,
  }
  return { id, proposer }
}

describe('people who are named, and get mail for it', () => {
  it('given more of them than somebody names within an hour, the next wait, and nothing of them is kept', async () => {
    const stack = memoryStack({ namesAnHour: 3 })
    const { id, proposer } = await idea(stack)
    const name = (route: 'lead' | 'steering-group' | 'proposer', body: object, as = proposer) =>
      stack.ask(`POST /api/projects/{id}/${route}`, { params: { id }, as, body })
    const group = { members: [somebody('a'), somebody('b')] }
    expect((await name('steering-group', group)).status).toBe(200)
    const before = stack.announced.length
    const refused = await name('steering-group', group)
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many', status: 429 } })
    expect(Number(refused.headers['retry-after'])).toSatisfy((seconds: number) => seconds >= 1 && seconds <= 3_600)
    expect((await name('lead', { lead: somebody('c') })).status).toBe(429)
    expect((await name('proposer', { proposer: somebody('d') })).status).toBe(429)
    expect(stack.announced.length).toBe(before)
    await stack.settle()
    expect([...stack.contacts.all.values()].map(({ email }) => email)).not.toContain('c@stranger.example')

    // What names nobody goes on, and so does whoever has not named too many.
    const comment = await stack.ask('POST /api/projects/{id}/comments', {
      params: { id },
      as: proposer,
      body: { text: 'Ja.' },
    })
    expect(comment.status).toBe(200)
    const other = await idea(stack, people.helle)
    const lead = { params: { id: other.id }, as: other.proposer, body: { lead: somebody('e') } }
    expect((await stack.ask('POST /api/projects/{id}/lead', lead)).status).toBe(200)
  })

  it('given the secretariat, it names as many as there are', async () => {
    const stack = memoryStack({ namesAnHour: 1 })
    const { id } = await idea(stack)
    const as: Actor = { kind: 'person', id: 'con_signe', roles: ['secretariat'] }
    const members = ['a', 'b', 'c'].map(somebody)
    const answer = await stack.ask('POST /api/projects/{id}/steering-group', { params: { id }, as, body: { members } })
    expect(answer.status).toBe(200)
  })

  it('given the form on the page of a project, it counts as well', async () => {
    const stack = memoryStack({ namesAnHour: 1 })
    const { id, proposer } = await idea(stack)
    const world = pageWorld(stack)
    const appoint = (name: string) =>
      world.post(
        `/p/${id}/lead`,
        { 'lead.name': name, 'lead.email': `${name}@stranger.example` },
        { as: { actor: proposer } },
      )
    expect((await appoint('a')).status).toBe(303)
    const refused = await appoint('b')
    expect(refused.status).toBe(429)
    expect(refused.headers['retry-after']).toMatch(/^\d+$/)
    expect(refused.text).toMatch(/Prøv igen om (et minut|\d+ minutter)\./)
    expect(refused.text).toContain('value="b@stranger.example"')
  })
})
