import * as z from 'zod/mini'
import { fieldTroubles } from './field-troubles.ts'
import { InTrouble } from './trouble.ts'

/** What was sent, as the schema has it. @throws `InTrouble` that names each field the schema refused. */
export const parse = <S extends z.core.$ZodType>(schema: S, sent: unknown): z.core.output<S> => {
  const parsed = z.safeParse(schema, sent, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new InTrouble({ kind: 'fields', fields: fieldTroubles(parsed.error.issues) })
}
