import type { Commit } from '../commit.ts'
import type { ProjectId } from '../identifiers.ts'
import type { ProjectEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { Project } from './state.ts'

/** One event of a log, with the project as it was before and as the event left it. */
export interface Happening {
  readonly commit: Commit<ProjectEvent>
  /** Place of the event in its commit, from 0. */
  readonly index: number
  readonly event: ProjectEvent
  /** Undefined for the first event. */
  readonly before: Project | undefined
  readonly after: Project
}

/** Everything that happened to a project, in order; voids hold nothing. */
export const happenings = (stream: ProjectId, commits: readonly Commit<ProjectEvent>[]): readonly Happening[] => {
  const told: Happening[] = []
  let before: Project | undefined
  for (const commit of commits)
    for (const [index, event] of commit.events.entries()) {
      const { version, at, actor } = commit
      const after = evolve(before, event, { stream, version, at, actor })
      told.push({ commit, index, event, before, after })
      before = after
    }
  return told
}
