import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { pageRoutes } from '../../shared/api/page-routes.ts'
import { routes as apiRoutes } from '../../shared/api/routes.ts'
import { synthesize } from './synthesis.ts'

const tables = [...apiRoutes, ...pageRoutes]
/** Those that are looked at only to see whether they are there have a second one. */
const routes = tables.flatMap((route) => [route, ...('heads' in route ? [{ ...route, method: 'HEAD' as const }] : [])])
const stack = synthesize({ stage: 'test' })

const keys = stack.all('AWS::ApiGatewayV2::Route').map(({ Properties }) => z.string().parse(Properties.RouteKey))
const parts = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) })
const functionOf = (value: unknown): unknown =>
  stack.resource(z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }).parse(value)['Fn::GetAtt'][0])
    .Properties.FunctionName

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('given %s', (key, route) => {
  it(`then the gateway has it, and ${route.served} serves it`, () => {
    const [found, ...more] = stack
      .all('AWS::ApiGatewayV2::Route')
      .filter(({ Properties }) => Properties.RouteKey === key)
    expect(more).toEqual([])
    const [, integration] = parts.parse(found?.Properties.Target)['Fn::Join'][1]
    const { Properties } = stack.resource(z.object({ Ref: z.string() }).parse(integration).Ref)
    expect(Properties.PayloadFormatVersion).toBe('2.0')
    expect(functionOf(Properties.IntegrationUri)).toBe(`trin-test-${route.served}`)
  })
})

it('given the gateway, then it has no route beside the table', () => {
  expect(keys.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted())
})

it('given the gateway, then it may call the functions that serve, each by one permission, and nobody else may', () => {
  const [api] = stack.all('AWS::ApiGatewayV2::Api')
  const permissions = stack.all('AWS::Lambda::Permission').map(({ Properties }) => Properties)
  const served = [...new Set(routes.map(({ served }) => `trin-test-${served}`))]
  expect(permissions.map(({ FunctionName }) => functionOf(FunctionName)).toSorted()).toEqual(served.toSorted())
  for (const { Principal, SourceArn } of permissions) {
    expect(Principal).toBe('apigateway.amazonaws.com')
    expect(parts.parse(SourceArn)['Fn::Join'][1].slice(-2)).toEqual([{ Ref: api?.id }, '/*/*/*'])
  }
})

describe('given the stage of the gateway', () => {
  const [stage] = stack.all('AWS::ApiGatewayV2::Stage')

  it('then all routes are throttled, and those by which anybody can write more tightly', () => {
    expect(stage?.Properties.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 })
    expect(stage?.Properties.RouteSettings).toEqual({
      'POST /api/projects': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 20 },
      'POST /links': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 20 },
      'POST /': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 20 },
      'POST /api/links': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 20 },
    })
  })

  it('then each request leaves one line of JSON that says nothing about a person', () => {
    const { Format } = z.object({ Format: z.string() }).parse(stage?.Properties.AccessLogSettings)
    const line = z.record(z.string(), z.string()).parse(JSON.parse(Format))
    expect(Object.values(line)).toContain('$context.routeKey')
    expect(Format).not.toMatch(/sourceIp|userAgent|identity|authorizer|context\.path|header/i)
  })
})
