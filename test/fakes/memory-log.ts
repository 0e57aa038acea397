import type { Commit } from '../../shared/domain/commit.ts'
import type { StreamId } from '../../shared/domain/identifiers.ts'
import { itemOfCommit } from '../../shared/store/commit-item.ts'
import { putTextBack, takeTextOut } from '../../shared/store/free-text.ts'
import type { Redactions } from '../../shared/use-cases/erasure-ports.ts'
import type { CommitLog, EventOf, LogPart, StreamEvent } from '../../shared/use-cases/ports.ts'

/** The event log in memory, by the same rules as the one in the table. */
export const memoryLog = (commits: readonly Commit<StreamEvent>[] = []): CommitLog & Redactions => {
  const logs = new Map<StreamId, Commit<StreamEvent>[]>()
  const of = (stream: StreamId) => logs.get(stream) ?? logs.set(stream, []).get(stream) ?? []
  const append = (commit: Commit<StreamEvent>) => {
    const log = of(commit.stream)
    if (log.some(({ version }) => version === commit.version)) return 'refused'
    // What the table would not take, no test may build on.
    itemOfCommit(commit)
    log.push(commit)
    log.sort((a, b) => a.version - b.version)
    return 'committed'
  }
  for (const commit of commits) append(commit)
  return {
    load: async <S extends StreamId>(stream: S, part?: LogPart) => {
      const after = part !== undefined && 'after' in part ? part.after : 0
      return (logs.get(stream) ?? []).filter(({ version }) => version > after) as Commit<EventOf<S>>[]
    },
    read: async <S extends StreamId>(stream: S, version: number) =>
      logs.get(stream)?.find((commit) => commit.version === version) as Commit<EventOf<S>> | undefined,
    append: async (commit) => append(commit),
    async *streams() {
      yield* [...logs.keys()]
    },
    redact: async (stream, version, change) => {
      const log = of(stream)
      const at = log.findIndex((commit) => commit.version === version)
      const commit = log[at]
      if (commit === undefined) return 0
      const { without, texts } = takeTextOut(commit.events)
      const after = change(texts)
      log[at] = { ...commit, events: putTextBack(without, { ...texts, ...after }) as readonly StreamEvent[] }
      return Object.keys(texts).filter((path) => texts[path] !== after[path]).length
    },
  }
}
