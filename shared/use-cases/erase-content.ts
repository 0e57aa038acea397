import { redactAll } from '../domain/redaction.ts'
import type { Redactions } from './erasure-ports.ts'
import type { CommitLog, EventNotice, Projection, Projections } from './ports.ts'

export interface EraseContentPorts {
  readonly log: Pick<CommitLog, 'load'>
  readonly redactions: Redactions
  readonly projections: Pick<Projections, 'renew'>
  readonly projectionOf: (stream: EventNotice['stream']) => Promise<Projection | undefined>
}

/**
 * A closed project that was never public has been kept for its time: takes away every word of it. What happened, when and
 * in which roles stays, so that it still counts. Idempotent. @throws Unavailable
 */
export const eraseContent = async (ports: EraseContentPorts, { stream, type }: EventNotice): Promise<void> => {
  if (type !== 'content-erased') return
  for (const { version } of await ports.log.load(stream)) await ports.redactions.redact(stream, version, redactAll)
  const projection = await ports.projectionOf(stream)
  if (projection !== undefined) await ports.projections.renew(projection)
}
