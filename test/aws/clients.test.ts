import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import * as dynamodb from '@aws-sdk/client-dynamodb'
import * as ses from '@aws-sdk/client-ses'
import * as sqs from '@aws-sdk/client-sqs'
import { afterEach, describe, expect, it } from 'vitest'
import { bodyOf, close, listen } from '../../infra/local/engines/loopback.ts'
import * as ourDynamoDB from '../../shared/aws/dynamodb.ts'
import * as ourSes from '../../shared/aws/ses.ts'
import * as ourSqs from '../../shared/aws/sqs.ts'

interface Heard {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** A server in place of AWS; it answers as it is told, one answer after the other, the last one for good. */
const aws = async (...answers: readonly RequestListener[]) => {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request
    const answer = answers[Math.min(heard.length, answers.length - 1)]
    heard.push({ method, url, headers, body: (await bodyOf(request)).toString() })
    answer?.(request, response)
  })
  const endpoint = `http://127.0.0.1:${await listen(server)}`
  stops.push(() => close(server))
  const environment = {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'a secret',
    AWS_SESSION_TOKEN: 'a token',
    AWS_ENDPOINT_URL: endpoint,
  }
  return { heard, environment, endpoint }
}
const says =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...headers }).end(body)
const refuses = (status: number, type: string) => says(status, JSON.stringify({ __type: type, message: 'Nej.' }))
const hangsUp: RequestListener = (request) => request.socket.destroy()
const isSilent: RequestListener = () => undefined

const item = { pk: { S: 'PROJECT#1' }, sk: { S: 'V#1' }, words: { S: 'Ærø · 漢字 · "' } }
const write = { TableName: 'trin', Item: item, ConditionExpression: 'attribute_not_exists(pk)' }
const query = {
  TableName: 'trin',
  ConsistentRead: true,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': { S: 'a' } },
}
const key = { TableName: 'trin', Key: { pk: { S: 'a' }, sk: { S: 'b' } } }
const QueueUrl = 'http://127.0.0.1/000000000000/commits'
const batch = { QueueUrl, Entries: [{ Id: '0', MessageBody: 'Æ' }] }
const visibility = { QueueUrl, ReceiptHandle: 'r', VisibilityTimeout: 20 }

/** Each call by AWS's SDK and by our client. */
const calls = {
  GetItem: [() => new dynamodb.GetItemCommand(key), () => new ourDynamoDB.GetItemCommand(key)],
  PutItem: [() => new dynamodb.PutItemCommand(write), () => new ourDynamoDB.PutItemCommand(write)],
  UpdateItem: [() => new dynamodb.UpdateItemCommand(key), () => new ourDynamoDB.UpdateItemCommand(key)],
  DeleteItem: [() => new dynamodb.DeleteItemCommand(key), () => new ourDynamoDB.DeleteItemCommand(key)],
  Query: [() => new dynamodb.QueryCommand(query), () => new ourDynamoDB.QueryCommand(query)],
  Scan: [
    () => new dynamodb.ScanCommand({ TableName: 'trin' }),
    () => new ourDynamoDB.ScanCommand({ TableName: 'trin' }),
  ],
  BatchGetItem: [
    () => new dynamodb.BatchGetItemCommand({ RequestItems: { trin: { Keys: [key.Key] } } }),
    () => new ourDynamoDB.BatchGetItemCommand({ RequestItems: { trin: { Keys: [key.Key] } } }),
  ],
} as const
const queueCalls = {
  SendMessage: [
    () => new sqs.SendMessageCommand({ QueueUrl, MessageBody: 'Æ', DelaySeconds: 3 }),
    () => new ourSqs.SendMessageCommand({ QueueUrl, MessageBody: 'Æ', DelaySeconds: 3 }),
  ],
  SendMessageBatch: [() => new sqs.SendMessageBatchCommand(batch), () => new ourSqs.SendMessageBatchCommand(batch)],
  ChangeMessageVisibility: [
    () => new sqs.ChangeMessageVisibilityCommand(visibility),
    () => new ourSqs.ChangeMessageVisibilityCommand(visibility),
  ],
} as const

const said = ({ method, url, headers, body }: Heard) => ({
  method,
  url,
  type: headers['content-type'],
  target: headers['x-amz-target'],
  token: headers['x-amz-security-token'],
  body: JSON.parse(body),
})

