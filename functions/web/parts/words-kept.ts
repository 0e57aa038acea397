import type { DueKind } from '../../../shared/domain/deadlines/due-item.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { Reader } from '../reader.ts'

interface Closed {
  readonly due: readonly { readonly kind: DueKind; readonly dueAt: Instant }[]
  readonly contentErasedAt?: Instant | undefined
}

/** What becomes of the words of a closed case that was never public, or became; nothing of one that was. */
export const wordsKept = ({ due, contentErasedAt }: Closed, { words: { standing }, dayOf }: Reader): string => {
  if (contentErasedAt !== undefined) return standing.contentErased(dayOf(contentErasedAt))
  const until = due.find(({ kind }) => kind === 'retention')
  return until === undefined ? '' : standing.keptUntil(dayOf(until.dueAt))
}
