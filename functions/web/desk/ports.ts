import type { Typesetter } from '../../../shared/use-cases/mail-ports.ts'
import type { WebPorts } from '../ports.ts'

/** What the secretariat's desk needs beside what every page does. */
export interface DeskPorts extends WebPorts {
  /** Sets a letter as it will be sent, to look at before. */
  readonly typesetter: Pick<Typesetter, 'letter'>
}
