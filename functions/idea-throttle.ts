import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { variable } from '../shared/environment.ts'
import { senderHash } from '../shared/identity/sender-hash.ts'
import { jsonText } from '../shared/json-text.ts'
import { dynamoSenderCounts } from '../shared/store/sender-counts.ts'
import type { IdeaThrottle } from '../shared/use-cases/throttle.ts'

const most = z.number().check(z.int(), z.minimum(1))
const environment = z.object({
  [variable.ideasAnHour]: z.pipe(jsonText, z.strictObject({ person: most, network: most })),
})

/** What says who sends too many ideas, wherever they come in. @throws ZodError when something it reads is missing or wrong */
export const ideaThrottle = (
  variables: Readonly<Record<string, string | undefined>>,
  {
    table,
    signingKey,
  }: { readonly table: { readonly client: DynamoDBClient; readonly table: string }; readonly signingKey: string },
): IdeaThrottle => ({
  senders: dynamoSenderCounts(table),
  senderOf: senderHash(signingKey),
  ideasAnHour: z.parse(environment, variables)[variable.ideasAnHour],
})
