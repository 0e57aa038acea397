import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { variable } from '../../shared/environment.ts'
import type { DeadLetters } from './dead-letters.ts'
import { Panel } from './panel.ts'
import { alarmPeriod, TrinAlarm } from './trin-alarm.ts'

/** A variable of `shared/environment.ts`, by its key there. */
export type Variable = keyof typeof variable

export interface TrinFunctionProps {
  /** Full name: `trin-test-relay`. */
  readonly functionName: string
  readonly description: string
  /** The folder that holds `index.js`, which exports `handler`. */
  readonly folder: string
  /** What users notice when it fails, and what to do: the words of its alarm. */
  readonly usersNotice: string
  readonly logRetention: RetentionDays
  /** @default 15 seconds */
  readonly timeout?: Duration
  /** MB; processor time grows with it. @default 512 */
  readonly memorySize?: number
  /** Where the event of a call goes that nobody waits for and that failed three times. @default it is dropped */
  readonly deadLetters?: DeadLetters
  /** @default no limit of its own */
  readonly reservedConcurrency?: number
}

export interface Permission {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  /** @default none */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

/**
 * A function on Node.js 24 and arm64, with a role of its own that at first may do nothing but write its own log.
 * No tracing: a correlation id runs through every log line, message, mail and webhook, and tracing needs rights on `*`.
 */
export class TrinFunction extends Construct {
  readonly lambda: Lambda
  readonly role: Role
  readonly logGroup: LogGroup
  readonly timeout: Duration

  constructor(scope: Construct, id: string, props: TrinFunctionProps) {
    super(scope, id)
    this.timeout = props.timeout ?? Duration.seconds(15)
    this.logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/trin/${props.functionName}`,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    this.logGroup.grantWrite(this.role)
    this.lambda = new Lambda(this, 'Function', {
      functionName: props.functionName,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.folder),
      handler: 'index.handler',
      memorySize: props.memorySize ?? 512,
      timeout: this.timeout,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.DISABLED,
      logGroup: this.logGroup,
      role: this.role,
      ...(props.deadLetters === undefined ? {} : { deadLetterQueue: props.deadLetters.queue }),
      ...(props.reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: props.reservedConcurrency }),
    })
    new TrinAlarm(this, 'ErrorsAlarm', {
      alarmName: `${props.functionName}-errors`,
      usersNotice: props.usersNotice,
      metric: this.lambda.metricErrors({ period: alarmPeriod }),
      evaluationPeriods: 2,
    })
    new TrinAlarm(this, 'ThrottlesAlarm', {
      alarmName: `${props.functionName}-throttles`,
      usersNotice:
        `${props.usersNotice} The cause is known: more calls than may run at once. ` +
        "Look at the account's limit of concurrent executions, and at what takes it up.",
      metric: this.lambda.metricThrottles({ period: alarmPeriod }),
      evaluationPeriods: 2,
    })
    new Panel(this, 'Panel', {
      group: 'Functions',
      title: props.functionName,
      left: [
        this.lambda.metricInvocations({ label: 'calls' }),
        this.lambda.metricErrors({ label: 'errors' }),
        this.lambda.metricThrottles({ label: 'throttles' }),
      ],
      right: [this.lambda.metricDuration({ label: 'milliseconds, 95 %', statistic: 'p95' })],
    })
  }

  /** Sets a variable that the function's environment schema reads. */
  tell(name: Variable, value: string): void {
    this.lambda.addEnvironment(variable[name], value)
  }

  /** Allows exactly these actions on exactly these resources. */
  allow({ actions, resources, conditions }: Permission): void {
    this.role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(conditions === undefined ? {} : { conditions }),
      }),
    )
  }
}
