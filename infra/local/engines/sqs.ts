import { findPackageJSON } from 'node:module'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { buildApp } from 'fauxqs'
import { z } from 'zod'
import type { Engine } from './dynamodb.ts'
import { loopback, staysOpen } from './loopback.ts'

type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>
type SqsStore = Stores['sqsStore']
type SqsQueue = NonNullable<ReturnType<SqsStore['getQueueByName']>>
type Persistence = NonNullable<SqsStore['persistence']>

/** A message that was received and neither deleted nor visible again. */
export interface InFlight {
  readonly receiptHandle: string
  /** Epoch milliseconds: when it becomes visible. */
  readonly visibleAt: number
}

export interface QueueContents {
  readonly visible: number
  readonly inFlight: readonly InFlight[]
  /** Epoch milliseconds at which each delayed message becomes visible. */
  readonly delayedUntil: readonly number[]
}

export interface SqsEngine extends Engine {
  /** The address of a queue: the host of the engine itself, whatever name the engine would give itself. */
  readonly queueUrl: (name: string) => string
  /** Makes the queue, or gives the one that is there its present attributes. */
  readonly ensureQueue: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly names: () => readonly string[]
  readonly remove: (name: string) => void
  /** What a queue holds at this moment. */
  readonly contents: (name: string) => QueueContents
  /** Ends every long poll at once; each is answered with what there is. */
  readonly endPolls: () => void
}

export const account = '000000000000'

/**
 * fauxqs offers a server that listens on every address of the machine and cannot be told otherwise, but its parts can be
 * put together by hand. They are not exported, so that their paths are pinned with its version.
 */
const parts = z.object({
  SqsStore: z.custom<new () => SqsStore>((value) => typeof value === 'function'),
  SnsStore: z.custom<new () => Stores['snsStore']>((value) => typeof value === 'function'),
  S3Store: z.custom<new () => Stores['s3Store']>((value) => typeof value === 'function'),
  PersistenceManager: z.custom<new (folder: string) => Persistence>((value) => typeof value === 'function'),
})

const loadParts = async (): Promise<z.output<typeof parts>> => {
  const manifest = findPackageJSON('fauxqs', import.meta.url)
  const load = (path: string): Promise<object> =>
    import(/* @vite-ignore */ new URL(path, pathToFileURL(manifest ?? '')).href)
  const files = ['dist/sqs/sqsStore.js', 'dist/sns/snsStore.js', 'dist/s3/s3Store.js', 'dist/persistence.js']
  return parts.parse(Object.assign({}, ...(await Promise.all(files.map(load)))))
}

/**
 * Starts SQS on this machine (fauxqs over SQLite).
 * Messages that somebody held when the last process ended are visible again at once: whoever held them ended with it.
 * @param folder where it keeps its data; nobody else may have it open.
 */
export const startSqs = async (folder: string, region: string): Promise<SqsEngine> => {
  const { SqsStore, SnsStore, S3Store, PersistenceManager } = await loadParts()
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() }
  const store = stores.sqsStore
  const persistence = new PersistenceManager(folder)
  const { db } = z.object({ db: z.instanceof(DatabaseSync) }).parse(persistence)
  giveBackWithoutLoss(persistence, db)
  persistence.loadSqsAndSns(store, stores.snsStore)
  store.persistence = persistence
  for (const queue of store.allQueues()) {
    queue.persistence = persistence
    receiveAtomically(queue, db)
    releaseHeld(queue)
  }
  const app = buildApp({ logger: false, host: loopback, defaultRegion: region, stores })
  staysOpen(app.server)
  const endpoint = await app.listen({ port: 0, host: loopback })
  const queueUrl = (name: string) => `${endpoint}/${account}/${name}`
  const find = (name: string): SqsQueue => {
    const queue = store.getQueueByName(name)
    if (queue === undefined) throw new Error(`no queue ${name}`)
    return queue
  }
  return {
    endpoint,
    queueUrl,
    ensureQueue: (name, attributes) => {
      const there = store.getQueueByName(name)
      const queue = there ?? store.createQueue(name, queueUrl(name), `arn:aws:sqs:${region}:${account}:${name}`)
      if (there === undefined) receiveAtomically(queue, db)
      queue.setAttributes({ ...attributes })
    },
    names: () => Array.from(store.allQueues(), ({ name }) => name),
    remove: (name) => {
      store.deleteQueue(find(name).url)
    },
    contents: (name) => {
      const queue = find(name)
      queue.processTimers()
      const { ready, delayed, inflight } = queue.inspectMessages()
      return {
        visible: ready.length,
        inFlight: inflight.map((held) => ({ receiptHandle: held.receiptHandle, visibleAt: held.visibilityDeadline })),
        delayedUntil: delayed.map(({ delayUntil }) => delayUntil ?? 0),
      }
    },
    endPolls: () => store.shutdown(),
    stop: async () => {
      store.shutdown()
      await app.close()
      persistence.close()
    },
  }
}

/**
 * fauxqs 2.4 forgets the receive count when a message is made visible at once, which its own table refuses: the message
 * would be gone until the next start.
 */
const giveBackWithoutLoss = (persistence: Persistence, db: DatabaseSync): void => {
  const statement = db.prepare(
    'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?',
  )
  persistence.updateMessageReady = (messageId) => {
    statement.run(messageId)
  }
}

/** A message on its way to the dead letters leaves one queue and enters the other in one write, whoever is killed when. */
const receiveAtomically = (queue: SqsQueue, db: DatabaseSync): void => {
  const dequeue = queue.dequeue.bind(queue)
  queue.dequeue = (...asked) => {
    queue.processTimers()
    if (queue.messages.length === 0) return dequeue(...asked)
    db.exec('BEGIN')
    try {
      return dequeue(...asked)
    } finally {
      db.exec('COMMIT')
    }
  }
}

/** A message hidden for longer than the queue's own timeout was given back for later on purpose, and stays hidden. */
const releaseHeld = (queue: SqsQueue): void => {
  const usual = Date.now() + Number(queue.attributes.VisibilityTimeout) * 1_000
  for (const held of [...queue.inflightMessages.values()]) {
    if (held.visibilityDeadline <= usual) queue.changeVisibility(held.receiptHandle, 0)
  }
}
