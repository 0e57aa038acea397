import type { ProjectId } from '../domain/identifiers.ts'
import { fold } from '../domain/project/evolve.ts'
import { closedStates, type ProjectStateName } from '../domain/project/state.ts'
import { actOnProject, type ProcessPorts, type ProjectActing, type ProjectExecuted } from './act-on-project.ts'

const closed: readonly ProjectStateName[] = closedStates

/** Joins an idea to a live project that is the same; the other side of it follows from the event (`keep-agenda.ts`). @throws Unavailable */
export const mergeProjects = async (
  ports: ProcessPorts,
  acting: ProjectActing & { readonly into: ProjectId; readonly reason: string },
): Promise<ProjectExecuted> => {
  const { into, reason } = acting
  const target = fold(await ports.log.load(into))
  const intoIsLive = target !== undefined && !closed.includes(target.state)
  return actOnProject(ports, { ...acting, command: { type: 'merge', into, intoIsLive, reason } })
}
