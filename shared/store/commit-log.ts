import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/client-dynamodb'
import { whenAway } from '../aws/when-away.ts'
import type { Commit } from '../domain/commit.ts'
import type { StreamId } from '../domain/identifiers.ts'
import type { CommitLog, EventOf } from '../use-cases/ports.ts'
import { commitOfItem, itemOfCommit } from './commit-item.ts'
import { S, stored } from './item.ts'
import { streamId } from './schema/scalars.ts'
import { streamKey, versionKey, versionKeys } from './table.ts'

/**
 * The event log in DynamoDB: one item per commit, written once under a condition. What is asked for as it may lag is read
 * consistently only where it has not come as far as is known to be there.
 */
export const dynamoCommitLog = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): CommitLog => {
  const query = async <S extends StreamId>(stream: S, after: number, consistently: boolean) => {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        ConsistentRead: consistently,
        KeyConditionExpression: 'pk = :stream and sk between :first and :last',
        ExpressionAttributeValues: {
          ':stream': S(streamKey(stream)),
          ':first': S(after === 0 ? versionKeys.first : versionKey(after + 1)),
          ':last': S(versionKeys.last),
        },
      },
    )
    const commits: Commit<EventOf<S>>[] = []
    for await (const page of pages) for (const item of page.Items ?? []) commits.push(commitOfItem(stream, item))
    return commits
  }

  return {
    load: (stream, part) =>
      whenAway('dynamodb', async () => {
        if (part === undefined || 'after' in part) return query(stream, part?.after ?? 0, true)
        const known = withoutGaps(await query(stream, 0, false))
        return known.length >= part.holds ? known : [...known, ...(await query(stream, known.length, true))]
      }),

    read: (stream, version) =>
      whenAway('dynamodb', async () => {
        const { Item } = await client.send(
          new GetItemCommand({
            TableName: table,
            ConsistentRead: true,
            Key: { pk: S(streamKey(stream)), sk: S(versionKey(version)) },
          }),
        )
        return Item === undefined ? undefined : commitOfItem(stream, Item)
      }),

    append: (commit) =>
      whenAway('dynamodb', async () => {
        const Item = itemOfCommit(commit)
        try {
          await client.send(
            new PutItemCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
          )
          return 'committed'
        } catch (error) {
          if (error instanceof ConditionalCheckFailedException) return 'refused'
          throw error
        }
      }),

    // Every log begins with version 1, be it a void: one item per stream, without an index that only this would read.
    async *streams() {
      const pages = paginateScan(
        { client },
        {
          TableName: table,
          ConsistentRead: true,
          FilterExpression: 'sk = :first',
          ProjectionExpression: 'pk',
          ExpressionAttributeValues: { ':first': S(versionKey(1)) },
        },
      )
      for await (const page of pages)
        for (const { pk } of page.Items ?? []) yield streamId.parse(stored.text.parse(pk).replace(/^[A-Z]+#/, ''))
    },
  }
}

/** What lags may lack any commit, the first as well as the last: what stands before the first that is missing. */
const withoutGaps = <C extends Commit<unknown>>(commits: readonly C[]): readonly C[] => {
  const gap = commits.findIndex(({ version }, at) => version !== at + 1)
  return gap < 0 ? commits : commits.slice(0, gap)
}
