import type { Commit } from '../domain/commit.ts'
import type { ProjectId } from '../domain/identifiers.ts'
import type { ProjectEvent } from '../domain/project/events.ts'
import { fold, settleLevel } from '../domain/project/evolve.ts'
import type { Project } from '../domain/project/state.ts'
import type { Clock, CommitLog } from './ports.ts'

export interface ReadPorts {
  readonly log: Pick<CommitLog, 'load'>
  readonly clock: Clock
}

/** A project as it stands now, with its log. Read from the log, so that whoever wrote reads their own writes. */
export const readProject = async (
  id: ProjectId,
  { log, clock }: ReadPorts,
): Promise<{ readonly project: Project; readonly commits: readonly Commit<ProjectEvent>[] } | undefined> => {
  const commits = await log.load(id)
  const project = fold(commits)
  return project === undefined ? undefined : { project: settleLevel(project, clock()), commits }
}
