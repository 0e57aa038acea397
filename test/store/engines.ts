import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import { startDynamoDb } from '../../infra/local/engines/dynamodb.ts'
import { active } from '../../infra/local/engines/ensure-tables.ts'
import type { SqsEngine } from '../../infra/local/engines/sqs.ts'
import { startSqs } from '../../infra/local/engines/sqs.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { indexes, primaryKey } from '../../shared/store/table.ts'

export const region = 'eu-north-1'
export const table = 'trin'

/** Environment of a client that speaks to an endpoint. */
export const environmentFor = (endpoint: string) => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL: endpoint,
})

export interface Engines {
  readonly dynamo: { readonly endpoint: string }
  readonly sqs: SqsEngine
  readonly stop: () => Promise<void>
}

/** Nothing here outlives its test: where there is a folder in memory, no disk is waited for. */
const fastest = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** The embedded DynamoDB and SQS in a folder of their own, with the table as the stack has it. */
export const startEngines = async (): Promise<Engines> => {
  const folder = await mkdtemp(join(fastest, 'trin-engines-'))
  const dynamo = await startDynamoDb(join(folder, 'dynamodb'))
  const sqs = await startSqs(join(folder, 'sqs'), region)
  await createTable(dynamo.endpoint)
  return {
    dynamo,
    sqs,
    stop: async () => {
      await Promise.all([dynamo.stop(), sqs.stop()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const createTable = async (endpoint: string): Promise<void> => {
  const client = dynamoClient(environmentFor(endpoint))
  const names = [primaryKey.partition, primaryKey.sort, ...indexes.flatMap(({ partition, sort }) => [partition, sort])]
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ]
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: keys(primaryKey.partition, primaryKey.sort),
      GlobalSecondaryIndexes: indexes.map(({ name, partition, sort, projected }) => ({
        IndexName: name,
        KeySchema: keys(partition, sort),
        Projection:
          projected.length === 0
            ? { ProjectionType: 'KEYS_ONLY' as const }
            : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...projected] },
      })),
    }),
  )
  await active(client, table)
  client.destroy()
}
