import * as z from 'zod/mini'
import type { ProjectCommand } from '../domain/project/commands.ts'
import { answers, answersChange, concept, conceptChange, conceptFields } from './concept.ts'
import { person, text } from './fields.ts'
import { type ProjectAct, projectAct, type Read } from './project-act.ts'
import type { RouteKey } from './routes.ts'

const beside = {
  kind: z._default(z.enum(['new', 'takeover']), 'new'),
  contact: person,
  answers: z._default(answers, {}),
  consentToPublish: z._default(z.boolean(), false),
}
const nested = z.strictObject({ ...beside, concept })
const flat = z.strictObject({ ...beside, ...conceptFields })

/** An idea. The fields of the concept stand in `concept`, or beside the others. */
export const submissionBody = z.union([nested, flat])
export type Submission = z.output<typeof nested>

/** By which of its two shapes a submission is read, so that each field is named where it was sent. */
export const readSubmission = (sent: unknown, read: Read): Submission => {
  if (typeof sent === 'object' && sent !== null && 'concept' in sent) return read(nested)
  const { kind, contact, answers, consentToPublish, ...concept } = read(flat)
  return { kind, contact, answers, consentToPublish, concept }
}

/** The command an idea becomes; its proposer is the contact named in it. */
export const submitCommand = (
  { kind, concept, answers, consentToPublish }: Submission,
  proposer: (ProjectCommand & { type: 'submit' })['proposer'],
): ProjectCommand & { type: 'submit' } => ({ type: 'submit', kind, concept, answers, proposer, consentToPublish })

/** What the proposer does after submitting. */
export const submissionActs = {
  'POST /api/projects/{id}/resubmission': projectAct(
    () =>
      z.strictObject({
        concept: z._default(conceptChange, {}),
        answers: z.exactOptional(answersChange),
        note: z.exactOptional(text()),
      }),
    (sent) => ({ type: 'resubmit', ...sent }),
  ),
  'POST /api/projects/{id}/withdrawal': projectAct(
    () => z.strictObject({ reason: z.exactOptional(text()) }),
    (sent) => ({
      type: 'withdraw',
      ...sent,
    }),
  ),
} satisfies Partial<Record<RouteKey, ProjectAct>>
