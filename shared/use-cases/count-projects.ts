import type { ProjectStateName } from '../domain/project/state.ts'
import type { Projections } from './ports.ts'
import { surveyProjects } from './public-projects.ts'

export interface ProjectCounts {
  readonly total: number
  readonly byState: Readonly<Record<ProjectStateName, number>>
}

/** How many projects there are in each state: what anyone may know about those that are not public yet. */
export const countProjects = async (projections: Pick<Projections, 'byState'>): Promise<ProjectCounts> =>
  (await surveyProjects(projections)).counts
