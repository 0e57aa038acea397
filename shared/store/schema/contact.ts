import * as z from 'zod'
import type { Contact } from '../../use-cases/ports.ts'
import { contactId, word } from './scalars.ts'
import type { Shape } from './shape.ts'

/** A contact as it is stored, by itself or among the staged ones of a commit. */
export const contact = z.strictObject({
  id: contactId,
  name: word,
  email: word,
  language: z.enum(['da', 'en']),
  authority: z.exactOptional(word),
} satisfies Shape<Contact>)
