import * as z from 'zod/mini'
import { type Answer, deviationOf } from '../openapi/support/answered.ts'
import type { Request } from './requests.ts'

const problem = z.object({ code: z.string(), rule: z.optional(z.string()) })

/**
 * Routes whose body no schema says all of: what each element of a form becomes stands in `os2forms.ts`; whom an erasure names
 * depends on who asks.
 */
const looselyDescribed: readonly string[] = ['POST /api/intake/os2forms', 'POST /api/erasures']

/** Refused for its form, and not by a rule of the process. */
const refusesIts = ({ status, body = '' }: Answer): boolean => {
  if (status !== 400 && status !== 413 && status !== 415 && status !== 422) return false
  const { code, rule } = z.parse(problem, JSON.parse(body))
  return rule === undefined && code !== 'idempotency-mismatch'
}

/** What is wrong with the answer to a request; undefined when nothing is. `stored`: whether anything was kept of it. */
export const verdictOn = (request: Request, answer: Answer, stored: boolean): string | undefined => {
  const { status } = answer
  if (status >= 500) return `answered ${status}: ${answer.body}`
  const deviation = deviationOf(request.route, answer)
  if (deviation !== undefined) return deviation
  if (stored && (status >= 300 || request.route.startsWith('GET ')))
    return `answered ${status}, and kept something of it`
  if (request.kind === 'valid' && !looselyDescribed.includes(request.route) && refusesIts(answer))
    return `it keeps to the description, and was refused: ${answer.body}`
  if (request.fits === false && status < 300) return 'its body does not fit the description, and it was taken'
  return undefined
}
