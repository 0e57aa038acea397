import { expect, test } from 'vitest'
import type { CommitLog } from '../../../shared/use-cases/ports.ts'
import { gathered } from './gathered.ts'
import { aCommit, commented, newProject } from './material.ts'

/** What every commit log keeps to, the one in memory and the one in the table. */
export const commitLogKeeps = (open: () => CommitLog): void => {
  test('a stream that does not exist is empty', async () => {
    const log = open()
    expect(await log.load(newProject())).toEqual([])
    expect(await log.read(newProject(), 1)).toBeUndefined()
  })

  test('commits come back as they were written, in version order, voids included', async () => {
    const log = open()
    const stream = newProject()
    const commits = [
      aCommit(stream, 1, {
        actor: { kind: 'person', id: 'con_x', roles: ['secretariat'], authority: 'OS2' },
        events: [
          {
            type: 'placed',
            level: 2,
            reason: 'Flere "kommuner"\nsammen — æøå',
            conceptDueAt: '2026-10-30T07:00:00.000Z',
          },
          commented(''),
        ],
      }),
      aCommit(stream, 2, { events: [], actor: { kind: 'system', name: 'relay' } }),
      ...Array.from({ length: 9 }, (_, n) => aCommit(stream, n + 3)),
    ]
    for (const commit of commits) expect(await log.append(commit)).toBe('committed')
    expect(await log.load(stream)).toEqual(commits)
    expect(await log.read(stream, 1)).toEqual(commits[0])
    expect(await log.read(stream, 2)).toEqual(commits[1])
  })

  test('a version is taken once, and what stands there is not written over', async () => {
    const log = open()
    const stream = newProject()
    const first = aCommit(stream, 1)
    expect(await log.append(first)).toBe('committed')
    expect(await log.append(aCommit(stream, 1))).toBe('refused')
    expect(await log.append(first)).toBe('refused')
    expect(await log.load(stream)).toEqual([first])
  })

  test('a part of it is what was committed later, or all that is known to be there', async () => {
    const log = open()
    const stream = newProject()
    const commits = [1, 2, 3].map((version) => aCommit(stream, version))
    for (const commit of commits) await log.append(commit)
    expect(await log.load(stream, { after: 1 })).toEqual(commits.slice(1))
    expect(await log.load(stream, { after: 3 })).toEqual([])
    expect(await log.load(stream, { holds: 2 })).toEqual(commits)
    expect(await log.load(newProject(), { holds: 1 })).toEqual([])
  })

  test('of many who want the same version one gets it', async () => {
    const log = open()
    const stream = newProject()
    const results = await Promise.all(Array.from({ length: 8 }, () => log.append(aCommit(stream, 1))))
    expect(results.filter((result) => result === 'committed')).toHaveLength(1)
  })

  test('every stream is told once', async () => {
    const log = open()
    const streams = [newProject(), newProject()]
    for (const stream of streams) for (const version of [1, 2]) await log.append(aCommit(stream, version))
    const told = await gathered(log.streams())
    for (const stream of streams) expect(told.filter((one) => one === stream)).toHaveLength(1)
  })
}
