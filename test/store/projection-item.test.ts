import { expect, test } from 'vitest'
import { itemOfProjection, itemsOfProjection, rowOfItem } from '../../shared/store/projection-item.ts'
import { aProject } from './contracts/material.ts'

test('given a row of another version that says more, when it is read, then it is what this version knows of it', () => {
  const item = itemOfProjection(aProject('prj_1', 3))
  const more = { ...JSON.parse(item.summary?.S ?? ''), people: [{ contact: 'con_1', parts: ['lead'] }] }
  expect(rowOfItem({ ...item, summary: { S: JSON.stringify(more) } })).toEqual(rowOfItem(item))
})

test('given who is on a project, then they stand in an item of their own, and what lists show is the same without them', () => {
  const people = [{ contact: 'con_1', parts: ['lead'] }] as const
  const [row, on, ...rest] = itemsOfProjection(aProject('prj_1', 3, { people }))
  expect(row).toEqual(itemOfProjection(aProject('prj_1', 3)))
  expect(on).toMatchObject({ pk: row?.pk, sk: { S: 'PEOPLE' } })
  expect(rest).toEqual([])
})

test('given what an item says by its key and attributes, then its summary does not say it again, and the row says it', () => {
  const projection = aProject('prj_1', 3, { state: 'ready' })
  const item = itemOfProjection(projection)
  expect(item.summary?.S).not.toMatch(/"kind"|"id"|"state"/)
  expect(rowOfItem(item).summary).toEqual(projection.summary)
  const whole = { ...item, summary: { S: JSON.stringify(projection.summary) } }
  expect(rowOfItem(whole)).toEqual(rowOfItem(item))
})
