import type { Answers, Concept } from './concept.ts'
import { type CriterionId, unmetUnexplained } from './criteria.ts'
import type { Level } from './level.ts'
import type { ProcessSettings } from './settings.ts'

/** An answer of the form that points to a level. */
export interface Pointer {
  readonly criterion?: CriterionId
  readonly points: Level
  readonly because:
    | 'several-authorities'
    | 'many-could-use-it'
    | 'backed-by-management'
    | 'national-strategy'
    | 'business-critical-in-many'
    | 'joint-economy-above-threshold'
    | 'nothing-points-upward'
}

/** What the system proposes, and why. */
export interface LevelProposal {
  readonly level: Level
  readonly pointers: readonly Pointer[]
  /** What would have to be there for the level above; empty at level 3. */
  readonly missingForNext: readonly Pointer['because'][]
  /** Criteria of the proposed level that are not met and not explained (recommendations left out). */
  readonly unmet: readonly CriterionId[]
}

type Upward = Pointer & { readonly because: Exclude<Pointer['because'], 'nothing-points-upward'> }

/** Every pointer upward, in the order in which it is told. Level 2 takes both of its criteria, level 3 one pointer. */
const pointersUpward: readonly Upward[] = [
  { criterion: 'R3', points: 2, because: 'several-authorities' },
  { criterion: 'R3', points: 2, because: 'many-could-use-it' },
  { criterion: 'R2', points: 2, because: 'backed-by-management' },
  { criterion: 'R4', points: 3, because: 'national-strategy' },
  { points: 3, because: 'business-critical-in-many' },
  { points: 3, because: 'joint-economy-above-threshold' },
]

/** What the form says, in its own fields or as a `yes` to the criterion that asks the same. */
const isGiven = (
  concept: Concept,
  answers: Answers,
  settings: Pick<ProcessSettings, 'level2Potential' | 'level3Threshold'>,
): Readonly<Record<Upward['because'], boolean>> => ({
  'several-authorities': concept.otherAuthorities.length > 0 || answers.R3?.answer === 'yes',
  'many-could-use-it': (concept.potentialAuthorities ?? 0) >= settings.level2Potential,
  'backed-by-management': concept.backedByManagement || answers.R2?.answer === 'yes',
  'national-strategy': Boolean(concept.nationalStrategy?.trim()) || answers.R4?.answer === 'yes',
  'business-critical-in-many': concept.businessCritical === 'many',
  'joint-economy-above-threshold': (concept.jointCost?.amount ?? 0) > settings.level3Threshold,
})

/** What would have to be there for the level above: a criterion that one pointer gives already is not missing. */
const missingAbove = (level: Level, there: readonly Upward[]): readonly Upward['because'][] =>
  pointersUpward
    .filter(({ points }) => points === level + 1)
    .filter(({ criterion }) => !there.some((given) => given.criterion === criterion))
    .map(({ because }) => because)

/**
 * The level the system proposes, with its reasons; a person confirms or overrides it. Two or more authorities, or many that
 * could use it (R3), with management behind it (R2) point to 2; a national strategy (R4), operation in many authorities or
 * a joint economy above the threshold point to 3.
 */
export const proposeLevel = (
  concept: Concept,
  answers: Answers,
  settings: Pick<ProcessSettings, 'level2Potential' | 'level3Threshold'>,
): LevelProposal => {
  const given = isGiven(concept, answers, settings)
  const there = pointersUpward.filter(({ because }) => given[because])
  const level = levelOf(there)
  return {
    level,
    pointers: there.length > 0 ? there : [{ points: 1, because: 'nothing-points-upward' }],
    missingForNext: missingAbove(level, there),
    unmet: unmetUnexplained(answers, level),
  }
}

const levelOf = (there: readonly Upward[]): Level => {
  if (there.some(({ points }) => points === 3)) return 3
  const cites = (criterion: CriterionId): boolean => there.some((pointer) => pointer.criterion === criterion)
  return cites('R3') && cites('R2') ? 2 : 1
}
