import type { StreamId } from '../domain/identifiers.ts'
import type { ConfirmPorts } from './confirm.ts'
import type { Projection } from './ports.ts'

type Projecting = Pick<ConfirmPorts, 'projectionOf' | 'projections'>

/**
 * The same for one batch of announcements: commits of one stream that come together are projected once, by the newest of
 * them, as far as they were committed by then.
 */
export const oncePerBatch = <P extends Projecting>(ports: P): P => {
  const made = new Map<StreamId, Promise<Projection | undefined>>()
  const written = new Map<StreamId, { readonly version: number; readonly writing: Promise<boolean> }>()
  const projectionOf: Projecting['projectionOf'] = (stream, version) => {
    const before = made.get(stream)
    const making = (async () => {
      const there = await before?.catch(() => undefined)
      return there !== undefined && there.version >= version ? there : ports.projectionOf(stream, version)
    })()
    made.set(stream, making)
    return making
  }
  const put: Projecting['projections']['put'] = (projection) => {
    const { stream, version } = projection
    const last = written.get(stream)
    if (last !== undefined && last.version >= version) return last.writing
    const writing = ports.projections.put(projection)
    written.set(stream, { version, writing })
    return writing
  }
  return { ...ports, projectionOf, projections: { ...ports.projections, put } }
}
