import * as z from 'zod/mini'
import type { RefusalCode } from '../../domain/refusal.ts'
import { edgeCodes, type Problem } from '../problem-codes.ts'
import { mirror } from './mirror.ts'
import { acts, count, text } from './parts.ts'

/** The codes of the domain, listed by the compiler. */
const refusals: Readonly<Record<RefusalCode, true>> = {
  'not-found': true,
  'illegal-in-state': true,
  'not-your-role': true,
  invalid: true,
  'reason-required': true,
  'version-conflict': true,
  'idempotency-mismatch': true,
  busy: true,
}
const refusalCodes = Object.keys(refusals) as RefusalCode[]

/** Every answer that is no success: `application/problem+json` by RFC 9457. */
export const problem = mirror<Problem>()(
  z.strictObject({
    type: text.check(z.regex(/^\/problems\/[a-z-]+$/)),
    title: text,
    status: z.int().check(z.minimum(400), z.maximum(599)),
    code: z.enum([...refusalCodes, ...edgeCodes]),
    detail: text,
    correlationId: text,
    rule: z.exactOptional(text),
    errors: z.exactOptional(z.array(z.strictObject({ pointer: text, code: text, detail: text }))),
    state: z.exactOptional(text),
    version: z.exactOptional(count),
    allowed: z.exactOptional(acts),
    allowedIn: z.exactOptional(z.array(text)),
    allowedRoles: z.exactOptional(z.array(text)),
  }),
)
