import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import * as z from 'zod/mini'
import type { PostResult, WebhookSender } from '../use-cases/webhook-ports.ts'
import type { Endpoint } from './endpoints.ts'
import { signedMessage } from './signed-message.ts'
import { type Address, type Resolve, resolveByDns, vettedAddress } from './vetted-address.ts'

export interface SenderOptions {
  readonly endpoints: readonly Endpoint[]
  /** Where Trin is reached: the source of its events, without a slash at the end. */
  readonly baseUrl: string
  /** Lets loopback http through: the local stack only. @default false */
  readonly privateTargets?: boolean
  /** For the whole try, from the look-up to the end of the answer, in milliseconds. @default 10 000 */
  readonly timeout?: number
  /** @default the system's resolver */
  readonly resolve?: Resolve
  /** Wall time, milliseconds since 1970: receivers refuse old signatures. @default Date.now */
  readonly wallTime?: () => number
}

/** An answer's body is of no interest beyond letting the receiver finish writing it. */
const mostOfAnswer = 4_096

/** Posts signed CloudEvents by Standard Webhooks 1.0, to vetted addresses only, following no redirect. */
export const webhookSender = (options: SenderOptions): WebhookSender => {
  const { endpoints, baseUrl, privateTargets = false, timeout = 10_000 } = options
  const { resolve = resolveByDns, wallTime = Date.now } = options
  return {
    post: async (endpointId, tidings) => {
      const endpoint = endpoints.find(({ id }) => id === endpointId)
      if (endpoint === undefined) return { result: 'failed', why: `no endpoint ${endpointId}` }
      const url = new URL(endpoint.url)
      const signal = AbortSignal.timeout(timeout)
      try {
        const address = await orAbort(vettedAddress(url, { resolve, loopback: privateTargets }), signal)
        return await send(url, address, signedMessage(tidings, endpoint, { baseUrl, now: wallTime() }), {
          signal,
          wallTime,
        })
      } catch (error) {
        return { result: 'failed', why: signal.aborted ? `no answer in ${timeout} ms` : nameOf(error) }
      }
    },
  }
}

interface Sending {
  readonly signal: AbortSignal
  readonly wallTime: () => number
}

/**
 * One request over a connection of its own. Node's client and not a library: it takes the address to connect to, follows
 * no redirect, and costs neither size nor start-up.
 */
const send = async (
  url: URL,
  { address, family }: Address,
  { body, headers }: ReturnType<typeof signedMessage>,
  { signal, wallTime }: Sending,
): Promise<PostResult> => {
  const request = (url.protocol === 'https:' ? https : http).request(url, {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    agent: false,
    signal,
    // Whatever the name says now: the connection goes to the address that was vetted.
    lookup: (_hostname, { all }, found) => (all ? found(null, [{ address, family }]) : found(null, address, family)),
  })
  // What breaks once the answer has begun is heard by whoever reads it; without a listener here it would end the process.
  request.on('error', () => {})
  request.end(body)
  // By the time, too: an answer that changes the protocol (101) ends in neither a response nor an error.
  const [answer] = z.parse(answered, await once(request, 'response', { signal }))
  try {
    await readSome(answer)
    return resultOf(answer.statusCode ?? 0, answer.headers['retry-after'], wallTime())
  } finally {
    request.destroy()
  }
}

const answered = z.tuple([z.instanceof(http.IncomingMessage)])

/** Lets the endpoint finish a short answer; what was decided is in the status, so that a broken or endless body is no failure. */
const readSome = async (answer: http.IncomingMessage): Promise<void> => {
  let read = 0
  try {
    for await (const chunk of answer) {
      read += Buffer.byteLength(chunk)
      if (read >= mostOfAnswer) return
    }
  } catch {
    // The status has come.
  }
}

/** 2xx is delivered, whatever the body; 410 tells us to stop; all else is tried again, a redirect among it. */
export const resultOf = (status: number, retryAfter: string | string[] | undefined, now: number): PostResult => {
  if (status >= 200 && status < 300) return { result: 'delivered', status }
  if (status === 410) return { result: 'gone' }
  const asked = status === 429 || status === 503 ? secondsOf(retryAfter, now) : undefined
  return { result: 'failed', why: `answered ${status}`, ...(asked === undefined ? {} : { retryAfter: asked }) }
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); undefined when it is neither. */
const secondsOf = (retryAfter: string | string[] | undefined, now: number): number | undefined => {
  const text = (Array.isArray(retryAfter) ? retryAfter[0] : retryAfter)?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const seconds = Math.ceil((Date.parse(text) - now) / 1000)
  return Number.isNaN(seconds) || !/GMT$/.test(text) ? undefined : Math.max(0, seconds)
}

const nameOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error))

/** The promise, or a rejection once the time is up: a look-up cannot be cancelled. */
const orAbort = async <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> => {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
