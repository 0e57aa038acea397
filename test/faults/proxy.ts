import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { Agent, createServer, request } from 'node:http'
import * as z from 'zod'
import { bodyOf, close, listen } from '../../infra/local/engines/loopback.ts'
import { labelOf } from './label.ts'
import type { Fate, Role } from './plan.ts'

export interface ProxyOptions {
  readonly role: Role
  readonly engines: { readonly dynamo: string; readonly sqs: string }
  readonly fateOf: (call: { readonly role: Role; readonly label: string; readonly invocation: string }) => Fate
  /** Ends the process behind this line, really. */
  readonly kill: () => Promise<void>
  /** Until the relay is through with all it has. */
  readonly relayIdle: () => Promise<void>
  /** Keeps a request that is to arrive when all is over. */
  readonly later: (arrive: () => Promise<unknown>) => void
  /** Told of each body that is let through, for looking at afterwards. */
  readonly saw: (label: string, body: string) => void
}

interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** The line between one process and both engines: whole requests, each with a fate of its own. */
export const faultProxy = async (options: ProxyOptions): Promise<{ endpoint: string; stop: () => Promise<void> }> => {
  const agent = new Agent({ keepAlive: true })
  const server = createServer((asked, response) => {
    carry(asked, response, agent, options).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 60_000
  const port = await listen(server)
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      await close(server)
      agent.destroy()
    },
  }
}

const carry = async (asked: IncomingMessage, response: ServerResponse, agent: Agent, options: ProxyOptions) => {
  const body = await bodyOf(asked)
  const target = String(asked.headers['x-amz-target'])
  const label = labelOf(target, body.toString())
  const fate = options.fateOf({ role: options.role, label, invocation: String(asked.headers['amz-sdk-invocation-id']) })
  const engine = target.startsWith('DynamoDB') ? options.engines.dynamo : options.engines.sqs
  const arrive = (content = body) => forward(engine, asked, content, agent)
  const cut = () => response.destroy()
  options.saw(label, body.toString())
  switch (fate) {
    case undefined:
      return answer(response, await arrive())
    case 'killed-before':
      await options.kill()
      return cut()
    case 'killed-after':
      await arrive()
      await options.kill()
      return cut()
    case 'answer-lost':
    case 'answers-lost':
      await arrive()
      return cut()
    case 'stalled':
      await options.relayIdle()
      return answer(response, await arrive())
    case 'late':
      options.later(arrive)
      return cut()
    case 'refused-inside':
      return answer(response, await allButOne(body, arrive))
    case 'lags':
      return answer(response, behind(await arrive()))
    default:
      await fate.until()
      return answer(response, await arrive())
  }
}

const forward = (engine: string, asked: IncomingMessage, body: Buffer, agent: Agent): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { host: _, connection: __, 'content-length': ___, ...headers } = asked.headers
    const onward = request(
      engine + asked.url,
      { method: asked.method ?? 'POST', agent, headers: { ...headers, 'content-length': String(body.length) } },
      async (answered) => {
        resolve({ status: answered.statusCode ?? 500, headers: answered.headers, body: await bodyOf(answered) })
      },
    )
    onward.on('error', reject)
    onward.end(body)
  })

const answer = (response: ServerResponse, { status, headers, body }: Answered) => {
  const { connection: _, 'transfer-encoding': __, 'content-length': ___, ...rest } = headers
  response.writeHead(status, { ...rest, 'content-length': String(body.length) }).end(body)
}

const batch = z.looseObject({ Entries: z.array(z.looseObject({ Id: z.string() })) })
const taken = z.looseObject({ Failed: z.array(z.unknown()).optional() })

/** SQS takes every entry but the first, and says so inside an answer of 200. */
const allButOne = async (body: Buffer, arrive: (content: Buffer) => Promise<Answered>): Promise<Answered> => {
  const { Entries, ...rest } = batch.parse(JSON.parse(body.toString()))
  const [first, ...others] = Entries
  const failed = { Id: first?.Id, SenderFault: false, Code: 'InternalError', Message: 'not taken' }
  if (others.length === 0)
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: Buffer.from(JSON.stringify({ Successful: [], Failed: [failed] })),
    }
  const answered = await arrive(Buffer.from(JSON.stringify({ ...rest, Entries: others })))
  const said = taken.parse(JSON.parse(answered.body.toString()))
  return { ...answered, body: Buffer.from(JSON.stringify({ ...said, Failed: [...(said.Failed ?? []), failed] })) }
}

const found = z.looseObject({ Items: z.array(z.unknown()), Count: z.number() })

/** What a copy of the table answers that has not heard of the last commit. */
const behind = ({ body, ...answered }: Answered): Answered => {
  const { Items, ...rest } = found.parse(JSON.parse(body.toString()))
  const left = Items.slice(0, -1)
  return { ...answered, body: Buffer.from(JSON.stringify({ ...rest, Items: left, Count: left.length })) }
}
