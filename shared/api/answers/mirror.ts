import type * as z from 'zod/mini'

/** A type as zod writes it: nothing in it is read-only. */
type Plain<T> = T extends readonly (infer I)[]
  ? Plain<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T

/** The same with every field there, so that a field that may be absent cannot be forgotten. */
type Filled<T> = T extends readonly (infer I)[]
  ? Filled<I>[]
  : T extends object
    ? { -readonly [K in keyof T]-?: Filled<T[K]> }
    : T

type Fits<A, B> = [A] extends [B] ? true : false
type Mirrors<T, O> =
  Fits<Plain<T>, Plain<O>> extends true
    ? Fits<Plain<O>, Plain<T>> extends true
      ? Fits<Filled<T>, Filled<O>> extends true
        ? unknown
        : { readonly 'the schema lacks a field of': T }
      : { readonly 'the schema allows what is not in': T }
    : { readonly 'the schema refuses what is in': T }

/**
 * A schema of exactly what a function answers: `mirror<Standing>()(schema)` compiles only while neither has what the other
 * has not, so that the description of the API cannot drift from the API.
 */
export const mirror =
  <T>() =>
  <S extends z.ZodMiniType>(schema: S & Mirrors<T, z.output<S>>): S =>
    schema
