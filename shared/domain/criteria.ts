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
