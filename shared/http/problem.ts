import type { FieldError, Problem, ProblemCode } from '../api/problem-codes.ts'
import type { Language } from '../i18n/language.ts'
import { type ProblemWords, problemWords } from '../i18n/problem-words.ts'
import { Unavailable } from '../use-cases/unavailable.ts'
import { InTrouble, type Trouble } from './trouble.ts'

/**
 * The status each code becomes; nobody else says. A version conflict only comes of `If-Match`, hence 412
 * (RFC 9110, section 13.1.1); without it a command that lost a race is decided again on the new state.
 */
export const statuses: Readonly<Record<ProblemCode, number>> = {
  malformed: 400,
  'bad-header': 400,
  unauthenticated: 401,
  'not-your-role': 403,
  'not-our-form': 403,
  'not-found': 404,
  'illegal-in-state': 409,
  'version-conflict': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  invalid: 422,
  'reason-required': 422,
  'idempotency-mismatch': 422,
  'too-many': 429,
  internal: 500,
  busy: 503,
  unavailable: 503,
}

const retryWhenBusySeconds = 2
const retryWhenAwaySeconds = 5

/** What went wrong, whatever was thrown: an inner message never gets out. */
export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof InTrouble) return error.trouble
  if (error instanceof Unavailable) return { kind: 'unavailable' }
  return { kind: 'internal' }
}

/** An answer by RFC 9457, in the caller's language, with the headers that belong to it. */
export interface ProblemAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly problem: Problem
}

/** What of a problem depends on its kind. */
interface Described {
  readonly code: ProblemCode
  readonly detail: string
  readonly headers?: Readonly<Record<string, string>>
  readonly more?: Partial<Problem>
}

export const problemOf = (trouble: Trouble, language: Language, correlationId: string): ProblemAnswer => {
  const words = problemWords[language]
  const { code, detail, headers = {}, more = {} } = describe(trouble, words)
  const status = statuses[code]
  return {
    status,
    headers: { 'content-type': 'application/problem+json', 'content-language': language, ...headers },
    problem: { type: `/problems/${code}`, title: words.titles[code], status, code, detail, correlationId, ...more },
  }
}

const describe = (trouble: Trouble, words: ProblemWords): Described => {
  const { details } = words
  switch (trouble.kind) {
    case 'unauthenticated':
      return {
        code: 'unauthenticated',
        detail: details[trouble.why],
        headers: {
          'www-authenticate':
            trouble.why === 'bad-token' ? 'Bearer realm="trin", error="invalid_token"' : 'Bearer realm="trin"',
        },
      }
    case 'forbidden':
      return { code: 'not-your-role', detail: details.forbidden, more: { allowedRoles: trouble.roles } }
    case 'not-found':
      return { code: 'not-found', detail: details['not-found'] }
    case 'malformed':
      return { code: 'malformed', detail: details.malformed }
    case 'bad-header':
      return {
        code: 'bad-header',
        detail: details[trouble.header === 'if-match' ? 'bad-if-match' : 'bad-idempotency-key'],
      }
    case 'too-large':
      return { code: 'too-large', detail: details['too-large'](Math.floor(trouble.limit / 1024)) }
    case 'unsupported-media-type':
      return {
        code: 'unsupported-media-type',
        detail: details['unsupported-media-type'](trouble.accepted),
        headers: { 'accept-post': trouble.accepted.join(', ') },
      }
    case 'fields':
      return {
        code: 'invalid',
        detail: details.fields(trouble.fields.length),
        more: {
          errors: trouble.fields.map(
            ({ pointer, code, facts }): FieldError => ({
              pointer,
              code,
              detail: words.fields[code](facts),
            }),
          ),
        },
      }
    case 'refused':
      return describeRefusal(trouble, words)
    case 'not-our-form':
      return { code: 'not-our-form', detail: details['not-our-form'] }
    case 'too-many':
      return {
        code: 'too-many',
        detail: details['too-many'](Math.ceil(trouble.retryAfter / 60)),
        headers: { 'retry-after': String(trouble.retryAfter) },
      }
    case 'unavailable':
      return {
        code: 'unavailable',
        detail: details.unavailable,
        headers: { 'retry-after': String(retryWhenAwaySeconds) },
      }
    case 'internal':
      return { code: 'internal', detail: details.internal }
  }
}

const describeRefusal = (
  { refusal, standing }: Trouble & { readonly kind: 'refused' },
  words: ProblemWords,
): Described => {
  const detail = words.rules[refusal.rule](refusal.facts ?? {})
  const { at, alsoAt = [] } = refusal
  const errors: readonly FieldError[] | undefined =
    at === undefined
      ? undefined
      : [at, ...alsoAt].map((path) => ({ pointer: pointerOf(path), code: refusal.rule, detail }))
  const allowedIn = refusal.facts?.allowedIn
  const roles = refusal.allowedRoles ?? refusal.facts?.roles
  return {
    code: refusal.refused,
    detail,
    ...(refusal.refused === 'busy' ? { headers: { 'retry-after': String(retryWhenBusySeconds) } } : {}),
    more: {
      rule: refusal.rule,
      ...(errors === undefined ? {} : { errors }),
      ...(typeof allowedIn === 'object' ? { allowedIn } : {}),
      ...(typeof roles === 'object' ? { allowedRoles: roles } : {}),
      ...standing,
    },
  }
}

/** A path as a JSON pointer (RFC 6901). */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
