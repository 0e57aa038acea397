import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb'
import { whenAway } from '../aws/when-away.ts'
import type { ContactId } from '../domain/identifiers.ts'
import type { Contact, Contacts } from '../use-cases/ports.ts'
import { Unavailable } from '../use-cases/unavailable.ts'
import { contactIds } from './contact-id.ts'
import { S } from './item.ts'
import { contactItem, stagedContacts } from './staged-contacts.ts'
import { contactKey, contactSortKey } from './table.ts'

const batchSize = 100
const rounds = 5

interface Parts {
  readonly client: DynamoDBClient
  readonly table: string
}

/** People in DynamoDB, apart from the log that refers to them by id. */
export const dynamoContacts = ({
  signingKey,
  ...parts
}: Parts & {
  /** Key material of which the ids' key is derived. */
  readonly signingKey: string
}): Contacts => ({
  ...stagedContacts(parts),
  idOf: contactIds(signingKey),
  find: contactsById(parts),
})

/** Looks people up, read consistently. Who has been erased is not in the answer. */
export const contactsById = ({ client, table }: Parts): Contacts['find'] => {
  const findSome = async (ids: readonly ContactId[]): Promise<readonly Contact[]> => {
    const found: Contact[] = []
    let keys = ids.map((id) => ({ pk: S(contactKey(id)), sk: S(contactSortKey) }))
    // DynamoDB may leave some of a batch for later, throttled or too large: those are asked for again.
    for (let round = 0; keys.length > 0; round += 1) {
      if (round === rounds) throw new Unavailable(`dynamodb left ${keys.length} keys unprocessed`)
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetItemCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }),
      )
      for (const item of Responses?.[table] ?? []) found.push(contactItem.parse(item).contact)
      keys = (UnprocessedKeys?.[table]?.Keys ?? []) as typeof keys
    }
    return found
  }
  return (ids) =>
    whenAway('dynamodb', async () => {
      const distinct = [...new Set(ids)]
      const found = new Map<ContactId, Contact>()
      for (let at = 0; at < distinct.length; at += batchSize)
        for (const one of await findSome(distinct.slice(at, at + batchSize))) found.set(one.id, one)
      return found
    })
}
