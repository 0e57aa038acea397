import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { jsonText } from '../json-text.ts'

/** An item as DynamoDB has it: every value says its type. */
export type Item = Record<string, AttributeValue>

export const S = (value: string): AttributeValue => ({ S: value })
export const N = (value: number): AttributeValue => ({ N: String(value) })
export const M = (values: Readonly<Record<string, string>>): AttributeValue => ({
  M: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, S(value)])),
})
/** Structures are kept as JSON text: nothing queries inside them, and text is the same byte for byte each time. */
export const json = (value: unknown): AttributeValue => S(JSON.stringify(value))

const text = z.pipe(
  z.object({ S: z.string() }),
  z.transform(({ S }) => S),
)

/** Schemas of stored values: what an item holds is parsed on its way in, like anything that crosses a boundary. */
export const stored = {
  text,
  number: z.pipe(
    z.object({ N: z.string() }),
    z.transform(({ N }) => Number(N)),
  ),
  texts: z.pipe(
    z.object({ M: z.record(z.string(), z.object({ S: z.string() })) }),
    z.transform(({ M }) => Object.fromEntries(Object.entries(M).map(([name, { S }]) => [name, S]))),
  ),
  json: z.pipe(text, jsonText),
} as const
