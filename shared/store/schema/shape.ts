import type * as z from 'zod/mini'

/**
 * A schema for every field of a type, the optional ones too: `{ … } satisfies Shape<Concept>` does not compile when a field
 * of the type has no schema or a schema has no field. An optional field is `z.exactOptional(…)`.
 */
export type Shape<T> = { readonly [Field in keyof T]-?: z.ZodMiniType<T[Field]> }
