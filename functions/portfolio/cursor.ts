import * as z from 'zod/mini'
import { InTrouble, type Trouble } from '../../shared/http/trouble.ts'
import type { Seal } from '../../shared/use-cases/seal.ts'

/** A cursor that is not one of ours, or belongs to another question. */
export const badCursor: Trouble = { kind: 'fields', fields: [{ pointer: '/cursor', code: 'not-as-asked', facts: {} }] }

/** What a cursor holds. @throws `InTrouble` when we did not make it. */
export const opened = <S extends z.core.$ZodType>(seal: Seal, schema: S, cursor: string): z.core.output<S> => {
  const text = seal.open(cursor)
  if (text === undefined) throw new InTrouble(badCursor)
  const held = z.safeParse(schema, JSON.parse(text))
  if (!held.success) throw new InTrouble(badCursor)
  return held.data
}