describe('given a call, when it goes out by AWS’s SDK and by our client, then AWS hears the same', () => {
  const options = (environment: Readonly<Record<string, string>>) => ({
    region: 'eu-north-1',
    endpoint: environment.AWS_ENDPOINT_URL ?? '',
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'a secret', sessionToken: 'a token' },
  })

  it.each(Object.entries(calls))('DynamoDB: %s', async (_, [theirs, ours]) => {
    const { heard, environment } = await aws(says(200, '{}'))
    await new dynamodb.DynamoDBClient(options(environment)).send(theirs() as dynamodb.GetItemCommand)
    await ourDynamoDB.dynamoDBClient(environment).send(ours() as ourDynamoDB.GetItemCommand)
    expect(heard).toHaveLength(2)
    expect(heard.map(said)[1]).toEqual(heard.map(said)[0])
  })

  it.each(Object.entries(queueCalls))('SQS: %s', async (_, [theirs, ours]) => {
    const { heard, environment } = await aws(says(200, '{}'))
    const client = new sqs.SQSClient({ ...options(environment), md5: false })
    await client.send(theirs() as sqs.SendMessageCommand)
    await ourSqs.sqsClient(environment).send(ours() as ourSqs.SendMessageCommand)
    expect(heard).toHaveLength(2)
    expect(heard.map(said)[1]).toEqual(heard.map(said)[0])
  })

  it('SES: SendRawEmail', async () => {
    const answer =
      '<SendRawEmailResponse><SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>'
    const { heard, environment } = await aws(says(200, answer, { 'content-type': 'text/xml' }))
    const data = Buffer.from('Subject: Ærø & øvrige = 1+1\r\n\r\nKære')
    await new ses.SESClient(options(environment)).send(
      new ses.SendRawEmailCommand({
        Source: 'trin@os2.example',
        Destinations: ['a+b@os2.example'],
        RawMessage: { Data: data },
        ConfigurationSetName: 'trin',
      }),
    )
    await ourSes.sesClient(environment).send(
      new ourSes.SendRawEmailCommand({
        source: 'trin@os2.example',
        destination: 'a+b@os2.example',
        data,
        configurationSet: 'trin',
      }),
    )
    const [theirs, ours] = heard.map(({ url, headers, body }) => ({
      url,
      type: headers['content-type'],
      fields: Object.fromEntries(new URLSearchParams(body)),
    }))
    expect(ours).toEqual(theirs)
  })
})

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** The signature of what was heard, computed step by step as AWS's guide to Signature Version 4 writes it down. */
const signatureOf = ({ headers, body }: Heard, names: readonly string[], secret: string): string => {
  const date = String(headers['x-amz-date'])
  const day = date.slice(0, 8)
  const lines = names.map((name) => `${name}:${headers[name]}`)
  const canonical = ['POST', '/', '', ...lines, '', names.join(';'), sha256(body)].join('\n')
  const scope = `${day}/eu-north-1/dynamodb/aws4_request`
  const key = ['eu-north-1', 'dynamodb', 'aws4_request'].reduce(hmac, hmac(`AWS4${secret}`, day))
  return hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex')
}

it('given a call, then its signature is the one that AWS computes of what it hears', async () => {
  const { heard, environment } = await aws(says(200, '{}'))
  await ourDynamoDB.dynamoDBClient(environment).send(new ourDynamoDB.PutItemCommand(write))
  const [request] = heard
  if (request === undefined) throw new Error('nothing was heard')
  const [, key, names = '', signature] =
    /Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(request.headers.authorization ?? '') ?? []
  expect(key).toMatch(/^AKIAEXAMPLE\/\d{8}\/eu-north-1\/dynamodb\/aws4_request$/)
  expect(names.split(';')).toEqual(
    expect.arrayContaining(['host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target']),
  )
  expect(signature).toBe(signatureOf(request, names.split(';'), 'a secret'))
})

describe('given a service in trouble', () => {
  const get = (environment: Readonly<Record<string, string>>, bounds = {}) =>
    ourDynamoDB.dynamoDBClient(environment, bounds).send(new ourDynamoDB.GetItemCommand(key))

  it.each([
    ['answers 500', refuses(500, 'com.amazonaws.dynamodb.v20120810#InternalServerError')],
    ['throttles', refuses(400, 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException')],
    ['hangs up', hangsUp],
  ])('when it %s once, then the next try gets through', async (_, trouble) => {
    const { heard, environment } = await aws(trouble, says(200, '{"Item":{"pk":{"S":"a"}}}'))
    expect(await get(environment)).toEqual({ Item: { pk: { S: 'a' } } })
    expect(heard).toHaveLength(2)
    const [first, second] = heard.map(({ headers }) => headers['amz-sdk-invocation-id'])
    expect(first).toMatch(/^[0-9a-f-]{36}$/)
    expect(second).toBe(first)
  })

  it('when it never answers, then each try ends in time, and there are three', async () => {
    const { heard, environment } = await aws(isSilent)
    await expect(get(environment, { requestTimeout: 40 })).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(heard).toHaveLength(3)
  })

  it('when it stops in the middle of an answer, then that is no answer', async () => {
    const half: RequestListener = (request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"Item":')
      setTimeout(() => request.socket.destroy(), 10)
    }
    const { heard, environment } = await aws(half)
    await expect(get(environment, { maxAttempts: 2 })).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(heard).toHaveLength(2)
  })

  it('when it refuses, then it is asked once, and the error is its own', async () => {
    const refusal = refuses(400, 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException')
    const { heard, environment } = await aws(refusal)
    const error = await ourDynamoDB
      .dynamoDBClient(environment)
      .send(new ourDynamoDB.PutItemCommand(write))
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ourDynamoDB.ConditionalCheckFailedException)
    expect(error).toMatchObject({ message: 'Nej.', $metadata: { httpStatusCode: 400 } })
    expect(heard).toHaveLength(1)
  })

  it('when it answers what is no JSON, then that is told with the status, and nobody asks again', async () => {
    const { heard, environment } = await aws(says(200, '<html>'))
    await expect(get(environment)).rejects.toMatchObject({ name: 'SyntaxError', $metadata: { httpStatusCode: 200 } })
    expect(heard).toHaveLength(1)
  })
})

it('given an environment without credentials, when something is sent, then it says so', async () => {
  const { AWS_ACCESS_KEY_ID: _, ...environment } = (await aws(says(200, '{}'))).environment
  const client = ourDynamoDB.dynamoDBClient(environment)
  await expect(client.send(new ourDynamoDB.GetItemCommand(key))).rejects.toThrow('AWS_ACCESS_KEY_ID')
})

it('given no endpoint of its own, then a service is asked in its region', async () => {
  const client = ourSqs.sqsClient(
    { AWS_REGION: 'eu-nowhere-9', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' },
    { maxAttempts: 1 },
  )
  const error = await client
    .send(new ourSqs.SendMessageCommand({ QueueUrl, MessageBody: 'a' }))
    .catch((thrown) => thrown)
  expect(error).toMatchObject({ hostname: 'sqs.eu-nowhere-9.amazonaws.com' })
})
