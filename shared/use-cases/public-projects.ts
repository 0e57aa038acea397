import { listProjects, type Place } from './list-projects.ts'
import type { Projections, ProjectSummary } from './ports.ts'

const perLook = 100

/** Every project that anybody may know of, in the order of the process. */
export const everyPublicProject = async (
  projections: Pick<Projections, 'byState'>,
): Promise<readonly ProjectSummary[]> => {
  const all: ProjectSummary[] = []
  let from: Place | undefined
  do {
    const { items, next } = await listProjects(
      { filter: {}, limit: perLook, actor: { kind: 'anonymous' }, ...(from === undefined ? {} : { from }) },
      projections,
    )
    all.push(...items)
    from = next
  } while (from !== undefined)
  return all
}
