import type { DueItem, DueKind } from '../deadlines/due-item.ts'
import { nobody } from '../identifiers.ts'
import type { Instant } from '../time.ts'
import type { Project, ProjectStateName } from './state.ts'

/** Who has the move. */
export type MoveParty = 'secretariat' | 'proposer' | 'board' | 'lead' | 'coordination' | 'nobody'

export interface Move {
  readonly party: MoveParty
  readonly since: Instant
  /** Until when; absent for a closed project only. */
  readonly dueAt?: Instant
}

const moves: Record<ProjectStateName, { readonly party: MoveParty; readonly by: readonly DueKind[] }> = {
  idea: { party: 'secretariat', by: ['answer'] },
  shaping: { party: 'proposer', by: ['concept'] },
  ready: { party: 'board', by: ['decision', 'answer'] },
  returned: { party: 'proposer', by: ['resubmission'] },
  approved: { party: 'lead', by: ['start'] },
  implementation: { party: 'lead', by: ['report', 'correction'] },
  reconsideration: { party: 'board', by: ['decision', 'answer'] },
  paused: { party: 'secretariat', by: ['look-again'] },
  product: { party: 'coordination', by: ['change', 'sla-result', 'self-evaluation'] },
  rejected: { party: 'nobody', by: [] },
  stopped: { party: 'nobody', by: [] },
  withdrawn: { party: 'nobody', by: [] },
  merged: { party: 'nobody', by: [] },
  completed: { party: 'nobody', by: [] },
  retired: { party: 'nobody', by: [] },
}

/** Whether a part is nobody's: its holder was erased, and nobody followed. */
export const isVacant = (party: MoveParty, project: Project): boolean => {
  const { proposer, lead, coordination } = project
  switch (party) {
    case 'proposer':
      return proposer === nobody
    case 'lead':
      // Until a lead is named the proposer sees to it; what runs has had one.
      return lead === undefined && (runs(project) || proposer === nobody)
    case 'coordination':
      return coordination === undefined
    case 'secretariat':
    case 'board':
    case 'nobody':
      return false
  }
}

/** Work that has begun, also while it is reconsidered or stands still. */
const runs = (project: Project): boolean =>
  project.state === 'reconsideration' || project.state === 'paused'
    ? project.from === 'implementation'
    : project.state === 'implementation'

/** Whether the move is the secretariat's only because the part that had it is nobody's. */
export const isMoveVacant = (project: Project): boolean => isVacant(moves[project.state].party, project)

/** Parts that somebody has to be found for, since whoever had them was erased. */
export const missingParts = (project: Project): readonly ('lead' | 'proposer' | 'coordination')[] => {
  const { state, proposer } = project
  const isLeadNeeded = runs(project) || state === 'approved'
  return [
    ...(isLeadNeeded && isVacant('lead', project) ? (['lead'] as const) : []),
    ...(moves[state].party !== 'nobody' && proposer === nobody ? (['proposer'] as const) : []),
    ...(state === 'product' && isVacant('coordination', project) ? (['coordination'] as const) : []),
  ]
}

/** The first thing that is due of whoever has the move. */
export const dueItemOfMove = ({ state, due }: Project): DueItem | undefined =>
  due
    .filter(({ kind }) => moves[state].by.includes(kind))
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))[0]

/**
 * Whose move it is, since when, until when: always exactly one party while the project is open. On level 1 the secretariat
 * decides; it has the move of whoever was erased, too.
 */
export const whoseMove = (project: Project): Move => {
  const { party } = moves[project.state]
  const dueAt = dueItemOfMove(project)?.dueAt
  return {
    party: (party === 'board' && project.level === 1) || isVacant(party, project) ? 'secretariat' : party,
    since: project.moveSince,
    ...(dueAt === undefined ? {} : { dueAt }),
  }
}
