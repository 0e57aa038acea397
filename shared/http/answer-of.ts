import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { EdgeAnswer } from './exchange.ts'

/** An answer as the gateway takes it: bytes as base64. */
export const answerOf = ({
  status,
  headers = {},
  json,
  text,
  bytes,
  cookies,
}: EdgeAnswer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: json === undefined ? { ...headers } : { 'content-type': 'application/json', ...headers },
  ...(cookies === undefined ? {} : { cookies: [...cookies] }),
  ...bodyOf({ json, text, bytes }),
})

const bodyOf = ({
  json,
  text,
  bytes,
}: {
  readonly json: unknown
  readonly text: string | undefined
  readonly bytes: Uint8Array | undefined
}): Pick<APIGatewayProxyStructuredResultV2, 'body' | 'isBase64Encoded'> => {
  if (json !== undefined) return { body: JSON.stringify(json) }
  if (text !== undefined) return { body: text }
  return bytes === undefined ? {} : { body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true }
}
