import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { DeadLetters } from './dead-letters.ts'
import type { TrinFunction, Variable } from './trin-function.ts'

export interface QueueWithDeadLettersProps {
  /** Full name: `trin-test-mail`. Its dead letters go to `<name>-dead-letters`. */
  readonly queueName: string
  /** The variable by which functions find it. */
  readonly variable: Variable
  /** What users notice when messages end as dead letters, and what to do: the words of the alarm. */
  readonly usersNotice: string
  /** How long a function may keep a message; at least six times its timeout. */
  readonly visibilityTimeout: Duration
  /** @default 14 days */
  readonly retention?: Duration
  /** @default 5 */
  readonly maxReceiveCount?: number
}

export interface FeedProps {
  /** Messages per call. @default 10 */
  readonly batchSize?: number
  /** How long to gather a batch. @default not at all */
  readonly window?: Duration
  /** Calls at the same time, at least 2. @default as many as Lambda likes */
  readonly concurrency?: number
}

/** A queue, the queue of its dead letters, and an alarm when there are any. Encrypted, over TLS only. */
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
      queueName: `${props.queueName}-dead-letters`,
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
  }

  /** Lets a function send, and tells it where. */
  grantSend(fn: TrinFunction): void {
    fn.allow({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] })
    fn.tell(this.#variable, this.queue.queueUrl)
  }

  /** Lets a function give a message back for later (`ChangeMessageVisibility`), and tells it where. */
  grantGiveBack(fn: TrinFunction): void {
    fn.allow({ actions: ['sqs:ChangeMessageVisibility'], resources: [this.queue.queueArn] })
    fn.tell(this.#variable, this.queue.queueUrl)
  }

  /**
   * Feeds a function from this queue; it answers which messages of the batch failed.
   * @throws when the visibility timeout is under six times the function's timeout.
   */
  feeds(fn: TrinFunction, props: FeedProps = {}): void {
    if (this.#visibility.toSeconds() < 6 * fn.timeout.toSeconds()) {
      throw new Error(`${this.node.id}: visibility timeout under six times the timeout of ${fn.node.id}`)
    }
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
    if (fn.lambda.role) source.node.addDependency(fn.lambda.role)
  }
}
