import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { deadLettersSuffix } from '../../shared/environment.ts'
import { DeadLetters } from './dead-letters.ts'
import { Panel } from './panel.ts'
import { alarmPeriod, TrinAlarm } from './trin-alarm.ts'
import type { TrinFunction, Variable } from './trin-function.ts'

export interface QueueWithDeadLettersProps {
  /** Full name: `trin-test-mail`. Its dead letters go to `<name>-dead-letters`. */
  readonly queueName: string
  /** The variable by which functions find it. */
  readonly variable: Variable
  /** What users notice when messages wait too long or end as dead letters, and what to do: the words of the alarms. */
  readonly usersNotice: string
  /** How long a message stays out of sight once received; at least six times the timeout of the function it feeds. */
  readonly visibilityTimeout: Duration
  /** @default 14 days, the longest there is */
  readonly retention?: Duration
  /** How often a message is received before it is a dead letter. @default 5 */
  readonly maxReceiveCount?: number
  /** Goes off when the oldest message waits this long; `never` where messages wait on purpose. @default 30 minutes */
  readonly alarmAfter?: Duration | 'never'
}

export interface FeedProps {
  /** Messages per call. @default 10 */
  readonly batchSize?: number
  /** How long to gather a batch. @default not at all */
  readonly window?: Duration
  /** Calls at the same time, at least 2. @default as many as Lambda likes */
  readonly concurrency?: number
}

/** A queue, the queue of its dead letters, an alarm when there are any, and one when messages wait. Encrypted, over TLS only. */
export class QueueWithDeadLetters extends Construct {
  readonly queue: Queue
  readonly deadLetters: DeadLetters
  readonly #variable: Variable
  readonly #visibility: Duration

  constructor(scope: Construct, id: string, props: QueueWithDeadLettersProps) {
    super(scope, id)
    this.#variable = props.variable
    this.#visibility = props.visibilityTimeout
    this.deadLetters = new DeadLetters(this, 'DeadLetters', {
      queueName: `${props.queueName}${deadLettersSuffix}`,
      usersNotice: props.usersNotice,
    })
    this.queue = new Queue(this, 'Queue', {
      queueName: props.queueName,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: props.visibilityTimeout,
      retentionPeriod: props.retention ?? Duration.days(14),
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount: props.maxReceiveCount ?? 5 },
    })
    const { alarmAfter = Duration.minutes(30) } = props
    if (alarmAfter !== 'never')
      new TrinAlarm(this, 'WaitsAlarm', {
        alarmName: `${props.queueName}-waits`,
        usersNotice: `Later than usual: ${props.usersNotice}`,
        metric: this.queue.metricApproximateAgeOfOldestMessage({ period: alarmPeriod }),
        threshold: alarmAfter.toSeconds(),
      })
    new Panel(this, 'Panel', {
      group: 'Queues',
      title: props.queueName,
      left: [
        this.queue.metricApproximateNumberOfMessagesVisible({ label: 'waiting', statistic: 'max' }),
        this.queue.metricApproximateNumberOfMessagesNotVisible({ label: 'being handled', statistic: 'max' }),
      ],
      right: [this.queue.metricApproximateAgeOfOldestMessage({ label: 'seconds the oldest has waited' })],
    })
  }

  /** Lets a function send, and tells it where. */
  grantSend(fn: TrinFunction): void {
    fn.allow({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] })
    fn.tell(this.#variable, this.queue.queueUrl)
  }

  /** Lets a function look at the dead letters, and bring them back to the queue; it knows them by their suffix. */
  grantRedrive(fn: TrinFunction): void {
    fn.allow({
      actions: ['sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [this.deadLetters.queue.queueArn],
    })
    this.grantSend(fn)
  }

  /** Lets a function give a message back for later (`ChangeMessageVisibility`), and tells it where. */
  grantGiveBack(fn: TrinFunction): void {
    fn.allow({ actions: ['sqs:ChangeMessageVisibility'], resources: [this.queue.queueArn] })
    fn.tell(this.#variable, this.queue.queueUrl)
  }

  /**
   * Feeds a function from this queue; it answers which messages of the batch failed.
   * @throws when the visibility timeout is under six times the function's timeout (AWS's rule for queues that feed
   * functions: a throttled batch must not come back while it is still being tried).
   */
  feeds(fn: TrinFunction, props: FeedProps = {}): void {
    if (this.#visibility.toSeconds() < 6 * fn.timeout.toSeconds())
      throw new Error(`${this.node.path}: visibility timeout under six times the timeout of ${fn.node.id}`)
    fn.allow({
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [this.queue.queueArn],
    })
    const source = new EventSourceMapping(this, 'Feed', {
      target: fn.lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize: props.batchSize ?? 10,
      maxBatchingWindow: props.window ?? Duration.seconds(0),
      reportBatchItemFailures: true,
      ...(props.concurrency === undefined ? {} : { maxConcurrency: props.concurrency }),
    })
    // Lambda looks whether it may receive at the moment the mapping is made.
    source.node.addDependency(fn.role)
  }
}
