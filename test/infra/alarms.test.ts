import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { functions } from '../../infra/functions.ts'
import { type QueueDescription, queues } from '../../infra/queues.ts'
import { synthesize } from './synthesis.ts'

// A stack takes a second to build, and a machine that is busy with other tests takes many.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const quiet = synthesize({ stage: 'test' })
const loud = synthesize({ stage: 'test', alarmAddress: 'drift@os2.example' })

const alarms = quiet.all('AWS::CloudWatch::Alarm').map(({ Properties }) => ({
  name: String(Properties.AlarmName).replace('trin-test-', ''),
  ...Properties,
}))
const alarm = (name: string): Readonly<Record<string, unknown>> => {
  const found = alarms.find((one) => one.name === name)
  if (!found) throw new Error(`no alarm ${name}`)
  return found
}

describe.each(alarms.map(({ name, ...properties }) => [name, properties as Record<string, unknown>] as const))(
  'given the alarm %s',
  (name, { AlarmDescription, TreatMissingData }) => {
    it('then it says in whole sentences what users notice and what to do', () => {
      expect(String(AlarmDescription).split(/[.;:] /).length).toBeGreaterThanOrEqual(2)
    })

    it('then silence sets it off only where something has to happen', () => {
      expect(TreatMissingData).toBe(name.endsWith('-not-run') ? 'breaching' : 'notBreaching')
    })
  },
)

/** The row of `docs/operations.md` that an alarm is under. */
const rowOf = (name: string): string => {
  for (const fn of Object.keys(functions))
    for (const kind of ['errors', 'throttles']) if (name === `${fn}-${kind}`) return `<function>-${kind}`
  return name.endsWith('-dead-letters-vanish') ? '<queue>-dead-letters-vanish' : name
}

it('given every alarm, then docs/operations.md has a row for it, and no row for what is no alarm', () => {
  const operations = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  const [, table = ''] = operations.split('## Alarms')
  const [ofAlarms = ''] = table.split('\n## ')
  const told = [...ofAlarms.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  )
  expect(told.toSorted()).toEqual([...new Set(alarms.map(({ name }) => rowOf(name)))].toSorted())
})

describe.each(Object.keys(functions))('given the function %s', (name) => {
  it('then errors and throttles of it have an alarm', () => {
    expect(alarm(`${name}-errors`)).toMatchObject({ MetricName: 'Errors', Threshold: 1 })
    expect(alarm(`${name}-throttles`)).toMatchObject({ MetricName: 'Throttles', Threshold: 1 })
  })
})

describe.each(Object.entries<QueueDescription>(queues))('given the queue %s', (name, { alarmAfter = 30 }) => {
  it('then there is an alarm at the first dead letter, and before the oldest vanishes', () => {
    expect(alarm(`${name}-dead-letters`)).toMatchObject({
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 1,
    })
    expect(alarm(`${name}-dead-letters-vanish`)).toMatchObject({
      MetricName: 'ApproximateAgeOfOldestMessage',
      Threshold: 10 * 24 * 3_600,
    })
  })

  it(`then messages that wait have one too, unless they wait on purpose: ${alarmAfter}`, () => {
    const waits = alarms.find((one) => one.name === `${name}-waits`)
    if (alarmAfter === 'never') expect(waits).toBeUndefined()
    else expect(waits).toMatchObject({ MetricName: 'ApproximateAgeOfOldestMessage', Threshold: 60 * alarmAfter })
  })
})

it('given a monitor that does not run, then an alarm goes off within two hours, also when nothing is heard at all', () => {
  expect(alarm('progress-monitor-not-run')).toMatchObject({
    MetricName: 'Invocations',
    Statistic: 'Sum',
    Period: 3_600,
    EvaluationPeriods: 2,
    Threshold: 1,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
  })
})

it('given the dead letters of the monitor, which nobody sends again, then they are gone after a day, and the alarm with them', () => {
  expect(alarms.map(({ name }) => name)).not.toContain('monitor-dead-letters-vanish')
  const queue = quiet
    .all('AWS::SQS::Queue')
    .find(({ Properties }) => Properties.QueueName === 'trin-test-monitor-dead-letters')
  expect(queue?.Properties.MessageRetentionPeriod).toBe(24 * 3_600)
})

it('given a table that throttles one kind of request only, then that alone sets the alarm off', () => {
  for (const [name, metric] of [
    ['table-throttles', 'ThrottledRequests'],
    ['table-errors', 'SystemErrors'],
  ] as const) {
    const [sum, ...parts] = z.array(z.looseObject({ Expression: z.string().optional() })).parse(alarm(name).Metrics)
    expect(sum?.Expression).toMatch(/^SUM\(\[/)
    expect(parts.length).toBeLessThan(10)
    for (const part of parts) expect(part).toMatchObject({ MetricStat: { Metric: { MetricName: metric } } })
  }
})

it('given mail, then bounces and complaints are counted, and set off an alarm before SES stops us', () => {
  const metrics = quiet.all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties.MetricName)
  expect(metrics).toEqual(expect.arrayContaining(['Reputation.BounceRate', 'Reputation.ComplaintRate']))
  expect(quiet.all('AWS::SES::ConfigurationSet')[0]?.Properties).toMatchObject({
    DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    ReputationOptions: { ReputationMetricsEnabled: true },
  })
})

describe('given an address for alarms', () => {
  it('then it gets mail from a topic that is spoken to over TLS only', () => {
    expect(loud.all('AWS::SNS::Subscription')[0]?.Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'drift@os2.example',
    })
    expect(JSON.stringify(loud.all('AWS::SNS::TopicPolicy')[0]?.Properties)).toContain('"aws:SecureTransport":"false"')
  })

  it('then every alarm goes there', () => {
    const actions = loud.all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties.AlarmActions)
    const [topic] = loud.all('AWS::SNS::Topic')
    expect(actions).toEqual(actions.map(() => [{ Ref: topic?.id }]))
  })
})

it('given no address for alarms, then there is no topic', () => {
  expect(quiet.all('AWS::SNS::Topic')).toEqual([])
})
