import type { ProblemCode } from '../../../shared/api/problem-codes.ts'
import type { Route } from '../../../shared/api/routes.ts'
import { type RefusalRule, refuse } from '../../../shared/domain/refusal.ts'
import { problemOf, statuses } from '../../../shared/http/problem.ts'
import type { Trouble } from '../../../shared/http/trouble.ts'
import { exampleIds } from './example-ids.ts'
import type { Operation } from './operation.ts'
import { type JsonSchema, pascal, reference } from './schemas.ts'

/** Which codes a route's problems can have: those of every route, of its kind, and its own. */
export const codesOf = (route: Route, operation: Operation): ReadonlySet<ProblemCode> =>
  new Set<ProblemCode>([
    'unauthenticated',
    'internal',
    'unavailable',
    ...(route.access === 'public' ? [] : (['not-your-role'] as const)),
    ...(route.path.includes('{') ? (['not-found'] as const) : []),
    ...(route.method === 'GET' ? [] : (['malformed', 'too-large', 'unsupported-media-type', 'invalid'] as const)),
    ...(operation.query === undefined ? [] : (['invalid'] as const)),
    ...operation.troubles,
  ])

/** The codes by the status they become. */
export const codesByStatus = (codes: ReadonlySet<ProblemCode>): ReadonlyMap<number, readonly ProblemCode[]> => {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of codes) byStatus.set(statuses[code], [...(byStatus.get(statuses[code]) ?? []), code])
  return new Map([...byStatus].sort(([a], [b]) => a - b).map(([status, some]) => [status, some.toSorted()]))
}

const refused = (code: Parameters<typeof refuse>[0], rule: RefusalRule, facts = {}): Trouble => ({
  kind: 'refused',
  refusal: refuse(code, rule, { facts }),
  standing: { state: 'idea', version: 2, allowed: ['place', 'return'] },
})

/** One trouble of each code, for an example. */
const troubles: Readonly<Record<ProblemCode, Trouble>> = {
  'not-found': { kind: 'not-found' },
  'illegal-in-state': refused('illegal-in-state', 'state', { state: 'idea', allowedIn: ['shaping'] }),
  'not-your-role': { kind: 'forbidden', roles: ['secretariat'] },
  invalid: { kind: 'fields', fields: [{ pointer: '/concept/title', code: 'missing', facts: {} }] },
  'reason-required': refused('reason-required', 'override-needs-reason', { proposed: 2 }),
  'version-conflict': refused('version-conflict', 'changed-since'),
  'idempotency-mismatch': { kind: 'refused', refusal: refuse('idempotency-mismatch', 'key-with-other-payload') },
  busy: { kind: 'refused', refusal: refuse('busy', 'too-much-at-once') },
  unauthenticated: { kind: 'unauthenticated', why: 'unauthenticated' },
  malformed: { kind: 'malformed' },
  'bad-header': { kind: 'bad-header', header: 'if-match' },
  'too-large': { kind: 'too-large', limit: 262_144 },
  'unsupported-media-type': { kind: 'unsupported-media-type', accepted: ['application/json'] },
  'not-our-form': { kind: 'not-our-form' },
  'too-many': { kind: 'too-many', retryAfter: 1_800 },
  unavailable: { kind: 'unavailable' },
  internal: { kind: 'internal' },
}

export const problemName = (codes: readonly ProblemCode[]): string => codes.map(pascal).join('Or')

/** The headers that come with a status, beside those of every problem. */
const headersOf = (status: number): JsonSchema => ({
  ...(status === 401 ? { 'WWW-Authenticate': { $ref: '#/components/headers/WWW-Authenticate' } } : {}),
  ...(status === 415 ? { 'Accept-Post': { $ref: '#/components/headers/Accept-Post' } } : {}),
  ...([429, 503].includes(status) ? { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } : {}),
})

const titleOf = (code: ProblemCode): string => problemOf(troubles[code], 'en', '').problem.title

/** The response that a set of codes is, all of one status. */
export const problemResponse = (status: number, codes: readonly ProblemCode[]): JsonSchema => ({
  description: `${codes.map(titleOf).join(', or: ')}.`,
  headers: {
    'X-Correlation-Id': { $ref: '#/components/headers/X-Correlation-Id' },
    'Content-Language': { $ref: '#/components/headers/Content-Language' },
    ...headersOf(status),
  },
  content: {
    'application/problem+json': {
      schema: {
        allOf: [reference('Problem')],
        properties: { status: { const: status }, code: { enum: codes } },
      },
      examples: Object.fromEntries(
        codes.map((code) => [code, { value: problemOf(troubles[code], 'en', exampleIds.correlation).problem }]),
      ),
    },
  },
})
