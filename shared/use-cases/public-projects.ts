import { type ProjectStateName, projectStates } from '../domain/project/state.ts'
import type { ProjectCounts } from './count-projects.ts'
import type { Page, ProjectionRow, Projections, ProjectSummary } from './ports.ts'

const perLook = 500

/** Every project that anybody may know of, in the order of the process, and how many there are of each state in all. */
export const surveyProjects = async (
  projections: Pick<Projections, 'byState'>,
): Promise<{ readonly projects: readonly ProjectSummary[]; readonly counts: ProjectCounts }> => {
  const all = await Promise.all(projectStates.map(async (state) => [state, await allIn(state, projections)] as const))
  return {
    projects: all.flatMap(([, some]) => some.filter((one) => one.public)),
    counts: {
      total: all.reduce((sum, [, some]) => sum + some.length, 0),
      byState: Object.fromEntries(all.map(([state, some]) => [state, some.length])) as Record<ProjectStateName, number>,
    },
  }
}

const allIn = async (
  state: ProjectStateName,
  projections: Pick<Projections, 'byState'>,
): Promise<readonly ProjectSummary[]> => {
  const found: ProjectSummary[] = []
  let next: string | null = null
  do {
    const page: Page<ProjectionRow> = await projections.byState('project', state, {
      limit: perLook,
      ...(next === null ? {} : { cursor: next }),
    })
    found.push(...page.items.flatMap(({ summary }) => (summary.kind === 'project' ? [summary] : [])))
    next = page.next
  } while (next !== null)
  return found
}
