import { z } from 'zod'
import type { Resolve } from '../intrinsics.ts'
import { count, type Named, propertiesOf } from './properties.ts'

const shape = {
  VisibilityTimeout: count.default(30),
  DelaySeconds: count.default(0),
  ReceiveMessageWaitTimeSeconds: count.default(0),
  RedrivePolicy: z
    .strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number().int().positive() })
    .optional(),
}

/** Nothing is retained by time here (a laptop's dead letters may wait), nor encrypted. */
const withoutMeaning = [
  'KmsDataKeyReusePeriodSeconds',
  'KmsMasterKeyId',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'QueueName',
  'RedriveAllowPolicy',
  'SqsManagedSseEnabled',
  'Tags',
]

export interface QueuePlan {
  readonly logicalId: string
  readonly name: string
  /** Seconds that a received message stays hidden. */
  readonly visibilityTimeout: number
  /** Attributes as SQS names them. */
  readonly attributes: Readonly<Record<string, string>>
  /** ARN of its dead-letter queue. */
  readonly deadLetterArn?: string
}

/** An SQS queue; a FIFO queue is not understood. */
export const planQueue = (named: Named, name: string, resolve: Resolve): QueuePlan => {
  const { RedrivePolicy, ...seconds } = propertiesOf(named, resolve, shape, withoutMeaning)
  return {
    logicalId: named.logicalId,
    name,
    visibilityTimeout: seconds.VisibilityTimeout,
    attributes: {
      ...Object.fromEntries(Object.entries(seconds).map(([attribute, value]) => [attribute, String(value)])),
      // The empty text takes away a policy that an earlier template had.
      RedrivePolicy: RedrivePolicy === undefined ? '' : JSON.stringify(RedrivePolicy),
    },
    ...(RedrivePolicy === undefined ? {} : { deadLetterArn: RedrivePolicy.deadLetterTargetArn }),
  }
}
