import type { StreamId } from '../../shared/domain/identifiers.ts'
import type { CommitLog, LogPart } from '../../shared/use-cases/ports.ts'

/** A log that lags by so many commits for whoever reads it as it may lag, as a table does that has more than one copy. */
export const laggingLog = <L extends Pick<CommitLog, 'load'>>(log: L, behind: () => number): L => ({
  ...log,
  load: async <S extends StreamId>(stream: S, part?: LogPart) => {
    const commits = await log.load(stream, part)
    if (part === undefined || !('holds' in part)) return commits
    return commits.slice(0, Math.max(part.holds, commits.length - behind()))
  },
})
