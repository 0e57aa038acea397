import * as z from 'zod/mini'
import { criterionId } from '../fields.ts'
import { choice, count, exclusion, meeting, outcome, text } from './parts.ts'

export const decidedBy = z.enum(['board', 'secretariat', 'general-assembly'])

const tally = z.strictObject({
  counts: z.partialRecord(choice, count),
  eligible: count,
  excluded: z.array(z.strictObject({ why: exclusion })),
  quorum: count,
  cast: count,
  tieBrokenBy: z.exactOptional(z.enum(['chair', 'vice-chair'])),
})

/** A decision with its count; whom it excluded is told by their part only. */
export const decisionFields = {
  by: decidedBy,
  meeting: z.exactOptional(meeting),
  outcome,
  reason: text,
  criteria: z.array(criterionId),
  nextStep: text,
  tally: z.exactOptional(tally),
}
