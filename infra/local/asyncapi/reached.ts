import type { JsonSchema } from '../openapi/schemas.ts'

const prefix = '#/components/schemas/'

/** Names of the schemas that something refers to. */
const referredTo = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(referredTo)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, held]) =>
    name === '$ref' && typeof held === 'string' && held.startsWith(prefix)
      ? [held.slice(prefix.length)]
      : referredTo(held),
  )
}

/** Those of the schemas that something refers to, and what those refer to, in the order that they have. @throws when one is missing */
export const reachedFrom = (
  from: unknown,
  schemas: Readonly<Record<string, JsonSchema>>,
): Readonly<Record<string, JsonSchema>> => {
  const reached = new Set(referredTo(from))
  // A set that grows while it is walked is walked to its end.
  for (const name of reached) {
    const schema = schemas[name]
    if (schema === undefined) throw new Error(`there is no schema ${name}`)
    for (const more of referredTo(schema)) reached.add(more)
  }
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => reached.has(name)))
}
