import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { dueIndex, dueShardKey, dueShards } from '../../../shared/store/table.ts'

/**
 * The earliest moment after a given one at which something is due, read from the `due` index of the table.
 * Moments are epoch milliseconds.
 */
export type NextDue = (after: number) => Promise<number | undefined>

export const nextDueIn =
  (client: DynamoDBClient, tableName: string): NextDue =>
  async (after) => {
    const shards = Array.from({ length: dueShards }, (_, shard) => dueShardKey(shard))
    const earliest = await Promise.all(
      shards.map(async (shard) => {
        const { Items } = await client.send(
          new QueryCommand({
            TableName: tableName,
            IndexName: dueIndex.name,
            KeyConditionExpression: '#shard = :shard AND #at > :after',
            ExpressionAttributeNames: { '#shard': dueIndex.partition, '#at': dueIndex.sort },
            // Sorts after every id at that very moment.
            ExpressionAttributeValues: {
              ':shard': { S: shard },
              ':after': { S: `${new Date(after).toISOString()}#~` },
            },
            Limit: 1,
          }),
        )
        const moment = Items?.[0]?.[dueIndex.sort]?.S?.split('#')[0]
        return moment === undefined ? [] : [Date.parse(moment)]
      }),
    )
    const moments = earliest.flat()
    return moments.length === 0 ? undefined : Math.min(...moments)
  }
