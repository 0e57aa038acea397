import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { acceptsEncoding } from '../../shared/http/compressed.ts'
import type { PageAct } from '../../shared/http/page-request.ts'
import { InTrouble } from '../../shared/http/trouble.ts'

const types = new Map([
  ['css', 'text/css; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['woff2', 'font/woff2'],
])

/** `GET /assets/{file}`: styles, scripts, fonts and icons, from our own origin; each name stands for one content for good. */
export const serveAsset =
  (folder: string): PageAct =>
  async ({ params, headers }) => {
    const { file = '' } = params
    const type = types.get(/^[\w-]+(?:\.[\w-]+)*\.([a-z0-9]+)$/.exec(file)?.[1] ?? '')
    if (type === undefined) throw new InTrouble({ kind: 'not-found' })
    const bytes = await contentOf(join(folder, file))
    const kept = {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    }
    if (type === 'font/woff2' || !acceptsEncoding(headers['accept-encoding'], 'br'))
      return { status: 200, headers: kept, bytes }
    return { status: 200, headers: { ...kept, 'content-encoding': 'br' }, bytes: packed(file, bytes) }
  }

/** Packed once for as long as the function lives: caches and browsers ask once each. */
const packedFiles = new Map<string, Buffer>()
const packed = (file: string, bytes: Buffer): Buffer => {
  const known = packedFiles.get(file) ?? brotliCompressSync(bytes)
  packedFiles.set(file, known)
  return known
}

const contentOf = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(path)
  } catch (error) {
    throw new InTrouble({ kind: 'not-found' }, error)
  }
}
