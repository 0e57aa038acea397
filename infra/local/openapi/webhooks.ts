import type { ProjectEventType } from '../../../shared/domain/project/events.ts'
import { webhookExamples } from './examples.ts'
import type { JsonSchema } from './schemas.ts'
import { cloudEventOf, toldMediaType, toldTitle, toldTypes, webhookHeaders, whoHears } from './told-events.ts'

/** Requests to Trin have a `traceparent`, too, which may be left out. */
const nameOf = (header: string): string => (header.startsWith('webhook-') ? header : `webhook-${header}`)

export const webhookParameters: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  Object.entries(webhookHeaders).map(([name, { description, schema }]) => [
    nameOf(name),
    { name, in: 'header', required: true, description, schema },
  ]),
)

/** Each event of a project, as it is posted to the endpoints in the settings. */
export const webhooks = async (): Promise<JsonSchema> => {
  const heard = { integrator: await webhookExamples('integrator'), public: await webhookExamples('public') }
  const examplesOf = (type: ProjectEventType): JsonSchema => {
    const given = Object.entries(heard).flatMap(([role, events]) => {
      const example = events.get(type)
      return example === undefined
        ? []
        : [[role, { summary: `As the role ${role} hears it`, value: example.payload }] as const]
    })
    return given.length === 0 ? {} : { examples: Object.fromEntries(given) }
  }
  return Object.fromEntries(toldTypes.map((type) => [type, { post: operationOf(type, examplesOf(type)) }]))
}

const operationOf = (type: ProjectEventType, examples: JsonSchema): JsonSchema => ({
  operationId: `on-${type}`,
  tags: ['Webhooks'],
  summary: toldTitle(type),
  description: whoHears(type),
  // Who calls is told by the signature; there is nothing to sign in with.
  security: [],
  parameters: Object.keys(webhookParameters).map((name) => ({ $ref: `#/components/parameters/${name}` })),
  requestBody: {
    required: true,
    content: { [toldMediaType]: { schema: cloudEventOf(type), ...examples } },
  },
  responses: {
    '2XX': { description: 'Delivered; the body is not looked at.' },
    '410': { description: 'Given up for this endpoint.' },
    default: { description: 'Tried again, later and later, for three days; `Retry-After` is honoured.' },
  },
})
