import { Duration } from 'aws-cdk-lib'
import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { QueueWithDeadLetters } from '../../infra/constructs/queue-with-dead-letters.ts'
import { TrinFunction } from '../../infra/constructs/trin-function.ts'
import { queues } from '../../infra/queues.ts'
import { deliveryAttempts } from '../../shared/webhooks/retry-schedule.ts'
import { newStack, noCode, synthesize } from './synthesis.ts'

// A stack takes a second to build, and a machine that is busy with other tests takes many.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const stack = synthesize({ stage: 'test' })

const attribute = z
  .object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
  .transform((value) => value['Fn::GetAtt'][0])
const queueProperties = z.object({
  QueueName: z.string(),
  VisibilityTimeout: z.int().optional(),
  MessageRetentionPeriod: z.int(),
  SqsManagedSseEnabled: z.literal(true),
  RedrivePolicy: z.object({ deadLetterTargetArn: attribute, maxReceiveCount: z.int() }).optional(),
})
const all = stack.all('AWS::SQS::Queue').map(({ id, Properties }) => ({ id, ...queueProperties.parse(Properties) }))
const named = (name: string) => {
  const found = all.find(({ QueueName }) => QueueName === `trin-test-${name}`)
  if (!found) throw new Error(`no queue ${name}`)
  return found
}
const alarmOn = (queue: string, metric: string) =>
  stack
    .all('AWS::CloudWatch::Alarm')
    .find(
      ({ Properties }) =>
        Properties.MetricName === metric && JSON.stringify(Properties.Dimensions).includes(`"${queue}"`),
    )

describe.each(Object.entries(queues))('given the queue %s', (name, { feeds, maxReceiveCount }) => {
  const queue = named(name)
  const deadLetters = named(`${name}-dead-letters`)

  it('then what cannot be handled ends in dead letters of its own, and stays there for 14 days', () => {
    expect(queue.RedrivePolicy).toEqual({ deadLetterTargetArn: deadLetters.id, maxReceiveCount })
    expect(maxReceiveCount).toBeGreaterThanOrEqual(5)
    expect(deadLetters.MessageRetentionPeriod).toBe(14 * 24 * 3_600)
  })

  it('then an alarm goes off at the first dead letter, and says what users notice and what to do', () => {
    const alarm = alarmOn(deadLetters.id, 'ApproximateNumberOfMessagesVisible')
    expect(alarm?.Properties).toMatchObject({ Threshold: 1, EvaluationPeriods: 1, TreatMissingData: 'notBreaching' })
    expect(alarm?.Properties.AlarmDescription).toMatch(/redrive/)
  })

  it(`then it feeds ${feeds}, message by message, and waits six times as long as that may take`, () => {
    const [mapping, ...more] = stack
      .all('AWS::Lambda::EventSourceMapping')
      .filter(({ Properties }) => attribute.parse(Properties.EventSourceArn) === queue.id)
    expect(more).toEqual([])
    expect(mapping?.Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
    const fed = stack.resource(z.object({ Ref: z.string() }).parse(mapping?.Properties.FunctionName).Ref)
    expect(fed.Properties.FunctionName).toBe(`trin-test-${feeds}`)
    expect(queue.VisibilityTimeout).toBe(6 * z.int().parse(fed.Properties.Timeout))
  })

  it('then it keeps messages for 14 days, and refuses to be spoken to without TLS', () => {
    expect(queue.MessageRetentionPeriod).toBe(14 * 24 * 3_600)
    for (const { id } of [queue, deadLetters]) {
      const policy = stack
        .all('AWS::SQS::QueuePolicy')
        .find(({ Properties }) => JSON.stringify(Properties.Queues).includes(id))
      expect(JSON.stringify(policy?.Properties)).toContain('"aws:SecureTransport":"false"')
    }
  })
})

it('given the schedule of webhook retries, then the queue receives a message at least as often', () => {
  expect(named('webhooks').RedrivePolicy?.maxReceiveCount).toBeGreaterThanOrEqual(deliveryAttempts)
})

it('given the dead letters of the monitor, then they have an alarm as well', () => {
  expect(alarmOn(named('monitor-dead-letters').id, 'ApproximateNumberOfMessagesVisible')).toBeDefined()
})

it('given every queue of the stack, then it has dead letters or is dead letters', () => {
  expect(all.filter(({ RedrivePolicy, QueueName }) => !RedrivePolicy && !QueueName.endsWith('-dead-letters'))).toEqual(
    [],
  )
})

it('given a shorter time for functions behind queues, when synthesized, then their queues wait less as well', () => {
  const quick = synthesize({ stage: 'local', workerTimeout: 2 })
  const waits = quick.all('AWS::SQS::Queue').filter(({ Properties }) => 'RedrivePolicy' in Properties)
  expect(waits.map(({ Properties }) => Properties.VisibilityTimeout)).toEqual(waits.map(() => 12))
})

it('given a queue that waits too short for its function, when it feeds it, then that is refused', () => {
  const careless = newStack()
  const fn = new TrinFunction(careless, 'Slow', {
    functionName: 'slow',
    description: 'Takes its time',
    folder: noCode().folderOf('relay'),
    usersNotice: 'Nothing',
    logRetention: 7,
    timeout: Duration.seconds(20),
  })
  const queue = new QueueWithDeadLetters(careless, 'Hasty', {
    queueName: 'hasty',
    variable: 'mailQueue',
    usersNotice: 'Nothing',
    visibilityTimeout: Duration.seconds(119),
  })
  expect(() => queue.feeds(fn)).toThrow('Hasty: visibility timeout under six times the timeout of Slow')
})
