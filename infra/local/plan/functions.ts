import { z } from 'zod'
import type { Resolve } from '../intrinsics.ts'
import { count, type Named, propertiesOf } from './properties.ts'

const shape = {
  /** An asset of the CDK app; code from elsewhere is not understood. */
  Code: z.strictObject({ S3Key: z.string() }),
  Handler: z.string().regex(/^[\w./-]+\.\w+$/),
  Runtime: z.string().startsWith('nodejs'),
  Timeout: count.default(3),
  MemorySize: count.default(128),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  ReservedConcurrentExecutions: count.optional(),
  DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
}

const withoutMeaning = [
  'Architectures',
  // The bucket of the assets exists in the cloud only.
  'Code.S3Bucket',
  'Description',
  'EphemeralStorage',
  'FunctionName',
  'LoggingConfig',
  'RecursiveLoop',
  'Role',
  'RuntimeManagementConfig',
  'SnapStart',
  'Tags',
  'TracingConfig',
]

export interface FunctionPlan {
  readonly logicalId: string
  readonly name: string
  readonly arn: string
  /** File and export, as Lambda writes it: `index.handler`. */
  readonly handler: string
  /** The folder that holds the bundle. */
  readonly code: string
  /** Milliseconds. */
  readonly timeout: number
  /** Megabytes. */
  readonly memory: number
  readonly environment: Readonly<Record<string, string>>
  readonly reservedConcurrency?: number
  /** ARN of the queue that gets the events of schedules that failed for good. */
  readonly deadLetterArn?: string
}

/** A Lambda function with its bundle; a layer, a container or another runtime is not understood. */
export const planFunction = (
  named: Named,
  identity: { readonly name: string; readonly arn: string },
  resolve: Resolve,
  assetFolder: (hash: string) => string,
): FunctionPlan => {
  const properties = propertiesOf(named, resolve, shape, withoutMeaning)
  const [, hash = ''] = /^([0-9a-f]+)\.zip$/.exec(properties.Code.S3Key) ?? []
  const reserved = properties.ReservedConcurrentExecutions
  return {
    logicalId: named.logicalId,
    ...identity,
    handler: properties.Handler,
    code: assetFolder(hash),
    timeout: properties.Timeout * 1_000,
    memory: properties.MemorySize,
    environment: properties.Environment?.Variables ?? {},
    ...(reserved === undefined ? {} : { reservedConcurrency: reserved }),
    ...(properties.DeadLetterConfig === undefined ? {} : { deadLetterArn: properties.DeadLetterConfig.TargetArn }),
  }
}

const mappingShape = {
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.coerce.number().int().min(1).max(10_000).default(10),
  MaximumBatchingWindowInSeconds: count.default(0),
  Enabled: z.boolean().default(true),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.coerce.number().int().min(2) }).optional(),
}

export interface MappingPlan {
  readonly logicalId: string
  readonly queueArn: string
  /** Name or ARN of the function. */
  readonly function: string
  readonly batchSize: number
  /** Milliseconds to gather a batch. */
  readonly window: number
  /** The function says which messages of a batch failed. */
  readonly partial: boolean
  readonly maximumConcurrency?: number
}

/** What brings a queue's messages to a function; undefined when it is switched off. Filters are not understood. */
export const planMapping = (named: Named, resolve: Resolve): MappingPlan | undefined => {
  const properties = propertiesOf(named, resolve, mappingShape, ['Tags'])
  if (!properties.Enabled) return undefined
  const concurrency = properties.ScalingConfig?.MaximumConcurrency
  return {
    logicalId: named.logicalId,
    queueArn: properties.EventSourceArn,
    function: properties.FunctionName,
    batchSize: properties.BatchSize,
    window: properties.MaximumBatchingWindowInSeconds * 1_000,
    partial: properties.FunctionResponseTypes.length > 0,
    ...(concurrency === undefined ? {} : { maximumConcurrency: concurrency }),
  }
}
