import type { Instant } from '../domain/time.ts'
import { type ErasePorts, erasePeople } from './erase-people.ts'
import type { Erasure, ErasureLedger } from './erasure-ports.ts'

export interface ReplayPorts extends ErasePorts {
  readonly ledger: Pick<ErasureLedger, 'begin' | 'all'>
}

/**
 * Erases from a restored backup everybody who was erased after it was made, in one walk, and keeps their entries. What was
 * done before the backup began is not done again: whoever came back since then is somebody to be kept.
 * @param theirs entries of the ledger that outlived what was lost; those in the table itself count as well
 * @param since wall time at which the backup began
 * @returns those that were carried out again
 */
export const replayErasures = async (
  ports: ReplayPorts,
  theirs: readonly Erasure[],
  since: Instant,
): Promise<readonly Erasure[]> => {
  for (const entry of theirs) await ports.ledger.begin(entry)
  const known = new Map([...(await ports.ledger.all()), ...theirs].map((entry) => [entry.id, entry]))
  const after = [...known.values()].filter(({ done }) => done === undefined || done.at >= since)
  if (after.length > 0) await erasePeople(ports, oncePerPerson(after), { goesOn: () => true })
  return after
}

/** Whoever asked more than once is looked for once; a request that names who takes over is heard before one that does not. */
const oncePerPerson = (erasures: readonly Erasure[]): readonly Erasure[] => {
  const naming = erasures.filter(({ successors }) => Object.keys(successors).length > 0)
  const named = new Set(naming.map(({ person }) => person))
  const others = erasures.filter(({ person }) => !named.has(person))
  return [...naming, ...new Map(others.map((one) => [one.person, one])).values()]
}
