import type { SQSClient } from '@aws-sdk/client-sqs'
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs'
import type { Received } from './process/protocol.ts'

/** One queue, as the service that polls it for a function sees it. */
export const queueAt = (client: SQSClient, QueueUrl: string) => {
  const entries = (messages: readonly Received[]) =>
    messages.map(({ receiptHandle }, at) => ({ Id: String(at), ReceiptHandle: receiptHandle }))
  return {
    receive: async (most: number): Promise<Received[]> => {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: most,
          VisibilityTimeout: 60,
          MessageSystemAttributeNames: ['ApproximateReceiveCount'],
        }),
      )
      return Messages.map((message) => ({
        messageId: message.MessageId ?? '',
        receiptHandle: message.ReceiptHandle ?? '',
        body: message.Body ?? '',
        receives: Number(message.Attributes?.ApproximateReceiveCount),
      }))
    },
    remove: async (messages: readonly Received[]): Promise<void> => {
      if (messages.length > 0)
        await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: entries(messages) }))
    },
    /** Their visibility is over: they can be received again. */
    expire: async (messages: readonly Received[]): Promise<void> => {
      if (messages.length === 0) return
      const Entries = entries(messages).map((entry) => ({ ...entry, VisibilityTimeout: 0 }))
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }))
    },
  }
}
