import type { DueItem } from '../deadlines/due-item.ts'
import type { Project } from '../project/state.ts'
import { type MoveParty, whoseMove } from '../project/whose-move.ts'
import type { Instant } from '../time.ts'
import type { Addressee } from './addressees.ts'
import type { NextMove, Task } from './letter.ts'

/** What somebody has to do by when; whether it is the recipient's own is settled for each letter. */
export interface OpenMove {
  readonly task: Task
  readonly party: MoveParty | 'owner' | 'steering'
  readonly by?: Instant
}

const taskOf = (project: Project): Task => {
  switch (project.state) {
    case 'idea':
      return 'answer'
    case 'shaping':
      return 'shape'
    case 'ready':
      return project.level === 1 ? 'start-level-1' : 'decide'
    case 'returned':
      return 'resubmit'
    case 'approved':
      return project.lead === undefined ? 'name-lead' : 'start'
    case 'implementation':
      return 'report'
    case 'reconsideration':
      return 'reconsider'
    case 'paused':
      return 'look-again'
    case 'product':
      return 'steward'
    case 'rejected':
    case 'stopped':
    case 'withdrawn':
    case 'merged':
    case 'completed':
    case 'retired':
      return 'nothing'
  }
}

const until = (by: Instant | undefined): { readonly by?: Instant } => (by === undefined ? {} : { by })

/** Whose move the whole project is, in a letter's terms. */
export const moveOf = (project: Project): OpenMove => {
  const { party, dueAt } = whoseMove(project)
  return { task: taskOf(project), party, ...until(dueAt) }
}

/** Who answers a self-evaluation: the steering group; without one the lead, of a product the coordination group. */
export const evaluatorsOf = ({ steering, state }: Project): 'steering' | 'lead' | 'coordination' => {
  if (steering.length > 0) return 'steering'
  return state === 'product' ? 'coordination' : 'lead'
}

/** Who has to do what about one due item of a project. */
export const moveOfItem = (project: Project, item: Pick<DueItem, 'kind' | 'dueAt'>): OpenMove => {
  const by = item.dueAt
  switch (item.kind) {
    case 'answer':
    case 'decision':
    case 'start':
    case 'concept':
    case 'resubmission':
    case 'look-again':
      return { ...moveOf(project), by }
    case 'review':
      return { task: 'review', party: 'secretariat', by }
    case 'report':
      return { task: 'report', party: 'lead', by }
    case 'correction':
      return { task: 'correct', party: 'lead', by }
    case 'condition':
      return { task: 'fulfil', party: 'owner', by }
    case 'graduation':
      return { task: 'check-graduation', party: 'secretariat', by }
    case 'self-evaluation':
      return { task: 'self-evaluate', party: evaluatorsOf(project), by }
    case 'dispute':
      return { task: 'decide-level', party: 'board', by }
    case 'change':
      return { task: 'answer-change', party: 'coordination', by }
    case 'escalated-change':
      return { task: 'answer-escalated-change', party: project.steering.length > 0 ? 'steering' : 'secretariat', by }
    case 'sla-result':
      return { task: 'tell-sla', party: 'coordination', by }
    case 'retention':
      return { task: 'nothing', party: 'nobody' }
    case 'papers':
      return { task: 'prepare-papers', party: 'secretariat', by }
    case 'vote':
      return { task: 'vote', party: 'board', by }
  }
}

/** The move as one recipient sees it. */
export const moveFor = (move: OpenMove, project: Project, { to, as }: Addressee): NextMove => {
  const yours = (() => {
    switch (move.party) {
      case 'nobody':
        return false
      case 'secretariat':
        return as === 'secretariat'
      case 'board':
        return as === 'board' || as === 'chair' || as === 'member'
      case 'owner':
      case 'steering':
      case 'coordination':
        return as === move.party
      case 'proposer':
        return 'contact' in to && to.contact === project.proposer
      case 'lead':
        return 'contact' in to && to.contact === (project.lead ?? project.proposer)
    }
  })()
  return { ...move, yours }
}
