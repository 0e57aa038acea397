import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { TrinAlarm } from './trin-alarm.ts'

export interface DeadLettersProps {
  /** Full name: `trin-test-mail-dead-letters`. */
  readonly queueName: string
  /** What users notice when something lies here, and what to do about it: the words of the alarm. */
  readonly usersNotice: string
}

/** Where messages end that could not be handled: kept as long as a queue can, with an alarm at the first one. */
export class DeadLetters extends Construct {
  readonly queue: Queue

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id)
    this.queue = new Queue(this, 'Queue', {
      queueName: props.queueName,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    new TrinAlarm(this, 'Alarm', {
      alarmName: props.queueName,
      usersNotice: props.usersNotice,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'max' }),
    })
  }
}
