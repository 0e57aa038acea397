import { type ProjectStateName, projectStates } from '../domain/project/state.ts'
import type { Page, ProjectionRow, Projections } from './ports.ts'

export interface ProjectCounts {
  readonly total: number
  readonly byState: Readonly<Record<ProjectStateName, number>>
}

const perLook = 500

/** How many projects there are in each state: what anyone may know about those that are not public yet. */
export const countProjects = async (projections: Pick<Projections, 'byState'>): Promise<ProjectCounts> => {
  const counted = await Promise.all(
    projectStates.map(async (state) => [state, await countIn(state, projections)] as const),
  )
  const byState = Object.fromEntries(counted) as Record<ProjectStateName, number>
  return { total: counted.reduce((sum, [, count]) => sum + count, 0), byState }
}

const countIn = async (state: ProjectStateName, projections: Pick<Projections, 'byState'>): Promise<number> => {
  let count = 0
  let next: string | null = null
  do {
    const page: Page<ProjectionRow> = await projections.byState('project', state, {
      limit: perLook,
      ...(next === null ? {} : { cursor: next }),
    })
    count += page.items.length
    next = page.next
  } while (next !== null)
  return count
}
