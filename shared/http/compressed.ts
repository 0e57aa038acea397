import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { EdgeAnswer } from './exchange.ts'

const leastBytes = 1_000
/** Takes a millisecond for a page; more takes longer than it saves on the way. */
const quality = 5

/** The answer as the browser likes it best; text that is worth it only, since the gateway compresses nothing. */
export const compressed = (answer: EdgeAnswer, acceptEncoding: string | undefined): EdgeAnswer => {
  const { text, ...rest } = answer
  if (text === undefined || text.length < leastBytes) return answer
  const encoding = ['br', 'gzip'].find((one) => acceptsEncoding(acceptEncoding, one))
  const headers = { ...rest.headers, vary: [rest.headers?.vary, 'accept-encoding'].filter(Boolean).join(', ') }
  if (encoding === undefined) return { ...answer, headers }
  const bytes =
    encoding === 'br'
      ? brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
      : gzipSync(text)
  return { ...rest, bytes, headers: { ...headers, 'content-encoding': encoding } }
}

/** Whether `Accept-Encoding` (RFC 9110, 12.5.3) names this coding and does not refuse it. */
export const acceptsEncoding = (header: string | undefined, coding: string): boolean =>
  (header ?? '').split(',').some((part) => {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
    return name === coding && !parameters.some((one) => /^\s*q=0(\.0*)?\s*$/.test(one))
  })
