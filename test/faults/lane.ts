import { setTimeout as sleep } from 'node:timers/promises'
import type { SQSClient } from '@aws-sdk/client-sqs'
import type { SqsEngine } from '../../infra/local/engines/sqs.ts'
import { parseNotice } from '../../shared/messages/notice.ts'
import type { CommitLog, EventNotice } from '../../shared/use-cases/ports.ts'
import { memoryLedger } from '../fakes/memory-ledger.ts'
import type { Chance } from './chance.ts'
import { shuffled } from './chance.ts'
import type { Child, Children } from './children.ts'
import type { Fault, Plan, Role } from './plan.ts'
import { plan } from './plan.ts'
import type { Command, Mutation, Received } from './process/protocol.ts'
import { faultProxy } from './proxy.ts'
import { queueAt } from './queue.ts'

const roles = ['writer-a', 'writer-b', 'relay'] as const
const channels = ['classify', 'agenda', 'mail', 'webhooks', 'erasures'] as const
const mostReceives = 12
/** How often it is looked whether there is something to do, in milliseconds. */
const tick = 5

/** One effect of a consumer: what it did, without the key under which it did it. */
export interface Effect {
  readonly channel: string
  readonly notice: EventNotice
  /** What the event said, read from the log when the notice came; undefined when it was not there. */
  readonly content: string | undefined
}

export interface Answer {
  readonly commitId?: string
  readonly refused?: string
  readonly error?: string
}

/** What one case leaves to be judged. */
export interface Trace {
  readonly plan: Plan
  readonly effects: readonly Effect[]
  /** Ids of commits that people were staged under. */
  readonly stagedUnder: ReadonlySet<string>
  readonly deadLetters: number
  /** Announcements that came more than once though they were done with, and that were put off behind later ones. */
  readonly doubled: number
  readonly putOff: number
}

/** A writer or two, a relay, queues and consumers of their own, over engines shared with other lanes. */
export interface Lane {
  /** A case begins: its faults, and the chance by which messages are doubled and put out of order. */
  readonly begin: (faults: readonly Fault[], chance: Chance) => Plan
  /** Gives a command to a writer, and again while it does not answer, if the client is one that does. */
  readonly give: (role: Role, command: Command, again: boolean) => Promise<Answer>
  /** Until every queue is empty and nothing is under way. @throws when that takes too long. */
  readonly settled: () => Promise<void>
  readonly trace: () => Trace
  readonly stop: () => Promise<void>
}

export interface LaneOptions {
  readonly name: string
  readonly dynamo: string
  readonly sqs: SqsEngine
  readonly client: SQSClient
  readonly log: CommitLog
  readonly children: Children
  readonly mutation?: Mutation
  /** How long its relay looks again, in milliseconds. @default 200 */
  readonly lookAgain?: number
}

