import type { Actor } from '../domain/actor.ts'
import type { Level } from '../domain/level.ts'
import { type ProjectStateName, projectStates } from '../domain/project/state.ts'
import type { ProjectTheme } from '../domain/theme.ts'
import type { Page, ProjectionRow, Projections, ProjectSummary } from './ports.ts'

export interface ProjectFilter {
  readonly state?: ProjectStateName
  readonly level?: Level
  /** An authority that takes part, in any case of letters. */
  readonly authority?: string
  readonly theme?: ProjectTheme
}

/** Where a page ended: the state, and the place within it. */
export interface Place {
  readonly state: ProjectStateName
  readonly within?: string
}

export interface PageOfProjects {
  readonly items: readonly ProjectSummary[]
  /** Where the next page begins; undefined at the end. */
  readonly next?: Place
}

/** So many looks into the index for one page: a page may be shorter than asked for, and say that there is more. */
const mostLooks = 20

/**
 * Projects that the actor may know of, state by state in the order of the process, and within a state by how long it
 * has been somebody's move. Read from projections: a moment behind the log.
 */
export const listProjects = async (
  { filter, limit, from, actor }: ProjectQuery,
  projections: Pick<Projections, 'byState'>,
): Promise<PageOfProjects> => {
  const states = filter.state === undefined ? projectStates : [filter.state]
  const items: ProjectSummary[] = []
  let place: Place | undefined = from ?? placeAt(states[0])
  for (let looks = 0; place !== undefined && looks < mostLooks && items.length < limit; looks++) {
    const page: Page<ProjectionRow> = await look(place, limit - items.length, projections)
    for (const { summary } of page.items)
      if (summary.kind === 'project' && mayKnow(summary, actor) && fits(summary, filter)) items.push(summary)
    place = page.next === null ? placeAt(states[states.indexOf(place.state) + 1]) : { ...place, within: page.next }
  }
  return { items, ...(place === undefined ? {} : { next: place }) }
}

export interface ProjectQuery {
  readonly filter: ProjectFilter
  /** How many at most, at least 1. */
  readonly limit: number
  readonly from?: Place
  readonly actor: Actor
}

const look = ({ state, within }: Place, limit: number, projections: Pick<Projections, 'byState'>) =>
  projections.byState('project', state, { limit, ...(within === undefined ? {} : { cursor: within }) })

const placeAt = (state: ProjectStateName | undefined): Place | undefined =>
  state === undefined ? undefined : { state }

/** Whoever sees every project of the association. */
export const seesAll = (actor: Actor): boolean =>
  actor.kind === 'person' &&
  actor.link !== true &&
  actor.roles.some((role) => role === 'secretariat' || role === 'board' || role === 'chair' || role === 'integrator')

/** What rows say of people is for the secretariat alone: somebody's own project is in their list only when their token names it. */
export const isTheirs = ({ id }: Pick<ProjectSummary, 'id'>, actor: Actor): boolean =>
  actor.kind === 'person' && actor.link !== true && actor.project === id

const mayKnow = (summary: ProjectSummary, actor: Actor): boolean =>
  summary.public || seesAll(actor) || isTheirs(summary, actor)

const fits = (summary: ProjectSummary, { level, authority, theme }: ProjectFilter): boolean =>
  (level === undefined || summary.level === level) &&
  (theme === undefined || summary.theme === theme) &&
  (authority === undefined || summary.authorities.some((one) => one.toLowerCase() === authority.trim().toLowerCase()))
