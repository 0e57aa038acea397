import { Duration, Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { DeadLetters } from './dead-letters.ts'
import { TrinAlarm } from './trin-alarm.ts'
import type { TrinFunction } from './trin-function.ts'

export interface HourlyScheduleProps {
  /** Full name: `trin-test-progress-monitor`. */
  readonly scheduleName: string
  readonly description: string
  /** What users notice when it is not called, and what to do: the words of the alarm. */
  readonly usersNotice: string
  readonly target: TrinFunction
  /** Where calls go that could not be made, or that failed three times. */
  readonly deadLetters: DeadLetters
}

/**
 * Calls a function at the start of every hour, so that what is due at 08:00 is seen at 08:00.
 * A call that is missed is no loss: the next one finds all that has passed.
 */
export class HourlySchedule extends Construct {
  constructor(scope: Construct, id: string, props: HourlyScheduleProps) {
    super(scope, id)
    const { account } = Stack.of(this)
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    })
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [props.target.lambda.functionArn],
      }),
    )
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [props.deadLetters.queue.queueArn] }),
    )
    const schedule = new CfnSchedule(this, 'Schedule', {
      name: props.scheduleName,
      description: props.description,
      scheduleExpression: 'cron(0 * * * ? *)',
      scheduleExpressionTimezone: 'Europe/Copenhagen',
      flexibleTimeWindow: { mode: 'OFF' },
      state: 'ENABLED',
      target: {
        arn: props.target.lambda.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3_600 },
        deadLetterConfig: { arn: props.deadLetters.queue.queueArn },
      },
    })
    schedule.node.addDependency(role)
    new TrinAlarm(this, 'NotRunAlarm', {
      alarmName: `${props.scheduleName}-not-run`,
      usersNotice: props.usersNotice,
      metric: props.target.lambda.metricInvocations({ period: Duration.hours(1) }),
      // A call at the full hour may count for the hour before.
      evaluationPeriods: 2,
      whenSilent: true,
    })
  }
}
