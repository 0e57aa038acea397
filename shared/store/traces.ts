import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { whenAway } from '../aws/when-away.ts'
import type { ContactId } from '../domain/identifiers.ts'
import type { Trace, Traces } from '../use-cases/erasure-ports.ts'
import { type Item, S, stored } from './item.ts'
import { actor } from './schema/actor.ts'
import { stagedContact } from './schema/contact.ts'
import { contactId, streamId } from './schema/scalars.ts'
import { partitions, versionKeys } from './table.ts'

const commitItem = z.object({
  version: stored.number,
  actor: stored.text,
  events: stored.text,
  texts: stored.texts,
})
const stagedItem = z.object({ contacts: z.pipe(stored.json, z.array(stagedContact)) })
const place = z.object({ pk: z.string(), sk: z.string() })

/** Everybody whom a stored text names by id: contacts stand in quotes in what is JSON, and between slashes in a key. */
export const contactsNamedIn = (text: string): readonly ContactId[] => [
  ...new Set((text.match(/con_[\w-]+/g) ?? []).map((id) => contactId.parse(id))),
]

/** All that may be of a person, read consistently from the table, page by page as DynamoDB scans it (1 MB each). */
export const dynamoTraces = ({
  client,
  table,
  pageSize,
}: {
  readonly client: DynamoDBClient
  readonly table: string
  /** Items that one look goes through. @default as many as make 1 MB */
  readonly pageSize?: number
}): Traces => ({
  async *pages(from) {
    let key: Item | undefined = from === undefined ? undefined : keyOf(from)
    do {
      const { Items = [], LastEvaluatedKey } = await whenAway('dynamodb', () =>
        client.send(
          new ScanCommand({
            TableName: table,
            ConsistentRead: true,
            ...(pageSize === undefined ? {} : { Limit: pageSize }),
            // Only what can be of somebody comes over the wire: logs, staged contacts, and effects that name a person.
            FilterExpression:
              'sk between :first and :last or (begins_with(pk, :staged) and attribute_exists(contacts)) ' +
              'or (begins_with(pk, :effect) and contains(pk, :contact))',
            ExpressionAttributeValues: {
              ':first': S(versionKeys.first),
              ':last': S(versionKeys.last),
              ':staged': S(partitions.staged),
              ':effect': S(partitions.effect),
              ':contact': S('/con_'),
            },
            ...(key === undefined ? {} : { ExclusiveStartKey: key }),
          }),
        ),
      )
      key = LastEvaluatedKey
      yield { traces: Items.map(traceOf), ...(key === undefined ? {} : { next: cursorOf(key) }) }
    } while (key !== undefined)
  },
})

const traceOf = (item: Item): Trace => {
  const pk = stored.text.parse(item.pk)
  if (pk.startsWith(partitions.staged)) {
    const { contacts } = stagedItem.parse(item)
    return { kind: 'staged', commitId: pk.slice(partitions.staged.length), names: contacts.map(({ id }) => id) }
  }
  if (pk.startsWith(partitions.effect))
    return { kind: 'effect', key: pk.slice(partitions.effect.length), names: contactsNamedIn(pk) }
  const { version, actor: made, events, texts } = commitItem.parse(item)
  const by = actor.parse(JSON.parse(made))
  return {
    kind: 'commit',
    stream: streamId.parse(pk.slice(pk.indexOf('#') + 1)),
    version,
    ...(by.kind === 'person' ? { by: by.id } : {}),
    names: contactsNamedIn(`${made} ${events}`),
    texts,
  }
}

const cursorOf = (key: Item): string =>
  Buffer.from(JSON.stringify({ pk: key.pk?.S, sk: key.sk?.S })).toString('base64url')

/** @throws when it is no cursor of ours: it would otherwise begin anew, and again and again. */
const keyOf = (cursor: string): Item => {
  const { pk, sk } = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  return { pk: S(pk), sk: S(sk) }
}
