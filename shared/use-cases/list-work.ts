import type { ProjectStateName } from '../domain/project/state.ts'
import type { Projections, ProjectSummary } from './ports.ts'

/** So many looks into the index for one state. */
const mostLooks = 20
const lookLimit = 100

/**
 * Every project in these states, for whoever sees all of them: what an association works on is hundreds, so that it can be
 * sorted and searched as a whole. Read from projections: a moment behind the log.
 */
export const listWork = async (
  states: readonly ProjectStateName[],
  projections: Pick<Projections, 'byState'>,
): Promise<readonly ProjectSummary[]> => (await Promise.all(states.map((state) => inState(state, projections)))).flat()

const inState = async (
  state: ProjectStateName,
  projections: Pick<Projections, 'byState'>,
): Promise<readonly ProjectSummary[]> => {
  const found: ProjectSummary[] = []
  let cursor: string | null = null
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const page: Awaited<ReturnType<Projections['byState']>> = await projections.byState('project', state, {
      limit: lookLimit,
      ...(cursor === null ? {} : { cursor }),
    })
    for (const { summary } of page.items) if (summary.kind === 'project') found.push(summary)
    cursor = page.next
    if (cursor === null) break
  }
  return found
}
