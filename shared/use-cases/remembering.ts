import type { Commit } from '../domain/commit.ts'
import type { StreamId } from '../domain/identifiers.ts'
import type { CommitLog, LogPart } from './ports.ts'

/**
 * A log that loads each stream once, for as long as one piece of work takes: a batch of a queue, a look of the monitor. What
 * it knows it asks for no more: a commit stays as it was written. Who follows a version that is known is answered from that;
 * all others see what was committed meanwhile too, since the rest is read consistently.
 */
export const remembering = <L extends Pick<CommitLog, 'load'>>(log: L): L => {
  const known = new Map<StreamId, Promise<readonly Commit<unknown>[]>>()
  const remember = (stream: StreamId, loading: Promise<readonly Commit<unknown>[]>) => {
    known.set(stream, loading)
    // What could not be loaded is asked for anew the next time.
    loading.catch(() => known.delete(stream))
    return loading
  }
  const further = async (stream: StreamId, before: Promise<readonly Commit<unknown>[]>) => {
    const commits = await before
    const last = commits.at(-1)?.version ?? 0
    const rest: readonly Commit<unknown>[] = await log.load(stream, { after: last })
    return [...commits, ...rest.filter(({ version }) => version > last)]
  }
  /** Of several who ask at once, one loads, and the others wait for it. */
  const follow = async (stream: StreamId, holds: number): Promise<readonly Commit<unknown>[]> => {
    const there = known.get(stream)
    if (there === undefined) return remember(stream, log.load(stream, { holds }))
    const commits = await there
    if ((commits.at(-1)?.version ?? 0) >= holds) return commits
    return known.get(stream) === there ? remember(stream, log.load(stream, { holds })) : follow(stream, holds)
  }
  const load = async (stream: StreamId, part?: LogPart) => {
    if (part !== undefined && 'holds' in part) return follow(stream, part.holds)
    const there = known.get(stream)
    const whole = await remember(stream, there === undefined ? log.load(stream) : further(stream, there))
    return part === undefined ? whole : whole.filter(({ version }) => version > part.after)
  }
  // Kept under its own id, each holds what a stream of that kind does.
  return { ...log, load: load as CommitLog['load'] }
}
