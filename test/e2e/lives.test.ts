import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lettersTold } from '../../infra/local/demo/letters-told.ts'
import { type Receiver, startReceiver } from '../../infra/local/demo/receiver.ts'
import type { Chapter } from '../../infra/local/demo/story.ts'
import { type Told, tellLives } from '../../infra/local/demo/tell.ts'
import { type World, worldAt } from '../../infra/local/demo/world.ts'
import { startLocalStack } from '../../infra/local/start.ts'
import { fetchToken } from '../../infra/local/token.ts'
import { type CrashingStack, startCrashingStack } from './support/crashing-stack.ts'

const demo = fileURLToPath(new URL('../../infra/local/cli/demo.ts', import.meta.url))
/** The same moment for each run, so that what they tell can be compared word by word. */
const from = '2040-01-09T09:00:00.000Z'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'trin-e2e-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

let undisturbed: Told
beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [demo, '--json', '--from', from], {
    maxBuffer: 16 * 1_024 * 1_024,
  })
  undisturbed = JSON.parse(stdout)
}, 240_000)

const statesOf = (told: Told, life: string) => [
  ...new Set(told.chapters.filter((chapter) => chapter.life === life).map(({ state }) => state)),
]

describe('npm run demo', () => {
  it('tells a level 1 with a return and a late report, and a level 2 that is reconsidered and re-scoped', () => {
    expect(statesOf(undisturbed, 'level 1')).toEqual(['idea', 'returned', 'shaping', 'ready', 'implementation'])
    expect(statesOf(undisturbed, 'level 2')).toEqual([
      'idea',
      'shaping',
      'ready',
      'returned',
      'approved',
      'implementation',
      'reconsideration',
    ])
  })

  it('tells a level 3 to product, with an SLA breach and a level that is raised, and a takeover beside it', () => {
    expect(statesOf(undisturbed, 'level 3')).toEqual([
      'idea',
      'shaping',
      'ready',
      'approved',
      'implementation',
      'product',
    ])
    expect(statesOf(undisturbed, 'takeover')).toEqual(['idea', 'ready', 'product'])
    const told = undisturbed.chapters.filter(({ life }) => life === 'level 3').flatMap(({ events }) => events)
    const times = (event: string) => told.filter((type) => type === `eu.os2.trin.project.${event}.v1`).length
    expect(['went-live', 'change-decided', 'change-done', 'sla-result-recorded', 'evaluated'].map(times)).toEqual([
      2, 3, 1, 1, 2,
    ])
  })

  it('leaves no dead letter, and nothing committed that was not delivered', () => {
    expect(undisturbed.troubles).toEqual([])
    expect(Object.values(undisturbed.totals.deadLetters).every((count) => count === 0)).toBe(true)
    expect(undisturbed.totals.committed).toBeGreaterThan(50)
    expect(undisturbed.totals.mails).toBeGreaterThan(50)
  })
})

/** Milliseconds between a start and the kill that follows: odd lengths, so that kills fall into the middle of different acts. */
const lifetimes = [1_300, 900, 2_100, 1_700, 2_900, 700, 1_900]

/**
 * Milliseconds that messages may be on their way: until the last kill, some 20 s on an idle machine and 30 on a busy one; then what
 * it cut off waits for its queue (30 s) and a letter for its lease (15 s), and what follows from that is still to come.
 */
const mostHeldUp = 120_000

describe('the lives on a stack that is killed in the middle of them', () => {
  let receiver: Receiver
  let stack: CrashingStack
  afterAll(async () => {
    await stack?.stop()
    await receiver?.stop()
  })

  it('given kill -9 again and again, when it is started anew each time, then they finish, nothing lost or doubled', async () => {
    receiver = await startReceiver()
    stack = await startCrashingStack(newFolder(), receiver.endpoint, lifetimes)
    const world = worldAt(stack.url, (role, wishes) => fetchToken(stack.url, role, wishes), receiver, mostHeldUp)
    await world.begin(from)
    const disturbed = await tellLives(world, () => undefined)

    expect(stack.kills()).toBe(lifetimes.length)
    expect(disturbed.totals.committed).toBe(undisturbed.totals.committed)
    expect(disturbed.chapters.map(essence)).toEqual(undisturbed.chapters.map(essence))
    // What a kill cut off in the middle waits for its lease: it comes late, and it comes.
    await expect.poll(() => receiver.events.size, { timeout: 120_000 }).toBe(undisturbed.totals.committed)
    await expect.poll(() => lettersIn(world), { timeout: 120_000, interval: 1_000 }).toEqual(lettersToldIn(undisturbed))
    expect(eventsIn(receiver)).toEqual(undisturbed.chapters.flatMap(({ events }) => events).sort())
    expect(Object.values((await world.status()).deadLetters).every((count) => count === 0)).toBe(true)
  }, 280_000)
})

/** What a chapter tells, without what differs between two runs: identifiers, seconds, and what comes late after a kill. */
const essence = ({ life, what, state, whoseMove, dueAt }: Chapter) => ({ life, what, state, whoseMove, dueAt })

type Letters = Chapter['mails'][number]['letters']
/** Which letters share a digest may differ: what a kill held up comes in the next. */
const lettersOf = (to: readonly string[], letters: Letters) =>
  letters.map(({ about, what }) => `${to.join()} ${what}: ${about}`)
const lettersToldIn = ({ chapters }: Told) =>
  chapters.flatMap(({ mails }) => mails.flatMap(({ to, letters }) => lettersOf(to, letters))).sort()

/** Mails by their Message-ID: one may go out again when the process died between SES's yes and the note of it, under the same id. */
const lettersIn = async (world: World) => {
  const mails = new Map((await world.mails()).map((mail) => [mail.headers['message-id'], mail]))
  return [...mails.values()].flatMap((mail) => lettersOf(mail.to, lettersTold(mail))).sort()
}

const eventsIn = ({ events }: Receiver) => [...events.values()].map(({ type }) => type).sort()

describe('the template is what runs', () => {
  it.each(['mail', 'classify', 'agenda'])(
    'given a template without the queue %s, when the lives are lived, then they fail',
    async (queue) => {
      const receiver = await startReceiver()
      const withoutQueue = startLocalStack({
        dataFolder: newFolder(),
        context: { webhookEndpoints: [receiver.endpoint] },
        template: (template) => ({
          ...template,
          Resources: Object.fromEntries(
            Object.entries(template.Resources).filter(
              ([, { Type, Properties }]) =>
                Type !== 'AWS::SQS::Queue' || Properties.QueueName !== `trin-local-${queue}`,
            ),
          ),
        }),
      })
      try {
        await expect(withoutQueue).rejects.toThrow()
      } finally {
        await withoutQueue.then((stack) => stack.stop()).catch(() => undefined)
        await receiver.stop()
      }
    },
    60_000,
  )
})
