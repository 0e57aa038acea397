import {
  type NamedView,
  peopleToLookUp,
  projectView,
  type Viewer,
  type WholeView,
} from '../../../shared/api/project-view.ts'
import type { Role } from '../../../shared/domain/actor.ts'
import type { Commit } from '../../../shared/domain/commit.ts'
import type { ContactId } from '../../../shared/domain/identifiers.ts'
import { rolesOn } from '../../../shared/domain/project/acts.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import { fold } from '../../../shared/domain/project/evolve.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import type { Sight } from '../../../shared/domain/publication.ts'
import { sightOf } from '../../../shared/domain/publication.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import { projectIn } from '../../../shared/http/project-acts.ts'
import type { Contact } from '../../../shared/use-cases/ports.ts'
import { readProject } from '../../../shared/use-cases/read-project.ts'
import { titleIn } from '../parts/title.ts'
import type { WebPorts } from '../ports.ts'

/** A project as whoever is on it, or decides about it, sees it. */
export interface Found {
  readonly project: Project
  readonly commits: readonly Commit<ProjectEvent>[]
  readonly view: WholeView | NamedView
  /** Those whose names the reader may see. */
  readonly contacts: ReadonlyMap<ContactId, Contact>
  readonly roles: readonly (Role | string)[]
}

/** @returns how much of it the reader sees where that is less than the whole: then it is a page of the portfolio's, or none */
export const findProject = async (
  { params, actor, ...request }: PageRequest,
  ports: Pick<WebPorts, 'log' | 'clock' | 'contacts'>,
): Promise<Found | Exclude<Sight, 'people' | 'whole'>> => {
  const found = await readProject(projectIn({ params, actor, ...request }), ports)
  if (found === undefined) return 'nothing'
  const { project, commits } = found
  const sight = sightOf(project, actor)
  if (sight === 'nothing' || sight === 'public') return sight
  const ids = peopleToLookUp(project, actor)
  const contacts = ids.length === 0 ? new Map<ContactId, Contact>() : await ports.contacts.find(ids)
  const view = projectView(project, { actor, people: contacts, now: ports.clock() })
  if (view === undefined || !('concept' in view)) return 'nothing'
  return {
    project,
    commits,
    view: { ...view, title: titleIn(request.language, view.title) },
    contacts,
    roles: rolesOn(project, actor),
  }
}

/** A project as it stood at a version; undefined where there is no such one, or the reader did not see it then. */
export const foundAt = (
  { commits, contacts }: Found,
  version: number,
  { actor, now }: Pick<Viewer, 'actor' | 'now'>,
): Found | undefined => {
  const until = commits.filter((commit) => commit.version <= version)
  const project = until.at(-1)?.version === version ? fold(until) : undefined
  const view = project === undefined ? undefined : projectView(project, { actor, people: contacts, now })
  return project === undefined || view === undefined || !('concept' in view)
    ? undefined
    : { project, commits: until, view, contacts, roles: rolesOn(project, actor) }
}
