import type * as sdk from '@aws-sdk/client-sqs'
import { type AwsClient, awsClient, Command } from './client.ts'
import { type CallBounds, connectionTo, type Environment } from './connection.ts'
import { jsonProtocol } from './json-protocol.ts'

export type SQSClient = AwsClient<'sqs'>

/** A client with bounded waits and retries, by the environment's region, credentials and endpoint. */
export const sqsClient = (environment: Environment, bounds?: CallBounds): SQSClient =>
  awsClient(connectionTo({ signedAs: 'sqs', host: 'sqs' }, environment), jsonProtocol('AmazonSQS'), bounds)

// Named and typed as in AWS's SDK, whose documentation is theirs too; the rest of it is left out (docs/adr/0012).

export class SendMessageCommand extends Command<'sqs', sdk.SendMessageCommandInput, Said<sdk.SendMessageResult>> {
  readonly operation = 'SendMessage'
}
export class SendMessageBatchCommand extends Command<
  'sqs',
  sdk.SendMessageBatchCommandInput,
  Partial<sdk.SendMessageBatchResult>
> {
  readonly operation = 'SendMessageBatch'
}
export class ChangeMessageVisibilityCommand extends Command<'sqs', sdk.ChangeMessageVisibilityCommandInput, object> {
  readonly operation = 'ChangeMessageVisibility'
}

type Said<Output> = Omit<Output, '$metadata'>
