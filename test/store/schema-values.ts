import fc from 'fast-check'
import * as z from 'zod/mini'
import { calendarDate, freeText, instant } from '../../shared/store/schema/scalars.ts'

/** Arbitrary values of a schema, with free text that says so, so that it can be looked for. */
export const valuesOf = (schema: z.ZodMiniType, said: string): fc.Arbitrary<unknown> => {
  const of = (inner: unknown) => valuesOf(inner as z.ZodMiniType, said)
  if (schema === freeText) return fc.string().map((text) => `${said}: ${text}`)
  if (schema === instant) return fc.constant('2026-09-01T08:00:00.000Z')
  if (schema === calendarDate) return fc.constant('2026-09-01')
  if (schema instanceof z.ZodMiniString) return fc.string()
  if (schema instanceof z.ZodMiniNumber) return fc.integer({ min: 0, max: 1_000_000 })
  if (schema instanceof z.ZodMiniBoolean) return fc.boolean()
  if (schema instanceof z.ZodMiniLiteral) return fc.constantFrom(...schema.def.values)
  if (schema instanceof z.ZodMiniEnum) return fc.constantFrom(...Object.values(schema.def.entries))
  if (schema instanceof z.ZodMiniArray) return fc.array(of(schema.def.element), { maxLength: 3 })
  if (schema instanceof z.ZodMiniRecord)
    return fc
      .uniqueArray(fc.tuple(of(schema.def.keyType), of(schema.def.valueType)), {
        selector: ([key]) => key,
        maxLength: 4,
      })
      .map((entries) => Object.fromEntries(entries))
  if (schema instanceof z.core.$ZodUnion) return fc.oneof(...schema._zod.def.options.map(of))
  if (schema instanceof z.ZodMiniTemplateLiteral) {
    const [prefix, inner] = schema.def.parts
    return (inner instanceof z.ZodMiniNumber ? fc.nat({ max: 99 }) : fc.uuid()).map((rest) => `${prefix}${rest}`)
  }
  if (schema instanceof z.ZodMiniObject) return recordOf(schema.def.shape, of)
  throw new Error(`no values for ${schema.constructor.name}`)
}

const recordOf = (shape: Readonly<Record<string, unknown>>, of: (inner: unknown) => fc.Arbitrary<unknown>) => {
  const fields = Object.entries(shape).map(([name, field]) =>
    field instanceof z.ZodMiniExactOptional
      ? fc.option(of(field.def.innerType), { nil: undefined }).map((value) => [name, value] as const)
      : of(field).map((value) => [name, value] as const),
  )
  return fc.tuple(...fields).map((entries) => Object.fromEntries(entries.filter(([, value]) => value !== undefined)))
}
