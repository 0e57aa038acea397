import type { DueItem } from '../deadlines/due-item.ts'
import { nobody } from '../identifiers.ts'
import { lacksSteeringGroup } from '../project/parts.ts'
import type { Project } from '../project/state.ts'
import { dueItemOfMove, isMoveVacant, isVacant, type MoveParty, whoseMove } from '../project/whose-move.ts'
import type { Instant } from '../time.ts'
import { type Addressee, evaluatorsOf } from './addressees.ts'
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
      if (project.lead === undefined) return 'name-lead'
      return lacksSteeringGroup(project) ? 'name-steering-group' : 'start'
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
  // Until a lead is named, the proposer names one.
  const task = isMoveVacant(project) ? 'find-successor' : taskOf(project)
  return { task, party: task === 'name-lead' ? 'proposer' : party, ...until(dueAt) }
}

/** The secretariat's look at what the proposer wrote anew, before the concept has to be ready; undefined where none waits. */
export const moveOfRevision = (project: Project): OpenMove | undefined =>
  project.revisedAt === undefined
    ? undefined
    : { task: 'look-at-revision', party: 'secretariat', ...until(whoseMove(project).dueAt) }

/** What a part has to do; where the part is nobody's, the secretariat finds somebody for it. */
const done = (
  task: Task,
  party: 'lead' | 'coordination' | 'steering',
  by: Instant | undefined,
  project: Project,
): OpenMove =>
  party !== 'steering' && isVacant(party, project)
    ? { task: 'find-successor', party: 'secretariat', ...until(by) }
    : { task, party, ...until(by) }

/** The board's decision about a disagreement on the level. */
export const levelMove = (project: Project): OpenMove => ({
  task: 'decide-level',
  party: 'board',
  ...until(project.due.find(({ kind }) => kind === 'dispute')?.dueAt),
})

const isOwnerless = (project: Project, about: number | undefined): boolean =>
  project.conditions.some(({ number, owner }) => number === about && owner === nobody)

/** Who has to do what about one due item of a project. */
export const moveOfItem = (project: Project, item: Pick<DueItem, 'kind' | 'dueAt' | 'about'>): OpenMove => {
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
      return done('report', 'lead', by, project)
    case 'correction':
      return done('correct', 'lead', by, project)
    case 'condition':
      return { task: 'fulfil', party: isOwnerless(project, item.about) ? 'secretariat' : 'owner', by }
    case 'graduation':
      return { task: 'check-graduation', party: 'secretariat', by }
    case 'self-evaluation':
      return done('self-evaluate', evaluatorsOf(project), by, project)
    case 'dispute':
      return { task: 'decide-level', party: 'board', by }
    case 'change':
      return done('answer-change', 'coordination', by, project)
    case 'escalated-change':
      return { task: 'answer-escalated-change', party: project.steering.length > 0 ? 'steering' : 'secretariat', by }
    case 'sla-result':
      return done('tell-sla', 'coordination', by, project)
    case 'retention':
      return { task: 'nothing', party: 'nobody' }
    case 'papers':
      return { task: 'prepare-papers', party: 'secretariat', by }
    case 'vote':
      return { task: 'vote', party: 'board', by }
  }
}

/** What whoever has the move has to do first. */
export const taskInHand = (project: Project): Task => {
  const item = dueItemOfMove(project)
  return (item === undefined ? moveOf(project) : moveOfItem(project, item)).task
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
        return 'contact' in to && to.contact === project.lead
    }
  })()
  return { ...move, yours }
}
