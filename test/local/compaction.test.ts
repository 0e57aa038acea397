import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CreateTableCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { expect, it, onTestFinished } from 'vitest'
import { dynamoDbAt } from '../../infra/local/clients.ts'
import { startDynamoDb } from '../../infra/local/engines/dynamodb.ts'
import { active } from '../../infra/local/engines/ensure-tables.ts'
import { temporaryFolder } from './tiny-stack.ts'

const bytesOf = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))))

/** An engine with a table in it, until the test is over. */
const withTable = async (folder: string) => {
  const engine = await startDynamoDb(folder)
  const client = dynamoDbAt(engine.endpoint, 'eu-north-1')
  onTestFinished(async () => {
    client.destroy()
    await engine.stop()
  })
  await client.send(
    new CreateTableCommand({
      TableName: 'trin',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  )
  await active(client, 'trin')
  return { engine, client }
}

it('given what was deleted and written over, when the files are compacted, then nothing of it is in them, and nobody noticed', async () => {
  const folder = temporaryFolder()
  const { engine, client } = await withTable(folder)
  const put = (pk: string, text: string) =>
    client.send(new PutItemCommand({ TableName: 'trin', Item: { pk: { S: pk }, text: { S: text } } }))
  await put('deleted', 'Xanthippe Deleted')
  await put('overwritten', 'Xanthippe Overwritten')
  for (let n = 0; n < 50; n += 1) await put(`kept-${n}`, `Kept ${n}`)
  await engine.compact()
  await client.send(new DeleteItemCommand({ TableName: 'trin', Key: { pk: { S: 'deleted' } } }))
  await client.send(
    new UpdateItemCommand({
      TableName: 'trin',
      Key: { pk: { S: 'overwritten' } },
      UpdateExpression: 'set #text = :text',
      ExpressionAttributeNames: { '#text': 'text' },
      ExpressionAttributeValues: { ':text': { S: '[slettet]' } },
    }),
  )
  for (const gone of ['Xanthippe Deleted', 'Xanthippe Overwritten']) expect(bytesOf(folder).includes(gone)).toBe(true)

  const writing = Promise.all(Array.from({ length: 20 }, (_, n) => put(`meanwhile-${n}`, 'Kept')))
  await engine.compact()
  await writing

  expect(bytesOf(folder).includes('Xanthippe')).toBe(false)
  const { Item } = await client.send(new GetItemCommand({ TableName: 'trin', Key: { pk: { S: 'kept-49' } } }))
  expect(Item?.text?.S).toBe('Kept 49')
})

it('given files that are compacted, when it is done, then none of them goes or comes any more', async () => {
  const folder = temporaryFolder()
  const { engine } = await withTable(folder)
  await engine.compact()
  const files = readdirSync(folder).sort()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(readdirSync(folder).sort()).toEqual(files)
})

it('given clients that went away while the files were compacted, when they are compacted again, then nobody waits for them', async () => {
  const { engine, client } = await withTable(temporaryFolder())
  const compacting = [engine.compact(), engine.compact(), engine.compact()]
  const leaving = Array.from({ length: 20 }, (_, n) =>
    client.send(new ScanCommand({ TableName: 'trin' }), { abortSignal: AbortSignal.timeout(5 + 2 * n) }),
  )
  const left = (await Promise.allSettled(leaving)).filter(({ status }) => status === 'rejected')
  expect(left.length).toBeGreaterThan(0)
  await Promise.all(compacting)

  await engine.compact()
  expect((await client.send(new ScanCommand({ TableName: 'trin' }))).Items).toEqual([])
})
