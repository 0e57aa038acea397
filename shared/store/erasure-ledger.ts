import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { whenAway } from '../aws/when-away.ts'
import type { ErasedCounts, Erasure, ErasureLedger } from '../use-cases/erasure-ports.ts'
import { json, S, stored } from './item.ts'
import { contactId, count, instant, projectId, word } from './schema/scalars.ts'
import type { Shape } from './schema/shape.ts'
import { erasureKey } from './table.ts'

const done = z.strictObject({
  at: instant,
  ...({ streams: count, texts: count, deliveries: count } satisfies Shape<ErasedCounts>),
})

/** An entry of the ledger, in the table as in the file that a restore goes by. */
export const erasure = z.strictObject({
  id: word,
  person: contactId,
  by: z.enum(['person', 'secretariat']),
  successors: z.record(projectId, contactId),
  askedAt: instant,
  correlationId: word,
  done: z.exactOptional(done),
} satisfies Shape<Erasure>)

const erasureItem = z.object({
  erasure: z.pipe(stored.json, z.omit(erasure, { done: true })),
  done: z.exactOptional(z.pipe(stored.json, done)),
})

const parsed = (item: unknown): Erasure => {
  const { erasure: asked, ...rest } = erasureItem.parse(item)
  return { ...asked, ...rest }
}

/** Erasures in one partition of the table, which nothing ever deletes from. */
export const dynamoErasureLedger = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): ErasureLedger => {
  const keyOf = (id: string) => ({ pk: S(erasureKey), sk: S(id) })
  const find = async (id: string): Promise<Erasure | undefined> => {
    const { Item } = await client.send(new GetItemCommand({ TableName: table, ConsistentRead: true, Key: keyOf(id) }))
    return Item === undefined ? undefined : parsed(Item)
  }
  return {
    begin: (begun) =>
      whenAway('dynamodb', async () => {
        const { done, ...asked } = begun
        try {
          await client.send(
            new PutItemCommand({
              TableName: table,
              Item: {
                ...keyOf(begun.id),
                erasure: json(erasure.parse(asked)),
                ...(done === undefined ? {} : { done: json(done) }),
              },
              ConditionExpression: 'attribute_not_exists(pk)',
            }),
          )
          return 'begun'
        } catch (error) {
          if (!(error instanceof ConditionalCheckFailedException)) throw error
          return (await find(begun.id))?.person === begun.person ? 'known' : 'other'
        }
      }),

    find: (id) => whenAway('dynamodb', () => find(id)),

    finish: (id, done) =>
      whenAway('dynamodb', async () => {
        await client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keyOf(id),
            UpdateExpression: 'set done = if_not_exists(done, :done)',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':done': json(done) },
          }),
        )
      }),

    all: () =>
      whenAway('dynamodb', async () => {
        const pages = paginateQuery(
          { client },
          {
            TableName: table,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :ledger',
            ExpressionAttributeValues: { ':ledger': S(erasureKey) },
          },
        )
        const found: Erasure[] = []
        for await (const page of pages) found.push(...(page.Items ?? []).map(parsed))
        return found
      }),
  }
}
