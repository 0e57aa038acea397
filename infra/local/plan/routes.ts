import { z } from 'zod'
import type { Resolve } from '../intrinsics.ts'
import { TemplateNotUnderstood } from '../template.ts'
import { count, type Named, propertiesOf } from './properties.ts'

const apiShape = { ProtocolType: z.literal('HTTP') }
const apiWithoutMeaning = ['Description', 'DisableExecuteApiEndpoint', 'IpAddressType', 'Name', 'Tags']

const integrationShape = {
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: count.default(30_000),
}

const routeShape = {
  ApiId: z.string(),
  RouteKey: z.string().regex(/^(\$default|(GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS|ANY) \/.*)$/),
  Target: z.string().startsWith('integrations/'),
  AuthorizationType: z.literal('NONE').default('NONE'),
}

const throttling = z.object({
  ThrottlingBurstLimit: count.optional(),
  ThrottlingRateLimit: z.coerce.number().positive().optional(),
})
const stageShape = {
  ApiId: z.string(),
  StageName: z.literal('$default'),
  DefaultRouteSettings: throttling.optional(),
  RouteSettings: z.record(z.string(), throttling).default({}),
}
const stageWithoutMeaning = ['AccessLogSettings', 'AutoDeploy', 'DeploymentId', 'Description', 'Tags']

export interface Throttle {
  /** Requests per second in the long run. */
  readonly rate: number
  /** Requests at once. */
  readonly burst: number
}

export interface RoutePlan {
  /** As API Gateway writes it: `POST /api/projects/{id}`. */
  readonly routeKey: string
  /** ARN of the function. */
  readonly functionArn: string
  /** Milliseconds until the gateway gives up. */
  readonly timeout: number
  readonly throttle?: Throttle
}

/** The routes of the HTTP API with their functions and limits; an authorizer or CORS settings are not understood. */
export const planRoutes = (resources: readonly Named[], resolve: Resolve): readonly RoutePlan[] => {
  const of = (kind: string) => resources.filter(({ resource }) => resource.Type === `AWS::ApiGatewayV2::${kind}`)
  for (const api of of('Api')) propertiesOf(api, resolve, apiShape, apiWithoutMeaning)
  if (of('Api').length > 1) throw new TemplateNotUnderstood('more than one HTTP API is not understood on one machine')
  const integrations = new Map(
    of('Integration').map((named) => [
      named.logicalId,
      propertiesOf(named, resolve, integrationShape, ['Description']),
    ]),
  )
  const stages = of('Stage').map((named) => propertiesOf(named, resolve, stageShape, stageWithoutMeaning))
  return of('Route').map((named) => {
    const { RouteKey, Target } = propertiesOf(named, resolve, routeShape, ['OperationName'])
    const integration = integrations.get(Target.slice('integrations/'.length))
    if (integration === undefined)
      throw new TemplateNotUnderstood(`${named.logicalId}: ${RouteKey} goes to ${Target}, which is not there`)
    const [stage] = stages
    const limits = { ...stage?.DefaultRouteSettings, ...stage?.RouteSettings[RouteKey] }
    return {
      routeKey: RouteKey,
      functionArn: functionArnIn(integration.IntegrationUri),
      timeout: integration.TimeoutInMillis,
      ...(limits.ThrottlingRateLimit === undefined
        ? {}
        : {
            throttle: {
              rate: limits.ThrottlingRateLimit,
              burst: limits.ThrottlingBurstLimit ?? Math.ceil(limits.ThrottlingRateLimit),
            },
          }),
    }
  })
}

/** An integration names its function by ARN, or by the invocation path that holds the ARN. */
const functionArnIn = (uri: string): string => /functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1] ?? uri
