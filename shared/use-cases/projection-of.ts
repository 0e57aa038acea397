import type { Commit } from '../domain/commit.ts'
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
 * Given a version, up to that one at least: whatever was committed since is followed by a projection of its own. Then it
 * is what changed with that version or since: undefined where nothing did, and without the people where they did not.
 */
export const projectionOf =
  (log: Pick<CommitLog, 'load'>, settings: ProcessSettings) =>
  async (stream: StreamId, version?: number): Promise<Projection | undefined> => {
    const part = version === undefined ? undefined : { holds: version }
    return isProjectId(stream)
      ? changed(await log.load(stream, part), version, projects.fold, (now) => projectProjection(now, settings))
      : changed(await log.load(stream, part), version, meetings.fold, (now) => meetingProjection(now, settings))
  }

/** One look at the log tells both: what follows from a log depends on nothing else. */
const changed = <Event, State>(
  commits: readonly Commit<Event>[],
  since: number | undefined,
  fold: (commits: readonly Commit<Event>[], from?: State) => State | undefined,
  project: (state: State) => Projection,
): Projection | undefined => {
  const isEarlier = ({ version }: Commit<Event>): boolean => since !== undefined && version < since
  const earlier = fold(commits.filter(isEarlier))
  const now = fold(
    commits.filter((commit) => !isEarlier(commit)),
    earlier,
  )
  if (now === undefined || earlier === undefined) return now === undefined ? undefined : project(now)
  const { people: were, version: _, ...was } = project(earlier)
  const { people, version, ...is } = project(now)
  if (!same(were, people)) return project(now)
  return same(was, is) ? undefined : { ...is, version }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
