import * as z from 'zod/mini'
import { placeOf, schemaOf, validatorAt } from './description.ts'

/** An answer as it went over the edge. */
export interface Answer {
  readonly status: number
  /** Names in any case. */
  readonly headers: Readonly<Record<string, unknown>>
  readonly body?: string | undefined
}

const response = z.object({
  headers: z._default(z.record(z.string(), z.unknown()), {}),
  content: z._default(z.record(z.string(), z.unknown()), {}),
})
const header = z.object({ required: z._default(z.boolean(), false) })

/** How an answer differs from what the description says of it; undefined where it does not. */
export const deviationOf = (route: string, { status, headers, body = '' }: Answer): string | undefined => {
  const [method = '', path = ''] = route.split(' ')
  const operation = ['paths', path, method.toLowerCase()] as const
  if (placeOf(...operation) === undefined) return 'there is no such operation'
  const declared = placeOf(...operation, 'responses', String(status))
  if (declared === undefined) return `the status ${status} is not declared; the answer is ${body}`
  const { headers: promised, content } = z.parse(response, schemaOf(...declared))
  const sent = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
  for (const name of Object.keys(promised)) {
    const { required } = z.parse(header, schemaOf(...declared, 'headers', name))
    if (required && !sent.has(name.toLowerCase())) return `the header ${name} is missing`
  }
  const [type = ''] = (sent.get('content-type') ?? '').split(';')
  if (Object.keys(content).length === 0) return body === '' ? undefined : 'there is a body, and none is declared'
  if (!Object.hasOwn(content, type)) return `the content type ${type} is not declared`
  if (!type.endsWith('json')) return undefined
  const validate = validatorAt(...declared, 'content', type, 'schema')
  return validate(JSON.parse(body)) ? undefined : `${JSON.stringify(validate.errors)} in ${body}`
}

/** @throws when an answer is not as the description says. Every edge that tests ask goes through here. */
export const asDescribed = (route: string, answer: Answer): void => {
  const deviation = deviationOf(route, answer)
  if (deviation !== undefined)
    throw new Error(
      `${route} answered ${answer.status}, and not as functions/portfolio/openapi.json says: ${deviation}`,
    )
}

/** The same for problems of an edge whose acts are not the API's own. @throws */
export const asProblemsAre = ({ status, headers, body = '' }: Answer): void => {
  if (status < 400) return
  const validate = validatorAt('components', 'schemas', 'Problem')
  if (headers['content-type'] !== 'application/problem+json' || !validate(JSON.parse(body)))
    throw new Error(`not a problem as they are described: ${JSON.stringify(validate.errors)} in ${body}`)
}
