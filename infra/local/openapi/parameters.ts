import * as z from 'zod/mini'
import type { Route } from '../../../shared/api/routes.ts'
import type { Operation } from './operation.ts'
import type { JsonSchema } from './schemas.ts'

const header = (name: string, description: string, schema: JsonSchema): JsonSchema => ({
  name,
  in: 'header',
  description,
  schema,
})

/** Parameters that several routes have. */
export const sharedParameters = {
  'Accept-Language': header('Accept-Language', 'Danish (`da`, the default) or English (`en`): the words of problems.', {
    type: 'string',
    examples: ['en'],
  }),
  'X-Correlation-Id': header(
    'X-Correlation-Id',
    'Follows the request through the log, mails and webhooks. One that is not 8–64 letters, digits, `.`, `:`, `_` or `-` is replaced by a new one.',
    { type: 'string', examples: ['01JQ8Z6M3V5R7T9W1X3Y5Z7A9F'] },
  ),
  traceparent: header(
    'traceparent',
    'W3C Trace Context: its trace id becomes the correlation id where none is given.',
    { type: 'string' },
  ),
  'Idempotency-Key': header(
    'Idempotency-Key',
    'The same for every repeat of one request: it happens once, and each is answered from what the first did.',
    { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
  ),
  'If-Match': header(
    'If-Match',
    'The version that the caller has seen, as `ETag` said it; refused (412) when something has happened since.',
    {
      type: 'string',
      pattern: '^(?:\\*|(?:W/)?"\\d{1,9}")$',
    },
  ),
  'If-None-Match': header(
    'If-None-Match',
    'The version that the caller has; answered by 304 until something happens.',
    {
      type: 'string',
    },
  ),
  project: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The project.',
    schema: { type: 'string', pattern: '^prj_[0-9A-HJKMNP-TV-Z]{26}$' },
  },
  meeting: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The meeting.',
    schema: { type: 'string', pattern: '^mtg_[0-9A-HJKMNP-TV-Z]{26}$' },
  },
  n: {
    name: 'n',
    in: 'path',
    required: true,
    description: 'The number that it has on its project.',
    schema: { type: 'integer', minimum: 1, maximum: 999_999 },
  },
} as const satisfies Readonly<Record<string, JsonSchema>>
type Shared = keyof typeof sharedParameters

const shared = (name: Shared): JsonSchema => ({ $ref: `#/components/parameters/${name}` })

/** A query is text; where a schema reads a number from it, the number is what it says. */
const schemaOf = (field: z.core.$ZodType): JsonSchema => {
  const { $schema: _, ...sent } = z.toJSONSchema(field, { io: 'input' })
  try {
    const { $schema: __, ...read } = z.toJSONSchema(field, { io: 'output' })
    return read
  } catch {
    return sent
  }
}

const queryOf = (query: z.ZodMiniObject): readonly JsonSchema[] =>
  Object.entries(query.def.shape).map(([name, field]) => ({
    name,
    in: 'query',
    ...(field._zod.optin === 'optional' ? {} : { required: true }),
    schema: schemaOf(field),
  }))

/** What a route takes beside its body. */
export const parametersOf = ({ path }: Route, { troubles, answers, query }: Operation): readonly JsonSchema[] => {
  const isCommand = troubles.includes('bad-header')
  return [
    ...(path.includes('{id}') ? [shared(path.startsWith('/api/meetings/') ? 'meeting' : 'project')] : []),
    ...(path.includes('{n}') ? [shared('n')] : []),
    ...(query === undefined ? [] : queryOf(query)),
    ...(isCommand ? [shared('Idempotency-Key'), shared('If-Match')] : []),
    ...(answers[304] === undefined ? [] : [shared('If-None-Match')]),
    shared('Accept-Language'),
    shared('X-Correlation-Id'),
    shared('traceparent'),
  ]
}
