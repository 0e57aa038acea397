import { expect, test } from 'vitest'
import type { ContactId } from '../../shared/domain/identifiers.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { findPeople, mostLookedThrough } from '../../shared/use-cases/find-people.ts'
import { projectProjection } from '../../shared/use-cases/project-projection.ts'
import { aRunning } from '../domain/support/life.ts'
import { memoryProjections } from '../fakes/memory-projections.ts'

/** As many projects as asked for, each proposed by somebody else; the last moved last. */
const world = async (count: number) => {
  const projections = memoryProjections()
  const asked: (readonly ContactId[])[] = []
  for (let n = 0; n < count; n += 1) {
    const id = `prj_${String(n).padStart(26, '0')}` as const
    const since = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString()
    const { steering: _, lead: __, ...alone } = { ...aRunning(1), id, moveSince: since, conditions: [], contacts: [] }
    await projections.put(
      projectProjection(
        { ...alone, steering: [], proposer: `con_${n}` } as ReturnType<typeof aRunning>,
        defaultSettings,
      ),
    )
  }
  const contacts = {
    idOf: (email: string): ContactId => `con_${email.split('@')[0]}`,
    find: async (ids: readonly ContactId[]) => {
      asked.push(ids)
      const known = ids.map((id) => ({
        id,
        name: `Nr. ${id.slice(4)}`,
        email: `${id.slice(4)}@x.example`,
        language: 'da' as const,
      }))
      return new Map(known.map((one) => [one.id, one]))
    },
  }
  return { ports: { projections, contacts }, asked }
}

test('given more people than are looked through, then those on the newest cases are, and it says that these are not all', async () => {
  const { ports, asked } = await world(mostLookedThrough + 5)
  const { people, isPartial } = await findPeople(ports, 'nr. 3')
  expect(isPartial).toBe(true)
  expect(asked.flat()).toHaveLength(mostLookedThrough)
  expect(asked.flat()).not.toContain('con_3')
  expect(people.map(({ name }) => name)).not.toContain('Nr. 3')
})

test('given the whole address of somebody on an old case, then they are found all the same', async () => {
  const { ports } = await world(mostLookedThrough + 5)
  const { people } = await findPeople(ports, '3@x.example')
  expect(people.map(({ name }) => name)).toContain('Nr. 3')
  expect(people.find(({ name }) => name === 'Nr. 3')?.cases).toMatchObject([{ parts: ['proposer'] }])
})

test('given a project of which nobody has said who is on it, then nobody is', async () => {
  const projections = memoryProjections()
  const { people: _, ...row } = projectProjection(aRunning(1), defaultSettings)
  await projections.put(row)
  const contacts = { idOf: (): ContactId => 'con_1', find: async () => new Map() }
  expect(await findPeople({ projections, contacts }, '')).toEqual({ people: [], isPartial: false })
})
