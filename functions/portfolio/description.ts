import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Act } from '../../shared/http/exchange.ts'
import { seenBefore } from './read-one.ts'

/** Beside this file, and beside the bundle: read when somebody asks, so that no other request pays for it. */
const file = join(import.meta.dirname, 'openapi.json')

/** `GET /openapi.json`: the description of the API, as `npm run openapi` wrote it from the code. */
export const description = (): Act => {
  let read: Promise<{ readonly text: string; readonly etag: string }> | undefined
  return async ({ headers }) => {
    read ??= described()
    const { text, etag } = await read
    const kept = { etag, 'cache-control': 'public, max-age=300' }
    if (seenBefore(headers['if-none-match'], etag)) return { status: 304, headers: kept }
    return { status: 200, headers: { 'content-type': 'application/json', ...kept }, text }
  }
}

const described = async () => {
  const text = await readFile(file, 'utf8')
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"` }
}
