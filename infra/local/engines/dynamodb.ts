import { IncomingMessage, Server, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { ClassicLevel } from 'classic-level'
import dynalite from 'dynalite'
import { dynamoDbAt } from '../clients.ts'
import { bodyOf, listen, loopback } from './loopback.ts'

export interface Engine {
  /** Where it answers. */
  readonly endpoint: string
  readonly stop: () => Promise<void>
}

/** DynamoDB on this machine. */
export interface DynamoDbEngine extends Engine {
  /**
   * Rewrites the files, so that nothing is in them any more that was deleted or written over: LevelDB leaves that until
   * it happens to merge a file. Requests wait meanwhile, some tenths of a second; once it is done the files stay as they are until
   * something is written.
   */
  readonly compact: () => Promise<void>
}

/**
 * Starts DynamoDB on this machine (dynalite over LevelDB): acknowledged writes survive kill -9.
 * @param folder where it keeps its data; nobody else may have it open.
 */
export const startDynamoDb = async (folder: string): Promise<DynamoDbEngine> => {
  const open = () => dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  let engine = open()
  const gate = gateBefore(() => engine)
  const port = await listen(gate.door)
  const endpoint = `http://${loopback}:${port}`
  return {
    endpoint,
    compact: async () => {
      await gate.closedFor(async () => {
        await end(engine)
        await compactFiles(folder)
        engine = open()
      })
      await answers(endpoint)
    },
    stop: async () => {
      gate.door.close()
      gate.door.closeAllConnections()
      await end(engine)
    },
  }
}

/** Its own close waits for writes and gives LevelDB's lock back; it wants to have listened first. */
const end = async (engine: Server): Promise<void> => {
  await listen(engine)
  await new Promise<void>((resolve) => engine.close(() => resolve()))
}

/** Until it is open: it opens its files in the background, and only then takes away those that it needs no more. */
const answers = async (endpoint: string): Promise<void> => {
  const client = dynamoDbAt(endpoint, 'eu-north-1')
  await client.send(new ListTablesCommand())
  client.destroy()
}

/** Without compression: whoever searches the files for somebody finds what is there, and not a part of a word. */
const compactFiles = async (folder: string): Promise<void> => {
  const level = new ClassicLevel<Uint8Array, Uint8Array>(folder, {
    keyEncoding: 'view',
    valueEncoding: 'view',
    compression: false,
  })
  await level.open()
  await level.compactRange(new Uint8Array([0]), new Uint8Array(64).fill(255))
  await level.close()
}

/**
 * The server before the engine. dynalite throws out of an event when a client goes away in the middle of its body, which
 * would end our process: it gets each request only once its body is whole. And the gate can be closed for a while.
 */
const gateBefore = (engine: () => Server) => {
  const inside = new Set<Promise<void>>()
  let opened = Promise.resolve()
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request)
    await opened
    // Who went away while they waited never goes in, and so is not waited for to come out.
    if (response.destroyed) return
    const left = new Promise<void>((resolve) => response.once('close', resolve))
    inside.add(left)
    void left.then(() => inside.delete(left))
    engine().emit('request', wholeRequest(request, body), response)
  }
  return {
    door: new Server((request, response) => {
      pass(request, response).catch(() => response.destroy())
    }),
    /** Lets those who are in come out, and nobody in until it is done. */
    closedFor: async (work: () => Promise<void>): Promise<void> => {
      const before = opened
      let open = () => {}
      opened = new Promise((resolve) => {
        open = resolve
      })
      try {
        await before
        await Promise.all(inside)
        await work()
      } finally {
        open()
      }
    },
  }
}

const wholeRequest = (request: IncomingMessage, body: Buffer): IncomingMessage => {
  const whole = new IncomingMessage(new Socket())
  Object.assign(whole, { method: request.method, url: request.url, headers: request.headers })
  if (body.length > 0) whole.push(body)
  whole.push(null)
  return whole
}
