import { describe, expect, test } from 'vitest'
import { refuse } from '../../shared/domain/refusal.ts'
import type { ExecutePorts, Execution } from '../../shared/use-cases/execute.ts'
import { execute, versionOf } from '../../shared/use-cases/execute.ts'
import type { CommitLog } from '../../shared/use-cases/ports.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'
import { countedIds, countedPace, stoppedClock } from '../fakes/counted.ts'
import { laggingLog } from '../fakes/lagging-log.ts'
import { memoryContacts } from '../fakes/memory-contacts.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { memoryAnnouncer } from '../fakes/memory-queues.ts'
import { aCommit, aContact, commented } from '../store/contracts/material.ts'
import { said, saying } from './support/comments.ts'

const stream = 'prj_1'
const now = '2026-09-01T08:00:00.000Z'

const parts = (log: CommitLog = memoryLog()) => ({
  log,
  announcer: memoryAnnouncer(),
  contacts: memoryContacts(),
  clock: stoppedClock(now),
  newId: countedIds(),
  pace: countedPace(0),
})

const saysA = (more: Partial<Execution<typeof stream, readonly string[]>['context']> = {}, machine = saying('a')) =>
  ({
    stream,
    machine,
    context: {
      commandId: 'cmd_a',
      payloadHash: 'hash of a',
      actor: { kind: 'anonymous' } as const,
      correlationId: 'c-1',
      ...more,
    },
  }) satisfies Execution<typeof stream, readonly string[]>

/** A log whose next appends go by a script first: what a slow or cut line can do to them. */
const scripted = (log: CommitLog, ...steps: ((real: CommitLog['append']) => CommitLog['append'])[]): CommitLog => ({
  ...log,
  append: (commit) => {
    const step = steps.shift()
    return step === undefined ? log.append(commit) : step(log.append)(commit)
  },
})
const away = () => new Unavailable('dynamodb is away')
const overtakenBy =
  (text: string) => (real: CommitLog['append']) => async (commit: Parameters<CommitLog['append']>[0]) => {
    await real(aCommit(stream, commit.version, { events: [commented(text)] }))
    return real(commit)
  }
const answerLost = (real: CommitLog['append']) => async (commit: Parameters<CommitLog['append']>[0]) => {
  await real(commit)
  throw away()
}
const answerLostInTheClient = (real: CommitLog['append']) => async (commit: Parameters<CommitLog['append']>[0]) => {
  await real(commit)
  return real(commit)
}
const neverArrives = () => async () => {
  throw away()
}

describe('a command is announced, then committed', () => {
  test('given an empty log, when a command is given, then its events stand at version 1 under the announced id', async () => {
    const ports = parts()
    const result = await execute(ports, saysA())
    const [commit] = await ports.log.load(stream)
    expect(commit).toMatchObject({
      version: 1,
      commandId: 'cmd_a',
      payloadHash: 'hash of a',
      at: now,
      correlationId: 'c-1',
    })
    expect(result).toEqual({ outcome: 'committed', commit, state: ['a'], repeated: false })
    expect(ports.announcer.announced).toEqual([
      {
        stream,
        version: 1,
        commitId: commit?.commitId,
        commandId: commit?.commandId,
        correlationId: 'c-1',
        people: false,
      },
    ])
  })

  test('it is announced before it is committed', async () => {
    const ports = parts()
    const seen: number[] = []
    const announcer = { announce: async () => void seen.push((await ports.log.load(stream)).length) }
    await execute({ ...ports, announcer }, saysA())
    expect(seen).toEqual([0])
  })

  test('given no queue, then nothing is committed', async () => {
    const ports = parts()
    const announcer = { announce: () => Promise.reject(new Unavailable('sqs is away')) }
    await expect(execute({ ...ports, announcer }, saysA())).rejects.toThrow(Unavailable)
    expect(await ports.log.load(stream)).toEqual([])
  })

  test('given a refusal of the domain, then nothing is announced and what was seen is told', async () => {
    const ports = parts(memoryLog([aCommit(stream, 1, { events: [commented('before')] })]))
    const result = await execute(
      ports,
      saysA(
        {},
        saying('a', () => refuse('illegal-in-state', 'state')),
      ),
    )
    expect(result).toEqual({ refused: 'illegal-in-state', rule: 'state', seen: { state: ['before'], version: 1 } })
    expect(ports.announcer.announced).toEqual([])
  })

  test('given that it was so already, then nothing is written', async () => {
    const ports = parts()
    expect(
      await execute(
        ports,
        saysA(
          {},
          saying('a', () => []),
        ),
      ),
    ).toEqual({ outcome: 'unchanged', version: 0 })
    expect(ports.announcer.announced).toEqual([])
  })
})

