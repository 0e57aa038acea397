import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'

export interface TrinAlarmProps {
  readonly alarmName: string
  /** What users notice, and what to do: whoever is woken by it reads this first. */
  readonly usersNotice: string
  readonly metric: IMetric
  /** Goes off from this value on. @default 1 */
  readonly threshold?: number
  /** How many periods in a row. @default 1 */
  readonly evaluationPeriods?: number
  /** Goes off below the threshold, and when nothing is heard: for what has to happen. @default false */
  readonly whenSilent?: boolean
}

/** An alarm that says what users notice; silence is no reason for alarm unless it is what the alarm is about. */
export class TrinAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: TrinAlarmProps) {
    const whenSilent = props.whenSilent ?? false
    super(scope, id, {
      alarmName: props.alarmName,
      alarmDescription: props.usersNotice,
      metric: props.metric,
      threshold: props.threshold ?? 1,
      evaluationPeriods: props.evaluationPeriods ?? 1,
      comparisonOperator: whenSilent
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: whenSilent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    })
  }
}

/** How long a metric is gathered before it is looked at. */
export const alarmPeriod = Duration.minutes(5)

export interface AlarmMailProps {
  readonly topicName: string
  /** Who gets mail; the address confirms it once. */
  readonly address: string
}

/** Sends mail when an alarm below the given scope goes off. */
export class AlarmMail extends Construct {
  constructor(scope: Construct, id: string, props: AlarmMailProps) {
    super(scope, id)
    const topic = new Topic(this, 'Topic', { topicName: props.topicName, enforceSSL: true })
    topic.addSubscription(new EmailSubscription(props.address))
    const action = new SnsAction(topic)
    for (const construct of scope.node.findAll()) if (construct instanceof Alarm) construct.addAlarmAction(action)
  }
}
