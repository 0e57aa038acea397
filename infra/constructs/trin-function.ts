import { Duration } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import { RemovalPolicy } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import { variable } from '../../shared/environment.ts'

/** A variable of `shared/environment.ts`, by its key there. */
export type Variable = keyof typeof variable

export interface TrinFunctionProps {
  /** Full name, also of its log group: `trin-test-relay`. */
  readonly functionName: string
  /** The folder that holds `index.js`, which exports `handler`. */
  readonly folder: string
  readonly description: string
  readonly logRetention: RetentionDays
  /** @default 15 seconds */
  readonly timeout?: Duration
  /** MB; processor time grows with it. @default 512 */
  readonly memorySize?: number
  /** @default none: it scales with its queue or route */
  readonly reservedConcurrency?: number
}

export interface Permission {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  /** @default none */
  readonly conditions?: Record<string, Record<string, string | readonly string[]>>
}

/**
 * A function on Node.js 24 and arm64 with its own role, that may at first do nothing but write its own log.
 * No tracing: a correlation id runs through every log line, message and mail, and tracing would need rights on `*`.
 */
export class TrinFunction extends Construct {
  readonly lambda: Lambda
  readonly timeout: Duration

  constructor(scope: Construct, id: string, props: TrinFunctionProps) {
    super(scope, id)
    this.timeout = props.timeout ?? Duration.seconds(15)
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/trin/${props.functionName}`,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
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
      logGroup,
      role,
      ...(props.reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: props.reservedConcurrency }),
    })
    logGroup.grantWrite(role)
  }

  /** Sets a variable that the function's environment schema reads. */
  tell(name: Variable, value: string): void {
    this.lambda.addEnvironment(variable[name], value)
  }

  /** Allows exactly these actions on exactly these resources. */
  allow({ actions, resources, conditions }: Permission): void {
    this.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(conditions === undefined ? {} : { conditions }),
      }),
    )
  }
}
