import { describe, expect, test } from 'vitest'
import type { ConfirmPorts } from '../../shared/use-cases/confirm.ts'
import { confirm } from '../../shared/use-cases/confirm.ts'
import type { CommitLog, Projection } from '../../shared/use-cases/ports.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'
import { aConcept } from '../domain/support/material.ts'
import { countedIds, countedPace, stoppedClock } from '../fakes/counted.ts'
import { memoryContacts } from '../fakes/memory-contacts.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { memoryProjections } from '../fakes/memory-projections.ts'
import { memoryFanOut } from '../fakes/memory-queues.ts'
import { aCommit, aContact, aProject, commented } from '../store/contracts/material.ts'

const stream = 'prj_1'
const announced = { stream, version: 1, commitId: 'cmt_a', correlationId: 'c-1' } as const
const committed = aCommit(stream, 1, {
  commitId: 'cmt_a',
  events: [commented('a'), { type: 'revised', concept: aConcept(), answers: {} }],
})
const another = aCommit(stream, 1, { commitId: 'cmt_b' })

const parts = (log: CommitLog) => {
  const projectionOf = async (): Promise<Projection | undefined> => {
    const version = (await log.load(stream)).findLast(({ events }) => events.length > 0)?.version
    return version === undefined ? undefined : aProject(stream, version)
  }
  const projections = memoryProjections()
  const contacts = memoryContacts()
  const person = aContact(contacts, 'Lone')
  const ports = {
    log,
    projectionOf,
    projections,
    contacts,
    fanOut: memoryFanOut(),
    clock: stoppedClock('2026-09-01T08:00:00.000Z'),
    newId: countedIds(),
    pace: countedPace(100),
  } satisfies ConfirmPorts
  const notices = () => ports.fanOut.sent.map(({ channel, notice }) => `${channel} ${notice.id} ${notice.type}`)
  return { ...ports, person, notices }
}

describe('an announcement whose commit is there', () => {
  test('then the projection is written, its people count, and each event goes to its channels', async () => {
    const ports = parts(memoryLog([committed]))
    await ports.contacts.stage('cmt_a', [ports.person])
    expect(await confirm(ports, announced, 1)).toBe('confirmed')
    expect(ports.projections.all.get(stream)?.version).toBe(1)
    expect(ports.contacts.all.get(ports.person.id)).toEqual(ports.person)
    expect(ports.notices()).toEqual([
      'mail prj_1/1/0 commented',
      'webhooks prj_1/1/0 commented',
      'webhooks prj_1/1/1 revised',
    ])
    expect(ports.fanOut.sent[0]?.notice).toMatchObject({ stream, version: 1, index: 0, correlationId: 'c-1' })
  })

  test('when it says that no people come with it, then nobody is looked for', async () => {
    const ports = parts(memoryLog([committed]))
    await ports.contacts.stage('cmt_a', [ports.person])
    expect(await confirm(ports, { ...announced, people: false }, 1)).toBe('confirmed')
    expect(ports.contacts.all.get(ports.person.id)).toBeUndefined()
    expect(await confirm(ports, { ...announced, people: true }, 2)).toBe('confirmed')
    expect(ports.contacts.all.get(ports.person.id)).toEqual(ports.person)
  })

  test('when all letters of it are kept for the post, then nobody is asked to write mail, else somebody is', async () => {
    const asked: unknown[] = []
    const told = async (keptForPost: () => Promise<boolean>) => {
      const ports = parts(memoryLog([committed]))
      const kept = async (commit: unknown) => {
        asked.push(commit)
        return keptForPost()
      }
      await confirm({ ...ports, keptForPost: kept }, announced, 1)
      return ports.notices().filter((notice) => notice.startsWith('mail')).length
    }
    expect(await told(async () => true)).toBe(0)
    expect(asked).toEqual([{ stream, version: 1, correlationId: 'c-1' }])
    expect(await told(async () => false)).toBe(1)
    expect(await told(() => Promise.reject(new Error('a letter that cannot be written')))).toBe(1)
  })

  test('when it comes again, then the same notices go out, and nothing else happens', async () => {
    const ports = parts(memoryLog([committed]))
    await confirm(ports, announced, 1)
    const once = ports.notices()
    expect(await confirm(ports, announced, 2)).toBe('confirmed')
    expect(ports.notices()).toEqual([...once, ...once])
  })

  test('given a newer projection, so that its own is refused, then all that follows is done all the same', async () => {
    const ports = parts(memoryLog([committed]))
    await ports.contacts.stage('cmt_a', [ports.person])
    await ports.projections.put(aProject(stream, 7))
    expect(await confirm(ports, announced, 1)).toBe('confirmed')
    expect(ports.projections.all.get(stream)?.version).toBe(7)
    expect(ports.contacts.all.size).toBe(1)
    expect(ports.notices()).toHaveLength(3)
  })

  test('given something is away, then it throws, so that the announcement comes again', async () => {
    const ports = parts(memoryLog([committed]))
    const fanOut = { send: () => Promise.reject(new Unavailable('sqs is away')) }
    await expect(confirm({ ...ports, fanOut }, announced, 1)).rejects.toThrow(Unavailable)
  })

  test('given it comes while we look again, then it is confirmed on the first receive', async () => {
    const log = memoryLog()
    const ports = parts(log)
    ports.pace.onPause = async (attempt) => {
      if (attempt === 3) await log.append(committed)
    }
    expect(await confirm(ports, announced, 1)).toBe('confirmed')
    expect(ports.notices()).toHaveLength(3)
  })
})

