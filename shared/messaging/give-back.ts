import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs'
import { whenAway } from '../aws/when-away.ts'
import type { SqsClient } from './client.ts'

/** Gives a received message back to its queue, to be seen again after so many seconds. */
export const giveBack =
  ({ client, queueUrl }: { readonly client: SqsClient; readonly queueUrl: string }) =>
  (receiptHandle: string, seconds: number): Promise<void> =>
    whenAway('sqs', async () => {
      await client.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl: queueUrl,
          ReceiptHandle: receiptHandle,
          VisibilityTimeout: seconds,
        }),
      )
    })
