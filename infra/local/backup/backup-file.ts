import { createReadStream, createWriteStream, renameSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { z } from 'zod'
import { erasure } from '../../../shared/store/erasure-ledger.ts'
import type { Item } from '../../../shared/store/item.ts'
import type { Erasure } from '../../../shared/use-cases/erasure-ports.ts'

const head = z.strictObject({ backup: z.literal('trin'), at: z.iso.datetime() })
const item = z.record(z.string(), z.custom<AttributeValue>(isAttribute))
const end = z.strictObject({ items: z.number().int().nonnegative() })

function isAttribute(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 1
}

/** The file is no backup, or not a whole one. */
export class NoBackup extends Error {
  override readonly name = 'NoBackup'
}

/**
 * Writes items to a file that only its owner reads: what it is and when it began, an item a line in DynamoDB's own JSON,
 * and how many there were. It has its name only once it is whole.
 * @param at wall time. @returns how many.
 */
export const writeBackup = async (file: string, at: string, items: AsyncIterable<Item>): Promise<number> => {
  let count = 0
  const lines = async function* () {
    yield `${JSON.stringify({ backup: 'trin', at } satisfies z.output<typeof head>)}\n`
    for await (const one of items) {
      count += 1
      yield `${JSON.stringify(one)}\n`
    }
    yield `${JSON.stringify({ items: count } satisfies z.output<typeof end>)}\n`
  }
  await pipeline(Readable.from(lines()), createWriteStream(`${file}.part`, { mode: 0o600 }))
  renameSync(`${file}.part`, file)
  return count
}

export interface Backup {
  /** Wall time at which it began. */
  readonly at: string
  readonly items: AsyncIterable<Item>
}

/** Opens a backup, having looked that it is whole. @throws NoBackup */
export const openBackup = async (file: string): Promise<Backup> => {
  let first: string | undefined
  let last = ''
  let lines = 0
  for await (const line of linesOf(file)) {
    first ??= line
    last = line
    lines += 1
  }
  const [begun, ended] = [head.safeParse(jsonIn(first)), end.safeParse(jsonIn(last))]
  if (!begun.success) throw new NoBackup(`${file} is no backup of Trin`)
  if (!ended.success || ended.data.items !== lines - 2)
    throw new NoBackup(`${file} is not a whole backup: it was cut off`)
  return { at: begun.data.at, items: between(file, lines) }
}

async function* between(file: string, lines: number): AsyncIterable<Item> {
  let number = 0
  for await (const line of linesOf(file)) {
    number += 1
    if (number > 1 && number < lines) yield item.parse(JSON.parse(line))
  }
}

const linesOf = (file: string): AsyncIterable<string> => createInterface({ input: createReadStream(file) })

const jsonIn = (line: string | undefined): unknown => {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return undefined
  }
}

/** Writes a ledger of erasures: an entry a line. */
export const writeLedger = async (file: string, erasures: readonly Erasure[]): Promise<void> => {
  await pipeline(
    Readable.from(erasures.map((entry) => `${JSON.stringify(entry)}\n`)),
    createWriteStream(`${file}.part`, { mode: 0o600 }),
  )
  renameSync(`${file}.part`, file)
}

const logged = z.looseObject({ result: z.literal('erased'), erasure })

/**
 * Reads a ledger: entries, or the lines that `eraser` wrote to its log, of which each holds its entry; other lines of a log
 * are passed over. Of one erasure told twice the one that is done counts.
 */
export const readLedger = async (file: string): Promise<readonly Erasure[]> => {
  const found = new Map<string, Erasure>()
  for await (const line of linesOf(file)) {
    const said = jsonIn(line)
    const inLog = logged.safeParse(said)
    const entry = inLog.success ? inLog.data.erasure : erasure.safeParse(said).data
    if (entry !== undefined && found.get(entry.id)?.done === undefined) found.set(entry.id, entry)
  }
  return [...found.values()]
}
