import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { variable } from '../shared/environment.ts'
import { senderHash } from '../shared/identity/sender-hash.ts'
import { jsonText } from '../shared/json-text.ts'
import { dynamoSenderCounts } from '../shared/store/sender-counts.ts'
import type { NamingThrottle } from '../shared/use-cases/throttle.ts'

const environment = z.object({
  [variable.namesAnHour]: z.pipe(jsonText, z.number().check(z.int(), z.minimum(1))),
})

/** What says who names too many people. @throws ZodError when something it reads is missing or wrong */
export const namingThrottle = (
  variables: Readonly<Record<string, string | undefined>>,
  {
    table,
    signingKey,
  }: { readonly table: { readonly client: DynamoDBClient; readonly table: string }; readonly signingKey: string },
): NamingThrottle => ({
  senders: dynamoSenderCounts(table),
  senderOf: senderHash(signingKey),
  namesAnHour: z.parse(environment, variables)[variable.namesAnHour],
})
