import type { CriterionId } from './criteria.ts'
import type { Level } from './level.ts'

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
