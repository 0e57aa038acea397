import type { ErasureLedger, ErasureOrders } from '../../../shared/use-cases/erasure-ports.ts'
import type { Typesetter } from '../../../shared/use-cases/mail-ports.ts'
import type { Clock } from '../../../shared/use-cases/ports.ts'
import type { WebPorts } from '../ports.ts'

/** What the secretariat's desk needs beside what every page does. */
export interface DeskPorts extends WebPorts {
  /** Sets a letter as it will be sent, to look at before. */
  readonly typesetter: Pick<Typesetter, 'letter'>
  /** To have somebody erased. */
  readonly ledger: Pick<ErasureLedger, 'begin'>
  readonly orders: ErasureOrders
  readonly wallClock: Clock
}
