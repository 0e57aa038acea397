import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { ChangeMessageVisibilityCommand, SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import type { CallBounds } from '../../shared/aws/sdk-client-options.ts'
import { sdkClientOptions } from '../../shared/aws/sdk-client-options.ts'
import { composeMail } from '../../shared/mail/compose.ts'
import { sqsClient } from '../../shared/messaging/client.ts'
import { dynamoClient } from '../../shared/store/client.ts'

type Environment = Readonly<Record<string, string | undefined>>

const QueueUrl = 'http://127.0.0.1/000000000000/commits'
const key = { TableName: 'trin', Key: { pk: { S: 'a' }, sk: { S: 'b' } } }
const item = {
  pk: { S: 'PROJECT#1' },
  sk: { S: 'V#1' },
  version: { N: '1' },
  words: { M: { a: { S: 'Ærø · 漢字 · "' } } },
}

/** Every call that a function makes, and what only an SDK in parts could get wrong about an answer. */
export const calls = {
  GetItem: () => new GetItemCommand({ ...key, ConsistentRead: true }),
  PutItem: () => new PutItemCommand({ TableName: 'trin', Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
  UpdateItem: () => new UpdateItemCommand({ ...key, UpdateExpression: 'remove words' }),
  DeleteItem: () => new DeleteItemCommand(key),
  Query: () =>
    new QueryCommand({
      TableName: 'trin',
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'a' } },
    }),
  Scan: () => new ScanCommand({ TableName: 'trin', Limit: 1 }),
  BatchGetItem: () => new BatchGetItemCommand({ RequestItems: { trin: { Keys: [key.Key] } } }),
}
export const queueCalls = {
  SendMessage: () => new SendMessageCommand({ QueueUrl, MessageBody: 'Æ', DelaySeconds: 3 }),
  SendMessageBatch: () => new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: '0', MessageBody: 'Æ' }] }),
  ChangeMessageVisibility: () =>
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: 'r', VisibilityTimeout: 20 }),
}
export const mail = () =>
  new SendRawEmailCommand({
    Source: 'trin@os2.example',
    Destinations: ['a+b@os2.example'],
    RawMessage: { Data: Buffer.from('Subject: Ærø & øvrige = 1+1\r\n\r\nKære') },
    ConfigurationSetName: 'trin',
  })

/** A mail with all that ours have. */
export const composed = () =>
  composeMail(
    {
      to: { name: 'Mette Ærø, "tovholder"', email: 'mette@ærø.example' },
      subject: `Påmindelse: ${'fremdriftsrapport '.repeat(8)}`,
      text: `Kære Mette\n\n${'Æbler og blåbær på Ærø. '.repeat(60)}`,
      html: `<!doctype html><html lang="da"><body><p>${'Æbler og blåbær. '.repeat(120)}</p></body></html>`,
      id: 'prj_1/7/0.con_mette',
      thread: 'prj_1',
      correlationId: '1',
      unsubscribe: 'https://trin.example/api/unsubscribe?key=a',
    },
    { sender: 'trin@os2.example', domain: 'os2.example' },
  )

export const clients = (environment: Environment, bounds: CallBounds = {}) => ({
  dynamodb: dynamoClient(environment, bounds),
  sqs: sqsClient(environment, bounds),
  ses: new SESClient(sdkClientOptions('SES', environment, bounds)),
})

export const isRefused = (error: unknown): boolean => error instanceof ConditionalCheckFailedException
