import {
  board,
  people,
  sensorLayer,
  sensorLayerAnswers,
  wasteBaseline,
  wasteCalendar,
  wasteCalendarAnswers,
} from '../../../infra/local/demo/material.ts'
import type { Actor, Role } from '../../../shared/domain/actor.ts'
import type { ContactId, MeetingId, ProjectId } from '../../../shared/domain/identifiers.ts'
import { itemOfCommit } from '../../../shared/store/commit-item.ts'
import { type Item, json, S } from '../../../shared/store/item.ts'
import { itemOfProjection } from '../../../shared/store/projection-item.ts'
import { contactKey, contactSortKey, draftKey, draftSortKey, erasureKey } from '../../../shared/store/table.ts'
import type { DraftRef } from '../../../shared/use-cases/drafts.ts'
import type { CommitLog } from '../../../shared/use-cases/ports.ts'
import { type MemoryStack, memoryStack } from '../../fakes/memory-stack.ts'

/** What the first calls find: projects and a meeting as the process itself leaves them, some days old. */
export interface World {
  readonly items: readonly Item[]
  readonly log: CommitLog
  /** Handed in a moment ago: committed, and nothing has followed yet. */
  readonly unconfirmed: ProjectId
  /** Handed in some time ago, with its level proposed; the secretariat's reminder is due. */
  readonly idea: ProjectId
  /** Marked ready a moment ago; it stands on no agenda yet. */
  readonly ready: ProjectId
  /** On the agenda of the meeting. */
  readonly onAgenda: ProjectId
  readonly meeting: MeetingId
  /** Level 1, underway. */
  readonly running: ProjectId
}

/** In the ledger, and not carried out yet. */
export const erasureAsked = 'era_01M89WGKNNF9G4CH267FBZSJZV'

/** An idea that somebody has begun to write. */
export const draftLeft = (idOf: (email: string) => ContactId): DraftRef => ({
  person: idOf(people.anja.email),
  id: 'left',
})

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

export const makeWorld = async (): Promise<World> => {
  const stack = memoryStack({ now: inDays(-40) })
  const secretariat = as(stack, 'signe@os2.example', 'secretariat')
  const small = { concept: wasteCalendar, answers: wasteCalendarAnswers, contact: people.mette, consentToPublish: true }
  const joint = { concept: sensorLayer, answers: sensorLayerAnswers, contact: people.helle, consentToPublish: true }
  const submit = async (body: object) => idOf<ProjectId>(await stack.act('POST /api/projects', { body }))
  const shape = async (id: ProjectId, level: number) =>
    done(
      await stack.act('POST /api/projects/{id}/classification', { params: { id }, as: secretariat, body: { level } }),
    )
  const markReady = { as: secretariat, body: {} }

  const running = await submit(small)
  await shape(running, 1)
  done(await stack.act('POST /api/projects/{id}/ready', { params: { id: running }, ...markReady }))
  const frame = { baseline: wasteBaseline(inDays(300).slice(0, 10)), lead: people.jonas }
  done(await stack.act('POST /api/projects/{id}/start', { params: { id: running }, as: secretariat, body: frame }))

  stack.moveTo(inDays(-20))
  const idea = await submit(small)

  stack.moveTo(inDays(-2))
  const called = { meetsAt: inDays(60), members: board, place: 'Odense' }
  const meeting = idOf<MeetingId>(await stack.act('POST /api/meetings', { as: secretariat, body: called }))
  const onAgenda = await submit(joint)
  await shape(onAgenda, 2)
  done(await stack.act('POST /api/projects/{id}/ready', { params: { id: onAgenda }, ...markReady }))
  const ready = await submit(joint)
  await shape(ready, 2)

  stack.moveTo(inDays(0))
  // Asked without what follows: that is what the functions behind the queues are to do.
  done(await stack.ask('POST /api/projects/{id}/ready', { params: { id: ready }, ...markReady }))
  const unconfirmed = idOf<ProjectId>(await stack.ask('POST /api/projects', { body: small }))
  return { items: await itemsOf(stack), log: stack.log, unconfirmed, idea, ready, onAgenda, meeting, running }
}

const as = (stack: MemoryStack, email: string, ...roles: Role[]): Actor => ({
  kind: 'person',
  id: stack.contacts.idOf(email),
  roles,
})

type Answer = Awaited<ReturnType<MemoryStack['ask']>>

const done = (answer: Answer): Answer => {
  if (answer.status >= 400) throw new Error(`the world was refused: ${JSON.stringify(answer.body)}`)
  return answer
}
const idOf = <Id extends ProjectId | MeetingId>(answer: Answer): Id => done(answer).body.id

const itemsOf = async ({ log, projections, contacts }: MemoryStack): Promise<readonly Item[]> => {
  const items: Item[] = []
  for await (const stream of log.streams()) items.push(...(await log.load(stream)).map(itemOfCommit))
  items.push(...[...projections.all.values()].map(itemOfProjection))
  for (const contact of contacts.all.values())
    items.push({ pk: S(contactKey(contact.id)), sk: S(contactSortKey), contact: json(contact) })
  const erasure = {
    id: erasureAsked,
    person: contacts.idOf(people.anja.email),
    by: 'secretariat',
    successors: {},
    askedAt: inDays(0),
    correlationId: 'correlation',
  }
  const draft = {
    ...draftLeft(contacts.idOf),
    email: people.anja.email,
    language: 'da',
    step: 'idea',
    fields: 'concept.title=Legepladser',
    keepUntil: inDays(20),
  }
  return [
    ...items,
    { pk: S(erasureKey), sk: S(erasureAsked), erasure: json(erasure) },
    { pk: S(draftKey(draft.person)), sk: S(draftSortKey(draft.id)), draft: json(draft) },
  ]
}
