import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { whenAway } from '../aws/when-away.ts'
import type { ContactErasure } from '../use-cases/erasure-ports.ts'
import { Unavailable } from '../use-cases/unavailable.ts'
import { contactsById } from './contacts.ts'
import { json, S, stored } from './item.ts'
import { stagedContact } from './schema/contact.ts'
import { contactKey, contactSortKey, stagedKey, stagedSortKey } from './table.ts'

const stagedItem = z.object({ contacts: z.exactOptional(z.pipe(stored.json, z.array(stagedContact))) })
const tries = 5

/** People taken away from DynamoDB, also those whom a commit brings along that nobody knows the outcome of yet. */
export const dynamoContactErasure = (parts: {
  readonly client: DynamoDBClient
  readonly table: string
}): ContactErasure => {
  const { client, table } = parts
  return {
    find: contactsById(parts),

    erase: (id) =>
      whenAway('dynamodb', async () => {
        const Key = { pk: S(contactKey(id)), sk: S(contactSortKey) }
        await client.send(new DeleteItemCommand({ TableName: table, Key }))
      }),

    unstage: (commitId, id) =>
      whenAway('dynamodb', async () => {
        const key = { pk: S(stagedKey(commitId)), sk: S(stagedSortKey) }
        for (let round = 0; round < tries; round += 1) {
          const { Item } = await client.send(new GetItemCommand({ TableName: table, ConsistentRead: true, Key: key }))
          const { contacts } = Item === undefined ? {} : stagedItem.parse(Item)
          // Settled, there is nobody in it any more.
          if (Item?.contacts === undefined || !contacts?.some((one) => one.id === id)) return
          try {
            await client.send(
              new PutItemCommand({
                TableName: table,
                Item: { ...key, contacts: json(contacts.filter((one) => one.id !== id)) },
                ConditionExpression: 'contacts = :seen',
                ExpressionAttributeValues: { ':seen': Item.contacts },
              }),
            )
            return
          } catch (error) {
            if (!(error instanceof ConditionalCheckFailedException)) throw error
          }
        }
        throw new Unavailable(`the people of ${commitId} are being settled`)
      }),
  }
}
