import { once } from 'node:events'
import { createServer, request } from 'node:http'

export interface SwitchableProxy {
  readonly endpoint: string
  /** While away, every connection is cut before the engine hears of it; or it answers that it throttles. */
  readonly be: (state: 'there' | 'away' | 'throttling') => void
  /** Requests that it kept from the engine so far. */
  readonly keptAway: () => number
  readonly stop: () => Promise<void>
}

/** How a service says that it throttles. */
export const throttledAs = {
  dynamodb: {
    type: 'application/x-amz-json-1.0',
    body: '{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":"slow down"}',
  },
  ses: {
    type: 'text/xml',
    body: '<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>Maximum sending rate exceeded.</Message></Error><RequestId>1</RequestId></ErrorResponse>',
  },
} as const

/** A proxy before an engine, which can be switched off as a service of a cloud never can. */
export const startSwitchableProxy = async (
  engine: string,
  throttled: { readonly type: string; readonly body: string } = throttledAs.dynamodb,
): Promise<SwitchableProxy> => {
  let state: 'there' | 'away' | 'throttling' = 'there'
  let kept = 0
  const server = createServer((incoming, outgoing) => {
    if (state !== 'there') kept += 1
    if (state === 'away') return incoming.socket.destroy()
    if (state === 'throttling') {
      incoming.resume()
      return outgoing.writeHead(400, { 'content-type': throttled.type }).end(throttled.body)
    }
    const passed = request(
      engine + (incoming.url ?? '/'),
      { method: incoming.method ?? 'POST', headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    passed.on('error', () => outgoing.destroy())
    return incoming.pipe(passed)
  })
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server without a port')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    be: (next) => {
      state = next
    },
    keptAway: () => kept,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
