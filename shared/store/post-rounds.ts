import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { whenAway } from '../aws/when-away.ts'
import type { Instant } from '../domain/time.ts'
import { streamId, version } from '../messages/scalars.ts'
import type { PostEntry, PostRounds } from '../use-cases/mail-ports.ts'
import type { Clock } from '../use-cases/ports.ts'
import { type Item, json, S, stored } from './item.ts'
import { dueShardOf, momentKey, postKey, postSortKeys } from './table.ts'

const entry = z.strictObject({
  stream: streamId,
  version,
  recipients: z.array(z.string().check(z.minLength(1))),
  correlationId: z.string(),
}) satisfies z.ZodMiniType<PostEntry>
/** `after`: it was put there when the post of that moment was gone. */
const entryItem = z.object({ entry: z.pipe(stored.json, entry), after: z.exactOptional(stored.text) })
const roundItem = z.object({ state: z.pipe(stored.text, z.enum(['open', 'gone'])) })

const clocksApartInMillis = 60_000

/**
 * Letters that wait for the post, in DynamoDB: one partition for each moment at which it goes, one item for each commit, and
 * one for the round itself, which alone is in the index `due`. Entries stay: a notice that comes again finds its own.
 */
export const dynamoPostRounds = ({
  client,
  table,
  clock,
}: {
  readonly client: DynamoDBClient
  readonly table: string
  readonly clock: Clock
}): PostRounds => {
  const get = async (at: Instant, sk: string): Promise<Item | undefined> => {
    const Key = { pk: S(postKey(at)), sk: S(sk) }
    return (await client.send(new GetItemCommand({ TableName: table, ConsistentRead: true, Key }))).Item
  }
  /** Whether it was free. */
  const putOnce = async (Item: Item): Promise<boolean> => {
    try {
      await client.send(new PutItemCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }))
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }
  const open = (at: Instant) =>
    putOnce({
      pk: S(postKey(at)),
      sk: S(postSortKeys.round),
      state: S('open'),
      dueShard: S(dueShardOf(at)),
      dueAt: S(momentKey(at, 'post')),
    })

  const roundOf = async (at: Instant): Promise<'open' | 'gone' | undefined> => {
    const round = await get(at, postSortKeys.round)
    return round === undefined ? undefined : roundItem.parse(round).state
  }
  /** No post goes before its time by the clock of whoever sends it, which may be a little ahead of ours. */
  const mayBeGoing = (at: Instant): boolean => Date.parse(clock()) > Date.parse(at) - clocksApartInMillis

  return {
    keep: (at, kept) =>
      whenAway('dynamodb', async () => {
        const sk = postSortKeys.entry(kept.stream, kept.version)
        const Item = { pk: S(postKey(at)), sk: S(sk), entry: json(entry.parse(kept)) }
        const round = await roundOf(at)
        if (round === undefined) await open(at)
        if (round !== 'gone') {
          const isNew = await putOnce(Item)
          if (!isNew || !mayBeGoing(at) || (await roundOf(at)) === 'open') return 'kept'
          // It went in between, perhaps without these: better twice than not at all.
          await client.send(new PutItemCommand({ TableName: table, Item: { ...Item, after: S('gone') } }))
          return 'gone'
        }
        if (await putOnce({ ...Item, after: S('gone') })) return 'gone'
        const there = await get(at, sk)
        return there === undefined || entryItem.parse(there).after === undefined ? 'kept' : 'gone'
      }),

    close: (at) =>
      whenAway('dynamodb', async () => {
        const Round = { pk: S(postKey(at)), sk: S(postSortKeys.round), state: S('gone') }
        await client.send(new PutItemCommand({ TableName: table, Item: Round }))
        const pages = paginateQuery(
          { client },
          {
            TableName: table,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :pk and begins_with(sk, :entry)',
            ExpressionAttributeValues: { ':pk': S(postKey(at)), ':entry': S(postSortKeys.entries) },
          },
        )
        const entries: PostEntry[] = []
        for await (const page of pages)
          for (const item of page.Items ?? []) {
            const { entry: kept, after } = entryItem.parse(item)
            if (after === undefined) entries.push(kept)
          }
        return entries
      }),
  }
}
