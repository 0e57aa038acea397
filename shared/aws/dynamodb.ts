import type * as sdk from '@aws-sdk/client-dynamodb'
import { type AwsClient, AwsError, awsClient, Command } from './client.ts'
import { type CallBounds, connectionTo, type Environment } from './connection.ts'
import { jsonProtocol } from './json-protocol.ts'

/** Values that are no bytes: JSON would not carry those, and none of ours are. */
export type AttributeValue = sdk.AttributeValue
export type DynamoDBClient = AwsClient<'dynamodb'>

/** A client with bounded waits and retries, by the environment's region, credentials and endpoint. */
export const dynamoDBClient = (environment: Environment, bounds?: CallBounds): DynamoDBClient =>
  awsClient(
    connectionTo({ signedAs: 'dynamodb', host: 'dynamodb' }, environment),
    jsonProtocol('DynamoDB_20120810', { ConditionalCheckFailedException }),
    bounds,
  )

// Named and typed as in AWS's SDK, whose documentation is theirs too; the rest of it is left out (docs/adr/0012).

export class GetItemCommand extends Command<'dynamodb', sdk.GetItemCommandInput, Said<sdk.GetItemCommandOutput>> {
  readonly operation = 'GetItem'
}
export class BatchGetItemCommand extends Command<
  'dynamodb',
  sdk.BatchGetItemCommandInput,
  Said<sdk.BatchGetItemCommandOutput>
> {
  readonly operation = 'BatchGetItem'
}
export class PutItemCommand extends Command<'dynamodb', sdk.PutItemCommandInput, Said<sdk.PutItemCommandOutput>> {
  readonly operation = 'PutItem'
}
export class UpdateItemCommand extends Command<
  'dynamodb',
  sdk.UpdateItemCommandInput,
  Said<sdk.UpdateItemCommandOutput>
> {
  readonly operation = 'UpdateItem'
}
export class DeleteItemCommand extends Command<
  'dynamodb',
  sdk.DeleteItemCommandInput,
  Said<sdk.DeleteItemCommandOutput>
> {
  readonly operation = 'DeleteItem'
}
export class QueryCommand extends Command<'dynamodb', sdk.QueryCommandInput, Said<sdk.QueryCommandOutput>> {
  readonly operation = 'Query'
}
export class ScanCommand extends Command<'dynamodb', sdk.ScanCommandInput, Said<sdk.ScanCommandOutput>> {
  readonly operation = 'Scan'
}

type Said<Output> = Omit<Output, '$metadata'>

/** A write was refused by its condition. */
export class ConditionalCheckFailedException extends AwsError {}

interface Paging {
  readonly client: DynamoDBClient
  /** Items looked at for one page. @default as many as fit into 1 MB */
  readonly pageSize?: number
}

/** Every page of a query. */
export const paginateQuery = ({ client, pageSize }: Paging, input: sdk.QueryCommandInput) =>
  pages((from) => client.send(new QueryCommand({ ...input, ...from, ...limitOf(pageSize) })))

/** Every page of a scan. */
export const paginateScan = ({ client, pageSize }: Paging, input: sdk.ScanCommandInput) =>
  pages((from) => client.send(new ScanCommand({ ...input, ...from, ...limitOf(pageSize) })))

const limitOf = (pageSize: number | undefined) => (pageSize === undefined ? {} : { Limit: pageSize })

type From = Pick<sdk.QueryCommandInput, 'ExclusiveStartKey'>

async function* pages<Page extends Pick<sdk.QueryCommandOutput, 'LastEvaluatedKey'>>(
  next: (from: From) => Promise<Page>,
): AsyncGenerator<Page> {
  let from: From = {}
  for (;;) {
    const page = await next(from)
    yield page
    if (page.LastEvaluatedKey === undefined) return
    from = { ExclusiveStartKey: page.LastEvaluatedKey }
  }
}
