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
import { type Item, json, S, stored } from './item.ts'
import { instant } from './schema/scalars.ts'
import { effectKey, effectSortKey } from './table.ts'

const effectItem = z.object({
  state: z.pipe(stored.text, z.enum(['begun', 'free', 'done'])),
  since: z.pipe(stored.text, instant),
  /** Of one call of `begin`: tells a lease whose answer got lost from somebody else's. */
  taker: z.exactOptional(stored.text),
  happened: z.exactOptional(z.pipe(stored.json, z.array(z.string()))),
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

  /** Takes a key that was left free in part. */
  const takeUp = async (key: string, now: string, taker: string, happened: readonly string[]): Promise<boolean> => {
    const Item = { ...keyOf(key), state: S('begun'), since: S(now), taker: S(taker), happened: json(happened) }
    return putWhere(Item, '#state = :free', { ':free': S('free') })
  }

  const putWhere = async (Item: Item, condition: string, values: Item): Promise<boolean> => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item,
          ConditionExpression: condition,
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: values,
        }),
      )
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
          const { state, since, taker: other, happened } = effectItem.parse(Item)
          if (state === 'done') return { state }
          const before = happened === undefined ? {} : { happened }
          if (state === 'begun') return other === taker ? { state, ...before } : { state: 'taken', since, ...before }
          if (await takeUp(key, now, taker, happened ?? [])) return { state: 'begun', ...before }
        }
      }),

    finish: (key, now) =>
      whenAway('dynamodb', async () => {
        await client.send(
          new PutItemCommand({ TableName: table, Item: { ...keyOf(key), state: S('done'), since: S(now) } }),
        )
      }),

    leave: (key, { since, happened, free }) =>
      whenAway('dynamodb', async () => {
        const Item = { ...keyOf(key), state: S(free ? 'free' : 'begun'), since: S(since), happened: json(happened) }
        await putWhere(Item, 'attribute_not_exists(pk) or #state <> :done', { ':done': S('done') })
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
