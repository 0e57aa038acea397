import type { CriterionId } from './criteria.ts'

/** Why a project goes back to idea generation, and the criteria each code cites. `other` needs a text. */
export const returnReasons = {
  'strategic-fit': ['S1', 'S2', 'S3', 'S4', 'S5'],
  procurement: ['F3'],
  'open-source': ['F1', 'F2', 'F6'],
  architecture: ['F18'],
  security: ['F4'],
  economy: ['G10', 'G13'],
  organisation: ['G3', 'G6'],
  'value-unclear': ['R1', 'R3'],
  other: [],
} as const satisfies Record<string, readonly CriterionId[]>

export type ReturnReasonCode = keyof typeof returnReasons

export interface ReturnReason {
  readonly code: ReturnReasonCode
  /** The criteria in question; the code's own where none are named. */
  readonly criteria: readonly CriterionId[]
  readonly text?: string
}

/** A reason as it is given: its criteria may be left to its code. */
export interface UncitedReason {
  readonly code: ReturnReasonCode
  readonly criteria?: readonly CriterionId[]
  readonly text?: string
}

/** The reason with the criteria it rests on: those given, else the code's own. */
export const citeCriteria = ({ code, criteria = [], text }: UncitedReason): ReturnReason => ({
  code,
  criteria: criteria.length > 0 ? criteria : returnReasons[code],
  ...(text === undefined ? {} : { text }),
})

/** Whether a reason says nothing: `other` has no meaning of its own and needs words. */
export const isOtherWithoutText = ({ code, text }: UncitedReason): boolean => code === 'other' && !text?.trim()