describe('the same command is committed once', () => {
  test('given it is in the log, when it comes again, then the answer is that commit and the state as it was then', async () => {
    const ports = parts()
    const first = await execute(ports, saysA())
    await execute(ports, { ...saysA({ commandId: 'cmd_b' }), machine: saying('b') })
    expect(await execute(ports, saysA())).toEqual({ ...first, repeated: true })
    expect(said(await ports.log.load(stream))).toEqual(['a', 'b'])
  })

  test('given another payload under the same key, then it is refused', async () => {
    const ports = parts()
    await execute(ports, saysA())
    expect(await execute(ports, saysA({ payloadHash: 'another' }))).toMatchObject({ refused: 'idempotency-mismatch' })
  })

  test('it is found even where `If-Match` would no longer hold', async () => {
    const ports = parts(memoryLog([aCommit(stream, 1)]))
    const first = await execute(ports, saysA({ expectedVersion: 1 }))
    expect(await execute(ports, saysA({ expectedVersion: 1 }))).toEqual({ ...first, repeated: true })
  })

  test('given to many at once, one commits and all get the same answer', async () => {
    const ports = parts()
    const results = await Promise.all(Array.from({ length: 6 }, () => execute(ports, saysA())))
    expect(await ports.log.load(stream)).toHaveLength(1)
    expect(new Set(results.map((result) => ('commit' in result ? result.commit.commitId : result)))).toHaveLength(1)
  })
})

describe('two at once', () => {
  test('given another commit came first, then it is decided again on the new state', async () => {
    const ports = parts(scripted(memoryLog(), overtakenBy('first')))
    const seen: (readonly string[])[] = []
    const machine = saying('a', (state) => {
      seen.push(state)
      return [commented('a')]
    })
    expect(await execute(ports, saysA({}, machine))).toMatchObject({ outcome: 'committed', state: ['first', 'a'] })
    expect(seen).toEqual([[], ['first']])
    expect(ports.announcer.announced.map(({ version }) => version)).toEqual([1, 2])
    expect(new Set(ports.announcer.announced.map(({ commitId }) => commitId)).size).toBe(2)
    expect(ports.pace.pauses).toEqual([1])
  })

  test('given the new state refuses it, then it is refused', async () => {
    const ports = parts(scripted(memoryLog(), overtakenBy('first')))
    const machine = saying('a', (state) =>
      state.length === 0 ? [commented('a')] : refuse('illegal-in-state', 'state'),
    )
    expect(await execute(ports, saysA({}, machine))).toMatchObject({ refused: 'illegal-in-state' })
  })

  test('given `If-Match` and another commit came first, then it is a conflict', async () => {
    const log = memoryLog([aCommit(stream, 1)])
    const ports = parts(scripted(log, overtakenBy('first')))
    expect(await execute(ports, saysA({ expectedVersion: 1 }))).toMatchObject({
      refused: 'version-conflict',
      facts: { expected: 1, version: 2 },
    })
  })

  test('`If-Match` passes over voids, and leaves a stream that is not there to the domain', async () => {
    const log = memoryLog([aCommit(stream, 1), aCommit(stream, 2, { events: [] })])
    expect(versionOf(await log.load(stream))).toBe(1)
    expect(await execute(parts(log), saysA({ expectedVersion: 1 }))).toMatchObject({
      outcome: 'committed',
      commit: { version: 3 },
    })
    const machine = saying('a', () => refuse('not-found', 'missing'))
    expect(await execute(parts(), saysA({ expectedVersion: 4 }, machine))).toMatchObject({ refused: 'not-found' })
  })

  test('given a void at its version, then it takes the next', async () => {
    const ports = parts(
      scripted(memoryLog(), (real) => async (commit) => {
        await real(aCommit(stream, commit.version, { events: [] }))
        return real(commit)
      }),
    )
    expect(await execute(ports, saysA())).toMatchObject({ outcome: 'committed', commit: { version: 2 }, state: ['a'] })
  })

  test('given others always come first, it tries ten times, and as long as its time lasts, then it is too busy', async () => {
    const hurried = (log: CommitLog): CommitLog => ({ ...log, append: overtakenBy('other')(log.append) })
    const ports = parts(hurried(memoryLog()))
    expect(await execute(ports, saysA())).toMatchObject({ refused: 'busy', seen: { version: 10 } })
    expect(ports.announcer.announced).toHaveLength(10)
    const patient = { ...parts(hurried(memoryLog())), pace: countedPace(200, 10) }
    expect(await execute(patient, saysA())).toMatchObject({ refused: 'busy' })
    expect(patient.announcer.announced).toHaveLength(20)
  })
})

