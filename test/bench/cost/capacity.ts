import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { indexes, primaryKey } from '../../../shared/store/table.ts'

export type StoredItem = Readonly<Record<string, AttributeValue>>

const bytes = (text: string): number => Buffer.byteLength(text)

/** Size of a value by the rules of the DynamoDB developer guide (item sizes and formats), in bytes. */
const sizeOfValue = (value: AttributeValue): number => {
  if (value.S !== undefined) return bytes(value.S)
  if (value.N !== undefined) return Math.ceil(value.N.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length / 2) + 1
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1
  if (value.B !== undefined) return value.B.length
  if (value.M !== undefined)
    return Object.entries(value.M).reduce((sum, [name, one]) => sum + 1 + bytes(name) + sizeOfValue(one), 3)
  if (value.L !== undefined) return value.L.reduce((sum, one) => sum + 1 + sizeOfValue(one), 3)
  throw new Error(`a value that this project never stores: ${JSON.stringify(value)}`)
}

/** Size of an item in bytes: names and values of all attributes. */
export const sizeOf = (item: StoredItem): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + sizeOfValue(value), 0)

const writeUnits = (size: number): number => Math.max(1, Math.ceil(size / 1_024))
const readUnits = (size: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(size / 4_096)) * (consistent ? 1 : 0.5)

/** What an index holds of an item; undefined where the item lacks one of its keys. */
const entryOf = (item: StoredItem | undefined, { partition, sort, projected }: (typeof indexes)[number]) => {
  if (item?.[partition] === undefined || item[sort] === undefined) return undefined
  const names: readonly string[] = [primaryKey.partition, primaryKey.sort, partition, sort, ...projected]
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)))
}

const same = (one: object | undefined, other: object | undefined): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
const sorted = (item: object | undefined) => Object.entries(item ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))

/** Write units of one index: a changed key takes away one entry and puts another; an equal entry costs nothing. */
const indexUnits = (
  before: StoredItem | undefined,
  after: StoredItem | undefined,
  index: (typeof indexes)[number],
): number => {
  const [was, is] = [entryOf(before, index), entryOf(after, index)]
  if (same(was, is)) return 0
  if (was === undefined || is === undefined) return writeUnits(sizeOf(was ?? is ?? {}))
  const moved = [index.partition, index.sort].some((key) => !same(was[key], is[key]))
  return moved ? writeUnits(sizeOf(was)) + writeUnits(sizeOf(is)) : writeUnits(Math.max(sizeOf(was), sizeOf(is)))
}

/** Units of one write, in the table and in its indexes. */
export interface Written {
  readonly table: number
  readonly indexes: number
}

/** A put (`after`) or a delete: the larger of both sizes counts, and each index for itself. */
export const unitsOfWrite = (before: StoredItem | undefined, after: StoredItem | undefined): Written => ({
  table: writeUnits(Math.max(before === undefined ? 0 : sizeOf(before), after === undefined ? 0 : sizeOf(after))),
  indexes: indexes.reduce((sum, index) => sum + indexUnits(before, after, index), 0),
})

/** A write whose condition failed costs what the item that stands there does; the indexes hear nothing of it. */
export const unitsOfRefusal = (before: StoredItem | undefined): Written => ({
  table: writeUnits(before === undefined ? 0 : sizeOf(before)),
  indexes: 0,
})

/** A query adds up what it read before it rounds; an answer of nothing costs one unit of its kind. */
export const unitsOfQuery = (items: readonly StoredItem[], consistent: boolean): number =>
  readUnits(
    items.reduce((sum, item) => sum + sizeOf(item), 0),
    consistent,
  )

/** Each item of a get is rounded for itself. */
export const unitsOfGet = (item: StoredItem | undefined, consistent: boolean): number =>
  readUnits(item === undefined ? 0 : sizeOf(item), consistent)
