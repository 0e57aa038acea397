import * as z from 'zod/mini'
import type { Contact, StagedContact } from '../../use-cases/ports.ts'
import { contactId, word } from './scalars.ts'
import type { Shape } from './shape.ts'

const fields = {
  id: contactId,
  name: word,
  email: word,
  language: z.enum(['da', 'en']),
  authority: z.exactOptional(word),
} satisfies Shape<Contact>

/** A contact as it is stored by itself. */
export const contact = z.strictObject(fields)

/** A contact as it waits among those of a commit. */
export const stagedContact = z.strictObject({
  ...fields,
  language: z.exactOptional(fields.language),
  onlyIfNew: z.exactOptional(z.literal(true)),
} satisfies Shape<StagedContact>)
