import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FunctionRunner, Outcome } from '../lambda/function-runner.ts'
import type { RoutePlan, Throttle } from '../plan/routes.ts'
import { answerOf, eventOf, type HttpAnswer } from './payload.ts'
import { router } from './routing.ts'

/** Bytes; what API Gateway takes. */
const largestBody = 10 * 1_024 * 1_024

/** Answers as the HTTP API of the template does. */
export const gateway = (
  routes: readonly RoutePlan[],
  runnerOf: (functionArn: string) => FunctionRunner,
): ((request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
  const find = router(routes)
  const gates = new Map(routes.map(({ routeKey, throttle }) => [routeKey, throttle && tokenBucket(throttle)]))
  const runners = new Map(routes.map(({ routeKey, functionArn }) => [routeKey, runnerOf(functionArn)]))

  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const match = matching(find, request)
    if (match === 'malformed') return refusal(400, 'Bad Request')
    if (match === undefined) return refusal(404, 'Not Found')
    const { routeKey, timeout } = match.route
    if (gates.get(routeKey)?.() === false) return refusal(429, 'Too Many Requests')
    const body = await limitedBody(request)
    if (body === undefined) return refusal(413, 'Request Entity Too Large')
    const outcome = await within(timeout, runners.get(routeKey)?.invoke(eventOf(request, body, match)))
    if (outcome === undefined || !outcome.ok) return refusal(503, 'Service Unavailable')
    return answerOf(outcome.result) ?? refusal(500, 'Internal Server Error')
  }

  return async (request, response) => {
    const { status, headers, body } = await answer(request)
    response.writeHead(status, { ...headers, 'content-length': body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}

/** As the gateway itself says it. */
const refusal = (status: number, message: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...(status === 413 ? { connection: 'close' } : {}) },
  body: Buffer.from(JSON.stringify({ message })),
})

const matching = (find: ReturnType<typeof router>, request: IncomingMessage) => {
  try {
    return find(request.method ?? 'GET', (request.url ?? '/').split('?')[0] ?? '/')
  } catch {
    return 'malformed'
  }
}

/** @returns undefined when there is more than the gateway takes; the rest is not read. */
const limitedBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return undefined
  const chunks: Buffer[] = []
  let size = 0
  // Left in the middle, the iterator would destroy the connection before the answer is out.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > largestBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** @returns undefined once the gateway waited long enough; the function runs on. */
const within = async (milliseconds: number, invocation: Promise<Outcome> | undefined): Promise<Outcome | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  try {
    return await Promise.race([invocation, tooLong])
  } finally {
    clearTimeout(timer)
  }
}

/** @returns whether one more may pass. */
const tokenBucket = ({ rate, burst }: Throttle): (() => boolean) => {
  let tokens = burst
  let filled = performance.now()
  return () => {
    const now = performance.now()
    tokens = Math.min(burst, tokens + ((now - filled) / 1_000) * rate)
    filled = now
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}
