import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleAssets } from '../../../infra/bundle-assets.ts'
import type { MemoryStack } from '../../fakes/memory-stack.ts'
import { type PageWorld, pageWorld } from '../../web/support/page-world.ts'

export interface PageServer {
  readonly url: string
  readonly world: PageWorld
  readonly stop: () => Promise<void>
}

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The pages of a stack in memory over HTTP, for a browser to look at. */
export const servePages = async (stack: MemoryStack): Promise<PageServer> => {
  const assets = mkdtempSync(join(tmpdir(), 'trin-assets-'))
  const { names, files } = bundleAssets(root)
  mkdirSync(assets, { recursive: true })
  for (const [name, contents] of files) writeFileSync(join(assets, name), contents)
  // The sources know assets by their plain names, and so do styles beside them: what a page asks for early they use.
  const plainly = (styles: string): string =>
    Object.entries(names).reduce((text, [name, served]) => text.replaceAll(served, name), styles)
  for (const [name, served] of Object.entries(names)) {
    const contents = files.get(served)
    if (contents === undefined) continue
    writeFileSync(join(assets, name), name.endsWith('.css') ? plainly(Buffer.from(contents).toString()) : contents)
  }
  const world = pageWorld(stack, { assets })
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString('utf8')
    const { cookie, ...headers } = request.headers
    const answer = await world.ask(request.method ?? 'GET', request.url ?? '/', {
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      cookies: cookie?.split(/; ?/) ?? [],
      ...(body === '' ? {} : { body }),
    })
    await stack.settle()
    response.writeHead(answer.status, {
      ...answer.headers,
      'content-length': answer.bytes.length,
      ...(answer.cookies.length === 0 ? {} : { 'set-cookie': [...answer.cookies] }),
    })
    response.end(answer.bytes)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    world,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      rmSync(assets, { recursive: true, force: true })
    },
  }
}
