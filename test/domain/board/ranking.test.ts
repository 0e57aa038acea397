import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRankings } from '../../../shared/domain/board/ranking.ts'
import { kr, people, projects } from '../support/material.ts'

fc.configureGlobal({ seed: 43 })

const { byggesag, sensor, borger, arkiv } = projects
const items = [
  { project: byggesag, jointCost: kr(400_000) },
  { project: sensor, jointCost: kr(2_400_000) },
  { project: borger, jointCost: kr(900_000) },
  { project: arkiv },
]
const by = (member: keyof typeof people, ...order: (typeof projects)[keyof typeof projects][]) => ({
  member: people[member],
  order,
})
const order = (merged: ReturnType<typeof mergeRankings>) => merged.map(({ project }) => project)

describe('the merged order of what members rank', () => {
  it('given full rankings, when merged, then points are counted by place', () => {
    const merged = mergeRankings(items, [
      by('henrik', sensor, borger, byggesag, arkiv),
      by('lone', borger, sensor, byggesag, arkiv),
      by('anders', sensor, byggesag, borger, arkiv),
    ])
    expect(merged.map(({ project, halfPoints, firstPlaces }) => [project, halfPoints, firstPlaces])).toEqual([
      [sensor, 16, 2],
      [borger, 12, 1],
      [byggesag, 8, 0],
      [arkiv, 0, 0],
    ])
  })

  it('given a partial ranking, when merged, then the unranked share the points that are left', () => {
    const merged = mergeRankings(items, [by('ditte', borger)])
    expect(merged.map(({ project, halfPoints }) => [project, halfPoints])).toEqual([
      [borger, 6],
      [arkiv, 2],
      [byggesag, 2],
      [sensor, 2],
    ])
  })

  it('given no rankings, when merged, then the order is that of the ids', () => {
    expect(order(mergeRankings(items, []))).toEqual([arkiv, borger, byggesag, sensor])
  })

  it('given equal points, when merged, then more first places come first', () => {
    const three = items.slice(0, 3)
    const merged = mergeRankings(three, [
      by('henrik', sensor, borger, byggesag),
      by('lone', byggesag, borger, sensor),
      by('anders', sensor, borger, byggesag),
      by('ditte', byggesag, borger, sensor),
    ])
    expect(merged.map(({ halfPoints }) => halfPoints)).toEqual([8, 8, 8])
    expect(order(merged)).toEqual([byggesag, sensor, borger])
  })

  it('given a ranking with strangers and repeats, when merged, then those do not count', () => {
    const clean = mergeRankings(items, [by('palle', sensor, arkiv)])
    const untidy = mergeRankings(items, [{ member: people.palle, order: [sensor, 'prj_01JUKENDT', sensor, arkiv] }])
    expect(untidy).toEqual(clean)
  })

  it('given any rankings, when merged, then every item is there once and all points are given out', () => {
    const all = items.map(({ project }) => project)
    fc.assert(
      fc.property(
        fc.array(fc.shuffledSubarray(all), { maxLength: 12 }),
        fc.shuffledSubarray(items, { minLength: 1 }),
        (orders, table) => {
          const merged = mergeRankings(
            table,
            orders.map((one) => ({ member: people.henrik, order: one })),
          )
          const count = table.length
          expect([...order(merged)].sort()).toEqual(table.map(({ project }) => project).sort())
          const points = merged.reduce((total, { halfPoints }) => total + halfPoints, 0)
          expect(points).toBe(orders.length * count * (count - 1))
          expect(merged.every(({ halfPoints }) => Number.isInteger(halfPoints))).toBe(true)
          expect(
            mergeRankings(
              [...table].reverse(),
              orders.map((one) => ({ member: people.lone, order: one })),
            ),
          ).toEqual(merged)
        },
      ),
    )
  })

  it('given somebody moves an item up, when merged again, then it never falls', () => {
    const all = items.map(({ project }) => project)
    const full = fc.shuffledSubarray(all, { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(full, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 3 }), (orders, place) => {
        const [first = [], ...rest] = orders
        const raised = first[place] as (typeof all)[number]
        const better = [raised, ...first.filter((project) => project !== raised)]
        const rank = (lists: typeof orders) =>
          order(
            mergeRankings(
              items,
              lists.map((one) => ({ member: people.henrik, order: one })),
            ),
          ).indexOf(raised)
        expect(rank([better, ...rest])).toBeLessThanOrEqual(rank(orders))
      }),
    )
  })
})

describe('the cut-line', () => {
  const rankings = [by('henrik', byggesag, sensor, arkiv, borger)]

  it('given a budget, when an item would exceed it, then the line falls before it, and nothing cheaper overtakes it', () => {
    const merged = mergeRankings(items, rankings, kr(1_500_000))
    expect(merged.map(({ project, cumulative, aboveCutLine }) => [project, cumulative, aboveCutLine])).toEqual([
      [byggesag, kr(400_000), true],
      [sensor, kr(2_800_000), false],
      [arkiv, kr(2_800_000), false],
      [borger, kr(3_700_000), false],
    ])
  })

  it('given a budget that is spent to the last øre, when counted, then it is not exceeded', () => {
    const merged = mergeRankings(items, rankings, kr(2_800_000))
    expect(merged.map(({ aboveCutLine }) => aboveCutLine)).toEqual([true, true, true, false])
  })

  it('given no budget, when counted, then everything is above the line', () => {
    expect(mergeRankings(items, rankings).every(({ aboveCutLine }) => aboveCutLine)).toBe(true)
  })
})
