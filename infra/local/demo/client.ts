import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

/** How long a call waits for a stack that is away, for instance because it is being restarted. */
const patienceInMs = 90_000
const pauseInMs = 250

export class RefusedCall extends Error {
  readonly status: number
  readonly body: unknown

  constructor(call: string, status: number, body: unknown) {
    super(`${call} was refused with ${status}: ${JSON.stringify(body)}`)
    this.name = 'RefusedCall'
    this.status = status
    this.body = body
  }
}

export interface Call {
  readonly method?: 'GET' | 'POST'
  readonly body?: unknown
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * One call over HTTP, as an integration should make it: every write carries an `Idempotency-Key`, and is repeated under
 * the same key while the stack is away (no connection, 502, 503), so that a crash in the middle neither loses nor doubles it.
 * @throws RefusedCall for any other answer that is no success.
 */
export const callApi = async (url: string, { method = 'GET', body, token, headers }: Call = {}): Promise<unknown> => {
  const until = performance.now() + patienceInMs
  const init: RequestInit = {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
  for (;;) {
    const answer = await once(url, init)
    if (answer !== undefined) {
      if (answer.status < 400) return answer.body
      throw new RefusedCall(`${method} ${url}`, answer.status, answer.body)
    }
    if (performance.now() > until) throw new Error(`${method} ${url}: nothing answered for ${patienceInMs} ms`)
    await wait(pauseInMs)
  }
}

/** The answer, or undefined when nobody is there to give one. */
const once = async (url: string, init: RequestInit): Promise<{ status: number; body: unknown } | undefined> => {
  try {
    const response = await fetch(url, init)
    const text = await response.text()
    if (response.status === 502 || response.status === 503) return undefined
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, body: isJson && text !== '' ? JSON.parse(text) : text }
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
