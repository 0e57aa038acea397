import type { DeadLetterBoxes } from '../../../shared/use-cases/dead-letters.ts'
import type { Contacts, Projections } from '../../../shared/use-cases/ports.ts'
import type { ReadPorts } from '../../../shared/use-cases/read-project.ts'
import type { ListPorts } from '../ports.ts'

/** What the secretariat's desk needs: to list and to look up. All that it changes is which queue a message lies in. */
export interface DeskPorts extends ListPorts, ReadPorts {
  readonly projections: Pick<Projections, 'byState' | 'people'>
  readonly contacts: Pick<Contacts, 'idOf' | 'find'>
  readonly deadLetters: DeadLetterBoxes
}
