import * as z from 'zod/mini'
import { contactId, person, projectId } from './fields.ts'

/**
 * `POST /api/erasures`: nobody named, whoever asks; named by address or by id, somebody else, which is the secretariat's.
 * `successors` take over what the person had on a project.
 */
export const erasureBody = z.strictObject({
  email: z.exactOptional(z.email().check(z.maxLength(254))),
  contact: z.exactOptional(contactId),
  successors: z.exactOptional(z.record(projectId, person)),
})
export type ErasureBody = z.output<typeof erasureBody>
