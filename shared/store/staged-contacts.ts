import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { ConditionalCheckFailedException, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { whenAway } from '../aws/when-away.ts'
import type { ContactId } from '../domain/identifiers.ts'
import { namedAs } from '../use-cases/named-as.ts'
import type { Contact, Contacts, StagedContact } from '../use-cases/ports.ts'
import { json, S, stored } from './item.ts'
import { contact, stagedContact } from './schema/contact.ts'
import { contactKey, contactSortKey, stagedKey, stagedSortKey } from './table.ts'

/** Somebody known, as the table has them. */
export const contactItem = z.object({ contact: z.pipe(stored.json, contact) })
const stagedItem = z.object({
  contacts: z.exactOptional(z.pipe(stored.json, z.array(stagedContact))),
})

interface Options {
  readonly client: DynamoDBClient
  readonly table: string
}

/**
 * Contacts of a commit until its outcome is known: one item under the commit's id. Settling it, either way, writes over it
 * without contacts and leaves it there for good: a staging that comes late, from a writer that stalled or a request that
 * the network held back, finds it settled and leaves no personal data behind; and an announcement that comes again does
 * not bring back a person who has been erased since.
 */
export const stagedContacts = ({ client, table }: Options): Pick<Contacts, 'stage' | 'confirm' | 'discard'> => {
  const keyOf = (commitId: string) => ({ pk: S(stagedKey(commitId)), sk: S(stagedSortKey) })
  const settle = (commitId: string, as: 'confirmed' | 'discarded') =>
    client.send(new PutItemCommand({ TableName: table, Item: { ...keyOf(commitId), settled: S(as) } }))

  /** @returns false where the condition does not hold */
  const put = async (one: Contact, condition?: string): Promise<boolean> => {
    const Item = { pk: S(contactKey(one.id)), sk: S(contactSortKey), contact: json(contact.parse(one)) }
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item,
          ...(condition === undefined ? {} : { ConditionExpression: condition }),
        }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  const known = async (id: ContactId): Promise<Contact | undefined> => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: table,
        ConsistentRead: true,
        Key: { pk: S(contactKey(id)), sk: S(contactSortKey) },
      }),
    )
    return Item === undefined ? undefined : contactItem.parse(Item).contact
  }

  const keep = async (one: StagedContact): Promise<void> => {
    const { onlyIfNew, language, authority } = one
    const asNew = namedAs(undefined, one)
    if (!onlyIfNew && language !== undefined && authority !== undefined) {
      await put(asNew)
      return
    }
    if ((await put(asNew, 'attribute_not_exists(pk)')) || onlyIfNew) return
    const before = await known(one.id)
    // Who is gone by now has been erased, and does not come back.
    if (before !== undefined) await put(namedAs(before, one), 'attribute_exists(pk)')
  }

  return {
    stage: (commitId, contacts) =>
      whenAway('dynamodb', async () => {
        const Item = { ...keyOf(commitId), contacts: json(z.array(stagedContact).parse(contacts)) }
        try {
          await client.send(
            new PutItemCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
          )
        } catch (error) {
          // Staged already by a try whose answer got lost, or settled: then the commit's version is taken too.
          if (!(error instanceof ConditionalCheckFailedException)) throw error
        }
      }),

    confirm: (commitId) =>
      whenAway('dynamodb', async () => {
        const { Item } = await client.send(
          new GetItemCommand({ TableName: table, ConsistentRead: true, Key: keyOf(commitId) }),
        )
        const contacts = Item === undefined ? undefined : stagedItem.parse(Item).contacts
        if (contacts === undefined) return
        for (const one of contacts) await keep(one)
        await settle(commitId, 'confirmed')
      }),

    discard: (commitId) =>
      whenAway('dynamodb', async () => {
        await settle(commitId, 'discarded')
      }),
  }
}
