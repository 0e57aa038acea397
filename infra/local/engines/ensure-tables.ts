import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { deserialize, serialize } from 'node:v8'
import {
  type AttributeValue,
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  PutItemCommand,
  ResourceNotFoundException,
  ScanCommand,
} from '@aws-sdk/client-dynamodb'
import type { TablePlan } from '../plan/tables.ts'

type Item = Record<string, AttributeValue>

/**
 * Makes each table as the template says. The engine cannot add an index to a table, so a table whose keys or indexes
 * changed is made anew: its items go to a file first, from which a later start goes on if this one is killed.
 * @param folder where the copy stands meanwhile.
 */
export const ensureTables = async (
  client: DynamoDBClient,
  plans: readonly TablePlan[],
  folder: string,
  log: (line: string) => void,
): Promise<void> => {
  for (const plan of plans) {
    const copy = join(folder, `${plan.name}.copy`)
    if (existsSync(copy)) await restore(client, plan, copy)
    const there = await shapeOfExisting(client, plan.name)
    if (there === undefined) await create(client, plan)
    else if (there !== shapeOf(plan)) {
      log(`the keys or indexes of ${plan.name} have changed: its items are copied over`)
      await copyItems(client, plan.name, copy)
      await restore(client, plan, copy)
    }
  }
}

const create = async (client: DynamoDBClient, { name, ...plan }: TablePlan): Promise<void> => {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: plan.KeySchema,
      AttributeDefinitions: plan.AttributeDefinitions,
      ...(plan.GlobalSecondaryIndexes.length === 0
        ? {}
        : {
            GlobalSecondaryIndexes: plan.GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
              IndexName,
              KeySchema,
              Projection: {
                ProjectionType: Projection.ProjectionType,
                ...(Projection.NonKeyAttributes === undefined ? {} : { NonKeyAttributes: Projection.NonKeyAttributes }),
              },
            })),
          }),
    }),
  )
  await active(client, name)
}

/** Ends when a table that was just made can be used: the engine answers before, even when told to take no time. */
export const active = async (client: DynamoDBClient, name: string): Promise<void> => {
  const status = async () => (await client.send(new DescribeTableCommand({ TableName: name }))).Table?.TableStatus
  while ((await status()) !== 'ACTIVE') await new Promise(setImmediate)
}

interface Shape {
  readonly KeySchema?: readonly { readonly AttributeName?: string | undefined }[] | undefined
  readonly GlobalSecondaryIndexes?:
    | readonly (Pick<Shape, 'KeySchema'> & {
        readonly IndexName?: string | undefined
        readonly Projection?:
          | { readonly ProjectionType?: string | undefined; readonly NonKeyAttributes?: readonly string[] | undefined }
          | undefined
      })[]
    | undefined
}

/** Keys and indexes as one text, whatever else the engine tells. */
const shapeOf = ({ KeySchema, GlobalSecondaryIndexes }: Shape): string => {
  const keys = (schema: Shape['KeySchema']) => schema?.map(({ AttributeName }) => AttributeName)
  const indexes = GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) =>
    JSON.stringify([IndexName, keys(KeySchema), Projection?.ProjectionType, Projection?.NonKeyAttributes?.toSorted()]),
  )
  return JSON.stringify([keys(KeySchema), indexes?.toSorted() ?? []])
}

const shapeOfExisting = async (client: DynamoDBClient, name: string): Promise<string | undefined> => {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
    return Table && shapeOf(Table)
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

const copyItems = async (client: DynamoDBClient, name: string, copy: string): Promise<void> => {
  const file = createWriteStream(`${copy}.part`)
  let from: Item | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: name, ...(from ? { ExclusiveStartKey: from } : {}) }))
    for (const item of page.Items ?? []) file.write(`${serialize(item).toString('base64')}\n`)
    from = page.LastEvaluatedKey
  } while (from !== undefined)
  file.end()
  await finished(file)
  renameSync(`${copy}.part`, copy)
}

const restore = async (client: DynamoDBClient, plan: TablePlan, copy: string): Promise<void> => {
  if ((await shapeOfExisting(client, plan.name)) !== undefined)
    await client.send(new DeleteTableCommand({ TableName: plan.name }))
  // The engine takes a moment to forget a table, even when told to take none.
  while ((await shapeOfExisting(client, plan.name)) !== undefined) await new Promise(setImmediate)
  await create(client, plan)
  for await (const line of createInterface({ input: createReadStream(copy) })) {
    const Item: Item = deserialize(Buffer.from(line, 'base64'))
    await client.send(new PutItemCommand({ TableName: plan.name, Item }))
  }
  rmSync(copy)
}
