import * as z from 'zod/mini'
import { AwsError, type Protocol } from './client.ts'

const trouble = z.object({
  __type: z.optional(z.string()),
  message: z.optional(z.string()),
  Message: z.optional(z.string()),
})

/**
 * AWS JSON 1.0, which DynamoDB and SQS speak.
 * @param target what operations are named under, such as `AmazonSQS`.
 * @param errors those that become a class of their own, by their name.
 */
export const jsonProtocol = (target: string, errors: Readonly<Record<string, typeof AwsError>> = {}): Protocol => ({
  write: (operation, input) => ({
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `${target}.${operation}` },
    body: JSON.stringify(input),
  }),
  read: (answer) => {
    try {
      return JSON.parse(answer.body || '{}')
    } catch (cause) {
      throw Object.assign(new AwsError('SyntaxError', 'the answer is no JSON', answer), { cause })
    }
  },
  refusal: (answer) => {
    const { __type = answer.headers['x-amzn-errortype'], message, Message } = troubleIn(answer.body)
    const name = shortName(String(__type ?? 'UnknownError'))
    return new (errors[name] ?? AwsError)(name, message ?? Message ?? 'no reason given', answer)
  },
})

const troubleIn = (body: string): z.output<typeof trouble> => {
  try {
    return z.parse(trouble, JSON.parse(body))
  } catch {
    return {}
  }
}

/** `com.amazonaws.dynamodb.v20120810#ThrottlingException:http://…` without what stands around the name. */
const shortName = (type: string): string => (type.split(':')[0] ?? type).split('#').at(-1) ?? type
