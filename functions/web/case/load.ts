import { type ToldEvent, toldHistory } from '../../../shared/api/history-view.ts'
import { type NamedView, peopleToLookUp, projectView, type Viewer } from '../../../shared/api/project-view.ts'
import { refusalOf } from '../../../shared/domain/project/acts.ts'
import type { ProjectCommandType } from '../../../shared/domain/project/commands.ts'
import { fold } from '../../../shared/domain/project/evolve.ts'
import { happenings } from '../../../shared/domain/project/happenings.ts'
import type { Project, ProjectStateName } from '../../../shared/domain/project/state.ts'
import { missingParts } from '../../../shared/domain/project/whose-move.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import { projectIn } from '../../../shared/http/project-acts.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { readProject } from '../../../shared/use-cases/read-project.ts'
import { titleIn } from '../parts/title.ts'
import type { WebPorts } from '../ports.ts'

/** A case as it lies on the secretariat's desk. */
export interface Case {
  readonly view: NamedView
  /** The same as it stood at a version; undefined where there is no such one. */
  readonly viewAt: (version: number) => NamedView | undefined
  /** In the order in which it happened. */
  readonly history: readonly ToldEvent[]
  /** The states it went through, in order, up to now. */
  readonly path: readonly ProjectStateName[]
  /** When all that was written on it was erased; undefined where it is there. */
  readonly contentErasedAt: Instant | undefined
  /** Parts that the secretariat has to find somebody for. */
  readonly missing: ReturnType<typeof missingParts>
  /** Why the reader may not do this now; undefined where they may. */
  readonly refusal: (act: Exclude<ProjectCommandType, 'submit'>) => Refusal | undefined
}

/** Where the reader sees what one version changed, word by word. */
export const differenceAt =
  ({ id }: Case['view']) =>
  (version: number): string =>
    `/p/${id}/difference?version=${version}`

/** Whether nobody leads what a lead has to move on: its proposer names one. */
export const isLeadMissing = ({ whoseMove, people }: Case['view']): boolean =>
  whoseMove === 'lead' && people.lead === undefined

type ReadingPorts = Pick<WebPorts, 'log' | 'clock' | 'contacts'>

/** The case in the path. @throws `InTrouble` where there is none, or the reader may not see all of it */
export const caseOf = async (ports: ReadingPorts, request: PageRequest): Promise<Case> => {
  const { actor } = request
  const found = await readProject(projectIn(request), ports)
  if (found === undefined) throw new InTrouble({ kind: 'not-found' })
  const { project, commits } = found
  const ids = peopleToLookUp(project, actor)
  const people = ids.length === 0 ? new Map() : await ports.contacts.find(ids)
  const now = ports.clock()
  const seen = { actor, people, now }
  const named = namedView(project, seen)
  if (named === undefined) throw new InTrouble({ kind: 'not-found' })
  const view = { ...named, title: titleIn(request.language, named.title) }
  const viewAt = (version: number) => {
    const until = commits.filter((commit) => commit.version <= version)
    return until.at(-1)?.version === version ? namedView(fold(until), seen) : undefined
  }
  const history = toldHistory(project, commits, { actor, now }) ?? []
  const states = happenings(project.id, commits).map(({ after }) => after.state)
  const path = states.filter((state, place) => state !== states[place - 1])
  const { contentErasedAt } = project
  return {
    view,
    viewAt,
    history,
    path,
    contentErasedAt,
    missing: missingParts(project),
    refusal: refusalBy(project, request),
  }
}

const namedView = (project: Project | undefined, viewer: Viewer): NamedView | undefined => {
  if (project === undefined) return undefined
  const view = projectView(project, viewer)
  return view !== undefined && 'people' in view ? view : undefined
}

const refusalBy =
  (project: Project, { actor }: Pick<PageRequest, 'actor'>): Case['refusal'] =>
  (act) =>
    refusalOf(project, act, actor)
