import about from '../../../package.json' with { type: 'json' }
import type { ProjectEventType } from '../../../shared/domain/project/events.ts'
import type { SubscriberRole } from '../../../shared/use-cases/webhook-ports.ts'
import { cloudEventType } from '../../../shared/webhooks/cloud-event.ts'
import { exampleSecret, type WebhookExample, webhookExamples } from '../openapi/examples.ts'
import { type JsonSchema, schemas } from '../openapi/schemas.ts'
import {
  cloudEventOf,
  cloudEventSchema,
  isPublic,
  toldMediaType,
  toldTitle,
  toldTypes,
  webhookHeaders,
  whoHears,
} from '../openapi/told-events.ts'
import { reachedFrom } from './reached.ts'

type Heard = Readonly<Record<SubscriberRole, ReadonlyMap<string, WebhookExample>>>

const at = (...path: readonly string[]): JsonSchema => ({ $ref: `#/${path.join('/')}` })

const examplesOf = (type: ProjectEventType, heard: Heard): JsonSchema => {
  const examples = Object.entries(heard).flatMap(([role, events]) => {
    const example = events.get(type)
    return example === undefined ? [] : [{ name: role, summary: `As the role ${role} hears it`, ...example }]
  })
  return examples.length === 0 ? {} : { examples }
}

const messageOf = (type: ProjectEventType, heard: Heard): JsonSchema => ({
  name: cloudEventType(type),
  title: toldTitle(type),
  description: whoHears(type),
  traits: [at('components', 'messageTraits', 'signed')],
  payload: cloudEventOf(type),
  ...examplesOf(type, heard),
})

/** What every message has beside its event. */
const signed: JsonSchema = {
  contentType: toldMediaType,
  headers: {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(webhookHeaders).map(([name, { description, schema }]) => [name, { ...schema, description }]),
    ),
    required: Object.keys(webhookHeaders),
  },
  correlationId: {
    description: 'The same in all that came of one request: answer, log, mails and webhooks.',
    location: '$message.header#/x-correlation-id',
  },
}

/** What endpoints of one role are told. */
const operationOf = (
  role: SubscriberRole,
  { types, ...told }: { readonly title: string; readonly summary: string; readonly types: readonly ProjectEventType[] },
): JsonSchema => ({
  action: 'send',
  channel: at('channels', 'endpoint'),
  ...told,
  'x-role': role,
  security: [at('components', 'securitySchemes', 'signature')],
  bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
  messages: types.map((type) => at('channels', 'endpoint', 'messages', type)),
})

/** AsyncAPI has no kind of its own for what is signed; this one names the header. */
const signature: JsonSchema = {
  type: 'httpApiKey',
  in: 'header',
  name: 'webhook-signature',
  description: `No key, but a signature by the secret of the endpoint: check it before you read a message, as any library of [Standard Webhooks](https://www.standardwebhooks.com) does, and refuse what is older than some minutes. The examples are signed by \`${exampleSecret}\`; their bodies are the payloads as JSON without white space.`,
}

const answering =
  'Any 2xx: delivered, and the body is not looked at. 410: given up for this endpoint. All else, a redirect among it, is tried again, later and later, for three days; `Retry-After` is honoured. At least once, in no certain order: `webhook-id` tells what has come before, `sequence` what happened first.'

/** The messages that Trin sends to other systems, by AsyncAPI 3.0: from what OpenAPI's `webhooks` are made of. */
export const asyncApi = async (): Promise<JsonSchema> => {
  const heard = { integrator: await webhookExamples('integrator'), public: await webhookExamples('public') }
  const messages = Object.fromEntries(toldTypes.map((type) => [type, messageOf(type, heard)]))
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Trin',
      version: about.version,
      description:
        'What Trin tells other systems: each event of a project as a CloudEvent 1.0, signed by Standard Webhooks 1.0. How to receive it is told in `docs/integrating.md`. Moments are UTC, amounts whole øre. Events may get more fields; a change that breaks a receiver gets a new `…v2` beside the old one. What Trin is asked over HTTP is described by `GET /openapi.json`.',
      license: { name: about.license, url: 'https://www.mozilla.org/MPL/2.0/' },
    },
    defaultContentType: toldMediaType,
    servers: {
      subscriber: {
        host: '{host}',
        protocol: 'https',
        description:
          'Your own: whoever listens is the server. Its address stands in the setting `webhookEndpoints`, is `https`, and resolves to public addresses only.',
        variables: {
          host: { description: 'Yours, with the port where it is another than 443.', examples: ['esdh.example.dk'] },
        },
      },
    },
    channels: {
      endpoint: {
        address: '/{path}',
        title: 'An endpoint that hears of projects',
        description: answering,
        servers: [at('servers', 'subscriber')],
        parameters: { path: { description: 'Yours, as the settings have it.', examples: ['trin'] } },
        messages: Object.fromEntries(toldTypes.map((type) => [type, at('components', 'messages', type)])),
      },
    },
    operations: {
      tellIntegrator: operationOf('integrator', {
        title: 'Tell an endpoint of the role integrator',
        summary: 'Every event of every project, without the people in it.',
        types: toldTypes,
      }),
      tellPublic: operationOf('public', {
        title: 'Tell an endpoint of the role public',
        summary: 'What anyone may know: fewer events, with fewer fields, from the moment the project is public.',
        types: toldTypes.filter(isPublic),
      }),
    },
    components: {
      schemas: reachedFrom(messages, { ...schemas(), CloudEvent: cloudEventSchema }),
      messages,
      messageTraits: { signed },
      securitySchemes: { signature },
    },
  }
}

/** The same as the file that is kept and answered. */
export const asyncApiText = async (): Promise<string> => `${JSON.stringify(await asyncApi(), null, 2)}\n`
