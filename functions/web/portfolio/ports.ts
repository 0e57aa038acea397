import type { ProcessPorts } from '../../../shared/use-cases/act-on-project.ts'
import type { ListPorts } from '../ports.ts'

/** What pages need that anybody may read: nothing that changes anything. */
export interface PortfolioPorts extends ListPorts, Pick<ProcessPorts, 'log' | 'clock'> {
  /** The mail address that people write to. */
  readonly secretariat: string
}
