import type { ActingPorts } from '../../shared/http/project-acts.ts'
import type { Contacts, Projections } from '../../shared/use-cases/ports.ts'
import type { RequestErasurePorts } from '../../shared/use-cases/request-erasure.ts'

/** What pages need whose forms do what the API does. */
export interface WebPorts extends ActingPorts {
  readonly contacts: ActingPorts['contacts'] & Pick<Contacts, 'find'>
}

/** What pages need that list projects or meetings. */
export interface ListPorts {
  readonly projections: Pick<Projections, 'byState'>
}

/** What pages need on which somebody asks to be erased. */
export interface ErasingPorts {
  readonly erasing: Pick<RequestErasurePorts, 'ledger' | 'orders' | 'wallClock'>
}
