import { nobody } from '../domain/identifiers.ts'
import type { Contacts } from './ports.ts'

/** How long to wait before each further look, in milliseconds: the way of a commit through its queue. */
const pauses = [150, 300, 600, 900] as const

/**
 * Whom a commit brings along is known once it is confirmed, a moment after the act was answered. Whoever named somebody
 * looks at the page at once, and should not read that they were erased: it waits a little for whom nobody knows yet.
 * Somebody who was erased is waited for nowhere: what they were is nobody's by then.
 */
export const namedSoon =
  (find: Contacts['find'], pause: (milliseconds: number) => Promise<unknown>): Contacts['find'] =>
  async (ids) => {
    let found = await find(ids)
    for (const milliseconds of pauses) {
      if (ids.every((id) => id === nobody || found.has(id))) break
      await pause(milliseconds)
      found = await find(ids)
    }
    return found
  }
