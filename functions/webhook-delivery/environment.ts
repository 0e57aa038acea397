import * as z from 'zod/mini'
import { variable } from '../../shared/environment.ts'

const text = z.string().check(z.minLength(1))

/** What webhook-delivery reads of its environment. */
export const environmentSchema = z.object({
  [variable.table]: text,
  [variable.webhooksQueue]: z.url(),
  [variable.baseUrl]: z.url(),
  [variable.webhookEndpoints]: z._default(text, '[]'),
  [variable.webhookPrivateTargets]: z._default(z.enum(['true', 'false']), 'false'),
})
