import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import * as z from 'zod'

/** A system of somebody else that listens to Trin's webhooks, and believes only what is signed. */
export interface Receiver {
  /** What `WEBHOOK_ENDPOINTS` needs to know of it. */
  readonly endpoint: { readonly id: string; readonly url: string; readonly secret: string; readonly role: 'integrator' }
  /** Events by id, in the order in which they first came. */
  readonly events: ReadonlyMap<string, { readonly type: string; readonly subject: string }>
  /** Deliveries that were not signed by our secret. */
  readonly forged: () => number
  readonly stop: () => Promise<void>
}

const cloudEvent = z.object({ specversion: z.literal('1.0'), id: z.string(), type: z.string(), subject: z.string() })

/** Starts a receiver on loopback. */
export const startReceiver = async (): Promise<Receiver> => {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const events = new Map<string, { type: string; subject: string }>()
  let forged = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      try {
        const verified = new Webhook(secret).verify(Buffer.concat(chunks), headersOf(request.headers))
        const { id, type, subject } = cloudEvent.parse(verified)
        events.set(id, { type, subject })
        response.writeHead(204).end()
      } catch {
        forged += 1
        response.writeHead(401).end()
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: { id: 'demo-receiver', url: `http://127.0.0.1:${port}/trin`, secret, role: 'integrator' },
    events,
    forged: () => forged,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const headersOf = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
