export { dynamoDBClient as dynamoClient } from '../aws/dynamodb.ts'
