import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DeleteItemCommand, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { whenAway } from '../aws/when-away.ts'
import { isContactId } from '../domain/identifiers.ts'
import type { Draft, DraftRef, Drafts } from '../use-cases/drafts.ts'
import { json, N, S, stored } from './item.ts'
import { instant } from './schema/scalars.ts'
import { draftKey, draftSortKey, vanishesAt } from './table.ts'

const draft = z.strictObject({
  id: z.string(),
  person: z.string().check(z.refine(isContactId)),
  email: z.string(),
  language: z.enum(['da', 'en']),
  step: z.string(),
  fields: z.string(),
  keepUntil: instant,
})
const draftItem = z.object({ draft: z.pipe(stored.json, draft) })
const keyItem = z.object({ sk: stored.text })

/** Drafts in DynamoDB: one partition for each person. The table lets them vanish, some days after their time is over. */
export const dynamoDrafts = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): Drafts => {
  const keyOf = ({ person, id }: DraftRef) => ({ pk: S(draftKey(person)), sk: S(draftSortKey(id)) })
  const remove = async (Key: ReturnType<typeof keyOf>): Promise<void> => {
    await client.send(new DeleteItemCommand({ TableName: table, Key }))
  }
  return {
    put: (one) =>
      whenAway('dynamodb', async () => {
        const until = Math.ceil(Date.parse(one.keepUntil) / 1_000)
        const Item = { ...keyOf(one), draft: json(draft.parse(one)), [vanishesAt]: N(until) }
        await client.send(new PutItemCommand({ TableName: table, Item }))
      }),
    find: (of, now) =>
      whenAway('dynamodb', async () => {
        const { Item } = await client.send(
          new GetItemCommand({ TableName: table, ConsistentRead: true, Key: keyOf(of) }),
        )
        if (Item === undefined) return undefined
        const found = draftItem.parse(Item).draft as Draft
        return found.keepUntil > now ? found : undefined
      }),
    remove: (of) => whenAway('dynamodb', () => remove(keyOf(of))),
    forget: (person) =>
      whenAway('dynamodb', async () => {
        // A person has a few at most: a form can be saved three times an hour, and each is gone after a month.
        for (;;) {
          const { Items = [] } = await client.send(
            new QueryCommand({
              TableName: table,
              ConsistentRead: true,
              KeyConditionExpression: 'pk = :pk',
              ExpressionAttributeValues: { ':pk': S(draftKey(person)) },
              ProjectionExpression: 'sk',
            }),
          )
          if (Items.length === 0) return
          for (const item of Items) await remove({ pk: S(draftKey(person)), sk: S(keyItem.parse(item).sk) })
        }
      }),
  }
}