describe('an announcement whose version another commit has', () => {
  test('then it is an orphan: nobody hears of it, and its people are not left behind', async () => {
    const ports = parts(memoryLog([another]))
    await ports.contacts.stage('cmt_a', [ports.person])
    expect(await confirm(ports, announced, 1)).toBe('orphan')
    expect(ports.notices()).toEqual([])
    expect(ports.contacts.staged.size).toBe(0)
    expect(ports.contacts.all.size).toBe(0)
  })

  test('a void there is another commit', async () => {
    const ports = parts(memoryLog([aCommit(stream, 1, { commitId: 'cmt_v', events: [] })]))
    expect(await confirm(ports, announced, 1)).toBe('orphan')
    expect(ports.projections.all.size).toBe(0)
  })
})

describe('an announcement with nothing there', () => {
  test('on the first receive it is looked for as long as there is time, then left for later', async () => {
    const ports = parts(memoryLog())
    expect(await confirm(ports, announced, 1)).toBe('not-yet')
    expect(ports.pace.pauses).toHaveLength(10)
    expect(await ports.log.load(stream)).toEqual([])
  })

  test('on the second receive its version is closed for good, and its people are not left behind', async () => {
    const ports = parts(memoryLog())
    await ports.contacts.stage('cmt_a', [ports.person])
    expect(await confirm(ports, announced, 2)).toBe('voided')
    expect(await ports.log.load(stream)).toMatchObject([
      { version: 1, events: [], actor: { kind: 'system', name: 'relay' }, correlationId: 'c-1' },
    ])
    expect(await ports.log.append(committed)).toBe('refused')
    expect(ports.contacts.staged.size).toBe(0)
    expect(ports.notices()).toEqual([])
    expect(ports.projections.all.size).toBe(0)
  })

  test('when its writer comes just before the void, then the void is refused and it is confirmed', async () => {
    const log = memoryLog()
    const racing: CommitLog = {
      ...log,
      append: async (commit) => {
        await log.append(committed)
        return log.append(commit)
      },
    }
    const ports = parts(racing)
    expect(await confirm(ports, announced, 2)).toBe('confirmed')
    expect(ports.notices()).toHaveLength(3)
  })

  test('when another commit comes just before the void, then it is an orphan', async () => {
    const log = memoryLog()
    const append: CommitLog['append'] = async (commit) => {
      await log.append(another)
      return log.append(commit)
    }
    expect(await confirm(parts({ ...log, append }), announced, 3)).toBe('orphan')
  })

  test('given a log that says taken and not there, then it throws rather than guess', async () => {
    const ports = parts({ ...memoryLog(), append: async () => 'refused' })
    await expect(confirm(ports, announced, 2)).rejects.toThrow('not consistent')
  })
})
