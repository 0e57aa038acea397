import type * as z from 'zod/mini'

/**
 * A schema for every field of a type, the optional ones too: `{ … } satisfies Shape<Concept>` does not compile when a field
 * of the type has no schema or a schema has no field. An optional field is `z.exactOptional(…)`.
 */
export type Shape<T> = { readonly [Field in keyof T]-?: z.ZodMiniType<T[Field]> }

/** What a schema reads, as nobody may write on it: how the domain's types say it. */
export type Unwritten<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Unwritten<Item>[]
    : { readonly [Field in keyof T]: Unwritten<T[Field]> }

/** The other way round: does not compile when the domain may say what no schema reads, such as one more word of an enum. */
export type ReadsAll<Read, _Said extends Unwritten<Read>> = Read
