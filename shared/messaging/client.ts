export { sqsClient } from '../aws/sqs.ts'
