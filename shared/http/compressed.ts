import { gzipSync } from 'node:zlib'
import type { EdgeAnswer } from './exchange.ts'

const leastBytes = 1_000

/**
 * The answer packed, where the browser takes it so; text that is worth it only, since the gateway compresses nothing. By gzip:
 * Brotli at the quality that is as quick makes a page no smaller, and its first use costs a cold start twice as much.
 */
export const compressed = (answer: EdgeAnswer, acceptEncoding: string | undefined): EdgeAnswer => {
  const { text, ...rest } = answer
  if (text === undefined || text.length < leastBytes) return answer
  const headers = { ...rest.headers, vary: [rest.headers?.vary, 'accept-encoding'].filter(Boolean).join(', ') }
  if (!acceptsEncoding(acceptEncoding, 'gzip')) return { ...answer, headers }
  return { ...rest, bytes: gzipSync(text), headers: { ...headers, 'content-encoding': 'gzip' } }
}

/** Whether `Accept-Encoding` (RFC 9110, 12.5.3) names this coding and does not refuse it. */
export const acceptsEncoding = (header: string | undefined, coding: string): boolean =>
  (header ?? '').split(',').some((part) => {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
    return name === coding && !parameters.some((one) => /^\s*q=0(\.0*)?\s*$/.test(one))
  })
