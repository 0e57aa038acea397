import { etagFor, peopleToLookUp, projectView } from '../../shared/api/project-view.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import { isProjectId, type ProjectId } from '../../shared/domain/identifiers.ts'
import type { EdgeAnswer } from '../../shared/http/exchange.ts'
import { InTrouble } from '../../shared/http/trouble.ts'
import { readProject } from '../../shared/use-cases/read-project.ts'
import type { PortfolioPorts } from './ports.ts'

/** The project's id in a path. @throws `InTrouble` (not found) when it cannot be one. */
export const projectIn = (params: Readonly<Record<string, string>>): ProjectId => {
  const { id = '' } = params
  if (!isProjectId(id) || id.length > 60) throw new InTrouble({ kind: 'not-found' })
  return id
}

/** The project as the actor may see it, and the tag of this reading. @throws `InTrouble` (not found), also when they may not know that it exists. */
export const viewFor = async (id: ProjectId, actor: Actor, ports: PortfolioPorts) => {
  const found = await readProject(id, ports)
  if (found === undefined) throw new InTrouble({ kind: 'not-found' })
  const people = await peopleOn(peopleToLookUp(found.project, actor), ports)
  const viewer = { actor, people, now: ports.clock() }
  const view = projectView(found.project, viewer)
  if (view === undefined) throw new InTrouble({ kind: 'not-found' })
  return { view, etag: etagFor(found.project, viewer), ...found }
}

const peopleOn = async (ids: ReturnType<typeof peopleToLookUp>, { contacts }: PortfolioPorts) =>
  ids.length === 0 ? new Map() : await contacts.find(ids)

/** What one address answers depends on who asks; nothing personal is kept by anybody on the way. */
export const perReader = { vary: 'authorization' } as const

/** 304 when the caller has this answer already (RFC 9110, 13.1.2: weak comparison), else the answer with its `ETag`. */
export const unlessSeen = (ifNoneMatch: string | undefined, etag: string, json: unknown): EdgeAnswer => {
  const headers = { ...perReader, etag }
  return seenBefore(ifNoneMatch, etag) ? { status: 304, headers } : { status: 200, headers, json }
}

/** Whether the caller says that they have what this tag stands for. */
export const seenBefore = (ifNoneMatch: string | undefined, etag: string): boolean => {
  const seen = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return seen.includes(etag) || seen.includes('*')
}
