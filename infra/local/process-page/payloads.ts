import * as z from 'zod/mini'
import type { bodies } from '../../../shared/api/bodies.ts'

type JsonSchema = z.core.JSONSchema.BaseSchema
export type Body = (typeof bodies)[keyof typeof bodies]

/** What comes again and again, known by its fields: told once, by its name. */
const shapes: Readonly<Record<string, string>> = {
  'name email language authority': 'person',
  'amount currency': 'money',
  'budget endsOn scope': 'frame',
  'code criteria text': 'return reason',
  'answer text': 'answer',
  'colour text': 'evaluation',
  'colour reason': 'status',
}

const isSchema = (property: unknown): property is JsonSchema => typeof property === 'object' && property !== null

const jsonOf = (body: Body): JsonSchema => {
  const schema = z.toJSONSchema(body, { io: 'input' })
  // An idea may also come with the concept's fields beside the others: the first shape is the one that is told.
  const [first] = schema.anyOf ?? []
  return isSchema(first) ? first : schema
}

/** The fields that a route takes, from the very schema that parses it: `reason: text`, `text?: …` where it may be left out. */
export const fieldsOf = (body: Body): readonly string[] => fieldsIn(jsonOf(body))

/** The shapes that the fields of these bodies name, each with its own fields. */
export const shapesIn = (all: readonly Body[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>()
  const look = (schema: unknown): void => {
    if (!isSchema(schema)) return
    const name = nameOf(schema)
    if (name !== undefined && !found.has(name)) found.set(name, fieldsIn(schema))
    for (const part of Object.values(schema.properties ?? {})) look(part)
    for (const part of [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])]) look(part)
  }
  for (const body of all) look(jsonOf(body))
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const nameOf = ({ properties = {} }: JsonSchema): string | undefined =>
  'title' in properties && 'purpose' in properties ? 'concept' : shapes[Object.keys(properties).join(' ')]

const fieldsIn = ({ properties = {}, required = [] }: JsonSchema): readonly string[] =>
  Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${isSchema(field) ? inWords(field) : 'anything'}`,
  )

const inWords = (schema: JsonSchema): string => {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return oneOf(schema.enum)
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.filter(isSchema).map(inWords))].join(' or ')
  if (schema.type === 'array') return isSchema(schema.items) ? `list of ${inWords(schema.items as JsonSchema)}` : 'list'
  if (schema.type === 'object') return objectInWords(schema)
  if (schema.type === 'string') return schema.format ?? 'text'
  return `${schema.type ?? 'anything'}`
}

const objectInWords = (schema: JsonSchema): string => {
  const name = nameOf(schema)
  if (name !== undefined) return name
  const { additionalProperties: each } = schema
  const fields = Object.values(schema.properties ?? {})
  // Answers and evaluations: a field for each of the criteria.
  if (fields.length > 30 && isSchema(fields[0])) return `for each criterion, ${inWords(fields[0])}`
  if (fields.length === 0 && isSchema(each)) return `for each criterion, ${inWords(each)}`
  return `{ ${fieldsIn(schema).join(', ')} }`
}

const oneOf = (choices: readonly unknown[]): string =>
  choices.length > 12
    ? `one of ${choices.length}, such as ${JSON.stringify(choices[0])}`
    : choices.map((choice) => JSON.stringify(choice)).join(' or ')
