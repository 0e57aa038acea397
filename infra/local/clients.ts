import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'

/** Where the parts of a stack answer. */
export interface Endpoints {
  readonly dynamodb: string
  readonly sqs: string
  readonly ses: string
}

/** The engines take any. */
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }

/** Milliseconds; over the longest poll of a queue. */
const timeouts = { requestTimeout: 30_000, throwOnRequestTimeout: true }

export const dynamoDbAt = (endpoint: string, region: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region, credentials, requestHandler: timeouts })

export const sqsAt = (endpoint: string, region: string): SQSClient =>
  new SQSClient({ endpoint, region, credentials, requestHandler: { ...timeouts, httpAgent: { maxSockets: 200 } } })

/** What a program needs in its environment to speak to the parts instead of AWS. */
export const environmentFor = (endpoints: Endpoints, region: string): Readonly<Record<string, string>> => ({
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
  AWS_ENDPOINT_URL_SQS: endpoints.sqs,
  AWS_ENDPOINT_URL_SES: endpoints.ses,
  AWS_ENDPOINT_URL_SESV2: endpoints.ses,
})
