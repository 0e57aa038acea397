import type { Instant } from '../time.ts'
import type { Project } from './state.ts'

/** Something the secretariat is to do while the project is another's move, and until when. */
export interface SecretariatTask {
  readonly kind: 'revision' | 'review' | 'graduation'
  readonly dueAt: Instant
}

/**
 * The first of them: a concept written anew that nobody has looked at, before it has to be ready; a report that waits for its
 * review; a look at whether what is live is a product.
 */
export const secretariatTask = ({ due, revisedAt }: Project): SecretariatTask | undefined =>
  due
    .flatMap(({ kind, dueAt }): SecretariatTask[] => {
      if (kind === 'review' || kind === 'graduation') return [{ kind, dueAt }]
      return kind === 'concept' && revisedAt !== undefined ? [{ kind: 'revision', dueAt }] : []
    })
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))[0]
