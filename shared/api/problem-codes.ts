import type { RefusalCode } from '../domain/refusal.ts'

/** Trouble that the edge itself finds, before or beside the domain. */
export const edgeCodes = [
  'unauthenticated',
  'malformed',
  'bad-header',
  'too-large',
  'unsupported-media-type',
  'not-our-form',
  'too-many',
  'unavailable',
  'internal',
] as const
export type EdgeCode = (typeof edgeCodes)[number]

/** Every `code` of a problem answer; stable, and the last part of its `type`. */
export type ProblemCode = RefusalCode | EdgeCode

/** What is wrong with one field of a request. */
export const fieldCodes = [
  'missing',
  'unknown',
  'wrong-type',
  'too-long',
  'too-short',
  'too-large',
  'too-small',
  'not-a-choice',
  'not-a-date',
  'not-a-moment',
  'not-an-address',
  'not-a-link',
  'not-allowed-characters',
  'not-whole',
  'not-as-asked',
] as const
export type FieldCode = (typeof fieldCodes)[number]

/** What is wrong with one field, and the facts its words need. */
export interface FieldTrouble {
  /** RFC 6901: `/concept/title`. */
  readonly pointer: string
  readonly code: FieldCode
  readonly facts: FieldFacts
}

export interface FieldFacts {
  readonly limit?: number
  readonly choices?: readonly string[]
  readonly expected?: string
}

/** What each member of `errors` says about a field. */
export interface FieldError {
  readonly pointer: string
  readonly code: FieldCode | string
  readonly detail: string
}

/** The body of every answer that is not a success: `application/problem+json` by RFC 9457. */
export interface Problem {
  /** `/problems/<code>`. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  readonly correlationId: string
  /** The rule of the process that was broken, with a refusal. */
  readonly rule?: string
  readonly errors?: readonly FieldError[]
  /** With a refusal of a command on something that exists: its state and version now, and what this caller may do instead. */
  readonly state?: string
  readonly version?: number
  readonly allowed?: readonly string[]
  readonly allowedIn?: readonly string[]
  readonly allowedRoles?: readonly string[]
}
