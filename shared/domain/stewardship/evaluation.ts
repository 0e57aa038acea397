import type { Evaluation, Evaluations } from '../concept.ts'
import { type CriterionId, criteria, criteriaFor, type Theme } from '../criteria.ts'
import type { AssessedLevel } from '../level.ts'
import type { Instant } from '../time.ts'

/** The level that an evaluation shows, and what is missing for the one above; nothing at level 3. */
export interface Finding {
  readonly level: AssessedLevel
  readonly missingForNext: readonly CriterionId[]
}

/** The level fixed by an evaluation; `board`: by its decision about a disagreement. */
export interface Assessment extends Finding {
  readonly number: number
  readonly at: Instant
  readonly by: 'secretariat' | 'board'
  readonly reason?: string
  /** How many criteria of each theme had each colour then. */
  readonly themes: ThemeCounts
  /** Criteria that were evaluated otherwise than the time before. */
  readonly changedCriteria: readonly CriterionId[]
  /** Whether anyone may read it. */
  readonly published: boolean
}

/** A level that those evaluated hold to be the right one, brought before the board. */
export interface Dispute {
  readonly wanted: AssessedLevel
  readonly reason: string
}

const ladder: readonly AssessedLevel[] = ['sandbox', 1, 2, 3]

/** Law and licence cannot be explained away. */
const beyondExplaining: readonly CriterionId[] = ['F2', 'F3']

/** Green meets a criterion; yellow with a word of explanation does too, save for law and licence; red and grey do not. */
const isMet = (id: CriterionId, evaluation: Evaluation | undefined): boolean => {
  switch (evaluation?.colour) {
    case 'green':
      return true
    case 'yellow':
      return !beyondExplaining.includes(id) && Boolean(evaluation.text?.trim())
    case 'red':
    case 'grey':
    case undefined:
      return false
  }
}

/** Criteria that apply at a level and are not met; recommendations never count. */
export const unmetAt = (evaluations: Evaluations, level: AssessedLevel): readonly CriterionId[] =>
  criteriaFor(level)
    .filter(({ id, recommendation }) => !recommendation && !isMet(id, evaluations[id]))
    .map(({ id }) => id)

/** The highest level all of whose criteria are met, with those of the levels below; `sandbox` is the floor. */
export const findLevel = (evaluations: Evaluations): Finding => {
  const reached = ladder.filter((level) => unmetAt(evaluations, level).length === 0)
  const level = reached.at(-1) ?? 'sandbox'
  return { level, missingForNext: missingAbove(evaluations, level) }
}

/** What is missing for the level above one. At the floor it may be the floor's own criteria. */
export const missingAbove = (evaluations: Evaluations, level: AssessedLevel): readonly CriterionId[] => {
  const next = ladder[ladder.indexOf(level) + 1]
  return next === undefined ? [] : unmetAt(evaluations, next)
}

export type Colour = Evaluation['colour']
export type ThemeCounts = Readonly<Record<Theme, Readonly<Record<Colour, number>>>>

/** How many criteria of each theme have each colour; what was not assessed is grey. */
export const countByTheme = (evaluations: Evaluations): ThemeCounts => {
  const counts = {
    relevance: { green: 0, yellow: 0, red: 0, grey: 0 },
    form: { green: 0, yellow: 0, red: 0, grey: 0 },
    strategy: { green: 0, yellow: 0, red: 0, grey: 0 },
    governance: { green: 0, yellow: 0, red: 0, grey: 0 },
  }
  for (const { id, theme } of criteria) counts[theme][evaluations[id]?.colour ?? 'grey'] += 1
  return counts
}

/** Criteria whose colour or explanation differs from before. */
export const changedEvaluations = (before: Evaluations, after: Evaluations): readonly CriterionId[] =>
  criteria
    .map(({ id }) => id)
    .filter((id) => before[id]?.colour !== after[id]?.colour || before[id]?.text !== after[id]?.text)
