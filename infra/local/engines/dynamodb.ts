import { IncomingMessage, Server } from 'node:http'
import { Socket } from 'node:net'
import dynalite from 'dynalite'
import { bodyOf, listen, loopback } from './loopback.ts'

export interface Engine {
  /** Where it answers. */
  readonly endpoint: string
  readonly stop: () => Promise<void>
}

/**
 * Starts DynamoDB on this machine (dynalite over LevelDB): acknowledged writes survive kill -9.
 * @param folder where it keeps its data; nobody else may have it open.
 */
export const startDynamoDb = async (folder: string): Promise<Engine> => {
  const engine = dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  const door = guardAgainstResets(engine)
  const port = await listen(door)
  return {
    endpoint: `http://${loopback}:${port}`,
    stop: async () => {
      door.close()
      door.closeAllConnections()
      // Its own close waits for writes and gives LevelDB's lock back; it wants to have listened first.
      await listen(engine)
      await new Promise<void>((resolve) => engine.close(() => resolve()))
    },
  }
}

/**
 * dynalite throws out of an event when a client goes away in the middle of its body, which would end our process.
 * So it gets each request only once its body is whole.
 */
const guardAgainstResets = (engine: Server): Server =>
  new Server((request, response) => {
    bodyOf(request).then(
      (body) => engine.emit('request', wholeRequest(request, body), response),
      () => response.destroy(),
    )
  })

const wholeRequest = (request: IncomingMessage, body: Buffer): IncomingMessage => {
  const whole = new IncomingMessage(new Socket())
  Object.assign(whole, { method: request.method, url: request.url, headers: request.headers })
  if (body.length > 0) whole.push(body)
  whole.push(null)
  return whole
}
