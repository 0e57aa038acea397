import type { StreamId } from '../domain/identifiers.ts'
import type { CommitLog, Projection, Projections } from './ports.ts'

export interface RebuildPorts {
  readonly log: Pick<CommitLog, 'streams'>
  readonly projectionOf: (stream: StreamId) => Promise<Projection | undefined>
  readonly projections: Pick<Projections, 'clear' | 'put'>
}

/**
 * Makes every projection anew from the logs, also while others go on writing: each is cleared first, so that what the
 * version guard then lets through is this one or a newer one. Returns how many there are.
 */
export const rebuild = async (ports: RebuildPorts): Promise<number> => {
  let built = 0
  for await (const stream of ports.log.streams()) {
    await ports.projections.clear(stream)
    const projection = await ports.projectionOf(stream)
    if (projection === undefined) continue
    await ports.projections.put(projection)
    built += 1
  }
  return built
}
