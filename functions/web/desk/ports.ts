import type { DeadLetterBoxes } from '../../../shared/use-cases/dead-letters.ts'
import type { Typesetter } from '../../../shared/use-cases/mail-ports.ts'
import type { ErasingPorts, ListPorts, WebPorts } from '../ports.ts'

/** What the secretariat's desk needs: to act as the API does, to list everything, to have somebody erased. */
export interface DeskPorts extends WebPorts, ListPorts, ErasingPorts {
  /** Sets a letter as it will be sent, to look at before. */
  readonly typesetter: Pick<Typesetter, 'letter'>
  readonly deadLetters: DeadLetterBoxes
}
