import fc from 'fast-check'
import * as z from 'zod'
import { calendarDate, freeText, instant } from '../../shared/store/schema/scalars.ts'

/** Arbitrary values of a schema, with free text that says so, so that it can be looked for. */
export const valuesOf = (schema: z.ZodType, said: string): fc.Arbitrary<unknown> => {
  const of = (inner: unknown) => valuesOf(inner as z.ZodType, said)
  if (schema === freeText) return fc.string().map((text) => `${said}: ${text}`)
  if (schema === instant) return fc.constant('2026-09-01T08:00:00.000Z')
  if (schema === calendarDate) return fc.constant('2026-09-01')
  if (schema instanceof z.ZodString) return fc.string()
  if (schema instanceof z.ZodNumber) return fc.integer({ min: 0, max: 1_000_000 })
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodArray) return fc.array(of(schema.element), { maxLength: 3 })
  if (schema instanceof z.ZodRecord)
    return fc
      .uniqueArray(fc.tuple(of(schema.keyType), of(schema.valueType)), { selector: ([key]) => key, maxLength: 4 })
      .map((entries) => Object.fromEntries(entries))
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(of))
  if (schema instanceof z.ZodTemplateLiteral) {
    const [prefix, inner] = schema.def.parts
    return (inner instanceof z.ZodNumber ? fc.nat({ max: 99 }) : fc.uuid()).map((rest) => `${prefix}${rest}`)
  }
  if (schema instanceof z.ZodObject) return recordOf(schema.shape, of)
  throw new Error(`no values for ${schema.constructor.name}`)
}

const recordOf = (shape: Readonly<Record<string, unknown>>, of: (inner: unknown) => fc.Arbitrary<unknown>) => {
  const fields = Object.entries(shape).map(([name, field]) =>
    field instanceof z.ZodExactOptional
      ? fc.option(of(field.unwrap()), { nil: undefined }).map((value) => [name, value] as const)
      : of(field).map((value) => [name, value] as const),
  )
  return fc.tuple(...fields).map((entries) => Object.fromEntries(entries.filter(([, value]) => value !== undefined)))
}
