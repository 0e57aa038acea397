import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, describe, expect, it } from 'vitest'
import { dynamoDbAt } from '../../infra/local/clients.ts'
import type { LocalStack } from '../../infra/local/start.ts'
import { clockShift, domainClock } from '../../shared/clock/domain-clock.ts'
import { lambda, ref, resources, table } from './tiny-assembly.ts'
import { startTiny } from './tiny-stack.ts'

const day = 86_400_000
const from = (days: number): string => new Date(Math.round(Date.now() / day) * day + days * day).toISOString()

/** Takes what is due out of the index, and says what the domain's clock showed. */
const monitor = [
  table(),
  lambda(
    'Monitor',
    `const { DynamoDBClient, QueryCommand, PutItemCommand, DeleteItemCommand } = require(${JSON.stringify(`${process.cwd()}/node_modules/@aws-sdk/client-dynamodb`)})
    const db = new DynamoDBClient({})
    const TableName = process.env.TABLE
    const now = () => new Date(Date.now() + Number(Atomics.load(globalThis[Symbol.for('trin.clock')], 0))).toISOString()
    let runs = 0
    exports.handler = async () => {
      const at = now()
      runs += 1
      const { Items } = await db.send(new QueryCommand({ TableName, IndexName: 'due', KeyConditionExpression: 'dueShard = :s AND dueAt < :now', ExpressionAttributeValues: { ':s': { S: 'due-3' }, ':now': { S: at + '#~' } } }))
      for (const { pk, sk, dueAt } of Items) {
        console.log(JSON.stringify({ fired: dueAt.S, at }))
        if (pk.S !== 'stuck') await db.send(new DeleteItemCommand({ TableName, Key: { pk, sk } }))
        // What is done makes the next thing due, a day later.
        if (pk.S === 'chain') await db.send(new PutItemCommand({ TableName, Item: { pk: { S: 'chained' }, sk, dueShard: { S: 'due-3' }, dueAt: { S: new Date(Date.parse(dueAt.S.split('#')[0]) + ${day}).toISOString() + '#y' } } }))
      }
      return { at, runs }
    }`,
    { Environment: { Variables: { TABLE: ref('Table') } }, Timeout: 20 },
  ),
  resources({
    Hourly: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'rate(1 hour)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: { 'Fn::GetAtt': ['Monitor', 'Arn'] }, RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, Input: '{}' },
      },
    },
    Role: { Type: 'AWS::IAM::Role', Properties: {} },
  }),
]

const makeDue = async ({ endpoints }: LocalStack, id: string, at: string): Promise<void> => {
  const client = dynamoDbAt(endpoints.dynamodb, 'eu-north-1')
  const Item = { pk: { S: id }, sk: { S: 'STATE' }, dueShard: { S: 'due-3' }, dueAt: { S: `${at}#${id}` } }
  await client.send(new PutItemCommand({ TableName: 'tiny-Table', Item }))
}
const runsOf = ({ status }: LocalStack) => status().functions.monitor?.invocations

describe('the clock of the local stack', () => {
  it('steps through every due moment on its way, also those that come up meanwhile', async () => {
    const stack = await startTiny(monitor)
    await makeDue(stack, 'first', from(3))
    await makeDue(stack, 'chain', from(10))
    await makeDue(stack, 'beyond', from(40))
    const { stops, to } = await stack.clock.step('+31d')
    expect(stops).toEqual([from(3), from(10), from(11)])
    expect(Date.parse(to) - Date.now()).toBeGreaterThan(31 * day - 60_000)
    // Each stop, and the end.
    expect(runsOf(stack)).toBe(4)
  })

  it('jumps as if all had been down, then runs the schedules once', async () => {
    const stack = await startTiny(monitor)
    await makeDue(stack, 'first', from(3))
    await makeDue(stack, 'second', from(5))
    const { stops } = await stack.clock.jump(from(31))
    expect(stops).toEqual([])
    expect(runsOf(stack)).toBe(1)
    expect(await stack.invoke('monitor', {})).toMatchObject({ result: { runs: 2 } })
  })

  it('is not held up by what stays due', async () => {
    const stack = await startTiny(monitor)
    await makeDue(stack, 'stuck', from(-1))
    await makeDue(stack, 'first', from(3))
    expect((await stack.clock.step('+5d')).stops).toEqual([from(3)])
  })

  it('goes forward only, over HTTP too, and survives a restart', async () => {
    const stack = await startTiny(monitor)
    const move = async (body: unknown) => {
      const answer = await fetch(`${stack.url}/local/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return { status: answer.status, body: await answer.json() }
    }
    expect(await move({ step: '+2d' })).toMatchObject({ status: 200, body: { stops: [] } })
    for (const wrong of [{ step: 'soon' }, { jump: '2001-01-01T00:00:00Z' }, { step: '-1d' }, { leap: '+1d' }, {}])
      expect(await move(wrong)).toMatchObject({ status: 400, body: { message: expect.any(String) } })
    await stack.stop()
    const again = await startTiny(monitor, { dataFolder: stack.dataFolder })
    expect(again.clock.read().offset).toBeGreaterThan(2 * day - 60_000)
    expect(await (await fetch(`${again.url}/local/clock`)).json()).toMatchObject({ now: expect.any(String) })
  })
})

describe('the clock of the domain', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, clockShift))
  const ahead = () => Date.parse(domainClock()) - Date.now()

  it('is the wall clock in the cloud', () => {
    expect(Math.abs(ahead())).toBeLessThan(1_000)
  })

  it('is as far ahead as the local stack says, at every reading', () => {
    const shift = new BigInt64Array(new SharedArrayBuffer(8))
    Reflect.set(globalThis, clockShift, shift)
    expect(Math.abs(ahead())).toBeLessThan(1_000)
    Atomics.store(shift, 0, BigInt(day))
    expect(Math.abs(ahead() - day)).toBeLessThan(1_000)
  })
})
