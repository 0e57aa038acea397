import type { Chance } from '../domain/lives/chance.ts'
import { schemaOf } from '../openapi/support/description.ts'

export type Schema = Readonly<Record<string, unknown>>
export const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a value may be taken from where its schema leaves it open: things that are there. */
export interface Pools {
  readonly projects: readonly string[]
  readonly meetings: readonly string[]
  readonly authorities: readonly string[]
  readonly emails: readonly string[]
}

const words = [
  ...['Skov', 'ø', 'Å', 'plejehjem', '42', 'data', 'naïve', 'Kommune', '世界', '🌲', 'é', "d'Or", '<b>', '"citat"'],
  ...['{{x}}', `$\{y}`, '%s', '../..', 'true', 'null', '-1', "'; DROP TABLE projects;--", '=1+1', '&amp;', 'a\\b'],
]

/** Text that the schema takes: of words, some of which other programs stumble over. */
const textOf = (chance: Chance, { minLength = 0, maxLength = 200 }: Schema): string => {
  const most = Math.min(Number(maxLength), chance.percent(3) ? 4_000 : 40)
  let text = chance.of(words)
  while (text.length < Number(minLength) || chance.percent(60)) text += ` ${chance.of(words)}`
  // In the middle of a character is no text.
  return (
    text
      .slice(0, most)
      .replace(/[\ud800-\udbff]$/, '')
      .trim() || 'a'
  )
}

const digits = (chance: Chance, from: number, to: number): string =>
  String(from + chance.below(to - from + 1)).padStart(2, '0')
/** Mostly ahead, some behind, a few as far away as they may be. */
const dateOf = (chance: Chance): string => {
  const [from, to] = chance.of([
    [2027, 2031],
    [2027, 2031],
    [2027, 2031],
    [2020, 2025],
    [2000, 2199],
  ] as const)
  return `${digits(chance, from, to)}-${digits(chance, 1, 12)}-${digits(chance, 1, 28)}`
}

const formatted = (chance: Chance, { format }: Schema, pools: Pools): string | undefined => {
  switch (format) {
    case 'date':
      return dateOf(chance)
    case 'date-time':
      return `${dateOf(chance)}T${digits(chance, 0, 23)}:00:00${chance.of(['Z', '+01:00', '-11:30', '.123Z'])}`
    case 'email':
      return chance.percent(50)
        ? chance.of(pools.emails)
        : `nogen${chance.below(1_000)}@kommune${chance.below(9)}.example`
    case 'iri':
      return chance.of([
        'https://git.example/trin',
        'http://localhost:1/?x=%00',
        'https://xn--kbenhavn-54a.example/ø#å',
      ])
    default:
      return undefined
  }
}

/** Patterns of ids and the like, by their beginning. */
const patterned = (chance: Chance, pattern: string, pools: Pools): string | undefined => {
  if (pattern.startsWith('^prj_')) return chance.percent(90) ? chance.of(pools.projects) : `prj_${'0'.repeat(26)}`
  if (pattern.startsWith('^mtg_')) return chance.percent(90) ? chance.of(pools.meetings) : `mtg_${'0'.repeat(26)}`
  if (pattern.startsWith('^con_')) return `con_${'a'.repeat(1 + chance.below(60))}`
  if (pattern === '^[\\w-]{8,64}$') return `uuid-${1_000 + chance.below(1_000_000)}`
  if (pattern.includes('\\x21-\\x7e')) return `key-${chance.below(1_000_000)}`
  if (pattern.includes('"\\d{1,9}"')) return chance.of(['*', '"1"', '"2"', 'W/"3"', '"4"', '"999999999"'])
  return undefined
}

/** A value that fits the schema. @throws where a schema is of a kind that no schema of the description is yet */
export const valueFor = (chance: Chance, given: Schema, pools: Pools, name = ''): unknown => {
  const schema = typeof given.$ref === 'string' ? followed(given.$ref) : given
  if (schema.const !== undefined) return schema.const
  if (Array.isArray(schema.enum)) return chance.of(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (Array.isArray(choices)) return valueFor(chance, chance.of<Schema>(choices), pools, name)
  switch (schema.type) {
    case 'object':
      return groupOf(chance, schema, pools)
    case 'array': {
      const { minItems = 0, maxItems = 4 } = schema
      const length = Math.min(Number(maxItems), Number(minItems) + chance.below(4))
      return Array.from({ length }, () => valueFor(chance, Object(schema.items), pools, name))
    }
    case 'string': {
      if (name === 'authority' && chance.percent(70)) return chance.of(pools.authorities)
      const known = typeof schema.pattern === 'string' ? patterned(chance, schema.pattern, pools) : undefined
      return formatted(chance, schema, pools) ?? known ?? textOf(chance, schema)
    }
    case 'integer':
    case 'number':
      return numberOf(chance, schema)
    case 'boolean':
      return chance.percent(50)
    case 'null':
      return null
    default:
      throw new Error(`no values for ${JSON.stringify(schema)}`)
  }
}

const numberOf = (chance: Chance, { minimum = 0, maximum = 1_000_000 }: Schema): number => {
  const [least, most] = [Number(minimum), Number(maximum)]
  if (chance.percent(10)) return chance.of([least, most])
  return least + chance.below(Math.min(most - least, 400_000_000) + 1)
}

const groupOf = (chance: Chance, schema: Schema, pools: Pools): Record<string, unknown> => {
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : []
  const fields = Object.entries(Object(schema.properties)).filter(
    ([name]) => required.includes(name) || chance.percent(40),
  )
  const group = Object.fromEntries(fields.map(([name, field]) => [name, valueFor(chance, Object(field), pools, name)]))
  if (!isGroup(schema.propertyNames) || !isGroup(schema.additionalProperties)) return group
  const names = isGroup(schema.propertyNames) ? schema.propertyNames : {}
  for (let count = chance.below(5); count > 0; count -= 1)
    group[String(valueFor(chance, names, pools))] = valueFor(chance, schema.additionalProperties, pools)
  return group
}

export const followed = (ref: string): Schema => Object(schemaOf(...ref.slice(2).split('/')))
