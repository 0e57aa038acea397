import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { variable } from '../shared/environment.ts'
import { senderHash } from '../shared/identity/sender-hash.ts'
import { jsonText } from '../shared/json-text.ts'
import { dynamoSenderCounts } from '../shared/store/sender-counts.ts'
import type { Counting, IdeaThrottle, NamingThrottle } from '../shared/use-cases/throttle.ts'

type Variables = Readonly<Record<string, string | undefined>>

interface Parts {
  readonly table: { readonly client: DynamoDBClient; readonly table: string }
  readonly signingKey: string
}

const most = z.number().check(z.int(), z.minimum(1))

const counting = ({ table, signingKey }: Parts): Counting => ({
  senders: dynamoSenderCounts(table),
  senderOf: senderHash(signingKey),
})

/** What says who sends too many ideas, wherever they come in. @throws ZodError when something it reads is missing or wrong */
export const ideaThrottle = (variables: Variables, parts: Parts): IdeaThrottle => {
  const perHour = z.pipe(jsonText, z.strictObject({ person: most, network: most }))
  const { [variable.ideasAnHour]: ideasAnHour } = z.parse(z.object({ [variable.ideasAnHour]: perHour }), variables)
  return { ...counting(parts), ideasAnHour }
}

/** What says who names too many people. @throws ZodError when something it reads is missing or wrong */
export const namingThrottle = (variables: Variables, parts: Parts): NamingThrottle => {
  const perHour = z.pipe(jsonText, most)
  const { [variable.namesAnHour]: namesAnHour } = z.parse(z.object({ [variable.namesAnHour]: perHour }), variables)
  return { ...counting(parts), namesAnHour }
}