describe('the first load may lag', () => {
  /** A log that lags by so many commits at first, and says what it was asked for. */
  const behind = (commits: number, real = memoryLog([1, 2].map((version) => aCommit(stream, version)))) => {
    const loads: unknown[] = []
    const lags = laggingLog(real, () => commits)
    const load: CommitLog['load'] = (of, part) => {
      loads.push(part)
      return lags.load(of, part)
    }
    return { loads, ports: parts({ ...real, load }) }
  }

  test('given nothing is missing, when it is committed, then nothing is read again', async () => {
    const { ports, loads } = behind(0)
    expect(await execute(ports, saysA())).toMatchObject({ outcome: 'committed', commit: { version: 3 } })
    expect(loads).toEqual([{ holds: 0 }])
  })

  test('given a commit is missing, then the version is taken, and it is decided on what is really there', async () => {
    const { ports, loads } = behind(1)
    const seen: number[] = []
    const machine = saying('a', (state) => {
      seen.push(state.length)
      return [commented('a')]
    })
    expect(await execute(ports, saysA({}, machine))).toMatchObject({ outcome: 'committed', commit: { version: 3 } })
    expect(seen).toEqual([1, 2])
    expect(loads).toEqual([{ holds: 0 }, { after: 1 }])
    expect(ports.announcer.announced.map(({ version }) => version)).toEqual([2, 3])
  })

  test.each([
    ['it refuses', () => refuse('not-found', 'missing')],
    ['it changes nothing', () => []],
  ])('given %s on what lags, then nothing is said before the newest was asked', async (_, first) => {
    const { ports, loads } = behind(1)
    const machine = saying('a', (state) => (state.length < 2 ? first() : [commented('a')]))
    expect(await execute(ports, saysA({}, machine))).toMatchObject({ outcome: 'committed', commit: { version: 3 } })
    expect(loads).toEqual([{ holds: 0 }, { after: 1 }])
    expect(ports.announcer.announced).toHaveLength(1)
  })

  test('given the version that the caller has seen is the newest, or is not, then the newest says so', async () => {
    expect(await execute(behind(1).ports, saysA({ expectedVersion: 2 }))).toMatchObject({ outcome: 'committed' })
    expect(await execute(behind(1).ports, saysA({ expectedVersion: 1 }))).toMatchObject({
      refused: 'version-conflict',
      facts: { expected: 1, version: 2 },
    })
  })

  test('given the command itself is what is missing, then it is found, and not committed again', async () => {
    const { ports } = behind(1, memoryLog([aCommit(stream, 1, { commandId: 'cmd_a', payloadHash: 'hash of a' })]))
    expect(await execute(ports, saysA())).toMatchObject({ outcome: 'committed', repeated: true })
    expect(await ports.log.load(stream)).toHaveLength(1)
  })

  test('given words go on, then it is read consistently from the beginning', async () => {
    const { ports, loads } = behind(1)
    expect(await execute(ports, { ...saysA(), takesWordsOver: true })).toMatchObject({ commit: { version: 3 } })
    expect(loads).toEqual([undefined])
  })

  test('given many write at once and all lag, then each commits once', async () => {
    let loads = 0
    const log = laggingLog(memoryLog(), () => (loads++ * 7) % 3)
    const ports = parts(log)
    const all = Array.from({ length: 8 }, (_, n) =>
      execute(ports, { ...saysA({ commandId: `cmd_${n % 4}` }), machine: saying(`a${n % 4}`) }),
    )
    for (const one of await Promise.all(all)) expect(one).toMatchObject({ outcome: 'committed' })
    expect(said(await log.load(stream))?.toSorted()).toEqual(['a0', 'a1', 'a2', 'a3'])
  })
})

