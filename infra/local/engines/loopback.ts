import type { Server } from 'node:http'
import { z } from 'zod'

/** Only this machine reaches the stack. */
export const loopback = '127.0.0.1'

/**
 * Listens on this machine only.
 * @param port 0 takes a free one.
 * @returns the port.
 */
export const listen = (server: Server, port = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    staysOpen(server)
    server.once('error', reject)
    server.listen(port, loopback, () => {
      server.removeListener('error', reject)
      resolve(portOf(server))
    })
  })

/**
 * Lets idle connections be. Closed after some seconds, as Node's servers do, one would now and then break in the moment
 * in which a client of ours uses it again, and look like a service that is away.
 */
export const staysOpen = (server: Server): void => {
  server.keepAliveTimeout = 0
}

export const portOf = (server: Server): number => z.object({ port: z.number() }).parse(server.address()).port

/** Stops listening and ends what is still connected. */
export const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** The whole body of a request. */
export const bodyOf = async (request: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
