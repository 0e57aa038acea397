import { SQSClient } from '@aws-sdk/client-sqs'
import type { CallBounds } from '../aws/sdk-client-options.ts'
import { sdkClientOptions } from '../aws/sdk-client-options.ts'

/** An SQS client with bounded waits and retries, by the environment's region, credentials and endpoint. */
export const sqsClient = (environment: Readonly<Record<string, string | undefined>>, bounds?: CallBounds): SQSClient =>
  new SQSClient(sdkClientOptions('SQS', environment, bounds))
