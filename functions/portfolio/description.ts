import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Act } from '../../shared/http/exchange.ts'
import { seenBefore } from './read-one.ts'

/** `GET /openapi.json` and `GET /asyncapi.json`: the API and its events, as `npm run describe` wrote them from the code. */
export const description = (name: 'openapi.json' | 'asyncapi.json'): Act => {
  let read: Promise<{ readonly text: string; readonly etag: string }> | undefined
  return async ({ headers }) => {
    read ??= described(name)
    const { text, etag } = await read
    const kept = { etag, 'cache-control': 'public, max-age=300' }
    if (seenBefore(headers['if-none-match'], etag)) return { status: 304, headers: kept }
    return { status: 200, headers: { 'content-type': 'application/json', ...kept }, text }
  }
}

/** Beside this file, and beside the bundle: read when somebody asks, so that no other request pays for it. */
const described = async (name: string) => {
  const text = await readFile(join(import.meta.dirname, name), 'utf8')
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"` }
}
