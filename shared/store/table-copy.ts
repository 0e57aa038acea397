import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutItemCommand, paginateScan, ScanCommand } from '@aws-sdk/client-dynamodb'
import { whenAway } from '../aws/when-away.ts'
import { type Item, S } from './item.ts'
import { peopleSortKey, projectionSortKey } from './table.ts'

interface Parts {
  readonly client: DynamoDBClient
  readonly table: string
}

const atOnce = 25

/**
 * Every item but the projections, which follow from the logs. Each stream comes as a log without gaps, up to some moment
 * during the walk; between two streams those moments differ, so that the last events of one may not have reached the other.
 */
export async function* itemsOf({ client, table }: Parts): AsyncIterable<Item> {
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      FilterExpression: 'sk <> :projection and sk <> :people',
      ExpressionAttributeValues: { ':projection': S(projectionSortKey), ':people': S(peopleSortKey) },
    },
  )
  for await (const page of pages) yield* page.Items ?? []
}

export const isEmpty = async ({ client, table }: Parts): Promise<boolean> =>
  ((await client.send(new ScanCommand({ TableName: table, ConsistentRead: true, Limit: 1 }))).Items ?? []).length === 0

/** Writes every item, some at a time, over whatever has its key. @returns how many. @throws Unavailable */
export const putItems = async (parts: Parts, items: AsyncIterable<Item>): Promise<number> => {
  let written = 0
  let batch: Item[] = []
  for await (const item of items) {
    batch.push(item)
    written += 1
    if (batch.length < atOnce) continue
    await putAll(parts, batch)
    batch = []
  }
  await putAll(parts, batch)
  return written
}

const putAll = ({ client, table }: Parts, batch: readonly Item[]): Promise<unknown> =>
  whenAway('dynamodb', () =>
    Promise.all(batch.map((Item) => client.send(new PutItemCommand({ TableName: table, Item })))),
  )
