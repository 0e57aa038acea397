import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { Panel } from './panel.ts'
import { TrinAlarm } from './trin-alarm.ts'

export interface DeadLettersProps {
  /** Full name: `trin-test-mail-dead-letters`. */
  readonly queueName: string
  /** What users notice when something lies here, and what to do about it: the words of the alarm. */
  readonly usersNotice: string
  /** How long they lie here, counted from when they were first sent. @default 14 days, the longest there is */
  readonly retention?: Duration
}

/** So long before the oldest vanishes, somebody is told again. */
const lastCall = Duration.days(4)

/**
 * Where messages end that could not be handled: with an alarm at the first one, and another before the oldest vanishes,
 * since the first goes off once only, however long they lie.
 */
export class DeadLetters extends Construct {
  readonly queue: Queue

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id)
    const { queueName, usersNotice, retention = Duration.days(14) } = props
    this.queue = new Queue(this, 'Queue', {
      queueName,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: retention,
    })
    new TrinAlarm(this, 'Alarm', {
      alarmName: queueName,
      usersNotice,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'max' }),
    })
    if (retention.toSeconds() > 2 * lastCall.toSeconds())
      new TrinAlarm(this, 'VanishAlarm', {
        alarmName: `${queueName}-vanish`,
        usersNotice: `In less than ${lastCall.toDays()} days the oldest dead letters are gone, and with them: ${usersNotice}`,
        metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.hours(1) }),
        threshold: retention.toSeconds() - lastCall.toSeconds(),
      })
    new Panel(this, 'Panel', {
      group: 'Queues',
      title: 'Dead letters',
      left: [this.queue.metricApproximateNumberOfMessagesVisible({ label: queueName, statistic: 'max' })],
    })
  }
}
