import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { functions } from '../../infra/functions.ts'
import { byStateIndex, dueIndex } from '../../shared/store/table.ts'
import { synthesize } from './synthesis.ts'

// A stack takes a second to build, and a machine that is busy with other tests takes many.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const stages = {
  local: synthesize({ stage: 'local' }),
  test: synthesize({ stage: 'test' }),
  production: synthesize({ stage: 'production' }),
}
const replica = z.object({
  DeletionProtectionEnabled: z.boolean(),
  PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.boolean() }),
})
const tableOf = (stage: keyof typeof stages) => {
  const [table, ...more] = stages[stage].all('AWS::DynamoDB::GlobalTable')
  if (!table || more.length > 0) throw new Error('not one table')
  return { ...table, replica: z.object({ Replicas: z.tuple([replica]) }).parse(table.Properties).Replicas[0] }
}
const variablesOf = (stage: keyof typeof stages, name: string) => {
  const fn = stages[stage]
    .all('AWS::Lambda::Function')
    .find((one) => one.Properties.FunctionName === `trin-${stage}-${name}`)
  return z.object({ Variables: z.record(z.string(), z.unknown()) }).parse(fn?.Properties.Environment).Variables
}

describe('given production', () => {
  it('then the table can be brought back to any second, and neither a person nor the stack deletes it', () => {
    const { replica, DeletionPolicy } = tableOf('production')
    expect(replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true)
    expect(replica.DeletionProtectionEnabled).toBe(true)
    expect(DeletionPolicy).toBe('Retain')
    expect(stages.production.stack.terminationProtection).toBe(true)
  })

  it('then the key that signs links is kept as well, and stands nowhere in the template', () => {
    const [secret] = stages.production.all('AWS::SecretsManager::Secret')
    expect(secret?.DeletionPolicy).toBe('Retain')
    expect(secret?.Properties).not.toHaveProperty('SecretString')
    expect(JSON.stringify(variablesOf('production', 'submission').SIGNING_KEY)).toContain('{{resolve:secretsmanager:')
  })

  it('then logs are kept for a year', () => {
    const kept = stages.production.all('AWS::Logs::LogGroup').map(({ Properties }) => Properties.RetentionInDays)
    expect(kept).toEqual([...Object.keys(functions), 'access'].map(() => 365))
  })
})

describe('given a test stage', () => {
  it('then the table can be brought back, and goes with the stack', () => {
    const { replica, DeletionPolicy } = tableOf('test')
    expect(replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true)
    expect(replica.DeletionProtectionEnabled).toBe(false)
    expect(DeletionPolicy).toBe('Delete')
    expect(stages.test.stack.terminationProtection).toBe(false)
  })
})

describe('given the local stage', () => {
  it('then it belongs to an account that does not exist, since everybody knows its key', () => {
    expect(stages.local.stack.account).toBe('000000000000')
    expect(stages.local.all('AWS::SecretsManager::Secret')).toEqual([])
    expect(variablesOf('local', 'submission').SIGNING_KEY).toMatch(/known-to-everybody/)
  })

  it('then webhooks may reach this machine, as nowhere else', () => {
    expect(variablesOf('local', 'webhook-delivery').WEBHOOK_PRIVATE_TARGETS).toBe('true')
    expect(variablesOf('production', 'webhook-delivery').WEBHOOK_PRIVATE_TARGETS).toBe('false')
  })

  it('when it is told where it can be reached, then all functions that write links are told', () => {
    const moved = synthesize({ stage: 'local', baseUrl: 'http://127.0.0.1:4711', issuer: 'http://127.0.0.1:4712' })
    expect(moved.text).toContain('"BASE_URL": "http://127.0.0.1:4711"')
    expect(moved.text).not.toContain('localhost')
  })
})

describe.each(Object.entries(stages))('given the stage %s', (stage, stack) => {
  it('then every function runs on Node.js 24 and arm64, and logs into a group of its own', () => {
    const all = stack.all('AWS::Lambda::Function')
    expect(all).toHaveLength(Object.keys(functions).length)
    for (const { Properties } of all)
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' })
    expect(new Set(all.map(({ Properties }) => JSON.stringify(Properties.LoggingConfig))).size).toBe(all.length)
  })

  it('then everything that can be tagged says what it belongs to', () => {
    const tags = stack
      .all('AWS::Lambda::Function')
      .concat(stack.all('AWS::SQS::Queue'))
      .map(({ Properties }) => Properties.Tags)
    for (const one of tags)
      expect(one).toEqual([
        { Key: 'application', Value: 'trin' },
        { Key: 'stage', Value: stage },
      ])
  })

  it('then the indexes of the table carry what they answer, and no more', () => {
    expect(stack.all('AWS::DynamoDB::GlobalTable')[0]?.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      GlobalSecondaryIndexes: [
        {
          IndexName: byStateIndex.name,
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...byStateIndex.projected] },
        },
        { IndexName: dueIndex.name, Projection: { ProjectionType: 'KEYS_ONLY' } },
      ],
    })
  })

  it('then the monitor is called at the start of every hour, again if that fails, and what fails for good is kept', () => {
    expect(stack.all('AWS::Scheduler::Schedule')[0]?.Properties).toMatchObject({
      ScheduleExpression: 'cron(0 * * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Copenhagen',
      State: 'ENABLED',
      Target: { RetryPolicy: { MaximumRetryAttempts: 3 }, DeadLetterConfig: { Arn: expect.anything() } },
    })
  })

  it('then its outputs say where to find it', () => {
    const named = ['ApiUrl', 'TableName', 'CommitsQueueUrl', 'MailDeadLettersUrl']
    expect(Object.keys(stack.outputs)).toEqual(expect.arrayContaining(named))
  })
})
