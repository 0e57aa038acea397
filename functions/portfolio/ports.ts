import type { LinkRequests } from '../../shared/use-cases/link-requests.ts'
import type { Contacts, Projections } from '../../shared/use-cases/ports.ts'
import type { ReadPorts } from '../../shared/use-cases/read-project.ts'
import type { Seal } from '../../shared/use-cases/seal.ts'
import type { UnsubscribePorts } from '../../shared/use-cases/unsubscribe.ts'

/** What the acts of portfolio need. */
export interface PortfolioPorts extends ReadPorts {
  readonly projections: Pick<Projections, 'byState'>
  readonly contacts: Pick<Contacts, 'find' | 'idOf'>
  readonly links: LinkRequests
  /** Closes cursors, which can hold the id of a project that the reader may not know of. */
  readonly cursors: Seal
  readonly unsubscribing: UnsubscribePorts
  /** Throws `Unavailable` when the table cannot be reached. */
  readonly reachTable: () => Promise<void>
  readonly version: string
}
