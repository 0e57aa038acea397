import { createHash } from 'node:crypto'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESClient } from '@aws-sdk/client-ses'
import { SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { bundleEntries } from '../../infra/bundle.ts'
import { bodyOf, close, listen } from '../../infra/local/engines/loopback.ts'
import { knownErrors } from '../../infra/stand-ins/known-errors.ts'
import { regionalEndpoint } from '../../infra/stand-ins/regional-endpoint.ts'
import type { CallBounds } from '../../shared/aws/sdk-client-options.ts'
import * as untouched from './as-deployed.ts'

const folder = mkdtempSync(join(tmpdir(), 'trin-stand-ins-'))
afterAll(() => rmSync(folder, { recursive: true }))
await bundleEntries([{ in: 'test/aws/as-deployed.ts', out: 'as-deployed' }], { outdir: folder, write: true })
/** The same module, bundled as the functions are: with what stands in for parts of the SDK, and of what composes mails. */
const deployed: typeof untouched = createRequire(import.meta.url)(join(folder, 'as-deployed.js'))

interface Heard {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const secrets = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'a secret', sessionToken: 'a token' }

/** A server in place of AWS; it answers as it is told, one answer after the other, the last one for good. */
const aws = async (...answers: readonly RequestListener[]) => {
  let heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request
    const answer = answers[Math.min(heard.length, answers.length - 1)]
    heard.push({ method, url, headers, body: (await bodyOf(request)).toString() })
    answer?.(request, response)
  })
  const endpoint = `http://127.0.0.1:${await listen(server)}`
  stops.push(() => close(server))
  const ours = (bounds?: CallBounds) =>
    deployed.clients(
      {
        AWS_REGION: 'eu-north-1',
        AWS_ACCESS_KEY_ID: secrets.accessKeyId,
        AWS_SECRET_ACCESS_KEY: secrets.secretAccessKey,
        AWS_SESSION_TOKEN: secrets.sessionToken,
        AWS_ENDPOINT_URL: endpoint,
      },
      bounds,
    )
  /** The SDK's clients as they come, told no more than they need. */
  const theirs = ({ requestTimeout = 2_000 }: CallBounds = {}) => {
    const options = {
      region: 'eu-north-1',
      endpoint,
      credentials: async () => secrets,
      maxAttempts: 3,
      requestHandler: { requestTimeout, throwOnRequestTimeout: true },
    }
    const dynamodb = new DynamoDBClient({ ...options, accountIdEndpointMode: 'disabled' })
    return { dynamodb, sqs: new SQSClient(options), ses: new SESClient(options) }
  }
  const taken = () => {
    const all = heard
    heard = []
    return all
  }
  return { ours, theirs, taken }
}

const says =
  (status: number, body: string, type = 'application/x-amz-json-1.0'): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': type, 'x-amzn-requestid': 'r1' }).end(body)
const refuses = (status: number, type: string) => says(status, JSON.stringify({ __type: type, message: 'Nej.' }))
const hangsUp: RequestListener = (request) => request.socket.destroy()
const isSilent: RequestListener = () => undefined

/** What AWS goes by of what it hears: but for when it was said, its id, and which release of the SDK says it is. */
const said = (requests: readonly Heard[]) =>
  requests.map(({ method, url, headers, body }) => {
    const { authorization, 'x-amz-date': _, 'amz-sdk-invocation-id': id, ...rest } = headers
    const [, scope, signed] = /Credential=([^,]+), SignedHeaders=([^,]+), Signature=/.exec(`${authorization}`) ?? []
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    const agents = ['user-agent', 'x-amz-user-agent'].map((name) =>
      `${headers[name]}`.replaceAll(/3\.1\d+\.\d+/g, '3.x'),
    )
    return {
      method,
      url,
      headers: { ...rest, 'user-agent': agents[0], 'x-amz-user-agent': agents[1] },
      scope,
      signed: signed?.split(';'),
      body,
    }
  })

