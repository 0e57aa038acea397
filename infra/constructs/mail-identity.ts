import { Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import {
  CloudWatchDimensionSource,
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import { Panel } from './panel.ts'
import { alarmPeriod, TrinAlarm } from './trin-alarm.ts'
import type { TrinFunction } from './trin-function.ts'

export interface MailIdentityProps {
  /** Full name of the configuration set: `trin-test`. */
  readonly configurationSetName: string
  /** The address that mail comes from; its domain is the identity. */
  readonly sender: string
  /** Create the identity of the sender's domain. Without it, the account must already have it. @default true */
  readonly createIdentity?: boolean
}

/** The domain that mail is sent from, and the configuration set that counts what comes of it. */
export class MailIdentity extends Construct {
  readonly configurationSet: ConfigurationSet
  readonly identity: EmailIdentity | undefined
  readonly #sender: string

  constructor(scope: Construct, id: string, props: MailIdentityProps) {
    super(scope, id)
    this.#sender = props.sender
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: props.configurationSetName,
      reputationMetrics: true,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    })
    this.configurationSet.addEventDestination('Metrics', {
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
      destination: EventDestination.cloudWatchDimensions([
        {
          name: 'ses:configuration-set',
          source: CloudWatchDimensionSource.MESSAGE_TAG,
          defaultValue: props.configurationSetName,
        },
      ]),
    })
    this.#watch(props.configurationSetName)
    this.identity =
      (props.createIdentity ?? true)
        ? new EmailIdentity(this, 'Identity', {
            identity: Identity.domain(this.#domain),
            configurationSet: this.configurationSet,
          })
        : undefined
  }

  /** SES puts an account under review at 5 % of bounces or 0.1 % of complaints: the alarms go off before. */
  #watch(configurationSetName: string): void {
    const metric = (metricName: string, statistic: string, label?: string) =>
      new Metric({
        namespace: 'AWS/SES',
        metricName,
        dimensionsMap: { 'ses:configuration-set': configurationSetName },
        statistic,
        ...(label === undefined ? {} : { label }),
        period: alarmPeriod,
      })
    new TrinAlarm(this, 'BouncesAlarm', {
      alarmName: `${configurationSetName}-bounces`,
      usersNotice:
        'Mail does not reach some people: addresses bounce. If it goes on, SES stops all mail. ' +
        'Find the addresses in the suppression list of SES, and ask the authorities for better ones.',
      metric: metric('Reputation.BounceRate', 'max'),
      threshold: 0.03,
    })
    new TrinAlarm(this, 'ComplaintsAlarm', {
      alarmName: `${configurationSetName}-complaints`,
      usersNotice:
        'Some people call our mail spam. If it goes on, SES stops all mail. ' +
        'Find the addresses in the suppression list of SES, and ask what troubles them.',
      metric: metric('Reputation.ComplaintRate', 'max'),
      threshold: 0.0005,
    })
    new Panel(this, 'Panel', {
      group: 'Mail',
      title: 'Mails',
      left: ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'].map((name) =>
        metric(name, 'sum', name.toLowerCase()),
      ),
    })
    new Panel(this, 'ReputationPanel', {
      group: 'Mail',
      title: 'Rates by which SES judges us',
      left: [metric('Reputation.BounceRate', 'max', 'bounces')],
      right: [metric('Reputation.ComplaintRate', 'max', 'complaints')],
    })
  }

  get #domain(): string {
    return this.#sender.slice(this.#sender.indexOf('@') + 1)
  }

  /** Lets a function send mail from this sender, through this configuration set, and tells it both. */
  grantSend(fn: TrinFunction): void {
    const stack = Stack.of(this)
    fn.allow({
      actions: ['ses:SendRawEmail'],
      resources: [
        stack.formatArn({ service: 'ses', resource: 'identity', resourceName: this.#domain }),
        stack.formatArn({
          service: 'ses',
          resource: 'configuration-set',
          resourceName: this.configurationSet.configurationSetName,
        }),
      ],
      conditions: { StringEquals: { 'ses:FromAddress': this.#sender } },
    })
    fn.tell('mailSender', this.#sender)
    fn.tell('configurationSet', this.configurationSet.configurationSetName)
  }
}
