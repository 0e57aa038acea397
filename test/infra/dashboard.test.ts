import { Duration } from 'aws-cdk-lib'
import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { QueueWithDeadLetters } from '../../infra/constructs/queue-with-dead-letters.ts'
import { TrinDashboard } from '../../infra/constructs/trin-dashboard.ts'
import { TrinFunction } from '../../infra/constructs/trin-function.ts'
import { functions } from '../../infra/functions.ts'
import { queues } from '../../infra/queues.ts'
import { newStack, noCode, synthesize } from './synthesis.ts'

// A stack takes a second to build, and a machine that is busy with other tests takes many.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const stack = synthesize({ stage: 'test' })

/** The body as CloudWatch gets it: what CloudFormation fills in is the id of the resource. */
const joined = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) })
const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
const reference = z.object({ Ref: z.string() })
const bodySchema = z.object({
  widgets: z.array(
    z.object({ type: z.string(), width: z.int(), x: z.int(), properties: z.record(z.string(), z.unknown()) }),
  ),
})
const bodyOf = (body: unknown) =>
  bodySchema.parse(
    JSON.parse(
      joined
        .parse(body)
        ['Fn::Join'][1].map((part) => {
          if (typeof part === 'string') return part
          const got = attribute.safeParse(part)
          return got.success ? got.data['Fn::GetAtt'][0] : reference.parse(part).Ref
        })
        .join(''),
    ),
  )
const [dashboard, ...more] = stack.all('AWS::CloudWatch::Dashboard')
const { widgets } = bodyOf(dashboard?.Properties.DashboardBody)
const titles = widgets.map(({ properties }) => properties.title)
const widgetOf = (title: string) => JSON.stringify(widgets.find(({ properties }) => properties.title === title))

describe('given the dashboard', () => {
  it('then there is one, whose address is an output', () => {
    expect(more).toEqual([])
    expect(dashboard?.Properties.DashboardName).toBe('trin-test')
    expect(JSON.stringify(stack.outputs.DashboardUrl)).toContain('#dashboards/dashboard/trin-test')
  })

  it('then it shows every alarm of the stack, first', () => {
    const alarms = stack.all('AWS::CloudWatch::Alarm').map(({ id }) => id)
    expect(widgets[0]?.type).toBe('alarm')
    expect(z.array(z.string()).parse(widgets[0]?.properties.alarms).toSorted()).toEqual(alarms.toSorted())
  })

  it.each(Object.keys(functions))(
    'then the function %s is on it, with its calls, errors, throttles and time',
    (name) => {
      for (const metric of ['Invocations', 'Errors', 'Throttles', 'Duration'])
        expect(widgetOf(`trin-test-${name}`)).toContain(`"${metric}"`)
    },
  )

  it.each(Object.keys(queues))(
    'then the queue %s is on it, with what waits and for how long, and its dead letters',
    (name) => {
      for (const metric of ['ApproximateNumberOfMessagesVisible', 'ApproximateAgeOfOldestMessage'])
        expect(widgetOf(`trin-test-${name}`)).toContain(`"${metric}"`)
      expect(widgetOf('Dead letters')).toContain(`"trin-test-${name}-dead-letters"`)
    },
  )

  it('then requests, mail and table are on it, each with what fails', () => {
    expect(widgetOf('Requests')).toContain('"5xx"')
    expect(widgetOf('Mails')).toContain('"Bounce"')
    expect(widgetOf('Rates by which SES judges us')).toContain('"Reputation.ComplaintRate"')
    expect(widgetOf('Requests to the table that failed')).toContain('"ThrottledRequests"')
  })

  it('then nothing is twice, nor off the page', () => {
    const graphs = titles.filter((title) => title !== undefined)
    expect(new Set(graphs).size).toBe(graphs.length)
    expect(widgets.filter(({ x, width }) => x + width > 24)).toEqual([])
  })

  it('then it and the saved queries read the logs of every function', () => {
    const logs = stack
      .all('AWS::Logs::LogGroup')
      .filter(({ Properties }) => !String(Properties.LogGroupName).endsWith('-access'))
      .map(({ id }) => id)
    expect(logs).toHaveLength(Object.keys(functions).length)
    const trouble = String(widgets.find(({ type }) => type === 'log')?.properties.query)
    for (const id of logs) expect(trouble).toContain(`SOURCE '${id}'`)
    const saved = stack.all('AWS::Logs::QueryDefinition')
    expect(saved.map(({ Properties }) => Properties.Name)).toEqual([
      'trin-test/trouble',
      'trin-test/the way of one correlation id',
    ])
    for (const { Properties } of saved)
      expect(Properties.LogGroupNames).toEqual(expect.arrayContaining(logs.map((Ref) => ({ Ref }))))
  })
})

it('given a function and a queue that nobody has heard of, then they are on the dashboard by themselves', () => {
  const trial = newStack()
  const fn = new TrinFunction(trial, 'New', {
    functionName: 'new-function',
    description: 'Is new',
    folder: noCode().folderOf('relay'),
    usersNotice: 'Nothing. Wait.',
    logRetention: 7,
  })
  new QueueWithDeadLetters(trial, 'NewQueue', {
    queueName: 'new-queue',
    variable: 'mailQueue',
    usersNotice: 'Nothing. Wait.',
    visibilityTimeout: Duration.seconds(90),
  }).feeds(fn)
  new TrinDashboard(trial, 'Dashboard', { dashboardName: 'trial' })
  const shown = trial.resolve(
    trial.node.findAll().flatMap((one) => ('dashboardBody' in one ? [one.dashboardBody] : [])),
  )
  const text = JSON.stringify(shown)
  for (const expected of [
    'new-function',
    'new-queue',
    'new-queue-dead-letters',
    'NewErrorsAlarm',
    'NewQueueWaitsAlarm',
  ])
    expect(text).toContain(expected)
})
