import type { FieldTrouble } from '../api/problem-codes.ts'
import type { Role } from '../domain/actor.ts'
import type { Refusal } from '../domain/refusal.ts'

/** What something is like that a command was refused on, told to those who may see it. */
export interface Standing {
  readonly state: string
  readonly version: number
  /** What this caller may do instead. */
  readonly allowed: readonly string[]
}

/** Why a request gets a problem for an answer. */
export type Trouble =
  | { readonly kind: 'unauthenticated'; readonly why: 'unauthenticated' | 'bad-token' }
  | { readonly kind: 'forbidden'; readonly roles: readonly Role[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'bad-header'; readonly header: 'if-match' | 'idempotency-key' }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'unsupported-media-type'; readonly accepted: readonly string[] }
  | { readonly kind: 'fields'; readonly fields: readonly FieldTrouble[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly standing?: Standing }
  /** A form that is not one of our pages', or one that lay open too long. */
  | { readonly kind: 'not-our-form' }
  /** Somebody sent more than is taken in of one; to be tried again after these seconds. */
  | { readonly kind: 'too-many'; readonly retryAfter: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'internal' }

/** Ends a request with a problem; `problem.ts` says how it looks. */
export class InTrouble extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble, cause?: unknown) {
    super(trouble.kind, { cause })
    this.name = 'InTrouble'
    this.trouble = trouble
  }
}
