import * as z from 'zod/mini'
import type { Item } from './item.ts'
import { S, stored } from './item.ts'
import { instant, streamId } from './schema/scalars.ts'
import { projectionSortKey, streamKey } from './table.ts'

const place = z.tuple([instant, streamId])

/** Where a page of `by-state` ended, as an opaque word. Null when there is no more. */
export const cursorAfter = (last: Item | undefined): string | null =>
  last === undefined ? null : Buffer.from(stored.text.parse(last.orderedBy)).toString('base64url')

/** The key to go on from. A word that is no cursor begins at the start: it can only come from somebody who made it up. */
export const keyOfCursor = (partition: string, cursor: string): Item | undefined => {
  const orderedBy = Buffer.from(cursor, 'base64url').toString()
  const parsed = place.safeParse(orderedBy.split('#'))
  if (!parsed.success) return undefined
  return {
    pk: S(streamKey(parsed.data[1])),
    sk: S(projectionSortKey),
    stateKey: S(partition),
    orderedBy: S(orderedBy),
  }
}
