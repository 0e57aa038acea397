import type { Concept } from '../concept.ts'

/** The fields of a concept that differ. */
export const changedFields = (before: Concept, after: Concept): readonly (keyof Concept)[] =>
  (Object.keys({ ...before, ...after }) as (keyof Concept)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
