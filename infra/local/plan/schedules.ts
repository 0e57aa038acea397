import { z } from 'zod'
import type { Resolve } from '../intrinsics.ts'
import { count, type Named, propertiesOf } from './properties.ts'
import { nextMoment } from './schedule-expression.ts'

const target = z.strictObject({
  Arn: z.string(),
  Id: z.string().optional(),
  Input: z.string().optional(),
  RetryPolicy: z.object({ MaximumRetryAttempts: count.optional() }).optional(),
  DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
})

const scheduleShape = {
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.string().default('ENABLED'),
  Target: target,
}
const scheduleWithoutMeaning = ['Description', 'FlexibleTimeWindow', 'GroupName', 'Name', 'Target.RoleArn']
const ruleShape = {
  ScheduleExpression: z.string(),
  State: z.string().default('ENABLED'),
  Targets: z.array(target).length(1),
}

export interface SchedulePlan {
  readonly logicalId: string
  /** The next run after a moment, both in epoch milliseconds of wall time. */
  readonly next: (after: number) => number
  readonly functionArn: string
  /** JSON that the function receives; absent: the usual event of the scheduler. */
  readonly input?: string
  readonly source: 'aws.scheduler' | 'aws.events'
  /** Tries after the first. */
  readonly retries: number
  /** ARN of the queue that gets what failed for good. */
  readonly deadLetterArn?: string
}

/** A schedule of EventBridge (`AWS::Scheduler::Schedule` or `AWS::Events::Rule`); undefined when it is switched off. */
export const planSchedule = (named: Named, resolve: Resolve): SchedulePlan | undefined => {
  const scheduler = named.resource.Type === 'AWS::Scheduler::Schedule'
  const { logicalId } = named
  const read = scheduler
    ? propertiesOf(named, resolve, scheduleShape, scheduleWithoutMeaning)
    : scheduleOf(propertiesOf(named, resolve, ruleShape, ['Description', 'Name', 'Tags']))
  if (read.Target === undefined || read.State !== 'ENABLED') return undefined
  const { Arn, Input, RetryPolicy, DeadLetterConfig } = read.Target
  return {
    logicalId,
    next: nextMoment(read.ScheduleExpression, read.ScheduleExpressionTimezone),
    functionArn: Arn,
    source: scheduler ? 'aws.scheduler' : 'aws.events',
    // The cloud waits ever longer between hundreds of tries; here a few at once show the same.
    retries: Math.min(RetryPolicy?.MaximumRetryAttempts ?? 2, 2),
    ...(Input === undefined ? {} : { input: Input }),
    ...(DeadLetterConfig === undefined ? {} : { deadLetterArn: DeadLetterConfig.Arn }),
  }
}

const scheduleOf = ({ Targets, ...rule }: z.output<z.ZodObject<typeof ruleShape>>) => ({
  ...rule,
  ScheduleExpressionTimezone: 'UTC',
  Target: Targets[0],
})