const md5 = (text: string) => createHash('md5').update(text).digest('hex')
const took = { MessageId: '1', MD5OfMessageBody: md5('Æ') }
const answers = {
  SendMessage: JSON.stringify(took),
  SendMessageBatch: JSON.stringify({ Successful: [{ Id: '0', ...took }], Failed: [] }),
  mail: '<SendRawEmailResponse><SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>',
}
type Call = keyof typeof untouched.calls
type QueueCall = keyof typeof untouched.queueCalls

describe('given a call, when it goes out by the SDK as it comes and as it is bundled, then AWS hears the same', () => {
  it.each(Object.keys(untouched.calls) as Call[])('DynamoDB: %s', async (name) => {
    const { ours, theirs, taken } = await aws(says(200, '{"Item":{"a":{"N":"1"},"b":{"S":"Æ"}},"Items":[]}'))
    const asThere = await theirs().dynamodb.send(untouched.calls[name]() as ReturnType<typeof untouched.calls.GetItem>)
    const there = said(taken())
    const asHere = await ours().dynamodb.send(deployed.calls[name]() as ReturnType<typeof untouched.calls.GetItem>)
    expect(said(taken())).toEqual(there)
    expect(there).toHaveLength(1)
    expect(asHere).toEqual(asThere)
  })

  it.each(Object.keys(untouched.queueCalls) as QueueCall[])('SQS: %s', async (name) => {
    const { ours, theirs, taken } = await aws(says(200, name in answers ? answers[name as 'SendMessage'] : '{}'))
    await theirs().sqs.send(untouched.queueCalls[name]() as ReturnType<typeof untouched.queueCalls.SendMessage>)
    const there = said(taken())
    await ours().sqs.send(deployed.queueCalls[name]() as ReturnType<typeof untouched.queueCalls.SendMessage>)
    expect(said(taken())).toEqual(there)
    expect(there).toHaveLength(1)
  })

  it('SES: SendRawEmail', async () => {
    const { ours, theirs, taken } = await aws(says(200, answers.mail, 'text/xml'))
    const asThere = await theirs().ses.send(untouched.mail())
    const there = said(taken())
    const asHere = await ours().ses.send(deployed.mail())
    expect(said(taken())).toEqual(there)
    expect(there).toHaveLength(1)
    expect(asHere.MessageId).toBe(asThere.MessageId)
  })
})

const failed = (call: Promise<unknown>) =>
  call.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: Error & { $metadata?: object; $fault?: string; code?: string }) => ({
      name: error.name,
      message: error.message.replace(/\d+ ms/, 'so long'),
      metadata: { ...error.$metadata, totalRetryDelay: undefined },
      fault: error.$fault,
      code: error.code,
    }),
  )

