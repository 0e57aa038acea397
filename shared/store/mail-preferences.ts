import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { whenAway } from '../aws/when-away.ts'
import type { ContactId } from '../domain/identifiers.ts'
import type { MailPreferences } from '../use-cases/mail-ports.ts'
import { S } from './item.ts'
import { preferenceKey, remindersSortKey } from './table.ts'

/**
 * What people have said about reminders. In a partition of its own, not the contact's: whoever may write here, which an
 * open endpoint does, may not touch names and addresses. It goes when the person is erased.
 */
export const dynamoMailPreferences = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): MailPreferences => {
  const keyOf = (contact: ContactId) => ({ pk: S(preferenceKey(contact)), sk: S(remindersSortKey) })
  return {
    refusers: (contacts) =>
      whenAway('dynamodb', async () => {
        const refused = await Promise.all(
          [...new Set(contacts)].map(async (contact) => {
            const { Item } = await client.send(
              new GetItemCommand({ TableName: table, ConsistentRead: true, Key: keyOf(contact) }),
            )
            return Item === undefined ? [] : [contact]
          }),
        )
        return new Set(refused.flat())
      }),
    refuseReminders: (contact, at) =>
      whenAway('dynamodb', async () => {
        await client.send(new PutItemCommand({ TableName: table, Item: { ...keyOf(contact), refusedAt: S(at) } }))
      }),
    forget: (contact) =>
      whenAway('dynamodb', async () => {
        await client.send(new DeleteItemCommand({ TableName: table, Key: keyOf(contact) }))
      }),
  }
}
