import { describe, expect, test } from 'vitest'
import { oncePerBatch } from '../../shared/use-cases/once-per-batch.ts'
import type { CommitLog, Contacts, LogPart, Projection } from '../../shared/use-cases/ports.ts'
import { remembering } from '../../shared/use-cases/remembering.ts'
import { rememberingPeople } from '../../shared/use-cases/remembering-people.ts'
import { people, projects } from '../domain/support/material.ts'
import { memoryContacts } from '../fakes/memory-contacts.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { everybody } from '../fakes/post-office.ts'
import { toyProjection } from '../faults/process/toy.ts'
import { aCommit } from '../store/contracts/material.ts'

const stream = projects.sensor

/** A log of so many commits that says what it was asked for, and fails as often as it is told to. */
const asked = (commits: number) => {
  const log = memoryLog(Array.from({ length: commits }, (_, n) => aCommit(stream, n + 1)))
  const parts: (LogPart | undefined)[] = []
  let failures = 0
  const load: CommitLog['load'] = async (of, part) => {
    parts.push(part)
    if (failures > 0) {
      failures -= 1
      throw new Error('away')
    }
    return log.load(of, part)
  }
  return {
    parts,
    log: remembering({ ...log, load }),
    append: (version: number) => log.append(aCommit(stream, version)),
    fail: () => {
      failures += 1
    },
  }
}
const versions = (commits: readonly { readonly version: number }[]) => commits.map(({ version }) => version)

describe('a log that remembers', () => {
  test('asks only for what it does not know, and sees what was committed meanwhile', async () => {
    const { log, parts, append } = asked(2)
    expect(versions(await log.load(stream))).toEqual([1, 2])
    await append(3)
    expect(versions(await log.load(stream))).toEqual([1, 2, 3])
    expect(versions(await log.load(stream, { after: 2 }))).toEqual([3])
    expect(parts).toEqual([undefined, { after: 2 }, { after: 3 }])
  })

  test('answers who follows from what it knows, as far as that goes', async () => {
    const { log, parts, append } = asked(2)
    const both = await Promise.all([1, 2].map((holds) => log.load(stream, { holds })))
    expect(both.map(versions)).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect(parts).toEqual([{ holds: 1 }])
    await append(3)
    expect(versions(await log.load(stream, { holds: 2 }))).toEqual([1, 2])
    expect(versions(await log.load(stream, { holds: 3 }))).toEqual([1, 2, 3])
    expect(parts.at(-1)).toEqual({ after: 2 })
    expect(versions(await log.load(stream))).toEqual([1, 2, 3])
    expect(parts.at(-1)).toEqual({ after: 3 })
  })

  test('looks a commit up in what it knows, then in what came after that', async () => {
    const { log, parts, append } = asked(2)
    expect(await log.read(stream, 2)).toMatchObject({ version: 2 })
    await append(3)
    expect(await log.read(stream, 3)).toMatchObject({ version: 3 })
    expect(await log.read(stream, 4)).toBeUndefined()
    expect(parts).toEqual([{ holds: 0 }, { after: 2 }, { after: 3 }])
  })

  test('knows what was appended through it, as far as nothing is missing before', async () => {
    const { log, parts, append } = asked(2)
    await log.load(stream, { holds: 0 })
    expect(await log.append(aCommit(stream, 3))).toBe('committed')
    expect(versions(await log.load(stream, { holds: 3 }))).toEqual([1, 2, 3])
    expect(parts).toEqual([{ holds: 0 }])
    await append(4)
    expect(await log.append(aCommit(stream, 4))).toBe('refused')
    expect(await log.append(aCommit(stream, 5))).toBe('committed')
    expect(versions(await log.load(stream, { holds: 5 }))).toEqual([1, 2, 3, 4, 5])
    expect(parts.at(-1)).toEqual({ after: 3 })
  })

  test('never takes a failure for an answer', async () => {
    const { log, fail } = asked(2)
    fail()
    await expect(log.load(stream)).rejects.toThrow('away')
    expect(versions(await log.load(stream, { holds: 2 }))).toEqual([1, 2])
    fail()
    await expect(log.load(stream)).rejects.toThrow('away')
    expect(versions(await log.load(stream))).toEqual([1, 2])
  })
})

test('people are looked up once, and somebody who is not there stays so', async () => {
  const looked: (readonly string[])[] = []
  const contacts = memoryContacts(everybody)
  const find: Contacts['find'] = (ids) => {
    looked.push(ids)
    return contacts.find(ids)
  }
  const { find: remembered } = rememberingPeople({ find })
  const stranger = 'con_stranger'
  const [first, second] = await Promise.all([remembered([people.maren, stranger]), remembered([people.maren])])
  expect([...first.keys(), ...second.keys()]).toEqual([people.maren, people.maren])
  expect([...(await remembered([people.kasper, stranger])).keys()]).toEqual([people.kasper])
  expect(looked).toEqual([[people.maren, stranger], [people.kasper]])
})

describe('a batch of announcements', () => {
  const batch = () => {
    const written: Projection[] = []
    const { projections } = oncePerBatch({
      projections: {
        put: async (projection: Projection) => {
          written.push(projection)
          return true
        },
      },
    })
    const put = (version: number, more: Partial<Projection> = {}) =>
      projections.put({ ...toyProjection(stream, version, []), ...more })
    return { put, written }
  }

  test('writes a stream once where the newest was there already, and again for what was committed later', async () => {
    const { put, written } = batch()
    expect(await Promise.all([3, 3, 2].map((version) => put(version)))).toEqual([true, true, true])
    expect(written.map(({ version }) => version)).toEqual([3])
    await put(4)
    expect(written.map(({ version }) => version)).toEqual([3, 4])
  })

  test('leaves out nothing that says who is on it', async () => {
    const { put, written } = batch()
    await Promise.all([put(3), put(3, { people: [] })])
    expect(written.map(({ people: on }) => on)).toEqual([undefined, []])
  })
})
