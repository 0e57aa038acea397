import type { DeadLetterBoxes } from '../../../shared/use-cases/dead-letters.ts'
import type { Typesetter } from '../../../shared/use-cases/mail-ports.ts'
import type { OwnPorts } from '../ports.ts'

/** What the secretariat's desk needs beside what every page does, and to have somebody erased. */
export interface DeskPorts extends OwnPorts {
  /** Sets a letter as it will be sent, to look at before. */
  readonly typesetter: Pick<Typesetter, 'letter'>
  readonly deadLetters: DeadLetterBoxes
}
