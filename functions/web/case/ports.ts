import type { Typesetter } from '../../../shared/use-cases/mail-ports.ts'
import type { ErasingPorts, ListPorts, WebPorts } from '../ports.ts'

/** What a case needs at the desk: to act as the API does, to find cases it may be merged with, to have somebody erased. */
export interface CasePorts extends WebPorts, ListPorts, ErasingPorts {
  /** Sets a letter as it will be sent, to look at before. */
  readonly typesetter: Pick<Typesetter, 'letter'>
}
