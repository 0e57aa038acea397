import type { StreamId } from '../domain/identifiers.ts'
import type { ConfirmPorts } from './confirm.ts'

type Projecting = Pick<ConfirmPorts, 'projections'>

/**
 * The same for one batch of announcements: commits of one stream that come together are projected once, by the newest of
 * them, as far as they were committed by then. One that changed who is on it is always heard.
 */
export const oncePerBatch = <P extends Projecting>(ports: P): P => {
  const written = new Map<StreamId, { readonly version: number; readonly writing: Promise<boolean> }>()
  const put: Projecting['projections']['put'] = (projection) => {
    const { stream, version, people } = projection
    const last = written.get(stream)
    if (people === undefined && last !== undefined && last.version >= version) return last.writing
    const writing = ports.projections.put(projection)
    written.set(stream, { version, writing })
    return writing
  }
  return { ...ports, projections: { ...ports.projections, put } }
}
