import type { Answer, Answers } from './concept.ts'
import type { AssessedLevel } from './level.ts'

export type Theme = 'relevance' | 'form' | 'strategy' | 'governance'

export interface Criterion {
  readonly id: string
  readonly theme: Theme
  /** The level from which it applies. */
  readonly level: AssessedLevel
  readonly recommendation: boolean
}

/**
 * The 43 criteria of the governance model: identifiers, themes and levels as OS2 publishes them.
 * Levels are cumulative; a recommendation never blocks. Labels in words stand in `shared/i18n`.
 */
export const criteria = [
  { id: 'R1', theme: 'relevance', level: 'sandbox', recommendation: false },
  { id: 'R2', theme: 'relevance', level: 2, recommendation: false },
  { id: 'R3', theme: 'relevance', level: 2, recommendation: false },
  { id: 'R4', theme: 'relevance', level: 3, recommendation: false },
  { id: 'F1', theme: 'form', level: 'sandbox', recommendation: false },
  { id: 'F2', theme: 'form', level: 'sandbox', recommendation: false },
  { id: 'F3', theme: 'form', level: 'sandbox', recommendation: false },
  { id: 'F4', theme: 'form', level: 'sandbox', recommendation: false },
  { id: 'F5', theme: 'form', level: 'sandbox', recommendation: false },
  { id: 'F6', theme: 'form', level: 1, recommendation: false },
  { id: 'F7', theme: 'form', level: 1, recommendation: false },
  { id: 'F10', theme: 'form', level: 1, recommendation: false },
  { id: 'F11', theme: 'form', level: 1, recommendation: false },
  { id: 'F12', theme: 'form', level: 2, recommendation: false },
  { id: 'F13', theme: 'form', level: 2, recommendation: false },
  { id: 'F14', theme: 'form', level: 2, recommendation: false },
  { id: 'F15', theme: 'form', level: 2, recommendation: false },
  { id: 'F16', theme: 'form', level: 2, recommendation: false },
  { id: 'F17', theme: 'form', level: 2, recommendation: false },
  { id: 'F18', theme: 'form', level: 2, recommendation: false },
  { id: 'F19', theme: 'form', level: 2, recommendation: true },
  { id: 'F20', theme: 'form', level: 2, recommendation: true },
  { id: 'F21', theme: 'form', level: 3, recommendation: false },
  { id: 'F22', theme: 'form', level: 3, recommendation: false },
  { id: 'S1', theme: 'strategy', level: 1, recommendation: false },
  { id: 'S2', theme: 'strategy', level: 1, recommendation: false },
  { id: 'S3', theme: 'strategy', level: 2, recommendation: false },
  { id: 'S4', theme: 'strategy', level: 2, recommendation: false },
  { id: 'S5', theme: 'strategy', level: 3, recommendation: false },
  { id: 'G1', theme: 'governance', level: 1, recommendation: false },
  { id: 'G2', theme: 'governance', level: 1, recommendation: false },
  { id: 'G3', theme: 'governance', level: 1, recommendation: false },
  { id: 'G4', theme: 'governance', level: 1, recommendation: false },
  { id: 'G5', theme: 'governance', level: 2, recommendation: false },
  { id: 'G6', theme: 'governance', level: 2, recommendation: false },
  { id: 'G7', theme: 'governance', level: 2, recommendation: true },
  { id: 'G8', theme: 'governance', level: 2, recommendation: true },
  { id: 'G9', theme: 'governance', level: 2, recommendation: true },
  { id: 'G10', theme: 'governance', level: 2, recommendation: true },
  { id: 'G11', theme: 'governance', level: 3, recommendation: false },
  { id: 'G12', theme: 'governance', level: 3, recommendation: false },
  { id: 'G13', theme: 'governance', level: 3, recommendation: false },
  { id: 'G14', theme: 'governance', level: 3, recommendation: false },
] as const satisfies readonly Criterion[]

export type CriterionId = (typeof criteria)[number]['id']

/** Levels from the floor up; what applies at one applies at all above it. */
const ladder: readonly AssessedLevel[] = ['sandbox', 1, 2, 3]

/** Law and licence: met or not, but never explained away. */
const beyondExplaining: readonly CriterionId[] = ['F2', 'F3']

/** Whether words can stand for meeting a criterion. */
export const mayBeExplained = (id: CriterionId): boolean => !beyondExplaining.includes(id)

export const isCriterionId = (id: string): id is CriterionId => criteria.some((criterion) => criterion.id === id)

/** Every criterion that applies at a level, with those of the levels below it, recommendations too. */
export const criteriaFor = (level: AssessedLevel): readonly (typeof criteria)[number][] =>
  criteria.filter((criterion) => ladder.indexOf(criterion.level) <= ladder.indexOf(level))

/** Comply or explain: `yes` meets a criterion; a no, a plan or an irrelevance explains itself in words, if it may. */
const isMetOrExplained = (id: CriterionId, answer: Answer | undefined): boolean => {
  switch (answer?.answer) {
    case 'yes':
      return true
    case 'no':
    case 'planned':
    case 'not-relevant':
      return mayBeExplained(id) && Boolean(answer.text?.trim())
    case 'dont-know':
    case undefined:
      return false
  }
}

/** Criteria that apply at a level and are neither met nor explained; recommendations never count. */
export const unmetUnexplained = (answers: Answers, level: AssessedLevel): readonly CriterionId[] =>
  criteriaFor(level)
    .filter(({ id, recommendation }) => !recommendation && !isMetOrExplained(id, answers[id]))
    .map(({ id }) => id)

/** Law and licence where they are answered no or not relevant: words do not help. */
export const refusedOutright = (answers: Answers): readonly CriterionId[] =>
  beyondExplaining.filter((id) => ['no', 'not-relevant'].includes(answers[id]?.answer ?? ''))

/** Criteria of a level that are answered other than yes without a word. What nobody answered, or knows, claims nothing; recommendations never count. */
export const unexplained = (answers: Answers, level: AssessedLevel): readonly CriterionId[] =>
  criteriaFor(level)
    .filter(({ id, recommendation }) => {
      const given = answers[id]
      const claims = given !== undefined && given.answer !== 'yes' && given.answer !== 'dont-know'
      return !recommendation && claims && !given.text?.trim()
    })
    .map(({ id }) => id)

/** Criteria that are answered otherwise than before: another answer or another text, given for the first time or taken back. */
export const changedCriteria = (before: Answers, after: Answers): readonly CriterionId[] =>
  criteria
    .map(({ id }) => id)
    .filter((id) => before[id]?.answer !== after[id]?.answer || before[id]?.text !== after[id]?.text)
