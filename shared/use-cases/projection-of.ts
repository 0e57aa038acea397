import type { StreamId } from '../domain/identifiers.ts'
import { isProjectId } from '../domain/identifiers.ts'
import * as meetings from '../domain/meeting/evolve.ts'
import * as projects from '../domain/project/evolve.ts'
import type { ProcessSettings } from '../domain/settings.ts'
import { meetingProjection } from './meeting-projection.ts'
import type { CommitLog, Projection } from './ports.ts'
import { projectProjection } from './project-projection.ts'

/**
 * The projection of a stream as its log tells it now; undefined for a log of voids only.
 * Given a version, up to that one at least: whatever was committed since is followed by a projection of its own.
 */
export const projectionOf =
  (log: Pick<CommitLog, 'load'>, settings: ProcessSettings) =>
  async (stream: StreamId, version?: number): Promise<Projection | undefined> => {
    const part = version === undefined ? undefined : { holds: version }
    if (isProjectId(stream)) {
      const project = projects.fold(await log.load(stream, part))
      return project === undefined ? undefined : projectProjection(project, settings)
    }
    const meeting = meetings.fold(await log.load(stream, part))
    return meeting === undefined ? undefined : meetingProjection(meeting, settings)
  }
