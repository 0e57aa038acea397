import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import * as z from 'zod/mini'

const text = readFileSync(new URL('../../../functions/portfolio/openapi.json', import.meta.url), 'utf8')

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The description tells readers that answers may get more fields. Our own answers have none yet that it does not name,
 * so here every group that names its fields is closed.
 */
const closed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(closed)
  if (!isObject(value)) return value
  const inner = Object.fromEntries(Object.entries(value).map(([name, held]) => [name, closed(held)]))
  const closes =
    value.type === 'object' &&
    isObject(value.properties) &&
    value.anyOf === undefined &&
    !('additionalProperties' in value)
  return closes ? { ...inner, additionalProperties: false } : inner
}

/** The description of the API, as it is answered, with every group closed. */
export const description: Json = z.parse(z.record(z.string(), z.unknown()), closed(JSON.parse(text)))

const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true })
formats.default(ajv)
ajv.addSchema({ ...description, $id: 'trin' })

const pointerTo = (path: readonly string[]): string =>
  path.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')

const compiled = new Map<string, ValidateFunction>()

/** What validates by the schema at this place, compiled once. */
export const validatorAt = (...path: readonly string[]): ValidateFunction => {
  const pointer = pointerTo(path)
  const known = compiled.get(pointer)
  if (known !== undefined) return known
  const validate = ajv.compile({ $ref: `trin#${pointer}` })
  compiled.set(pointer, validate)
  return validate
}

/** What stands at this place; references are followed. Undefined where there is nothing. */
export const schemaOf = (...path: readonly string[]): unknown => {
  let here: unknown = description
  for (const part of path) here = isObject(here) ? followed(here[part]) : undefined
  return here
}

const followed = (value: unknown): unknown => {
  if (!isObject(value) || typeof value.$ref !== 'string' || Object.keys(value).length > 1) return value
  return schemaOf(
    ...value.$ref
      .slice(2)
      .split('/')
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')),
  )
}
