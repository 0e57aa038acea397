import type { ProjectEventType } from '../../../shared/domain/project/events.ts'
import { cloudEventType } from '../../../shared/webhooks/cloud-event.ts'
import { publicFields, toldFields } from './events.ts'
import { webhookExamples } from './examples.ts'
import { eventName, type JsonSchema, publicEventName, reference } from './schemas.ts'

const isPublic = (type: string): type is keyof typeof publicFields => Object.hasOwn(publicFields, type)
const types = Object.keys(toldFields) as ProjectEventType[]

const data = (event: string, project: string): JsonSchema => ({
  type: 'object',
  properties: { event: reference(event), project: reference(project) },
  required: ['event', 'project'],
})

/** The envelope: CloudEvents 1.0, structured, with `sequence` and `correlationid` beside. */
export const cloudEventSchema: JsonSchema = {
  type: 'object',
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', description: 'The same at every try: `<project>/<version>/<n>`.' },
    source: { type: 'string', format: 'uri' },
    type: { type: 'string' },
    subject: { type: 'string', description: 'The project.' },
    time: { type: 'string', format: 'date-time', description: 'The moment in the process.' },
    datacontenttype: { const: 'application/json' },
    correlationid: { type: 'string' },
    traceparent: { type: 'string', description: 'W3C Trace Context: the span of the event, the same at every try.' },
    sequence: { type: 'string', description: 'Text order is the order of the project’s log.' },
    data: { type: 'object' },
  },
  required: [
    'specversion',
    'id',
    'source',
    'type',
    'subject',
    'time',
    'datacontenttype',
    'correlationid',
    'traceparent',
    'sequence',
    'data',
  ],
}

const cloudEventOf = (type: ProjectEventType): JsonSchema => {
  const whole = data(eventName(type), 'ProjectAsHeard')
  return {
    allOf: [reference('CloudEvent')],
    properties: {
      type: { const: cloudEventType(type) },
      data: isPublic(type) ? { anyOf: [whole, data(publicEventName(type), 'ProjectForAnyone')] } : whole,
    },
  }
}

const signed = (name: string, description: string): JsonSchema => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})
export const webhookParameters = {
  'webhook-id': signed('webhook-id', 'The event’s `id`; the same at every try.'),
  'webhook-timestamp': signed('webhook-timestamp', 'When this try was made, in seconds since 1970.'),
  'webhook-signature': signed(
    'webhook-signature',
    'Standard Webhooks 1.0: `v1,` and the base64 of an HMAC-SHA256, one for each secret.',
  ),
} as const

/** Each event of a project, as it is posted to the endpoints in the settings. */
export const webhooks = async (): Promise<JsonSchema> => {
  const heard = { integrator: await webhookExamples('integrator'), public: await webhookExamples('public') }
  const examplesOf = (type: string): JsonSchema => {
    const given = Object.entries(heard).flatMap(([role, events]) =>
      events.has(type) ? [[role, { summary: `As the role ${role} hears it`, value: events.get(type) }]] : [],
    )
    return given.length === 0 ? {} : { examples: Object.fromEntries(given) }
  }
  return Object.fromEntries(types.map((type) => [type, { post: operationOf(type, examplesOf(type)) }]))
}

const operationOf = (type: ProjectEventType, examples: JsonSchema): JsonSchema => ({
  operationId: `on-${type}`,
  tags: ['Webhooks'],
  summary: `A project: ${type.replaceAll('-', ' ')}`,
  description: isPublic(type)
    ? 'Endpoints of the role `integrator` hear it; those of the role `public` too, while the project is public.'
    : 'Endpoints of the role `integrator` hear it.',
  // Who calls is told by the signature; there is nothing to sign in with.
  security: [],
  parameters: Object.keys(webhookParameters).map((name) => ({ $ref: `#/components/parameters/${name}` })),
  requestBody: {
    required: true,
    content: { 'application/cloudevents+json': { schema: cloudEventOf(type), ...examples } },
  },
  responses: {
    '2XX': { description: 'Delivered; the body is not looked at.' },
    '410': { description: 'Given up for this endpoint.' },
    default: { description: 'Tried again, later and later, for three days; `Retry-After` is honoured.' },
  },
})
