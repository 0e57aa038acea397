import type { ActingPorts } from '../../shared/http/project-acts.ts'
import type { Contacts, Projections } from '../../shared/use-cases/ports.ts'

/** What the pages need: to read, and to act as the API does. */
export interface WebPorts extends ActingPorts {
  readonly projections: Pick<Projections, 'byState'>
  readonly contacts: ActingPorts['contacts'] & Pick<Contacts, 'find'>
}
