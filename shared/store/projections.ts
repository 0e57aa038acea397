import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/client-dynamodb'
import { whenAway } from '../aws/when-away.ts'
import type { Projection, Projections } from '../use-cases/ports.ts'
import { cursorAfter, keyOfCursor } from './cursor.ts'
import { type Item, N, S } from './item.ts'
import { dueOfItem, itemsOfProjection, peopleOfItem, rowOfItem } from './projection-item.ts'
import {
  byStateIndex,
  dueIndex,
  dueShardKey,
  dueShards,
  peopleSortKey,
  peopleStateKey,
  projectionSortKey,
  stateKey,
  streamKey,
} from './table.ts'

/** Projections in DynamoDB: an item `STATE` per stream, for a project one of its `PEOPLE` too, each guarded by version, in the indexes `by-state` and `due`. */
export const dynamoProjections = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): Projections => ({
  put: (projection) => putOver('<', projection, { client, table }),
  renew: (projection) => putOver('<=', projection, { client, table }),

  clear: (stream) =>
    whenAway('dynamodb', async () => {
      for (const sk of [projectionSortKey, peopleSortKey])
        await client.send(new DeleteItemCommand({ TableName: table, Key: { pk: S(streamKey(stream)), sk: S(sk) } }))
    }),

  byState: (kind, state, { limit, cursor }) =>
    whenAway('dynamodb', async () => {
      const partition = stateKey(kind, state)
      const from = cursor === undefined ? undefined : keyOfCursor(partition, cursor)
      const { Items, LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: byStateIndex.name,
          Limit: limit,
          KeyConditionExpression: 'stateKey = :state',
          ExpressionAttributeValues: { ':state': S(partition) },
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        }),
      )
      return { items: (Items ?? []).map(rowOfItem), next: cursorAfter(LastEvaluatedKey) }
    }),

  async *people() {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        IndexName: byStateIndex.name,
        KeyConditionExpression: 'stateKey = :people',
        ExpressionAttributeValues: { ':people': S(peopleStateKey) },
      },
    )
    for await (const page of pages) for (const item of page.Items ?? []) yield peopleOfItem(item)
  },

  async *due(until) {
    for (let shard = 0; shard < dueShards; shard += 1) {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          IndexName: dueIndex.name,
          KeyConditionExpression: 'dueShard = :shard and dueAt <= :until',
          // `~` sorts after every id, so that the moment itself is in.
          ExpressionAttributeValues: { ':shard': S(dueShardKey(shard)), ':until': S(`${until}#~`) },
        },
      )
      for await (const page of pages) for (const item of page.Items ?? []) yield dueOfItem(item)
    }
  },
})

/** Writes over what stands there when its version is so, each item by its own; returns whether the first was. */
const putOver = (
  older: '<' | '<=',
  projection: Projection,
  { client, table }: { readonly client: DynamoDBClient; readonly table: string },
): Promise<boolean> =>
  whenAway('dynamodb', async () => {
    const put = async (Item: Item): Promise<boolean> => {
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item,
            ConditionExpression: `attribute_not_exists(pk) or version ${older} :version`,
            ExpressionAttributeValues: { ':version': N(projection.version) },
          }),
        )
        return true
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false
        throw error
      }
    }
    const [isWritten = false] = await Promise.all(itemsOfProjection(projection).map(put))
    return isWritten
  })
