import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { TokenRefused } from '../token.ts'

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

/** Tries until somebody answers: `undefined` says that nobody was there. @throws when nobody was for 90 s. */
export const patiently = async <T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> => {
  const until = performance.now() + patienceInMs
  for (;;) {
    const answer = await attempt()
    if (answer !== undefined) return answer
    if (performance.now() > until) throw new Error(`${what}: nobody answered for ${patienceInMs} ms`)
    await wait(pauseInMs)
  }
}

/** A gateway says so while nobody is behind it, as when a stack is being started. */
const isAway = (status: number): boolean => status === 502 || status === 503

/** What came of an attempt, or undefined when the connection broke or never was, or nobody was there to give a token. */
export const unlessAway = async <T>(attempt: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof TypeError || (error instanceof TokenRefused && isAway(error.status))) return undefined
    throw error
  }
}

/**
 * One call over HTTP, as an integration should make it: every write carries an `Idempotency-Key`, and is repeated under
 * the same key while the stack is away (no connection, 502, 503), so that a crash in the middle neither loses nor doubles it.
 * @throws RefusedCall for any other answer that is no success.
 */
export const callApi = async (url: string, { method = 'GET', body, token, headers }: Call = {}): Promise<unknown> => {
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
  const answer = await patiently(`${method} ${url}`, () => unlessAway(() => once(url, init)))
  if (answer.status >= 400) throw new RefusedCall(`${method} ${url}`, answer.status, answer.body)
  return answer.body
}

/** The answer; nobody is there while it is one of a gateway. */
const once = async (url: string, init: RequestInit): Promise<{ status: number; body: unknown } | undefined> => {
  const response = await fetch(url, init)
  const text = await response.text()
  if (isAway(response.status)) return undefined
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return { status: response.status, body: isJson && text !== '' ? JSON.parse(text) : text }
}
