import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { SignatureV4 } from '@smithy/signature-v4'
import type { Connection } from './connection.ts'

/** A request to an AWS service; all that we send are posts to its root. */
export interface Post {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Answer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

export interface Poster {
  /** @throws what Node says of a connection that fails, and a `TimeoutError` after so many milliseconds. */
  readonly post: (post: Post, timeout: number) => Promise<Answer>
  /** Closes the connections that are kept. */
  readonly close: () => void
}

/** SHA-256 and its HMAC as the signer wants them, by Node. */
class Sha256 {
  readonly #hash: Hash | Hmac
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret))
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data))
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest()
  }
  reset(): never {
    throw new Error('each hash is made for one use')
  }
}

const bytesOf = (data: string | ArrayBuffer | ArrayBufferView): string | Uint8Array => {
  if (typeof data === 'string') return data
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data)
}

/** Posts to a service, signed by AWS's own signer (Signature Version 4), over connections that are kept. */
export const signedPoster = ({ service, region, endpoint, credentials }: Connection): Poster => {
  const { Agent, request } = endpoint.protocol === 'https:' ? https : http
  const agent = new Agent({ keepAlive: true, maxSockets: 50 })
  const signer = new SignatureV4({ service, region, sha256: Sha256, credentials: async () => credentials() })
  const sign = async ({ headers, body }: Post) => {
    const signed = await signer.sign({
      method: 'POST',
      protocol: endpoint.protocol,
      hostname: endpoint.hostname,
      path: '/',
      query: {},
      headers: { host: endpoint.host, 'content-length': String(Buffer.byteLength(body)), ...headers },
      body,
    })
    return signed.headers
  }
  return {
    post: async (post, timeout) => {
      const headers = await sign(post)
      return new Promise((resolve, reject) => {
        const sent = request(new URL('/', endpoint), { method: 'POST', agent, headers }, (answer) => {
          textOf(answer).then(
            (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
            (error: unknown) => reject(error),
          )
        })
        const late = setTimeout(() => sent.destroy(new TimeoutError(`no answer in ${timeout} ms`)), timeout)
        sent.on('error', reject)
        sent.on('close', () => clearTimeout(late))
        sent.end(post.body)
      })
    },
    close: () => agent.destroy(),
  }
}

class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
}

const textOf = async (answer: http.IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
