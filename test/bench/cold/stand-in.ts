import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import * as z from 'zod'
import { bodyOf, close, listen } from '../../../infra/local/engines/loopback.ts'
import type { Item } from '../../../shared/store/item.ts'

/** A server in place of DynamoDB, SQS, SES, the OpenID provider and a webhook's receiver, on this machine. */
export interface StandIn {
  readonly url: string
  readonly issuer: string
  /** What it was asked since the last look, in order: `PutItem`, `SendMessage`, `jwks` … */
  readonly asked: () => readonly string[]
  readonly token: (claims: Readonly<Record<string, unknown>>) => Promise<string>
  readonly stop: () => Promise<void>
}

const audience = 'trin'

/**
 * Starts it with these items. It answers as the services do, and forgets every write: each fresh process finds the same
 * world, so that the calls of one run do what those of any other do.
 */
export const startStandIn = async (items: readonly Item[]): Promise<StandIn> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', use: 'sig', alg: 'RS256' }] }
  let heard: string[] = []
  let url = ''
  const server = createServer(async (request, response) => {
    const body = (await bodyOf(request)).toString()
    const [name, type, text] = answerTo(request, body, { items, jwks, issuer: `${url}/oidc` })
    heard.push(name)
    response
      .writeHead(name === 'unknown' ? 400 : 200, { 'content-type': type, 'x-amzn-requestid': randomUUID() })
      .end(text)
  })
  url = `http://127.0.0.1:${await listen(server)}`
  return {
    url,
    issuer: `${url}/oidc`,
    asked: () => {
      const asked = heard
      heard = []
      return asked
    },
    token: (claims) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
        .setIssuer(`${url}/oidc`)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('1 day')
        .sign(privateKey),
    stop: () => close(server),
  }
}

interface Known {
  readonly items: readonly Item[]
  readonly jwks: object
  readonly issuer: string
}
type Answer = readonly [name: string, contentType: string, body: string]

const answerTo = ({ url = '/', headers }: IncomingMessage, body: string, { items, jwks, issuer }: Known): Answer => {
  const [service = '', action = ''] = String(headers['x-amz-target'] ?? '').split('.')
  if (service.startsWith('DynamoDB'))
    return [action, 'application/x-amz-json-1.0', JSON.stringify(table(action, asked.parse(JSON.parse(body)), items))]
  if (service === 'AmazonSQS')
    return [action, 'application/x-amz-json-1.0', JSON.stringify(queue(action, sent.parse(JSON.parse(body))))]
  if (body.startsWith('Action=SendRawEmail') || body.includes('&Action=SendRawEmail'))
    return ['SendRawEmail', 'text/xml', mailed]
  const json = (name: string, value: object): Answer => [name, 'application/json', JSON.stringify(value)]
  if (url === '/oidc/.well-known/openid-configuration')
    return json('discovery', { issuer, jwks_uri: `${issuer}/jwks`, authorization_endpoint: `${issuer}/auth` })
  if (url === '/oidc/jwks') return json('jwks', jwks)
  if (url === '/receiver') return json('webhook', {})
  return json('unknown', { message: `nothing answers ${action} ${url}` })
}

const mailed =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>0102</MessageId>' +
  '</SendRawEmailResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></SendRawEmailResponse>'

const value = z.object({ S: z.string() })
const key = z.object({ pk: value, sk: value })
const asked = z.object({
  IndexName: z.string().optional(),
  Key: key.optional(),
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(key) })).optional(),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()).optional(),
})

const table = (action: string, request: z.output<typeof asked>, items: readonly Item[]): object => {
  const byKey = ({ pk, sk }: z.output<typeof key>) => items.find((item) => item.pk?.S === pk.S && item.sk?.S === sk.S)
  switch (action) {
    case 'GetItem':
      return { Item: request.Key && byKey(request.Key) }
    case 'BatchGetItem': {
      const found = Object.entries(request.RequestItems ?? {}).map(([name, { Keys }]) => [
        name,
        Keys.map(byKey).filter((item) => item !== undefined),
      ])
      return { Responses: Object.fromEntries(found), UnprocessedKeys: {} }
    }
    case 'Query': {
      const Items = matching(request, items)
      return { Items, Count: Items.length, ScannedCount: Items.length }
    }
    // The first of a count.
    case 'UpdateItem':
      return { Attributes: { times: { N: '1' } } }
    default:
      return {}
  }
}

/** Items of the partition that is asked for, in the order of its sort key; the first value of a condition is its partition. */
const matching = ({ IndexName, ExpressionAttributeValues = {} }: z.output<typeof asked>, items: readonly Item[]) => {
  const [partition = '', sort = ''] = { 'by-state': ['stateKey', 'orderedBy'], due: ['dueShard', 'dueAt'] }[
    IndexName ?? ''
  ] ?? ['pk', 'sk']
  const [first] = Object.values(ExpressionAttributeValues)
  const wanted = value.parse(first).S
  const until = value.safeParse(ExpressionAttributeValues[':until'])
  return items
    .filter((item) => item[partition]?.S === wanted && (IndexName !== undefined || item.sk?.S?.startsWith('V#')))
    .filter((item) => !until.success || (item[sort]?.S ?? '') <= until.data.S)
    .toSorted((a, b) => ((a[sort]?.S ?? '') < (b[sort]?.S ?? '') ? -1 : 1))
}

const sent = z.object({
  MessageBody: z.string().optional(),
  Entries: z.array(z.object({ Id: z.string(), MessageBody: z.string().default('') })).optional(),
})

const queue = (action: string, { MessageBody = '', Entries = [] }: z.output<typeof sent>): object => {
  switch (action) {
    case 'SendMessage':
      return { MessageId: randomUUID(), MD5OfMessageBody: md5(MessageBody) }
    case 'SendMessageBatch': {
      const Successful = Entries.map((one) => ({
        Id: one.Id,
        MessageId: randomUUID(),
        MD5OfMessageBody: md5(one.MessageBody),
      }))
      return { Successful, Failed: [] }
    }
    default:
      return {}
  }
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
