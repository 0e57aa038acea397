import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CfnStage,
  HttpApi as Gateway,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { PageRoute } from '../../shared/api/page-routes.ts'
import type { Route } from '../../shared/api/routes.ts'
import { Panel } from './panel.ts'
import { alarmPeriod, TrinAlarm } from './trin-alarm.ts'
import type { TrinFunction } from './trin-function.ts'

export interface HttpApiProps {
  /** Full name: `trin-test`. */
  readonly apiName: string
  readonly routes: readonly (Route | PageRoute)[]
  readonly functions: Readonly<Record<(Route | PageRoute)['served'], TrinFunction>>
  readonly logRetention: RetentionDays
  /** Requests per second, and at once, over all routes. */
  readonly throttling: { readonly rate: number; readonly burst: number }
  /** Tighter limits for some routes, by route key (`POST /api/projects`). @default none */
  readonly routeThrottling?: Readonly<Record<string, { readonly rate: number; readonly burst: number }>>
}

/** Every route of the table to its function, and nothing else; an access log that says nothing about persons. */
export class HttpApi extends Construct {
  readonly api: Gateway
  readonly #routes: readonly HttpRoute[]

  constructor(scope: Construct, id: string, props: HttpApiProps) {
    super(scope, id)
    this.api = new Gateway(this, 'Api', { apiName: props.apiName, createDefaultStage: false })
    const integrations = new Map(
      Object.entries(props.functions).map(([name, { lambda }]) => [
        name,
        // One permission for each function: one for each route would be a quarter of what a stack may hold, and the gateway has no other routes.
        new HttpLambdaIntegration(name, lambda, { scopePermissionToRoute: false }),
      ]),
    )
    this.#routes = props.routes.flatMap((route) => {
      const integration = integrations.get(route.served)
      const methods = [route.method, ...(route.heads === true ? (['HEAD'] as const) : [])]
      return methods.map((method) => this.#serve(method, route, integration))
    })
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/trin/${props.apiName}-access`,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: props.throttling.rate, burstLimit: props.throttling.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: AccessLogFormat.custom(accessLine) },
    })
    const cfnStage = stage.node.defaultChild
    if (props.routeThrottling && cfnStage instanceof CfnStage) {
      cfnStage.routeSettings = Object.fromEntries(
        Object.entries(props.routeThrottling).map(([key, { rate, burst }]) => [
          key,
          { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst },
        ]),
      )
      // The limits of a route can be set only once the route is there.
      stage.node.addDependency(...this.#routes)
    }
    new TrinAlarm(this, 'ErrorsAlarm', {
      alarmName: `${props.apiName}-http-errors`,
      usersNotice:
        'People and other systems get errors instead of answers. The access log says on which route; read the log of ' +
        'the function that serves it.',
      metric: this.api.metricServerError({ period: alarmPeriod, statistic: 'sum' }),
      threshold: 5,
    })
    new Panel(this, 'Panel', {
      group: 'Requests',
      title: 'Requests',
      left: [
        this.api.metricCount({ label: 'requests' }),
        this.api.metricClientError({ label: 'refused (4xx)' }),
        this.api.metricServerError({ label: 'failed (5xx)' }),
      ],
    })
    new Panel(this, 'LatencyPanel', {
      group: 'Requests',
      title: 'Milliseconds to the answer',
      left: ['p50', 'p95', 'p99'].map((statistic) => this.api.metricLatency({ label: statistic, statistic })),
    })
  }

  #serve(
    method: (Route | PageRoute)['method'] | 'HEAD',
    { path, access }: Route | PageRoute,
    integration: HttpLambdaIntegration | undefined,
  ): HttpRoute {
    if (!integration) throw new Error(`No function serves ${method} ${path}`)
    const served = new HttpRoute(this, `${method} ${path.slice(1).replaceAll('/', '.') || 'front'}`, {
      httpApi: this.api,
      integration,
      routeKey: HttpRouteKey.with(path, HttpMethod[method]),
    })
    Validations.of(served).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        access === 'public'
          ? 'Public by design: it shows what anybody may see, or takes in what anybody may send, under tight throttling.'
          : `Only ${access.roles.join(', ')}: tokens and personal links are verified in the function, because a ` +
            'JWT authorizer knows one issuer and neither links nor routes that are partly public.',
    })
    return served
  }
}

/** No address, no agent, no path: a path holds ids, an address is a person's. */
const accessLine = JSON.stringify({
  at: '$context.requestTime',
  requestId: '$context.requestId',
  // What the function's log calls `requestId`.
  functionRequestId: '$context.integration.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  functionMilliseconds: '$context.integrationLatency',
  error: '$context.error.messageString',
  functionError: '$context.integrationErrorMessage',
})
