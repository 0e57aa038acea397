import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { whenAway } from '../aws/when-away.ts'
import { streamId, version } from '../messages/scalars.ts'
import type { DigestBox, DigestEntry } from '../use-cases/mail-ports.ts'
import { type Item, json, S, stored } from './item.ts'
import { instant } from './schema/scalars.ts'
import { digestKey } from './table.ts'

const entry = z.strictObject({
  notice: z.string().check(z.minLength(1)),
  stream: streamId,
  version,
  index: z.int().check(z.nonnegative()),
  correlationId: z.string(),
  at: instant,
}) satisfies z.ZodMiniType<DigestEntry>
const digestItem = z.object({ entry: z.pipe(stored.json, entry) })

const inOrder = (a: DigestEntry, b: DigestEntry): number =>
  a.at === b.at ? (a.notice < b.notice ? -1 : 1) : a.at < b.at ? -1 : 1

const itemOfEntry = (recipient: string, added: DigestEntry): Item => ({
  pk: S(digestKey(recipient)),
  sk: S(added.notice),
  entry: json(entry.parse(added)),
})

/** Letters that came late, in DynamoDB: one partition for each recipient, one item for each event. */
export const dynamoDigests = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): DigestBox => ({
  add: (recipient, added) =>
    whenAway('dynamodb', async () => {
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: itemOfEntry(recipient, added),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
      }
    }),

  entries: (recipient) =>
    whenAway('dynamodb', async () => {
      const entries: DigestEntry[] = []
      let from: Item | undefined
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: table,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': S(digestKey(recipient)) },
            ...(from === undefined ? {} : { ExclusiveStartKey: from }),
          }),
        )
        entries.push(...Items.map((item) => digestItem.parse(item).entry))
        from = LastEvaluatedKey
      } while (from !== undefined)
      return entries.sort(inOrder)
    }),

  remove: (recipient, notices) =>
    whenAway('dynamodb', async () => {
      await Promise.all(
        notices.map((notice) =>
          client.send(new DeleteItemCommand({ TableName: table, Key: { pk: S(digestKey(recipient)), sk: S(notice) } })),
        ),
      )
    }),
})
