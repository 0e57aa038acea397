import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoContactErasure } from './contact-erasure.ts'
import { dynamoDigests } from './digests.ts'
import { dynamoDrafts } from './drafts.ts'
import { dynamoEffectLedger } from './effect-ledger.ts'
import { dynamoErasureLedger } from './erasure-ledger.ts'
import { dynamoMailPreferences } from './mail-preferences.ts'
import { dynamoProjections } from './projections.ts'
import { dynamoRedactions } from './redactions.ts'
import { dynamoTraces } from './traces.ts'

/** Every store that an erasure reaches into, where one is carried out and where a restored table goes through the ledger. */
export const dynamoErasureStores = (dynamo: { readonly client: DynamoDBClient; readonly table: string }) => ({
  traces: dynamoTraces(dynamo),
  redactions: dynamoRedactions(dynamo),
  people: dynamoContactErasure(dynamo),
  effects: dynamoEffectLedger(dynamo),
  preferences: dynamoMailPreferences(dynamo),
  digests: dynamoDigests(dynamo),
  drafts: dynamoDrafts(dynamo),
  projections: dynamoProjections(dynamo),
  ledger: dynamoErasureLedger(dynamo),
})
