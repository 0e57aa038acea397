import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { functions } from '../../infra/functions.ts'
import { synthesize } from './synthesis.ts'

const quiet = synthesize({ stage: 'test' })
const loud = synthesize({ stage: 'test', alarmAddress: 'drift@os2.example' })

describe.each(quiet.all('AWS::CloudWatch::Alarm').map((alarm) => [alarm.Properties.AlarmName, alarm] as const))(
  'given the alarm %s',
  (_, { Properties }) => {
    it('then it says in whole sentences what users notice and what to do, and silence does not set it off', () => {
      const sentences = String(Properties.AlarmDescription).split(/[.;:] /)
      expect(sentences.length).toBeGreaterThanOrEqual(2)
      expect(Properties.TreatMissingData).toBe('notBreaching')
    })
  },
)

it('given every alarm, then docs/operations.md has a row for it', () => {
  const operations = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  const errorsOf = Object.keys(functions).map((name) => `${name}-errors`)
  const named = quiet
    .all('AWS::CloudWatch::Alarm')
    .map(({ Properties }) => String(Properties.AlarmName).replace('trin-test-', ''))
    .map((name) => (errorsOf.includes(name) ? '<function>-errors' : name))
  expect(named.filter((name) => !operations.includes(`\`${name}\``))).toEqual([])
})

it('given every function, then it has an alarm for its errors', () => {
  const named = quiet.all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties.AlarmName)
  expect(named).toEqual(expect.arrayContaining(Object.keys(functions).map((name) => `trin-test-${name}-errors`)))
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
