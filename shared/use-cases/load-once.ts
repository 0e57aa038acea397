import type { StreamId } from '../domain/identifiers.ts'
import type { CommitLog } from './ports.ts'

type Load = Pick<CommitLog, 'load'>

/**
 * A log that loads each stream once, for work that is about commits which were there before it began: several events of
 * one commit, or a digest of many. What is committed meanwhile is not in it.
 */
export const loadOnce = ({ load }: Load): Load => {
  const loaded = new Map<StreamId, ReturnType<CommitLog['load']>>()
  return {
    load: <S extends StreamId>(stream: S) => {
      const known = loaded.get(stream) ?? load(stream)
      loaded.set(stream, known)
      // Kept under its own id, it holds what a stream of that kind does.
      return known as ReturnType<typeof load<S>>
    },
  }
}
