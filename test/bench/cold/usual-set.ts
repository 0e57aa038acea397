/**
 * What a function of such a system usually carries, one for all: middy, zod, three clients of the SDK, and Powertools with
 * logger, tracer, metrics and idempotency. Built and wired as their guides say, idempotency over the same table. Its first
 * call does less than any act of ours: it parses, writes one item once and logs a line; no queue, no log to fold, no token.
 */

import { IdempotencyConfig } from '@aws-lambda-powertools/idempotency'
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb'
import { makeHandlerIdempotent } from '@aws-lambda-powertools/idempotency/middleware'
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { Metrics } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import { Tracer } from '@aws-lambda-powertools/tracer'
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware'
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SESClient } from '@aws-sdk/client-ses'
import { SQSClient } from '@aws-sdk/client-sqs'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { z } from 'zod'

const environment = z.object({ TABLE_NAME: z.string().min(1) }).parse(process.env)
const body = z.object({
  concept: z.object({ title: z.string().min(1).max(200), purpose: z.string().min(1), authority: z.string().min(1) }),
  contact: z.object({ name: z.string().min(1), email: z.email() }),
})

const logger = new Logger({ serviceName: 'usual' })
const tracer = new Tracer({ serviceName: 'usual' })
const metrics = new Metrics({ namespace: 'usual', serviceName: 'usual' })
const dynamodb = new DynamoDBClient({})
/** Built, and never called by the first request: like a function that only now and then mails or sends. */
export const others = {
  sqs: new SQSClient({}),
  ses: new SESClient({}),
}
const persistenceStore = new DynamoDBPersistenceLayer({
  tableName: environment.TABLE_NAME,
  keyAttr: 'pk',
  sortKeyAttr: 'sk',
  awsSdkV3Client: dynamodb,
})

export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(
  async (event: APIGatewayProxyEventV2) => {
    const { concept, contact } = body.parse(JSON.parse(event.body ?? ''))
    const item = { pk: { S: contact.email }, sk: { S: concept.title }, purpose: { S: concept.purpose } }
    await dynamodb.send(new PutItemCommand({ TableName: environment.TABLE_NAME, Item: item }))
    logger.info('stored', { authority: concept.authority })
    return { statusCode: 201, body: JSON.stringify({ title: concept.title }) }
  },
)
  .use(injectLambdaContext(logger))
  .use(captureLambdaHandler(tracer))
  .use(logMetrics(metrics))
  .use(makeHandlerIdempotent({ persistenceStore, config: new IdempotencyConfig({ eventKeyJmesPath: 'body' }) }))
