import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { PutItemCommand, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dynamoDbAt, sqsAt } from '../../infra/local/clients.ts'
import { findRunning, openDataFolder } from '../../infra/local/data-folder.ts'
import { lambda, queue, ref, table, writeAssembly } from './tiny-assembly.ts'
import { startTiny, temporaryFolder, until } from './tiny-stack.ts'

/** Writes down each message that it gets, under its text; takes its time. */
const writer = [
  table(),
  lambda(
    'Writer',
    `const { DynamoDBClient, PutItemCommand } = require(${JSON.stringify(`${process.cwd()}/node_modules/@aws-sdk/client-dynamodb`)})
    const db = new DynamoDBClient({})
    exports.handler = async ({ Records }) => {
      for (const { body, attributes } of Records) {
        await new Promise((resolve) => setTimeout(resolve, 30))
        await db.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { pk: { S: body }, sk: { S: 'x' } } }))
      }
    }`,
    { Environment: { Variables: { TABLE: ref('Table') } }, Timeout: 60 },
  ),
  // Far longer than the test: only a start may give the messages of the killed back.
  queue('Work', 'Writer', { VisibilityTimeout: 600 }),
]

const spawnStack = async (dataFolder: string, assembly: string): Promise<ChildProcess> => {
  const program = `
    import { startLocalStack } from ${JSON.stringify(join(process.cwd(), 'infra/local/start.ts'))}
    const stack = await startLocalStack(${JSON.stringify({ dataFolder, assembly })})
    console.log('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout ?? child, 'data')
  return child
}

describe('a stack that is killed', () => {
  it('goes on with all that it had acknowledged, messages in flight included', async () => {
    const dataFolder = temporaryFolder()
    const child = await spawnStack(dataFolder, writeAssembly(join(temporaryFolder(), 'cdk.out'), ...writer))
    const environment = findRunning(openDataFolder(dataFolder))?.environment ?? {}
    const sqs = sqsAt(environment.AWS_ENDPOINT_URL_SQS ?? '', 'eu-north-1')
    const bodies = Array.from({ length: 30 }, (_, index) => `m${index}`)
    for (let first = 0; first < bodies.length; first += 10) {
      const Entries = bodies.slice(first, first + 10).map((MessageBody) => ({ Id: MessageBody, MessageBody }))
      await sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: `${environment.AWS_ENDPOINT_URL_SQS}/000000000000/tiny-work`,
          Entries,
        }),
      )
    }
    const written = async (endpoint: string | undefined) =>
      (await dynamoDbAt(endpoint ?? '', 'eu-north-1').send(new ScanCommand({ TableName: 'tiny-Table' }))).Items?.map(
        ({ pk }) => pk?.S ?? '',
      ) ?? []
    await until(async () => (await written(environment.AWS_ENDPOINT_URL_DYNAMODB)).length > 3)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(findRunning(openDataFolder(dataFolder))).toBeUndefined()

    const again = await startTiny(writer, { dataFolder })
    await again.quiet()
    expect((await written(again.endpoints.dynamodb)).toSorted()).toEqual(bodies.toSorted())
    expect(again.status()).toMatchObject({ queues: { work: { inFlight: 0 } }, deadLetters: { work: 0 } })
  })
})

describe('a data folder', () => {
  const idle = [lambda('Fn', 'exports.handler = async () => {}')]

  it('is for one stack at a time', async () => {
    const { dataFolder, url, stop } = await startTiny(idle)
    await expect(startTiny(idle, { dataFolder })).rejects.toThrow(`${url} (process ${process.pid}) runs on`)
    expect(await fetch(`${url}/local/status`)).toMatchObject({ status: 200 })
    await stop()
    await startTiny(idle, { dataFolder })
  })

  it('keeps its items when an index of the table is added', async () => {
    const first = await startTiny([...idle, table()])
    const client = dynamoDbAt(first.endpoints.dynamodb, 'eu-north-1')
    for (let item = 0; item < 30; item += 1)
      await client.send(
        new PutItemCommand({
          TableName: 'tiny-Table',
          Item: { pk: { S: `${item}` }, sk: { S: 'æ' }, colour: { S: 'red' } },
        }),
      )
    await first.stop()
    const again = await startTiny([...idle, table()], {
      dataFolder: first.dataFolder,
      template: ({ Resources, Parameters }) => {
        const { Table } = structuredClone(Resources)
        if (Table === undefined) throw new Error('no table')
        const { AttributeDefinitions, GlobalSecondaryIndexes } = Table.Properties
        Object.assign(Table.Properties, {
          AttributeDefinitions: [AttributeDefinitions, { AttributeName: 'colour', AttributeType: 'S' }].flat(),
          GlobalSecondaryIndexes: [
            GlobalSecondaryIndexes,
            {
              IndexName: 'by-colour',
              KeySchema: [{ AttributeName: 'colour', KeyType: 'HASH' }],
              Projection: { ProjectionType: 'ALL' },
            },
          ].flat(),
        })
        return { Resources: { ...Resources, Table }, Parameters }
      },
    })
    const { Count } = await dynamoDbAt(again.endpoints.dynamodb, 'eu-north-1').send(
      new QueryCommand({
        TableName: 'tiny-Table',
        IndexName: 'by-colour',
        KeyConditionExpression: 'colour = :red',
        ExpressionAttributeValues: { ':red': { S: 'red' } },
      }),
    )
    expect(Count).toBe(30)
  })
})
