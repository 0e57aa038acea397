import { expect, test } from 'vitest'
import { publicFields } from '../../infra/local/openapi/events.ts'
import { exampleSecret } from '../../infra/local/openapi/examples.ts'
import { deliverWebhook } from '../../shared/use-cases/deliver-webhook.ts'
import type { EventNotice } from '../../shared/use-cases/ports.ts'
import type { SubscriberRole } from '../../shared/use-cases/webhook-ports.ts'
import { projectEventTypes } from '../../shared/webhooks/event-types.ts'
import { signedMessage } from '../../shared/webhooks/signed-message.ts'
import { asMessagesAre } from '../asyncapi/support/messages.ts'
import { chanceFrom } from '../domain/lives/chance.ts'
import { live } from '../domain/lives/live.ts'
import { Visits } from '../domain/lives/visits.ts'
import type { Life } from '../domain/lives/world.ts'
import { memoryLedger } from '../fakes/memory-ledger.ts'
import { memoryLog } from '../fakes/memory-log.ts'

/** Of each event, to each role: what it holds differs from life to life. */
const enough = 3
const mostWorlds = 200

const told = { integrator: new Map<string, number>(), public: new Map<string, number>() }
const untold = () => [
  ...projectEventTypes.filter((type) => !told.integrator.has(type)).map((type) => `integrator ${type}`),
  ...Object.keys(publicFields)
    .filter((type) => !told.public.has(type))
    .map((type) => `public ${type}`),
]

/** Tells of every event of a life, but of those that have been told enough. */
const tell = async ({ id, commits }: Life, role: SubscriberRole, now: string): Promise<void> => {
  const log = memoryLog(commits)
  for (const { version, correlationId, events } of commits)
    for (const [index, { type }] of events.entries()) {
      if ((told[role].get(type) ?? 0) >= enough) continue
      const notice: EventNotice = { id: `${id}/${version}/${index}`, stream: id, version, index, type, correlationId }
      await deliverWebhook({ notice, endpoint: 'anyone' }, 1, {
        subscribers: [{ id: 'anyone', role }],
        log,
        ledger: memoryLedger(),
        sender: {
          post: async (endpoint, tidings) => {
            const from = { baseUrl: 'https://trin.example', now: Date.parse(now) }
            asMessagesAre(signedMessage(tidings, { id: endpoint, secrets: [exampleSecret] }, from), role)
            told[role].set(type, (told[role].get(type) ?? 0) + 1)
            return { result: 'delivered', status: 204 }
          },
        },
        retryDelay: () => undefined,
        clock: () => now,
        wallClock: () => now,
      })
    }
}

test('what is told of random lives is as it is described: every event, to each role that hears it', {
  timeout: 120_000,
}, async () => {
  const visits = new Visits()
  let worlds = 0
  while (worlds < mostWorlds && untold().length > 0) {
    const chance = chanceFrom(20_261_126 + worlds)
    const world = live(
      Array.from({ length: 130 + chance.below(40) }, () => chance.below(0x7fffffff)),
      visits,
    )
    worlds += 1
    for (const life of world.lives)
      for (const role of ['integrator', 'public'] as const) await tell(life, role, world.now)
  }
  expect(untold()).toEqual([])
})
