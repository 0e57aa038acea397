import * as z from 'zod/mini'
import type { Due, Projection, ProjectionRow } from '../use-cases/ports.ts'
import type { Item } from './item.ts'
import { json, N, S, stored } from './item.ts'
import { summary } from './schema/projection.ts'
import { instant, streamId } from './schema/scalars.ts'
import { dueShardOf, momentKey, partitions, projectionSortKey, stateKey, streamKey } from './table.ts'

const rowItem = z.object({
  pk: stored.text,
  state: stored.text,
  orderedBy: stored.text,
  summary: z.pipe(stored.json, summary),
})

const dueItem = z.object({ pk: stored.text, dueAt: stored.text })

/** The item of a projection: the same projection makes the same bytes. */
export const itemOfProjection = (projection: Projection): Item => ({
  pk: S(streamKey(projection.stream)),
  sk: S(projectionSortKey),
  version: N(projection.version),
  state: S(projection.state),
  summary: json(summary.parse(projection.summary)),
  stateKey: S(stateKey(projection.summary.kind, projection.state)),
  orderedBy: S(momentKey(projection.orderedBy, projection.stream)),
  ...(projection.nextDueAt === undefined
    ? {}
    : { dueShard: S(dueShardOf(projection.stream)), dueAt: S(momentKey(projection.nextDueAt, projection.stream)) }),
})

export const rowOfItem = (item: Item): ProjectionRow => {
  const { pk, state, orderedBy, summary } = rowItem.parse(item)
  return { stream: streamOf(pk), state, orderedBy: momentOf(orderedBy), summary }
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
