import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import * as z from 'zod'
import type { Endpoints } from '../../../infra/local/clients.ts'
import { bodyOf, close, listen, loopback } from '../../../infra/local/engines/loopback.ts'
import type { Template } from '../../../infra/local/template.ts'
import { type StoredItem, unitsOfGet, unitsOfQuery, unitsOfRefusal, unitsOfWrite } from './capacity.ts'
import { addQueueRequest, addRead, addWrite, type Tally } from './tally.ts'

/** A line between the functions and the engines that lets everything through and counts it as AWS would. */
export interface Recorder {
  /** Has each function sign by a name of its own, so that each request says whose it is: the engines take any. */
  readonly template: (template: Template) => Template
  readonly before: (endpoints: Endpoints) => Endpoints
  /** What is counted from now on is counted here. */
  readonly countIn: (tally: Tally) => void
  /** @throws what could not be counted so far; it was let through all the same */
  readonly check: () => void
  /** The table as it is. */
  readonly items: () => Iterable<StoredItem>
  readonly stop: () => Promise<void>
}

/** Starts one on a free port. */
export const startRecorder = async (first: Tally): Promise<Recorder> => {
  let engines: Endpoints | undefined
  let tally = first
  let uncounted: unknown
  const agent = new Agent({ keepAlive: true })
  /** The table as it is, to know what a write finds: nobody writes past this line. */
  const items = new Map<string, StoredItem>()
  const server = createServer((asked, response) => {
    carry(asked, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 0
  const endpoint = `http://${loopback}:${await listen(server)}`

  const carry = async (asked: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (engines === undefined) throw new Error('no engines yet')
    const body = await bodyOf(asked)
    const target = String(asked.headers['x-amz-target'] ?? '')
    const name = /Credential=([\w-]+)\//.exec(String(asked.headers.authorization))?.[1] ?? ''
    const to = target.startsWith('DynamoDB')
      ? engines.dynamodb
      : target.startsWith('AmazonSQS')
        ? engines.sqs
        : engines.ses
    const answer = await forward(agent, `${to}${asked.url ?? '/'}`, asked, body)
    try {
      if (target.endsWith('.UpdateItem')) countUpdate(name, body, answer, await asItIs(engines.dynamodb, asked, body))
      else count(name, target, body, answer)
    } catch (cause) {
      uncounted ??= cause
    }
    const { connection: _, 'transfer-encoding': __, 'content-length': ___, ...headers } = answer.headers
    response.writeHead(answer.status, { ...headers, 'content-length': answer.body.length }).end(answer.body)
  }

  const count = (name: string, target: string, body: Buffer, answer: Answer): void => {
    if (target.startsWith('DynamoDB')) countTable(name, target.split('.').at(-1) ?? '', body, answer)
    else if (target.startsWith('AmazonSQS')) countQueue(target.split('.').at(-1) ?? '', body)
    else
      tally.mails +=
        new URLSearchParams(body.toString()).get('Action')?.startsWith('Send') && answer.status < 300 ? 1 : 0
  }

  const countTable = (name: string, command: string, sent: Buffer, { status, body }: Answer) => {
    const input = JSON.parse(sent.toString())
    const output = JSON.parse(body.toString() || '{}')
    const who = (pk: string) => `${name} ${command} ${pk}`
    const consistent = input.ConsistentRead === true
    switch (command) {
      case 'PutItem':
      case 'DeleteItem':
        return countWrite(who, input.Item ?? input.Key, status, input.Item)
      case 'GetItem':
        return addRead(tally, who(partitionOf(input.Key.pk.S, input.Key.sk.S)), unitsOfGet(output.Item, consistent))
      case 'Query': {
        const values = Object.values<{ S?: string }>(input.ExpressionAttributeValues)
        const about = input.IndexName ?? partitionOf(values[0]?.S, values.length > 1 ? 'V#' : undefined)
        return addRead(tally, who(about), unitsOfQuery(output.Items ?? [], consistent))
      }
      case 'BatchGetItem':
        for (const [table, { Keys, ConsistentRead }] of Object.entries<{
          Keys: StoredItem[]
          ConsistentRead?: boolean
        }>(input.RequestItems)) {
          const found: StoredItem[] = output.Responses?.[table] ?? []
          for (const key of Keys)
            addRead(
              tally,
              who(partitionOf(key.pk?.S, undefined)),
              unitsOfGet(
                found.find(({ pk, sk }) => pk?.S === key.pk?.S && sk?.S === key.sk?.S),
                ConsistentRead === true,
              ),
            )
        }
        return
      default:
        throw new Error(`${command} is not counted yet`)
    }
  }

  const countWrite = (
    who: (pk: string) => string,
    { pk, sk }: StoredItem,
    status: number,
    after: StoredItem | undefined,
  ): void => {
    const id = `${pk?.S}\n${sk?.S}`
    const about = who(partitionOf(pk?.S, sk?.S))
    const before = items.get(id)
    addWrite(tally, about, status >= 300 ? unitsOfRefusal(before) : unitsOfWrite(before, after))
    if (status >= 300) return
    if (after === undefined) items.delete(id)
    else items.set(id, after)
  }

  const countUpdate = (name: string, sent: Buffer, { status }: Answer, after: StoredItem | undefined): void =>
    countWrite((pk) => `${name} UpdateItem ${pk}`, JSON.parse(sent.toString()).Key, status, after)

  /** What stands where an update was asked for; only the engine knows what it made of it. */
  const asItIs = async (to: string, { method, headers }: Asked, sent: Buffer): Promise<StoredItem | undefined> => {
    const { TableName, Key } = JSON.parse(sent.toString())
    const look = Buffer.from(JSON.stringify({ TableName, Key, ConsistentRead: true }))
    const target = String(headers['x-amz-target']).replace('UpdateItem', 'GetItem')
    const { body } = await forward(agent, to, { method, headers: { ...headers, 'x-amz-target': target } }, look)
    return JSON.parse(body.toString()).Item
  }

  const countQueue = (action: string, sent: Buffer): void => {
    const { QueueUrl, MessageBody = '', Entries = [] } = JSON.parse(sent.toString())
    const queue = String(QueueUrl).replace(/^.*\/trin-[a-z]+-/, '')
    const bodies: string[] = [MessageBody, ...Entries.map((entry: { MessageBody?: string }) => entry.MessageBody ?? '')]
    addQueueRequest(
      tally,
      `${queue} ${action}`,
      bodies.reduce((sum, one) => sum + Buffer.byteLength(one), 0),
    )
  }

  return {
    template: (template) => ({
      ...template,
      Resources: Object.fromEntries(
        Object.entries(template.Resources).map(([id, resource]) => [
          id,
          resource.Type === 'AWS::Lambda::Function' ? signingByName(resource) : resource,
        ]),
      ),
    }),
    before: (found) => {
      engines = found
      return { dynamodb: endpoint, sqs: endpoint, ses: endpoint }
    },
    countIn: (next) => {
      tally = next
    },
    check: () => {
      if (uncounted !== undefined) throw uncounted
    },
    items: () => items.values(),
    stop: async () => {
      await close(server)
      agent.destroy()
    },
  }
}

type Resource = Template['Resources'][string]

const signingByName = (resource: Resource): Resource => {
  const { Environment, FunctionName } = functionProperties.parse(resource.Properties)
  const Variables = { ...Environment?.Variables, AWS_ACCESS_KEY_ID: FunctionName.replace(/^trin-[a-z]+-/, '') }
  return { ...resource, Properties: { ...resource.Properties, Environment: { Variables } } }
}

const functionProperties = z.object({
  Environment: z.optional(z.object({ Variables: z.record(z.string(), z.unknown()) })),
  FunctionName: z.string(),
})

/** The kind of item: what its partition begins with, and whether it is a commit or a projection. */
const partitionOf = (pk = '', sk = ''): string => {
  const prefix = pk.slice(0, pk.indexOf('#'))
  if (prefix !== 'PROJECT' && prefix !== 'MEETING')
    return prefix === 'EFFECT' ? `EFFECT ${pk.slice(7, pk.indexOf('/'))}` : prefix
  return `${prefix} ${sk.startsWith('V#') ? 'log' : 'STATE'}`
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

type Asked = Pick<IncomingMessage, 'method' | 'headers'>

const forward = (agent: Agent, to: string, asked: Asked, body: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { host: _, connection: __, 'content-length': ___, ...headers } = asked.headers
    const onward = request(
      to,
      { method: asked.method ?? 'POST', agent, headers: { ...headers, 'content-length': String(body.length) } },
      async (answered) => {
        resolve({ status: answered.statusCode ?? 500, headers: answered.headers, body: await bodyOf(answered) })
      },
    )
    onward.on('error', reject)
    onward.end(body)
  })
