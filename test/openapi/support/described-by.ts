import { readFileSync } from 'node:fs'
import type { Ajv, ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import * as z from 'zod/mini'

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

const pointerTo = (path: readonly string[]): string =>
  path.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')

const partsOf = (ref: string): readonly string[] =>
  ref
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** One of the documents that portfolio answers with every group closed, read by a validator of its version of JSON Schema. */
export const describedBy = (name: 'openapi.json' | 'asyncapi.json', ajv: Ajv) => {
  const text = readFileSync(new URL(`../../../functions/portfolio/${name}`, import.meta.url), 'utf8')
  const description: Json = z.parse(z.record(z.string(), z.unknown()), closed(JSON.parse(text)))
  formats.default(ajv)
  ajv.addFormat('iri', (address: string) => URL.canParse(address))
  ajv.addSchema({ ...description, $id: 'trin' })
  const compiled = new Map<string, ValidateFunction>()

  /** What validates by the schema at this place, compiled once. */
  const validatorAt = (...path: readonly string[]): ValidateFunction => {
    const pointer = pointerTo(path)
    const known = compiled.get(pointer)
    if (known !== undefined) return known
    const validate = ajv.compile({ $ref: `trin#${pointer}` })
    compiled.set(pointer, validate)
    return validate
  }

  const at = (path: readonly string[]): unknown =>
    path.reduce<unknown>(
      (here, part) =>
        typeof here === 'object' && here !== null && Object.hasOwn(here, part) ? Object(here)[part] : undefined,
      description,
    )

  /** Where this place is once references on the way are followed; undefined where there is nothing. */
  const placeOf = (...path: readonly string[]): readonly string[] | undefined => {
    let place: readonly string[] = []
    for (const part of path) {
      place = [...place, part]
      const here = at(place)
      if (here === undefined) return undefined
      if (isObject(here) && typeof here.$ref === 'string' && Object.keys(here).length === 1) place = partsOf(here.$ref)
    }
    return place
  }

  /** What stands at this place; references are followed. Undefined where there is nothing. */
  const schemaOf = (...path: readonly string[]): unknown => {
    const place = placeOf(...path)
    return place === undefined ? undefined : at(place)
  }

  return { validatorAt, placeOf, schemaOf }
}
