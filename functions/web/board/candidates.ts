import type { Actor } from '../../../shared/domain/actor.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import type { Meeting } from '../../../shared/domain/meeting/state.ts'
import { listProjects } from '../../../shared/use-cases/list-projects.ts'
import type { ProjectSummary } from '../../../shared/use-cases/ports.ts'
import type { BoardPorts } from './ports.ts'

/** What could be put on an agenda. */
export interface Candidate {
  readonly project: ProjectId
  readonly title: string
  readonly kind: 'decision' | 'information'
  /** It stands on another meeting's agenda, and would move from there. */
  readonly isElsewhere: boolean
}

const states = ['ready', 'reconsideration', 'implementation', 'product'] as const
const mostOfEach = 100

/** What awaits the board, and what of level 1 it can be told of, that is not on this agenda. */
export const candidatesFor = async (
  { agenda }: Meeting,
  actor: Actor,
  { projections }: Pick<BoardPorts, 'projections'>,
): Promise<readonly Candidate[]> => {
  const all = await concerningTheBoard(actor, projections)
  return all
    .filter(({ id }) => !agenda.some(({ project, outcome }) => project === id && outcome === undefined))
    .flatMap((summary) => {
      const kind = kindOf(summary)
      const { id, title, meeting } = summary
      return kind === undefined ? [] : [{ project: id, title, kind, isElsewhere: meeting !== undefined }]
    })
}

/** What is the board's to decide, and stands on no agenda yet: what is due first comes first. */
export const awaitingMeeting = async (
  actor: Actor,
  { projections }: Pick<BoardPorts, 'projections'>,
): Promise<readonly ProjectSummary[]> => {
  const all = await concerningTheBoard(actor, projections)
  return all
    .filter((summary) => kindOf(summary) === 'decision' && summary.meeting === undefined)
    .toSorted((a, b) => ((a.dueAt ?? a.since) < (b.dueAt ?? b.since) ? -1 : 1))
}

const concerningTheBoard = async (
  actor: Actor,
  projections: BoardPorts['projections'],
): Promise<readonly ProjectSummary[]> => {
  const pages = await Promise.all(
    states.map((state) => listProjects({ filter: { state }, limit: mostOfEach, actor }, projections)),
  )
  return pages.flatMap(({ items }) => items)
}

/** A concept or a reconsideration above level 1 or a level in dispute is the board's to decide; of level 1 it is told. */
const kindOf = ({ state, level, disputed }: ProjectSummary): Candidate['kind'] | undefined => {
  const awaits = state === 'ready' || state === 'reconsideration'
  if (disputed === true || (awaits && level !== 1)) return 'decision'
  return level === 1 && !awaits ? 'information' : undefined
}
