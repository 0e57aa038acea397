import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Commit } from '../../shared/domain/commit.ts'
import type { ProjectEvent } from '../../shared/domain/project/events.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { projectionOf } from '../../shared/use-cases/projection-of.ts'
import { actors, people } from '../domain/support/material.ts'
import { type Act, acts, life, runningLife } from '../fakes/life.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { memoryProjections } from '../fakes/memory-projections.ts'
import { gathered } from '../store/contracts/gathered.ts'

const successor: Act = [actors.secretariat, { type: 'appoint-lead', lead: people.kasper }]
const log = life([...runningLife(), acts.comment, successor, acts.comment, acts.pause, acts.resume])
const stream = log[0]?.stream as `prj_${string}`

/** What stands in the lists, but for the version at which it was written. */
const standing = async (projections: ReturnType<typeof memoryProjections>) => {
  const { version: _, ...row } = projections.all.get(stream) ?? { version: 0 }
  return { row, people: await gathered(projections.people()) }
}
const whole = async () => {
  const projections = memoryProjections()
  const projection = await projectionOf(memoryLog(log), defaultSettings)(stream)
  if (projection !== undefined) await projections.put(projection)
  return standing(projections)
}
/** As the relay does it: each commit by itself, with as much of the log as was there by then. */
const followed = async (announced: readonly { readonly version: number; readonly there: number }[]) => {
  const projections = memoryProjections()
  for (const { version, there } of announced) {
    const known: readonly Commit<ProjectEvent>[] = log.slice(0, Math.max(version, there))
    const changed = await projectionOf(memoryLog(known), defaultSettings)(stream, version)
    if (changed !== undefined) await projections.put(changed)
  }
  return standing(projections)
}

test('given commits in any order, with whatever was committed since, then what changed makes up the whole', async () => {
  const expected = await whole()
  const anyOrder = fc.shuffledSubarray(
    log.map(({ version }) => version),
    { minLength: log.length },
  )
  const anyRest = fc.array(fc.nat({ max: log.length }), { minLength: log.length, maxLength: log.length })
  await fc.assert(
    fc.asyncProperty(anyOrder, anyRest, async (order, rest) => {
      const announced = order.map((version, at) => ({ version, there: rest[at] ?? 0 }))
      expect(await followed(announced)).toEqual(expected)
    }),
  )
})

test('given a commit that changes nothing of it, then there is nothing to write, and people only where they changed', async () => {
  const written = await Promise.all(
    log.map(async ({ version, events }) => {
      const changed = await projectionOf(memoryLog(log.slice(0, version)), defaultSettings)(stream, version)
      return `${events[0]?.type}: ${changed === undefined ? 'nothing' : changed.people === undefined ? 'row' : 'row and people'}`
    }),
  )
  expect(written).toEqual([
    'submitted: row and people',
    'commented: nothing',
    'placed: row',
    'marked-ready: row',
    'put-on-agenda: row',
    'approved: row and people',
    'lead-appointed: row and people',
    'steering-group-named: row and people',
    'started: row',
    'commented: nothing',
    'lead-appointed: row and people',
    'commented: nothing',
    'paused: row',
    'resumed: row',
  ])
})

test('given no version, then it is the whole projection', async () => {
  const projection = await projectionOf(memoryLog(log), defaultSettings)(stream)
  expect(projection?.people).toContainEqual({ contact: people.kasper, parts: expect.arrayContaining(['lead']) })
  expect(await projectionOf(memoryLog(), defaultSettings)(stream)).toBeUndefined()
})
