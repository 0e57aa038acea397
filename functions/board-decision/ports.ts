import type { ActingPorts } from '../../shared/http/project-acts.ts'
import type { Contacts } from '../../shared/use-cases/ports.ts'

/** What the board's table needs: to act, and to name its members. */
export interface BoardPorts extends ActingPorts {
  readonly contacts: ActingPorts['contacts'] & Pick<Contacts, 'find'>
}
