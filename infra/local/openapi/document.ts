import about from '../../../package.json' with { type: 'json' }
import { bodies } from '../../../shared/api/bodies.ts'
import { type Route, type RouteKey, routes } from '../../../shared/api/routes.ts'
import { answerExamples } from './examples.ts'
import { history } from './history.ts'
import { type Operation, type Success, tags } from './operation.ts'
import { operations } from './operations/index.ts'
import { parametersOf, sharedParameters } from './parameters.ts'
import { codesByStatus, codesOf, problemName, problemResponse } from './problems.ts'
import { responseHeaders } from './response-headers.ts'
import { bodyName, type JsonSchema, reference, schemas } from './schemas.ts'
import { cloudEventSchema } from './told-events.ts'
import { webhookParameters, webhooks } from './webhooks.ts'

const examples = answerExamples()
const all: readonly Route[] = routes
const keyOf = ({ method, path }: Route) => `${method} ${path}` as RouteKey

/** What has a standard of its own is told by the names of its parts. */
const documentWith = (version: JsonSchema, groups: readonly string[]): JsonSchema => ({
  type: 'object',
  properties: { ...version, ...Object.fromEntries(groups.map((name) => [name, { type: 'object' }])) },
  required: [...Object.keys(version), ...groups],
  additionalProperties: true,
})
const documents = {
  openapi: documentWith({ openapi: { type: 'string', pattern: '^3\\.1\\.' } }, [
    'info',
    'paths',
    'webhooks',
    'components',
  ]),
  asyncapi: documentWith({ asyncapi: { type: 'string', pattern: '^3\\.0\\.' } }, [
    'info',
    'servers',
    'channels',
    'operations',
    'components',
  ]),
}

const contentOf = (body: Success['body']): JsonSchema => {
  switch (body) {
    case undefined:
      return {}
    case 'html':
      return { content: { 'text/html': { schema: { type: 'string' } } } }
    case 'openapi':
    case 'asyncapi':
      return { content: { 'application/json': { schema: documents[body] } } }
    default:
      return {
        content: {
          'application/json': {
            schema: reference(body),
            ...(examples[body] === undefined
              ? {}
              : { examples: { [body]: { $ref: `#/components/examples/${body}` } } }),
          },
        },
      }
  }
}

const successOf = ({ about: description, body, headers = [] }: Success): JsonSchema => ({
  description,
  headers: Object.fromEntries(
    ['x-correlation-id' as const, ...headers].map((name) => {
      const { as } = responseHeaders[name]
      return [as, { $ref: `#/components/headers/${as}` }]
    }),
  ),
  ...contentOf(body),
})

/** The gateway's own answer to any route. */
const throttled: JsonSchema = {
  description: 'Too many requests: the gateway’s own answer. Try again in a moment.',
  content: {
    'application/json': { schema: { type: 'object', properties: { message: { type: 'string' } } } },
  },
}

