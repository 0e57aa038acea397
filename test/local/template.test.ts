import { describe, expect, it } from 'vitest'
import { resolver } from '../../infra/local/intrinsics.ts'
import { nextMoment } from '../../infra/local/plan/schedule-expression.ts'
import type { Template } from '../../infra/local/template.ts'
import { api, getAtt, lambda, queue, ref, resources } from './tiny-assembly.ts'
import { startTiny } from './tiny-stack.ts'

const template: Template = {
  Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: {} }, Role: { Type: 'AWS::IAM::Role', Properties: {} } },
  Parameters: { Stage: { Default: 'local' } },
}
const resolve = resolver(template, {
  region: 'eu-north-1',
  account: '000000000000',
  stackName: 'tiny',
  identify: (id) => (id === 'Queue' ? { ref: 'http://queue', attributes: { Arn: 'arn:queue' } } : undefined),
  secret: ({ id, key }) => `secret of ${id}${key && ` under ${key}`}`,
})

/** As `Fn::Sub` names what it puts in. */
const put = (name: string): string => `\${${name}}`

describe('intrinsics of the template', () => {
  it.each([
    [{ Ref: 'Queue' }, 'http://queue'],
    [{ Ref: 'Stage' }, 'local'],
    [{ Ref: 'AWS::Region' }, 'eu-north-1'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:queue'],
    [{ 'Fn::GetAtt': 'Queue.Arn' }, 'arn:queue'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 3]] }, 'a-local-3'],
    [
      { 'Fn::Sub': [put('Queue'), put('Queue.Arn'), put('!Kept'), put('AWS::Partition')].join('/') },
      `http://queue/arn:queue/${put('Kept')}/aws`,
    ],
    [{ 'Fn::Sub': [`${put('Own')}-${put('Stage')}`, { Own: { Ref: 'Queue' } }] }, 'http://queue-local'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    [{ a: [{ Ref: 'Stage' }, { Ref: 'AWS::NoValue' }], b: { Ref: 'AWS::NoValue' } }, { a: ['local'] }],
    ['{{resolve:secretsmanager:name:SecretString:field::}}', 'secret of name under field'],
    [
      { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { 'Fn::GetAtt': ['Queue', 'Arn'] }, ':SecretString:::}}']] },
      'secret of arn:queue',
    ],
  ])('%j', (value, expected) => {
    expect(resolve(value)).toEqual(expected)
  })

  it.each([
    [{ Ref: 'Gone' }, 'refers to Gone, which the template does not have'],
    [{ Ref: 'Role' }, 'Role (AWS::IAM::Role), which has no meaning on one machine'],
    [{ 'Fn::GetAtt': ['Queue', 'Colour'] }, 'Queue has no attribute Colour'],
    [{ 'Fn::ImportValue': 'x' }, 'Fn::ImportValue is not understood'],
    [{ 'Fn::Join': ['', [{ a: 1 }]] }, 'expected a text'],
    ['{{resolve:ssm:/a}}', 'a dynamic reference to ssm is not understood'],
  ])('%j is refused', (value, message) => {
    expect(() => resolve(value)).toThrow(message)
  })
})

describe('a template that is not understood', () => {
  const worker = lambda('Worker', 'exports.handler = async () => {}')

  it('stops the start at an unknown resource', async () => {
    const bucket = resources({ Bucket: { Type: 'AWS::S3::Bucket', Properties: {} } })
    await expect(startTiny([worker, bucket])).rejects.toThrow('not understood on one machine: Bucket (AWS::S3::Bucket)')
  })

  it('stops the start at an unknown property', async () => {
    const fifo = queue('Work', 'Worker', { FifoQueue: true })
    await expect(startTiny([worker, fifo])).rejects.toThrow(/Work \(AWS::SQS::Queue\)[\s\S]*FifoQueue/)
  })

  it.each(['Work', 'WorkDead', 'Worker', 'Integration0'])(
    'stops the start when %s is deleted from it, and leaves nothing running',
    async (logicalId) => {
      const whole = [worker, queue('Work', 'Worker'), api({ 'GET /': 'Worker' })]
      const without = {
        template: ({ Resources, Parameters }: Template) => ({
          Parameters,
          Resources: Object.fromEntries(Object.entries(Resources).filter(([name]) => name !== logicalId)),
        }),
      }
      await expect(startTiny(whole, without)).rejects.toThrow(logicalId)
    },
  )

  it('stops the start when a queue with messages has left it', async () => {
    const holding = await startTiny([
      lambda('Worker', 'exports.handler = async () => { throw new Error("no") }'),
      queue('Work', 'Worker'),
      lambda('Sender', sender, { Environment: { Variables: { QUEUE: ref('Work') } } }),
    ])
    expect(await holding.invoke('sender', {})).toMatchObject({ ok: true })
    await holding.stop()
    await expect(startTiny([worker], { dataFolder: holding.dataFolder })).rejects.toThrow(
      'tiny-work is not in the template, but holds 1 messages',
    )
  })
})

const sender = `const { SQSClient, SendMessageCommand } = require(${JSON.stringify(`${process.cwd()}/node_modules/@aws-sdk/client-sqs`)})
exports.handler = () => new SQSClient({}).send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: 'hello' }))`

describe('a secret of the template', () => {
  it('is made once and kept', async () => {
    const parts = [
      resources({
        Key: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: { PasswordLength: 40 } } },
      }),
      lambda('Teller', 'exports.handler = async () => process.env.KEY', {
        Environment: {
          Variables: {
            KEY: { 'Fn::Join': ['', ['{{resolve:secretsmanager:', ref('Key'), ':SecretString:::}}']] },
            ARN: getAtt('Teller', 'Arn'),
          },
        },
      }),
    ]
    const first = await startTiny(parts)
    const told = await first.invoke('teller', {})
    expect(told).toMatchObject({ ok: true, result: expect.stringMatching(/^[\w-]{40}$/) })
    await first.stop()
    const again = await startTiny(parts, { dataFolder: first.dataFolder })
    expect(await again.invoke('teller', {})).toEqual(told)
  })
})

describe('when a schedule runs next', () => {
  const next = (expression: string, after: string, zone = 'UTC') =>
    new Date(nextMoment(expression, zone)(Date.parse(after))).toISOString()

  it.each([
    ['rate(1 hour)', '2026-01-05T10:20:00.000Z', 'UTC', '2026-01-05T11:20:00.000Z'],
    ['rate(5 minutes)', '2026-01-05T10:20:00.000Z', 'UTC', '2026-01-05T10:25:00.000Z'],
    ['cron(0 * * * ? *)', '2026-01-05T10:20:00.000Z', 'UTC', '2026-01-05T11:00:00.000Z'],
    ['cron(0 * * * ? *)', '2026-01-05T11:00:00.000Z', 'UTC', '2026-01-05T12:00:00.000Z'],
    ['cron(0/15 8-9,12 * * ? *)', '2026-01-05T09:50:00.000Z', 'UTC', '2026-01-05T12:00:00.000Z'],
    ['cron(30 8 * * ? *)', '2026-06-30T07:00:00.000Z', 'Europe/Copenhagen', '2026-07-01T06:30:00.000Z'],
  ])('%s after %s in %s: %4$s', (expression, after, zone, expected) => {
    expect(next(expression, after, zone)).toBe(expected)
  })

  it.each(['cron(0 8 1 * ? *)', 'cron(x * * * ? *)', 'at(2026-01-01)'])('%s is not understood', (expression) => {
    expect(() => next(expression, '2026-01-05T10:20:00.000Z')).toThrow('not understood')
  })
})
