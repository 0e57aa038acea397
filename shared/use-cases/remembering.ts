import type { Commit } from '../domain/commit.ts'
import type { StreamId } from '../domain/identifiers.ts'
import type { CommitLog, LogPart } from './ports.ts'

type Known = Promise<readonly Commit<unknown>[]>

/**
 * A log that loads each stream once, for as long as one piece of work takes: a command, a batch of a queue, a look of the
 * monitor. What it knows it asks for no more: a commit stays as it was written. Who follows a version that is known is answered
 * from that; all others see what was committed meanwhile too, since the rest is read consistently. What is appended is known.
 */
export const remembering = <L extends Pick<CommitLog, 'load'> & Partial<Pick<CommitLog, 'read' | 'append'>>>(
  log: L,
): L => {
  const known = new Map<StreamId, Known>()
  const remember = (stream: StreamId, loading: Known): Known => {
    known.set(stream, loading)
    // What could not be loaded is asked for anew the next time.
    loading.catch(() => known.delete(stream))
    return loading
  }
  const further = async (stream: StreamId, before: Known): Known => {
    const commits = await before
    const last = lastOf(commits)
    const rest: readonly Commit<unknown>[] = await log.load(stream, { after: last })
    return [...commits, ...rest.filter(({ version }) => version > last)]
  }
  /** Of several who ask at once, one loads, and the others wait for it. */
  const follow = async (stream: StreamId, holds: number): Known => {
    const there = known.get(stream)
    if (there === undefined) return remember(stream, log.load(stream, { holds }))
    const commits = await there
    if (lastOf(commits) >= holds) return commits
    return known.get(stream) === there ? remember(stream, further(stream, there)) : follow(stream, holds)
  }
  const load = async (stream: StreamId, part?: LogPart) => {
    if (part !== undefined && 'holds' in part) return follow(stream, part.holds)
    const there = known.get(stream)
    const whole = await remember(stream, there === undefined ? log.load(stream) : further(stream, there))
    return part === undefined ? whole : whole.filter(({ version }) => version > part.after)
  }
  /** Looked for in what is known, then in what came after that: what is read to look for it is then known, too. */
  const read = async (stream: StreamId, version: number) => {
    const isIt = (commit: Commit<unknown>) => commit.version === version
    return (await follow(stream, 0)).find(isIt) ?? (await load(stream)).find(isIt)
  }
  const append: CommitLog['append'] = async (commit) => {
    const { stream, version } = commit
    const result = await log.append?.(commit)
    if (result === undefined) throw new Error('a log that is only read')
    const there = known.get(stream)
    if (result === 'committed' && there !== undefined)
      known.set(
        stream,
        there.then((commits) => (lastOf(commits) === version - 1 ? [...commits, commit] : commits)),
      )
    return result
  }
  // Kept under its own id, each holds what a stream of that kind does.
  return {
    ...log,
    load: load as CommitLog['load'],
    ...(log.read === undefined ? {} : { read: read as CommitLog['read'] }),
    ...(log.append === undefined ? {} : { append }),
  }
}

const lastOf = (commits: readonly Commit<unknown>[]): number => commits.at(-1)?.version ?? 0
