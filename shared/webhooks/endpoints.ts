import * as z from 'zod/mini'
import type { ProjectEvent } from '../domain/project/events.ts'
import { isProjectEventType } from './event-types.ts'
import { keyOfSecret } from './sign.ts'

const isSecret = (secret: string): boolean => {
  try {
    return keyOfSecret(secret).length > 0
  } catch {
    return false
  }
}

const secret = z.string().check(z.refine(isSecret, 'whsec_ and base64 of 24 to 64 bytes'))

const endpoint = z.strictObject({
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  url: z.url({ protocol: /^https?$/ }),
  /** One secret, or more while one is rotated: the newest first. */
  secret: z.union([secret, z.array(secret).check(z.minLength(1), z.maxLength(4))]),
  /** Types as in an event's name: `approved`, `started` …; all when absent. */
  types: z.optional(z.array(z.string().check(z.refine(isProjectEventType)))),
  /** What the receiver may see. @default public */
  role: z._default(z.enum(['public', 'integrator']), 'public'),
})

const endpoints = z
  .array(endpoint)
  .check(z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two endpoints have the same id'))

/** One endpoint of the settings. */
export interface Endpoint {
  readonly id: string
  readonly url: string
  readonly secrets: readonly string[]
  readonly types?: readonly ProjectEvent['type'][]
  readonly role: 'public' | 'integrator'
}

/** `WEBHOOK_ENDPOINTS`: JSON text to endpoints. Throws, naming the field, when it is not that. */
export const parseEndpoints = (json: string): readonly Endpoint[] =>
  z.parse(endpoints, JSON.parse(json)).map(({ secret, types, ...rest }) => ({
    ...rest,
    secrets: typeof secret === 'string' ? [secret] : secret,
    ...(types === undefined ? {} : { types: types.filter(isProjectEventType) }),
  }))