export const openLane = async (options: LaneOptions): Promise<Lane> => {
  const { name, sqs, client, log, children, mutation, lookAgain = 200 } = options
  const named = (queue: string) => `${name}-${queue}`
  sqs.ensureQueue(named('dead'), {})
  const redrive = {
    deadLetterTargetArn: `arn:aws:sqs:eu-north-1:000000000000:${named('dead')}`,
    maxReceiveCount: mostReceives,
  }
  sqs.ensureQueue(named('commits'), { RedrivePolicy: JSON.stringify(redrive) })
  for (const channel of channels) sqs.ensureQueue(named(channel), {})
  const queueUrls = {
    commits: sqs.queueUrl(named('commits')),
    classify: sqs.queueUrl(named('classify')),
    agenda: sqs.queueUrl(named('agenda')),
    mail: sqs.queueUrl(named('mail')),
    webhooks: sqs.queueUrl(named('webhooks')),
    erasures: sqs.queueUrl(named('erasures')),
  }
  const commits = queueAt(client, queueUrls.commits)

  let current = plan([])
  let chance: Chance = () => 1
  let effects: Effect[] = []
  let stagedUnder = new Set<string>()
  let ledger = memoryLedger()
  let late: (() => Promise<unknown>)[] = []
  let doubled = 0
  let putOff = 0
  let batches = 0
  let given = 0
  let doing = 0

  const alive = new Map<Role, Promise<Child | undefined>>()
  const endpoints = new Map<Role, { endpoint: string; stop: () => Promise<void> }>()
  const take = (role: Role): Promise<Child> =>
    children.take({
      kind: role === 'relay' ? 'relay' : 'writer',
      endpoint: endpoints.get(role)?.endpoint ?? '',
      queueUrls,
      lookAgain,
      ...(mutation === undefined ? {} : { mutation }),
    })
  /** The process that plays a role: one at a time, and another once it is dead. */
  const childFor = (role: Role): Promise<Child> => {
    const child = (alive.get(role) ?? Promise.resolve(undefined)).then((there) =>
      there?.alive() === true ? there : take(role),
    )
    alive.set(role, child)
    return child
  }

  const isEmpty = (queue: string) => {
    const { visible, inFlight, delayedUntil } = sqs.contents(named(queue))
    return visible + inFlight.length + delayedUntil.length === 0
  }
  const relayIdle = () => batches === 0 && isEmpty('commits')
  const until = async (what: string, holds: () => boolean, within = 15_000) => {
    const end = performance.now() + within
    while (!holds()) {
      if (performance.now() > end) throw new Error(`${what}: not within ${within} ms`)
      await sleep(tick)
    }
  }

  for (const role of roles)
    endpoints.set(
      role,
      await faultProxy({
        role,
        engines: { dynamo: options.dynamo, sqs: sqs.endpoint },
        fateOf: (call) => current.fateOf(call),
        kill: async () => (await alive.get(role))?.kill(),
        // What the stalled one announced may not be in the queue yet, or be the relay's own: then this is a short stall.
        relayIdle: () => until('the relay is idle', relayIdle, 2_000).catch(() => {}),
        later: (arrive) => late.push(arrive),
        saw: (label, body) => {
          if (label === 'stage') stagedUnder.add(/STAGED#(cmt_\w+)/.exec(body)?.[1] ?? 'none')
        },
      }),
    )

  const relayBatch = async (batch: readonly Received[]) => {
    const again = batch.filter(() => chance() < 0.15)
    const twice = chance() < 0.2 ? batch.slice(0, 1) : []
    doubled += again.length + twice.length
    const records = shuffled(chance, [...batch, ...twice])
    const child = await childFor('relay')
    const answer = await child.ask({ batch: records })
    const failed =
      answer === 'died' || answer.failures === undefined
        ? batch
        : batch.filter(
            ({ messageId }) => answer.failures?.includes(messageId) || again.some((one) => one.messageId === messageId),
          )
    await commits.remove(batch.filter((one) => !failed.includes(one)))
    await commits.expire(failed)
  }

  /** What the service does for a function: batches of one message or several, now and then put off behind later ones. */
  const pollCommits = async () => {
    batches += 1
    try {
      const batch = await commits.receive(chance() < 0.5 ? 1 : 10)
      const later = batch.filter(({ receives }) => receives === 1 && chance() < 0.2)
      putOff += later.length
      await commits.expire(later)
      const now = batch.filter((one) => !later.includes(one))
      if (now.length > 0) await relayBatch(now)
    } finally {
      batches -= 1
    }
  }

  const contentOf = async ({ stream, version, index }: EventNotice): Promise<string | undefined> => {
    const commit = await log.read(stream, version)
    const event = commit?.events[index]
    return event === undefined ? undefined : `${commit?.commandId} ${event.type}`
  }

  /** Does each thing once by its notice's id; what it did is kept without the id, so that a double shows. */
  const consume = async (channel: (typeof channels)[number]) => {
    const queue = queueAt(client, queueUrls[channel])
    const messages = await queue.receive(10)
    for (const { body } of messages) {
      const notice = parseNotice(body)
      const lease = await ledger.begin(`${channel}/${notice.id}`, '2026-09-01T08:00:00.000Z')
      if (lease.state !== 'begun') continue
      effects.push({ channel, notice, content: await contentOf(notice) })
      await ledger.finish(`${channel}/${notice.id}`, '2026-09-01T08:00:00.000Z')
    }
    await queue.remove(messages)
  }
  const consumeAll = async () => {
    doing += 1
    try {
      for (const channel of channels) if (!isEmpty(channel)) await consume(channel)
    } finally {
      doing -= 1
    }
  }

  await Promise.all(roles.map(childFor))
  /** Two batches at a time, so that announcements are also confirmed side by side. */
  const ticks = setInterval(() => {
    if (batches < 2 && sqs.contents(named('commits')).visible > 0) void pollCommits()
    if (doing === 0 && !channels.every(isEmpty)) void consumeAll()
  }, tick)
  const quiet = () => given === 0 && doing === 0 && relayIdle() && channels.every(isEmpty)

  return {
    begin: (faults, by) => {
      current = plan(faults)
      chance = by
      effects = []
      stagedUnder = new Set()
      ledger = memoryLedger()
      doubled = 0
      putOff = 0
      return current
    },
    give: async (role, command, again) => {
      given += 1
      try {
        for (let left = again ? 6 : 1; ; left -= 1) {
          const answer = await (await childFor(role)).ask({ command })
          const { commitId, refused, error } = answer === 'died' ? { error: 'died' } : { ...answer }
          if (left === 1 || (error === undefined && refused !== 'busy'))
            return {
              ...(commitId === undefined ? {} : { commitId }),
              ...(refused === undefined ? {} : { refused }),
              ...(error === undefined ? {} : { error }),
            }
        }
      } finally {
        given -= 1
      }
    },
    settled: async () => {
      await until('everything is quiet', quiet)
      // Late requests come when nobody expects them any more, and may set things in motion again.
      while (late.length > 0) {
        const arriving = late
        late = []
        for (const arrive of arriving) await arrive()
        await until('everything is quiet again', quiet)
      }
    },
    trace: () => ({
      plan: current,
      effects,
      stagedUnder,
      deadLetters: sqs.contents(named('dead')).visible,
      doubled,
      putOff,
    }),
    stop: async () => {
      clearInterval(ticks)
      await until('the last batch is done', () => batches + doing === 0)
      for (const child of await Promise.all(alive.values())) await child?.kill()
      for (const { stop } of endpoints.values()) await stop()
    },
  }
}
