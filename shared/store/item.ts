import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'

/** An item as DynamoDB has it: every value says its type. */
export type Item = Record<string, AttributeValue>

export const S = (value: string): AttributeValue => ({ S: value })
export const N = (value: number): AttributeValue => ({ N: String(value) })
export const M = (values: Readonly<Record<string, string>>): AttributeValue => ({
  M: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, S(value)])),
})
/** Structures are kept as JSON text: nothing queries inside them, and text is the same byte for byte each time. */
export const json = (value: unknown): AttributeValue => S(JSON.stringify(value))

/** Schemas of stored values: what an item holds is parsed on its way in, like anything that crosses a boundary. */
export const stored = {
  text: z.object({ S: z.string() }).transform(({ S }) => S),
  number: z.object({ N: z.string() }).transform(({ N }) => Number(N)),
  texts: z
    .object({ M: z.record(z.string(), z.object({ S: z.string() })) })
    .transform(({ M }) => Object.fromEntries(Object.entries(M).map(([name, { S }]) => [name, S]))),
  json: z.object({ S: z.string() }).transform(({ S }, context): unknown => {
    try {
      return JSON.parse(S)
    } catch {
      context.addIssue('stored text is not JSON')
      return z.NEVER
    }
  }),
} as const
