import { Ajv } from 'ajv'
import * as z from 'zod/mini'
import type { SubscriberRole } from '../../../shared/use-cases/webhook-ports.ts'
import { describedBy } from '../../openapi/support/described-by.ts'

/** The messages as they are described, by the draft of JSON schema that AsyncAPI takes. */
export const { validatorAt, placeOf, schemaOf } = describedBy(
  'asyncapi.json',
  new Ajv({ strict: false, allErrors: false }),
)

const names = z.record(z.string(), z.object({ name: z.string() }))
const operation = z.object({ 'x-role': z.string(), messages: z.array(z.object({ $ref: z.string() })) })

/** Messages by the type of their event. */
const byType = new Map(
  Object.entries(z.parse(names, schemaOf('components', 'messages'))).map(([key, { name }]) => [name, key]),
)
/** Keys of the messages that endpoints of a role hear. */
export const heardBy = new Map(
  Object.values(z.parse(z.record(z.string(), operation), schemaOf('operations'))).map((told) => [
    told['x-role'],
    told.messages.map(({ $ref }) => $ref.split('/').at(-1) ?? ''),
  ]),
)

/** What HTTP itself says beside a body: no part of a message. */
const ofHttp = ['host', 'connection', 'content-length', 'content-type', 'user-agent']

/** A webhook as its endpoint gets it; names of headers in lower case. */
export interface Delivered {
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** How a webhook differs from its message; undefined where it does not. */
export const deviationOf = ({ headers, body }: Delivered, role?: SubscriberRole): string | undefined => {
  const event: unknown = JSON.parse(body)
  const key = byType.get(Object(event).type)
  if (key === undefined) return `there is no message of the type ${Object(event).type}`
  if (role !== undefined && !heardBy.get(role)?.includes(key)) return `the role ${role} hears no ${key}`
  const message = ['components', 'messages', key] as const
  const trait = z.parse(z.object({ contentType: z.string() }), schemaOf('components', 'messageTraits', 'signed'))
  if (String(headers['content-type']).split(';')[0] !== trait.contentType)
    return `the content type is ${headers['content-type']}`
  const own = Object.fromEntries(Object.entries(headers).filter(([name]) => !ofHttp.includes(name)))
  const data = [...message, 'payload', 'properties', 'data'] as const
  const told = role === undefined || placeOf(...data, 'anyOf') === undefined ? [] : [role === 'public' ? '1' : '0']
  const checks = [
    [validatorAt('components', 'messageTraits', 'signed', 'headers'), own],
    [validatorAt(...message, 'payload'), event],
    [validatorAt(...data, ...told.flatMap((place) => ['anyOf', place])), Object(event).data],
  ] as const
  const failed = checks.find(([validate, value]) => !validate(value))
  return failed === undefined ? undefined : `${JSON.stringify(failed[0].errors)} in ${JSON.stringify(failed[1])}`
}

/** @throws when a webhook is not as the description says. Whatever tests deliver goes through here. */
export const asMessagesAre = (delivered: Delivered, role?: SubscriberRole): void => {
  const deviation = deviationOf(delivered, role)
  if (deviation !== undefined)
    throw new Error(`a webhook is not as functions/portfolio/asyncapi.json says: ${deviation}`)
}
