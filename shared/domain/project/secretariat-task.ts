import type { Instant } from '../time.ts'
import type { Project } from './state.ts'

/** Something the secretariat is to do while the project is another's move, and until when. */
export interface SecretariatTask {
  readonly kind: 'review' | 'graduation'
  readonly dueAt: Instant
}

/** The first of them: a report that waits for its review, or a look at whether what is live is a product. */
export const secretariatTask = ({ due }: Project): SecretariatTask | undefined =>
  due
    .flatMap(({ kind, dueAt }) => (kind === 'review' || kind === 'graduation' ? [{ kind, dueAt }] : []))
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))[0]
