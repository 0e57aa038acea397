import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { whenAway } from '../aws/when-away.ts'
import type { EffectLedger } from '../use-cases/ports.ts'
import { S, stored } from './item.ts'
import { instant } from './schema/scalars.ts'
import { effectKey, effectSortKey } from './table.ts'

const effectItem = z.object({
  state: z.pipe(stored.text, z.enum(['begun', 'done'])),
  since: z.pipe(stored.text, instant),
  /** Of one call of `begin`: tells a lease whose answer got lost from somebody else's. */
  taker: z.exactOptional(stored.text),
})

const isRefused = (error: unknown) => error instanceof ConditionalCheckFailedException

/** Leases of effects that have no key of their own, such as a mail: each taken once and kept for good. */
export const dynamoEffectLedger = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): EffectLedger => {
  const keyOf = (key: string) => ({ pk: S(effectKey(key)), sk: S(effectSortKey) })

  const take = async (key: string, now: string, taker: string): Promise<boolean> => {
    const Item = { ...keyOf(key), state: S('begun'), since: S(now), taker: S(taker) }
    try {
      await client.send(new PutItemCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }))
      return true
    } catch (error) {
      if (isRefused(error)) return false
      throw error
    }
  }

  return {
    begin: (key, now) =>
      whenAway('dynamodb', async () => {
        const taker = randomUUID()
        // A lease given back between the refusal and the look is free again: taken on the second round, or somebody's.
        for (;;) {
          if (await take(key, now, taker)) return { state: 'begun' }
          const { Item } = await client.send(
            new GetItemCommand({ TableName: table, ConsistentRead: true, Key: keyOf(key) }),
          )
          if (Item === undefined) continue
          const effect = effectItem.parse(Item)
          if (effect.state === 'done') return { state: 'done' }
          return effect.taker === taker ? { state: 'begun' } : { state: 'taken', since: effect.since }
        }
      }),

    finish: (key, now) =>
      whenAway('dynamodb', async () => {
        await client.send(
          new PutItemCommand({ TableName: table, Item: { ...keyOf(key), state: S('done'), since: S(now) } }),
        )
      }),

    release: (key) =>
      whenAway('dynamodb', async () => {
        try {
          await client.send(
            new DeleteItemCommand({
              TableName: table,
              Key: keyOf(key),
              ConditionExpression: 'attribute_not_exists(pk) or #state = :begun',
              ExpressionAttributeNames: { '#state': 'state' },
              ExpressionAttributeValues: { ':begun': S('begun') },
            }),
          )
        } catch (error) {
          if (!isRefused(error)) throw error
        }
      }),

    forget: (key) =>
      whenAway('dynamodb', async () => {
        await client.send(new DeleteItemCommand({ TableName: table, Key: keyOf(key) }))
      }),
  }
}