describe('an unknown outcome', () => {
  test('given the commit was written and the answer lost, then it is found in the log and not written twice', async () => {
    const ports = parts(scripted(memoryLog(), answerLost))
    expect(await execute(ports, saysA())).toMatchObject({ outcome: 'committed', repeated: false, state: ['a'] })
    expect(await ports.log.load(stream)).toHaveLength(1)
  })

  test('given it never arrived, then it is tried again under the same command id', async () => {
    const ports = parts(scripted(memoryLog(), neverArrives, neverArrives))
    expect(await execute(ports, saysA())).toMatchObject({ outcome: 'committed', commit: { commandId: 'cmd_a' } })
    expect(new Set(ports.announcer.announced.map(({ commitId }) => commitId)).size).toBe(3)
  })

  test('given it arrives late, when the same version was tried again, then only one of the two counts', async () => {
    const log = memoryLog()
    let arrives = () => {}
    const late = (real: CommitLog['append']) => async (commit: Parameters<CommitLog['append']>[0]) => {
      arrives = () => void real(commit)
      throw away()
    }
    const first = (real: CommitLog['append']) => async (commit: Parameters<CommitLog['append']>[0]) => {
      arrives()
      return real(commit)
    }
    expect(await execute(parts(scripted(log, late, first)), saysA())).toMatchObject({
      outcome: 'committed',
      repeated: false,
    })
    expect(said(await log.load(stream))).toEqual(['a'])
  })

  test('given it stays away, then whoever asked is told so', async () => {
    const ports = parts(scripted(memoryLog(), neverArrives, neverArrives, neverArrives))
    await expect(execute(ports, saysA())).rejects.toThrow(Unavailable)
    expect(ports.announcer.announced).toHaveLength(3)
  })
})

describe('people come along with a commit', () => {
  const withPeople = (ports: ExecutePorts & ReturnType<typeof parts>) => {
    const person = aContact(ports.contacts, 'Lone')
    return { ...saysA(), contacts: [person] }
  }

  test('given it is committed, then they wait under its id', async () => {
    const ports = parts()
    const result = await execute(ports, withPeople(ports))
    expect([...ports.contacts.staged.keys()]).toEqual(['commit' in result && result.commit.commitId])
  })

  test('given a try is refused, then they are not left behind under its id', async () => {
    const ports = parts(scripted(memoryLog(), overtakenBy('first')))
    const result = await execute(ports, withPeople(ports))
    expect([...ports.contacts.staged.keys()]).toEqual(['commit' in result && result.commit.commitId])
  })

  test('given the refusal is by the commit itself, whose answer got lost, then they stay', async () => {
    const ports = parts(scripted(memoryLog(), answerLostInTheClient))
    const result = await execute(ports, withPeople(ports))
    expect(result).toMatchObject({ outcome: 'committed', repeated: false, commit: { version: 1 } })
    expect([...ports.contacts.staged.keys()]).toEqual(['commit' in result && result.commit.commitId])
  })

  test('given it ends too busy, then nobody is left behind', async () => {
    const log = memoryLog()
    const ports = parts({ ...log, append: overtakenBy('other')(log.append) })
    expect(await execute(ports, withPeople(ports))).toMatchObject({ refused: 'busy' })
    expect(ports.contacts.staged.size).toBe(0)
  })

  test('they are staged after the announcement, so that there is always somebody who clears them', async () => {
    const ports = parts()
    const stage = async () => expect(ports.announcer.announced).toHaveLength(1)
    await execute({ ...ports, contacts: { ...ports.contacts, stage } }, withPeople(ports))
    expect.assertions(1)
  })

  test('without somewhere to keep them, nothing is committed', async () => {
    const { contacts: _, ...ports } = parts()
    await expect(execute(ports, withPeople(parts()))).rejects.toThrow('people')
    expect(await ports.log.load(stream)).toEqual([])
  })
})
