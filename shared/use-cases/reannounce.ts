import type { Instant } from '../domain/time.ts'
import type { Announcer, CommitLog } from './ports.ts'

/**
 * Announces every commit with events again that was made at or after an instant, for when a queue has lost messages. Safe
 * at any time: notices have the same ids as before, and whoever has had them does nothing. Returns how many.
 */
export const reannounce = async (
  ports: { readonly log: Pick<CommitLog, 'streams' | 'load'>; readonly announcer: Announcer },
  since: Instant,
): Promise<number> => {
  let announced = 0
  for await (const stream of ports.log.streams())
    for (const { version, commitId, commandId, correlationId, at, events } of await ports.log.load(stream)) {
      if (events.length === 0 || at < since) continue
      await ports.announcer.announce({ stream, version, commitId, commandId, correlationId })
      announced += 1
    }
  return announced
}
