import { type Refusal, refuse } from '../../refusal.ts'
import { citeCriteria, isOtherWithoutText } from '../../return-reasons.ts'
import type { GivenReturnReason } from '../commands.ts'
import type { ProjectEvent } from '../events.ts'

/** The coded reasons of a return, each citing criteria; never empty, `other` with a text. */
export const citeReasons = (
  reasons: readonly GivenReturnReason[] | undefined,
  comeBackWith: string | undefined,
): Refusal | { readonly reasons: (ProjectEvent & { type: 'returned' })['reasons']; readonly comeBackWith: string } => {
  if (reasons === undefined || reasons.length === 0)
    return refuse('reason-required', 'reason-codes-required', { at: ['reasons'] })
  const untold = reasons.findIndex(isOtherWithoutText)
  if (untold >= 0) return refuse('reason-required', 'other-needs-text', { at: ['reasons', untold, 'text'] })
  if (!comeBackWith?.trim()) return refuse('reason-required', 'come-back-with-required', { at: ['comeBackWith'] })
  return { reasons: reasons.map(citeCriteria), comeBackWith }
}
