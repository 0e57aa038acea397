import type { ProjectEventType } from '../../../shared/domain/project/events.ts'
import { cloudEventType } from '../../../shared/webhooks/cloud-event.ts'
import { publicFields, toldFields } from './events.ts'
import { eventName, type JsonSchema, publicEventName, reference } from './schemas.ts'

/** Every event of a project, in the order of the process: what OpenAPI's webhooks and AsyncAPI's messages are made of. */
export const toldTypes = Object.keys(toldFields) as ProjectEventType[]

/** Whether endpoints of the role `public` ever hear of it. */
export const isPublic = (type: string): type is keyof typeof publicFields => Object.hasOwn(publicFields, type)

/** What one is called where a person reads it. */
export const toldTitle = (type: ProjectEventType): string => `A project: ${type.replaceAll('-', ' ')}`

export const whoHears = (type: ProjectEventType): string =>
  isPublic(type)
    ? 'Endpoints of the role `integrator` hear it; those of the role `public` too, while the project is public.'
    : 'Endpoints of the role `integrator` hear it.'

/** The media type that bodies are described by; the charset is said beside it when they are sent. */
export const toldMediaType = 'application/cloudevents+json'

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

const data = (event: string, project: string): JsonSchema => ({
  type: 'object',
  properties: { event: reference(event), project: reference(project) },
  required: ['event', 'project'],
})

/** The body that tells of an event of this type, to either role. */
export const cloudEventOf = (type: ProjectEventType): JsonSchema => {
  const whole = data(eventName(type), 'ProjectAsHeard')
  return {
    allOf: [reference('CloudEvent')],
    properties: {
      type: { const: cloudEventType(type) },
      data: isPublic(type) ? { anyOf: [whole, data(publicEventName(type), 'ProjectForAnyone')] } : whole,
    },
  }
}

/** What stands beside the body. All of it comes with every try. */
export const webhookHeaders = {
  'webhook-id': { description: 'The event’s `id`; the same at every try.', schema: { type: 'string' } },
  'webhook-timestamp': {
    description: 'When this try was made, in seconds since 1970.',
    schema: { type: 'string', pattern: '^[0-9]+$' },
  },
  'webhook-signature': {
    description:
      'Standard Webhooks 1.0: `v1,` and the base64 of an HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<body as received>`, one for each secret, with a space between.',
    schema: { type: 'string', pattern: '^v1,[A-Za-z0-9+/]{43}=( v1,[A-Za-z0-9+/]{43}=)*$' },
  },
  'x-correlation-id': {
    description: 'Follows what came of one request through log, mails and webhooks; `correlationid` in the event.',
    schema: { type: 'string' },
  },
  traceparent: {
    description: 'W3C Trace Context: the span of this try, of the same trace as the event’s own.',
    schema: { type: 'string', pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$' },
  },
} as const satisfies Readonly<Record<string, { readonly description: string; readonly schema: JsonSchema }>>
