import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { asMessagesAre } from '../asyncapi/support/messages.ts'

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A real receiver of webhooks on loopback: keeps what it got, and answers as it is told. Closed, it throws when something is not as it is described. */
export const webhookReceiver = async (answer: (response: ServerResponse, received: Received) => void) => {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() }
      received.push(one)
      answer(response, one)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    received,
    port,
    url: `http://127.0.0.1:${port}/hook?from=trin`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      for (const one of received) asMessagesAre(one)
    },
  }
}
