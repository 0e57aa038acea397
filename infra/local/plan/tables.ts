import { z } from 'zod'
import type { Resolve } from '../intrinsics.ts'
import { type Named, propertiesOf } from './properties.ts'

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
const projection = z.strictObject({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
  NonKeyAttributes: z.array(z.string()).optional(),
})

const shape = {
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  GlobalSecondaryIndexes: z
    .array(z.object({ IndexName: z.string(), KeySchema: keySchema, Projection: projection }))
    .default([]),
}

/** Local machines do not back up, encrypt, replicate, bill or forget by themselves. */
const withoutMeaning = [
  'BillingMode',
  'ContributorInsightsSpecification',
  'DeletionProtectionEnabled',
  'GlobalTableWitnesses',
  'KinesisStreamSpecification',
  'MultiRegionConsistency',
  'OnDemandThroughput',
  'PointInTimeRecoverySpecification',
  'ProvisionedThroughput',
  'Replicas',
  'ResourcePolicy',
  'SSESpecification',
  'TableClass',
  'TableName',
  'Tags',
  'TimeToLiveSpecification',
  'WarmThroughput',
  'WriteOnDemandThroughputSettings',
  'WriteProvisionedThroughputSettings',
]

export interface TablePlan extends z.output<z.ZodObject<typeof shape>> {
  readonly logicalId: string
  readonly name: string
}

/** A DynamoDB table with its indexes: `AWS::DynamoDB::Table` and `AWS::DynamoDB::GlobalTable` (what `TableV2` becomes). */
export const planTable = (named: Named, name: string, resolve: Resolve): TablePlan => ({
  logicalId: named.logicalId,
  name,
  ...propertiesOf(named, resolve, shape, withoutMeaning),
})
