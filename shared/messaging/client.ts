import { SQSClient } from '@aws-sdk/client-sqs'
import type { CallBounds } from '../aws/sdk-client-options.ts'
import { sdkClientOptions } from '../aws/sdk-client-options.ts'

/** What is asked of a client of SQS. */
export type SqsClient = Pick<SQSClient, 'send'>

/** An SQS client with bounded waits and retries, by the environment's region, credentials and endpoint. */
export const sqsClient = (environment: Readonly<Record<string, string | undefined>>, bounds?: CallBounds): SQSClient =>
  new SQSClient(sdkClientOptions('SQS', environment, bounds))

/** The same, made when it first sends: whoever opens a page to read it sends nothing. */
export const sqsClientOnDemand = (environment: Readonly<Record<string, string | undefined>>): SqsClient => {
  let made: SQSClient | undefined
  const send = (...given: Parameters<SQSClient['send']>) => {
    made ??= sqsClient(environment)
    return made.send(...given)
  }
  return { send: send as SQSClient['send'] }
}
