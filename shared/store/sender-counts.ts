import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { whenAway } from '../aws/when-away.ts'
import type { SenderCounts } from '../use-cases/throttle.ts'
import { N, S, stored } from './item.ts'
import { senderKey, senderSortKey, vanishesAt } from './table.ts'

const counted = z.object({ times: stored.number })

/** Counts of senders in DynamoDB: one item for each sender and window, which the table lets vanish by itself. */
export const dynamoSenderCounts = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): SenderCounts => ({
  count: (sender, window, keepUntil, times = 1) =>
    whenAway('dynamodb', async () => {
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: { pk: S(senderKey(sender)), sk: S(senderSortKey(window)) },
          UpdateExpression: 'ADD times :times SET #vanishes = :until',
          ExpressionAttributeNames: { '#vanishes': vanishesAt },
          ExpressionAttributeValues: { ':times': N(times), ':until': N(keepUntil) },
          ReturnValues: 'UPDATED_NEW',
        }),
      )
      return counted.parse(Attributes).times
    }),
})
