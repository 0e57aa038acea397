import { nobody } from '../identifiers.ts'
import type { Instant } from '../time.ts'
import type { Project } from './state.ts'

export const secretariatTasks = ['revision', 'review', 'graduation', 'change', 'condition', 'evaluation'] as const

/** Something the secretariat is to do while the project is another's move. */
export interface SecretariatTask {
  readonly kind: (typeof secretariatTasks)[number]
  /** Until when; absent where no clock of the process says. */
  readonly dueAt?: Instant
}

/**
 * The first of them: a concept written anew that nobody has looked at, before it has to be ready; a report that waits for its
 * review; a look at whether what is live is a product; a change beyond the frame that no steering group is there to answer; a
 * condition that is nobody's; last what was self-evaluated since the secretariat evaluated it.
 */
export const secretariatTask = (project: Project): SecretariatTask | undefined => {
  const [first] = project.due
    .flatMap((item): Required<SecretariatTask>[] => {
      const { kind, dueAt, about } = item
      if (kind === 'review' || kind === 'graduation') return [{ kind, dueAt }]
      if (kind === 'concept' && project.revisedAt !== undefined) return [{ kind: 'revision', dueAt }]
      if (kind === 'escalated-change' && project.steering.length === 0) return [{ kind: 'change', dueAt }]
      const isOwnerless = project.conditions.some(({ number, owner }) => number === about && owner === nobody)
      return kind === 'condition' && isOwnerless ? [{ kind, dueAt }] : []
    })
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
  return first ?? (awaitsEvaluation(project) ? { kind: 'evaluation' } : undefined)
}

/** Those evaluated have answered since it was last evaluated. */
export const awaitsEvaluation = ({ state, selfEvaluatedAt, assessments }: Project): boolean =>
  (state === 'implementation' || state === 'product') &&
  selfEvaluatedAt !== undefined &&
  selfEvaluatedAt > (assessments.at(-1)?.at ?? '')
