import type { Task } from '../../../shared/domain/correspondence/letter.ts'
import { moveOf, moveOfItem, moveOfRevision, type OpenMove } from '../../../shared/domain/correspondence/next-move.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { wordsKept } from '../parts/words-kept.ts'
import type { Reader } from '../reader.ts'
import type { Found } from './found.ts'
import { addressOf } from './place.ts'

/** Something that waits for somebody: what, until when, and where it is done. */
export interface Waiting {
  /** Instead of that it is the reader's to do now. */
  readonly title?: string
  readonly text: string
  readonly by?: Instant
  readonly action?: { readonly label: string; readonly href: string }
}

/** What the reader has to do, the most urgent first; where that is nothing, what somebody else has. */
export interface Tasks {
  readonly mine: readonly Waiting[]
  readonly theirs: Waiting
}

type Move = OpenMove & { readonly about?: number }

/** Who has to do what on a project, told to one reader. */
export const tasksOf = (found: Found, reader: Reader, now: Instant): Tasks => {
  const { project } = found
  const due: readonly Move[] = project.due
    .filter(({ kind }) => kind !== 'retention')
    .map((item) => ({ ...moveOfItem(project, item), ...(item.about === undefined ? {} : { about: item.about }) }))
  const revision = moveOfRevision(project)
  const items = revision === undefined ? due : [revision, ...due]
  const whole = moveOf(project)
  // To follow a product is what there is to do where nothing else is.
  const isTold = items.some((item) => item.task === whole.task || (whole.task === 'steward' && isMine(item, found)))
  const open: readonly Move[] = isTold ? items : [whole, ...items]
  const mine = open
    .filter((move) => isMine(move, found) && move.task !== 'nothing')
    .toSorted((a, b) => ((a.by ?? '9') < (b.by ?? '9') ? -1 : 1))
  const seen = new Set<string>()
  return {
    mine: mine
      .filter(({ task, about }) => !seen.has(`${task}-${about}`) && seen.add(`${task}-${about}`) !== undefined)
      .map((move) => waitingFor(move, found, reader, now)),
    theirs: theirsOn(project, whole, reader, now),
  }
}

/** Whether a move is the reader's: a part they have on the project. Until there is a lead, the proposer has its moves. */
const isMine = ({ party, about }: Move, { roles, project }: Found): boolean => {
  switch (party) {
    case 'nobody':
      return false
    case 'lead':
      return roles.includes('lead') || (project.lead === undefined && roles.includes('proposer'))
    case 'board':
      return roles.includes('board') || roles.includes('chair')
    case 'owner':
      return (
        roles.includes('owner') && project.conditions.some(({ number, state }) => number === about && state === 'open')
      )
    case 'secretariat':
    case 'proposer':
    case 'coordination':
    case 'steering':
      return roles.includes(party)
  }
}

const waitingFor = (move: Move, found: Found, reader: Reader, now: Instant): Waiting => {
  const { project: words } = reader.words
  const until = move.by === undefined ? {} : { by: move.by }
  const said = reader.words.moves.tasks[move.task]
  const href = whereDone(move, found)
  const { revisedAt } = found.project
  if (move.task === 'shape' && revisedAt !== undefined)
    return {
      title: words.looking,
      text: words.lookedAt(reader.dayOf(revisedAt), untilSaid(move, reader, now)),
      ...until,
      ...(href === undefined ? {} : { action: { label: said.action, href } }),
    }
  return {
    text: said.yours(untilSaid(move, reader, now)),
    ...until,
    ...(href === undefined ? {} : { action: { label: said.action, href } }),
  }
}

const theirsOn = (project: Project, move: OpenMove, reader: Reader, now: Instant): Waiting => {
  if (project.state === 'merged') return goesOnIn(project.into, reader)
  return move.task === 'nothing' ? closed(project, reader) : saidOfOthers(move, reader, now)
}

/** Nothing is to be done; where somebody decided so, the way to why. */
const closed = (project: Project, reader: Reader): Waiting => ({
  title: reader.words.project.closed,
  text: `${reader.words.project.closedText} ${wordsKept(project, reader)}`.trimEnd(),
  ...(project.state === 'rejected' || project.state === 'stopped'
    ? { action: { label: reader.words.project.whyClosed, href: '#decisions' } }
    : {}),
})

const saidOfOthers = (move: OpenMove, reader: Reader, now: Instant): Waiting => {
  const { tasks, parties } = reader.words.moves
  return {
    text: tasks[move.task].theirs(untilSaid(move, reader, now), parties[move.party]),
    ...(move.by === undefined ? {} : { by: move.by }),
  }
}

/** The idea lives on elsewhere: its proposer is a contact there. */
const goesOnIn = (into: ProjectId, { words }: Reader): Waiting => ({
  text: words.project.mergedInto,
  action: { label: words.project.toMerged, href: `/p/${into}` },
})

const untilSaid = ({ by }: OpenMove, { words: { moves }, dayOf }: Reader, now: Instant): string => {
  if (by === undefined) return ''
  return by < now ? moves.atOnce : moves.by(dayOf(by))
}

/** The page on which something is done: one under the project, the secretariat's desk, or the board's table. */
const whereDone = ({ task, about, party }: Move, found: Found): string | undefined => {
  if (party === 'secretariat')
    return found.roles.includes('secretariat') ? `/desk/projects/${found.project.id}` : undefined
  const place = placeOf(task, about)
  return place?.startsWith('/') ? place : place === undefined ? undefined : addressOf(found, place)
}

const placeOf = (task: Task, about: number | undefined): string | undefined => {
  switch (task) {
    case 'shape':
      return 'revise'
    case 'resubmit':
      return 'resubmit'
    case 'name-lead':
      return 'lead'
    case 'name-steering-group':
      return 'steering-group'
    case 'start':
      return 'start'
    case 'report':
    case 'correct':
      return 'report'
    case 'fulfil':
      return `fulfil?n=${about ?? 0}`
    case 'self-evaluate':
      return 'self-evaluation'
    case 'steward':
    case 'answer-change':
    case 'answer-escalated-change':
      return 'changes'
    case 'tell-sla':
      return 'result'
    case 'decide':
    case 'reconsider':
    case 'decide-level':
    case 'vote':
    case 'attend':
      return '/board'
    case 'answer':
    case 'look-at-revision':
    case 'start-level-1':
    case 'review':
    case 'look-again':
    case 'check-graduation':
    case 'evaluate':
    case 'find-successor':
    case 'prepare-papers':
    case 'nothing':
      return undefined
  }
}
