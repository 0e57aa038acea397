import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { paginateQuery } from '@aws-sdk/client-dynamodb'
import { whenAway } from '../aws/when-away.ts'
import type { MeetingCalendar } from '../use-cases/ports.ts'
import { S } from './item.ts'
import { rowOfItem } from './projection-item.ts'
import { byStateIndex, stateKey } from './table.ts'

/** Meetings to come, from the index of called meetings. Written votes are for what the chair puts to them, and left out. */
export const dynamoMeetingCalendar = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): MeetingCalendar => ({
  next: (now) =>
    whenAway('dynamodb', async () => {
      const pages = paginateQuery(
        { client, pageSize: 20 },
        {
          TableName: table,
          IndexName: byStateIndex.name,
          KeyConditionExpression: 'stateKey = :called and orderedBy > :now',
          ExpressionAttributeValues: { ':called': S(stateKey('meeting', 'called')), ':now': S(now) },
        },
      )
      for await (const page of pages)
        for (const { summary } of (page.Items ?? []).map(rowOfItem))
          if (summary.kind === 'meeting' && summary.form === 'meeting' && summary.papersDueAt > now)
            return { meeting: summary.id, meetingAt: summary.meetsAt }
      return undefined
    }),
})
