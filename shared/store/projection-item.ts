import * as z from 'zod/mini'
import { isProjectId } from '../domain/identifiers.ts'
import type { Due, PeopleOfProject, Projection, ProjectionRow } from '../use-cases/ports.ts'
import type { Item } from './item.ts'
import { json, N, S, stored } from './item.ts'
import { people, summary } from './schema/projection.ts'
import { instant, projectId, streamId } from './schema/scalars.ts'
import {
  dueShardOf,
  momentKey,
  partitions,
  peopleSortKey,
  peopleStateKey,
  projectionSortKey,
  stateKey,
  streamKey,
} from './table.ts'

const rowItem = z.object({
  pk: stored.text,
  state: stored.text,
  orderedBy: stored.text,
  summary: z.pipe(stored.json, z.looseObject({})),
})

const peopleItem = z.object({ orderedBy: z.pipe(stored.text, projectId), summary: z.pipe(stored.json, people) })

const dueItem = z.object({ pk: stored.text, dueAt: stored.text })

/** The items of a projection: the same projection makes the same bytes. */
export const itemsOfProjection = (projection: Projection): readonly Item[] => [
  itemOfProjection(projection),
  ...(projection.people === undefined ? [] : [itemOfPeople(projection, projection.people)]),
]

const itemOfPeople = ({ stream, version }: Projection, on: PeopleOfProject['people']): Item => ({
  pk: S(streamKey(stream)),
  sk: S(peopleSortKey),
  version: N(version),
  summary: json(people.parse(on)),
  stateKey: S(peopleStateKey),
  orderedBy: S(stream),
})

/** What an item says by its key and attributes is not said again: beyond 1 KB each write of it costs twice, in the index too. */
const beside = ({ kind: _, id: __, state: ___, ...rest }: ProjectionRow['summary']): object => rest

/** What lists show, and when something is due. */
export const itemOfProjection = (projection: Projection): Item => ({
  pk: S(streamKey(projection.stream)),
  sk: S(projectionSortKey),
  version: N(projection.version),
  state: S(projection.state),
  summary: json(beside(summary.parse(projection.summary))),
  stateKey: S(stateKey(projection.summary.kind, projection.state)),
  orderedBy: S(momentKey(projection.orderedBy, projection.stream)),
  ...(projection.nextDueAt === undefined
    ? {}
    : { dueShard: S(dueShardOf(projection.stream)), dueAt: S(momentKey(projection.nextDueAt, projection.stream)) }),
})

export const rowOfItem = (item: Item): ProjectionRow => {
  const { pk, state, orderedBy, summary: rest } = rowItem.parse(item)
  const id = streamOf(pk)
  const said = summary.parse({ ...rest, kind: isProjectId(id) ? 'project' : 'meeting', id, state })
  return { stream: id, state, orderedBy: momentOf(orderedBy), summary: said }
}

export const peopleOfItem = (item: Item): PeopleOfProject => {
  const { orderedBy: project, summary } = peopleItem.parse(item)
  return { project, people: summary }
}

/** An item of the index `due`: a projection with a step to take, or the post of a morning. */
export const dueOfItem = (item: Item): Due => {
  const { pk, dueAt } = dueItem.parse(item)
  const nextDueAt = momentOf(dueAt)
  return pk.startsWith(partitions.post)
    ? { post: instant.parse(pk.slice(partitions.post.length)), nextDueAt }
    : { stream: streamOf(pk), nextDueAt }
}

const streamOf = (pk: string) => streamId.parse(pk.slice(pk.indexOf('#') + 1))
const momentOf = (key: string) => instant.parse(key.slice(0, key.indexOf('#')))
