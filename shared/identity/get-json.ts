import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import * as z from 'zod/mini'

/** An answer as it came: `json` only where the status is 200. */
export interface JsonAnswer {
  readonly status: number
  readonly json?: unknown
}

const bounds = { timeout: 3_000, mostBytes: 500_000 } as const

/**
 * Gets JSON over Node's own client, which the AWS SDK has loaded already. Node's `fetch` would be loaded for this alone: on
 * a cold start it is a third of all the time (docs/adr/0012). Follows no redirect.
 * @throws when there is no whole answer within three seconds, or one of 200 is no JSON or longer than 500 KB.
 */
export const getJson = async (url: URL): Promise<JsonAnswer> => {
  const { get } = url.protocol === 'https:' ? https : http
  const signal = AbortSignal.timeout(bounds.timeout)
  const request = get(url, { agent: false, headers: { accept: 'application/json' }, signal })
  try {
    // By the time, too: an answer that changes the protocol (101) ends in neither a response nor an error.
    const [answer] = z.parse(answered, await once(request, 'response', { signal }))
    if (answer.statusCode !== 200) return { status: answer.statusCode ?? 0 }
    return { status: 200, json: JSON.parse(await textOf(answer)) }
  } finally {
    request.destroy()
  }
}

const answered = z.tuple([z.instanceof(http.IncomingMessage)])

const textOf = async (answer: http.IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of answer) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > bounds.mostBytes) throw new Error('the answer is too long')
  }
  return Buffer.concat(chunks).toString()
}
