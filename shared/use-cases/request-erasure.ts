import type { ContactId, ProjectId } from '../domain/identifiers.ts'
import { fold } from '../domain/project/evolve.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { actOnProject, type ProcessPorts, type ProjectExecuted } from './act-on-project.ts'
import { erasureCommand } from './erase-people.ts'
import type { Erasure, ErasureLedger, ErasureOrders } from './erasure-ports.ts'
import { settled } from './follow-up.ts'
import type { Clock, StagedContact } from './ports.ts'

export interface RequestErasurePorts extends ProcessPorts {
  readonly ledger: Pick<ErasureLedger, 'begin'>
  readonly orders: ErasureOrders
  readonly wallClock: Clock
}

export interface ErasureRequest {
  /** The same for every repeat of one request. */
  readonly id: string
  readonly person: ContactId
  readonly by: Erasure['by']
  /** Who takes over, by project; each is kept together with the project that names them from then on. */
  readonly successors: readonly { readonly project: ProjectId; readonly contact: StagedContact }[]
  readonly correlationId: string
}

/**
 * Notes that a person is to be erased, lets successors take over where they were named, and sends the order for the rest.
 * Nothing is said of whether there is such a person.
 * @returns undefined, or why it was refused: an id that is another request's, or what a project says to a successor
 * @throws Unavailable
 */
export const requestErasure = async (
  ports: RequestErasurePorts,
  { id, person, by, successors, correlationId }: ErasureRequest,
): Promise<Refusal | undefined> => {
  const toSelf = successors.findIndex(({ contact }) => contact.id === person)
  if (toSelf >= 0)
    return refuse('invalid', 'successor-is-erased', { at: ['successors', successors[toSelf]?.project ?? ''] })
  // Looked at before anything is noted: what is noted is carried out after a restore, whatever was answered.
  for (const { project } of successors)
    if (fold(await ports.log.load(project)) === undefined) return noSuchProject(project)
  const erasure: Erasure = {
    id,
    person,
    by,
    successors: Object.fromEntries(successors.map(({ project, contact }) => [project, contact.id])),
    askedAt: ports.wallClock(),
    correlationId,
  }
  if ((await ports.ledger.begin(erasure)) === 'other') return refuse('idempotency-mismatch', 'key-with-other-payload')
  for (const { project, contact } of successors) {
    const refused = await handOver(ports, erasure, project, contact)
    if (refused !== undefined) return refused
  }
  await ports.orders.send({ erasure: id })
  return undefined
}

const handOver = async (
  ports: RequestErasurePorts,
  erasure: Erasure,
  project: ProjectId,
  contact: StagedContact,
): Promise<Refusal | undefined> => {
  const result: ProjectExecuted = await actOnProject(ports, {
    project,
    command: { type: 'erase-person', person: erasure.person, successor: contact.id },
    context: erasureCommand(erasure, project),
    contacts: [contact],
  })
  if (!isRefusal(result)) return undefined
  settled(result)
  return noSuchProject(project)
}

const noSuchProject = (project: ProjectId): Refusal =>
  refuse('invalid', 'no-such-project', { at: ['successors', project] })
