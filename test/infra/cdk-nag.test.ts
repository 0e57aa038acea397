import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it, vi } from 'vitest'
import { readSettings } from '../../infra/settings.ts'
import { TrinStack } from '../../infra/stack.ts'
import { newApp, noCode } from './synthesis.ts'

// A stack takes a second to build, and a machine that is busy with other tests takes many.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe.each(['test', 'production'])('given the stage %s', (stage) => {
  const given: Readonly<Record<string, unknown>> = { stage, alarmAddress: 'drift@os2.example' }

  it('when the AWS solutions rules look at it, then they find nothing but what has a reason', () => {
    const app = newApp()
    new TrinStack(app, 'Trin', { settings: readSettings((name) => given[name]), bundles: noCode() })
    const { violations } = new AwsSolutionsChecks(app).validateScope(app)
    const found = violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    )
    expect(found).toEqual([])
  })
})

it('given a queue without TLS only, when the rules look at it, then they find it: they do look', async () => {
  const app = newApp()
  const { Stack } = await import('aws-cdk-lib')
  const { Queue } = await import('aws-cdk-lib/aws-sqs')
  new Queue(new Stack(app, 'Careless'), 'Queue')
  const { violations } = new AwsSolutionsChecks(app).validateScope(app)
  expect(violations.map(({ ruleName }) => ruleName)).toContain('AwsSolutions-SQS4')
})
