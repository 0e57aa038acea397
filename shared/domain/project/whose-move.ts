import type { DueKind } from '../deadlines/due-item.ts'
import type { Instant } from '../time.ts'
import type { Project, ProjectStateName } from './state.ts'

/** Who has the move. The next issue adds the coordination group. */
export type MoveParty = 'secretariat' | 'proposer' | 'board' | 'lead' | 'nobody'

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
  rejected: { party: 'nobody', by: [] },
  stopped: { party: 'nobody', by: [] },
  withdrawn: { party: 'nobody', by: [] },
  merged: { party: 'nobody', by: [] },
}

/** Whose move it is, since when, until when: always exactly one party while the project is open. On level 1 the secretariat decides. */
export const whoseMove = (project: Project): Move => {
  const { party, by } = moves[project.state]
  const dueAt = project.due
    .filter(({ kind }) => by.includes(kind))
    .map((item) => item.dueAt)
    .sort()[0]
  return {
    party: party === 'board' && project.level === 1 ? 'secretariat' : party,
    since: project.moveSince,
    ...(dueAt === undefined ? {} : { dueAt }),
  }
}
