import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { ConditionalCheckFailedException, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { whenAway } from '../aws/when-away.ts'
import type { StreamId } from '../domain/identifiers.ts'
import type { Redactions } from '../use-cases/erasure-ports.ts'
import { Unavailable } from '../use-cases/unavailable.ts'
import { S, stored } from './item.ts'
import { streamKey, versionKey } from './table.ts'

const commitTexts = z.object({ texts: stored.texts })
const tries = 5

/** Free text of commits in DynamoDB, changed where it stands: the one attribute of a commit that may ever change. */
export const dynamoRedactions = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): Redactions => {
  const keyOf = (stream: StreamId, version: number) => ({ pk: S(streamKey(stream)), sk: S(versionKey(version)) })

  const textsOf = async (stream: StreamId, version: number): Promise<Readonly<Record<string, string>>> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, ConsistentRead: true, Key: keyOf(stream, version) }),
    )
    return Item === undefined ? {} : commitTexts.parse(Item).texts
  }

  return {
    redact: (stream, version, change) =>
      whenAway('dynamodb', async () => {
        for (let round = 0; round < tries; round += 1) {
          const before = await textsOf(stream, version)
          const after = change(before)
          const changed = Object.keys(before).filter((path) => before[path] !== after[path])
          if (changed.length === 0) return 0
          const values = changed.flatMap((path, at) => [
            [`:before${at}`, S(before[path] ?? '')] as const,
            [`:after${at}`, S(after[path] ?? '')] as const,
          ])
          try {
            await client.send(
              new UpdateItemCommand({
                TableName: table,
                Key: keyOf(stream, version),
                UpdateExpression: `set ${changed.map((_, at) => `texts.#path${at} = :after${at}`).join(', ')}`,
                ConditionExpression: changed.map((_, at) => `texts.#path${at} = :before${at}`).join(' and '),
                ExpressionAttributeNames: Object.fromEntries(changed.map((path, at) => [`#path${at}`, path])),
                ExpressionAttributeValues: Object.fromEntries(values),
              }),
            )
            return changed.length
          } catch (error) {
            // Another redaction was there first: what it left is looked at again.
            if (!(error instanceof ConditionalCheckFailedException)) throw error
          }
        }
        throw new Unavailable(`${stream}/${version} is being redacted by others`)
      }),
  }
}