const dynamo = 'com.amazonaws.dynamodb.v20120810#'
describe('given a service in trouble, when it is asked, then it is as often, and the error is the same', () => {
  it.each<[string, number, RequestListener]>([
    ['answers 500', 3, refuses(500, `${dynamo}InternalServerError`)],
    ['throttles', 3, refuses(400, `${dynamo}ProvisionedThroughputExceededException`)],
    ['throttles requests', 3, refuses(400, `${dynamo}ThrottlingException`)],
    ['hangs up', 3, hangsUp],
    ['is silent', 3, isSilent],
    ['refuses on a condition', 1, refuses(400, `${dynamo}ConditionalCheckFailedException`)],
    ['refuses for what nobody tells by its class', 1, refuses(400, `${dynamo}ResourceNotFoundException`)],
    ['refuses for what nobody knows', 1, refuses(400, `${dynamo}NeverHeardOfException`)],
    ['answers what is no JSON', 1, says(200, '<html>')],
  ])('DynamoDB: it %s', async (_, times, trouble) => {
    const { ours, theirs, taken } = await aws(trouble)
    const there = await failed(theirs({ requestTimeout: 100 }).dynamodb.send(untouched.calls.PutItem()))
    expect(taken()).toHaveLength(times)
    expect(await failed(ours({ requestTimeout: 100 }).dynamodb.send(deployed.calls.PutItem()))).toEqual(there)
    expect(taken()).toHaveLength(times)
  })

  it.each<[string, number, RequestListener]>([
    ['throttles', 3, refuses(400, 'com.amazonaws.sqs#RequestThrottled')],
    ['has no such queue', 1, refuses(400, 'com.amazonaws.sqs#QueueDoesNotExist')],
  ])('SQS: it %s', async (_, times, trouble) => {
    const { ours, theirs, taken } = await aws(trouble)
    const there = await failed(theirs().sqs.send(untouched.queueCalls.SendMessage()))
    expect(taken()).toHaveLength(times)
    expect(await failed(ours().sqs.send(deployed.queueCalls.SendMessage()))).toEqual(there)
    expect(taken()).toHaveLength(times)
  })

  it.each(['Throttling', 'MessageRejected', 'InternalFailure'])('SES: it says %s', async (code) => {
    const refusal = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>Nej.</Message></Error><RequestId>1</RequestId></ErrorResponse>`
    const { ours, theirs, taken } = await aws(says(400, refusal, 'text/xml'))
    const there = await failed(theirs().ses.send(untouched.mail()))
    const times = taken().length
    expect(await failed(ours().ses.send(deployed.mail()))).toEqual(there)
    expect(taken()).toHaveLength(times)
  })

  it('when it takes another text than it was sent, then that is noticed', async () => {
    const { ours } = await aws(says(200, JSON.stringify({ MessageId: '1', MD5OfMessageBody: md5('Ø') })))
    await expect(ours().sqs.send(deployed.queueCalls.SendMessage())).rejects.toThrow('InvalidChecksumError')
  })
})

it('given a mail, when it is composed by Nodemailer as it comes and as it is bundled, then it is the same', async () => {
  const text = async (composing: Promise<Uint8Array>) =>
    Buffer.from(await composing)
      .toString('latin1')
      .replaceAll(/--_NmP-[\w-]+/g, '--boundary')
      .replace(/^Date: .*$/m, 'Date')
  const there = await text(untouched.composed())
  expect(there).toContain('multipart/alternative')
  expect(await text(deployed.composed())).toBe(there)
})

it('given a refused condition, when it comes through a bundle, then its class is known', async () => {
  const { ours } = await aws(refuses(400, `${dynamo}ConditionalCheckFailedException`))
  const error = await ours()
    .dynamodb.send(deployed.calls.PutItem())
    .catch((thrown: unknown) => thrown)
  expect(deployed.isRefused(error)).toBe(true)
})

it('given the code that runs on Lambda, then it tells no exception by its class that the bundles have not kept', () => {
  const imported = globSync('{shared,functions}/**/*.{ts,tsx}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    ),
  )
  const told = imported.filter((name) => name !== '' && !/^(type |paginate)|(Client|Command)$/.test(name))
  expect([...new Set(told)]).toEqual(knownErrors)
})

describe('given a region and no endpoint of its own, when a service is looked for', () => {
  const regions =
    'af-south-1 ap-east-1 ap-northeast-1 ap-south-2 ap-southeast-4 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-west-1 eu-west-3 il-central-1 me-central-1 mx-central-1 sa-east-1 us-east-1 us-west-2'.split(
      ' ',
    )
  const clients = { dynamodb: DynamoDBClient, sqs: SQSClient, email: SESClient }

  it.each(Object.keys(clients) as (keyof typeof clients)[])('then %s is where the SDK says', (host) => {
    for (const region of regions) {
      const { endpointProvider } = new clients[host]({ region }).config
      const asked = { Region: region, UseDualStack: false, UseFIPS: false }
      expect(regionalEndpoint(host)({ Region: region }).url.href).toBe(endpointProvider(asked).url.href)
    }
  })

  it.each(['cn-north-1', 'us-gov-west-1', 'us-iso-east-1', 'somewhere', undefined])(
    'then it is said that there is none in %s',
    (region) => {
      const asked = region === undefined ? {} : { Region: region }
      expect(() => regionalEndpoint('sqs')(asked)).toThrow('no endpoint is known')
    },
  )
})
