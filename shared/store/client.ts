import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { CallBounds } from '../aws/sdk-client-options.ts'
import { sdkClientOptions } from '../aws/sdk-client-options.ts'

/** A DynamoDB client with bounded waits and retries, by the environment's region, credentials and endpoint. */
export const dynamoClient = (
  environment: Readonly<Record<string, string | undefined>>,
  bounds?: CallBounds,
): DynamoDBClient => new DynamoDBClient(sdkClientOptions('DYNAMODB', environment, bounds))