/** A status has one response: where it is an answer of ours and a problem too, both media types. */
const responsesOf = (route: Route, operation: Operation): JsonSchema => {
  const codes = codesByStatus(codesOf(route, operation))
  const responses = new Map<string, JsonSchema>([['429', { $ref: '#/components/responses/TooManyRequests' }]])
  for (const [status, some] of codes)
    responses.set(String(status), { $ref: `#/components/responses/${problemName(some)}` })
  for (const [status, success] of Object.entries(operation.answers)) {
    const some = codes.get(Number(status))
    const own = successOf(success)
    responses.set(status, some === undefined ? own : either(own, problemResponse(Number(status), some)))
  }
  return Object.fromEntries([...responses].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const optional = new Map<string, JsonSchema>(
  Object.values(responseHeaders).map(({ as, ...header }) => [as, { ...header, required: false }]),
)

/** Promises only those headers that come with both. */
const either = (own: JsonSchema, problem: JsonSchema): JsonSchema => ({
  ...problem,
  headers: Object.fromEntries(
    Object.entries(Object(problem.headers)).map(([name, header]) => [
      name,
      name in Object(own.headers) ? header : (optional.get(name) ?? header),
    ]),
  ),
  description: `${own.description} Or: ${problem.description}`,
  content: { ...Object(own.content), ...Object(problem.content) },
})

const bodyOf = (key: RouteKey, { sends, forms }: Operation): JsonSchema => {
  const body = Object.entries(bodies).find(([route]) => route === key)
  if (body === undefined) return {}
  const schema = reference(bodyName(key))
  return {
    requestBody: {
      required: schemaNeedsBody(key),
      content: {
        'application/json': { schema, example: sends },
        // In a form all is text, and names reach into groups: `contact.email`. It is read into the same body.
        ...(forms === undefined ? {} : { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } }),
      },
    },
  }
}

/** Nothing sent is `{}`, which some routes take. */
const schemaNeedsBody = (key: RouteKey): boolean => {
  const schema = described[bodyName(key)]
  return schema === undefined || !('properties' in schema) || 'required' in schema
}
const described = schemas()

const projectRoles: readonly string[] = ['proposer', 'lead', 'steering', 'coordination', 'owner', 'contact']

/** A personal link speaks for the parts that people have on a project; a token of the provider for every role. */
const securityOf = ({ access }: Route): readonly JsonSchema[] => {
  if (access === 'public') return [{}, { token: [] }, { personalLink: [] }]
  return access.roles.some((role) => projectRoles.includes(role))
    ? [{ token: [] }, { personalLink: [] }]
    : [{ token: [] }]
}

const operationOf = (route: Route): JsonSchema => {
  const operation = operations[keyOf(route)]
  const { id, tag, summary, description } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(route.access === 'public' ? {} : { 'x-roles': route.access.roles }),
    security: securityOf(route),
    parameters: parametersOf(route, operation),
    ...bodyOf(keyOf(route), operation),
    responses: responsesOf(route, operation),
  }
}

const paths = (): JsonSchema => {
  const found = new Map<string, JsonSchema>()
  for (const route of all)
    found.set(route.path, { ...found.get(route.path), [route.method.toLowerCase()]: operationOf(route) })
  return Object.fromEntries(found)
}

const problemResponses = (): JsonSchema => {
  const found = new Map<string, JsonSchema>()
  for (const route of all) {
    const operation = operations[keyOf(route)]
    for (const [status, codes] of codesByStatus(codesOf(route, operation))) {
      const problem = problemResponse(status, codes)
      if (!(status in operation.answers))
        found.set(problemName(codes), status === 429 ? either(throttled, problem) : problem)
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The description of the whole API: OpenAPI 3.1, from the table of routes and the schemas that parse and are answered. */
export const openApi = async (): Promise<JsonSchema> => ({
  openapi: '3.1.1',
  info: {
    title: 'Trin',
    version: about.version,
    summary: 'Carries a project through the process of OS2, from idea to product.',
    description:
      'How to use it is told in `docs/integrating.md`; the process itself in `docs/process.md`. Moments are UTC, amounts whole øre. Answers may get more fields; nothing else about them changes without a new version. Problems are RFC 9457 with a stable `code`.',
    license: { name: 'MPL-2.0', identifier: about.license },
  },
  servers: [{ url: '/', description: 'Where this description was fetched.' }],
  tags: [
    ...Object.entries(tags).map(([name, description]) => ({ name, description })),
    { name: 'Webhooks', description: 'What Trin posts to other systems, signed by Standard Webhooks 1.0.' },
  ],
  paths: paths(),
  webhooks: await webhooks(),
  components: {
    schemas: { ...described, ...history, CloudEvent: cloudEventSchema },
    examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
    responses: { ...problemResponses(), TooManyRequests: throttled },
    parameters: { ...sharedParameters, ...webhookParameters },
    headers: Object.fromEntries(Object.values(responseHeaders).map(({ as, ...header }) => [as, header])),
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: 'An access token of the association’s OpenID provider; its `roles` say what it may do.',
      },
      personalLink: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'personal link',
        description: 'The `key` of a personal link from a mail: speaks for its holder, on its project only.',
      },
    },
  },
})

/** The same as the file that is kept and answered. */
export const openApiText = async (): Promise<string> => `${JSON.stringify(await openApi(), null, 2)}\n`
