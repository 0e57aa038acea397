import { expect, it } from 'vitest'
import { type ContactId, nobody } from '../../shared/domain/identifiers.ts'
import { namedSoon } from '../../shared/use-cases/named-soon.ts'
import type { Contact } from '../../shared/use-cases/ports.ts'
import { memoryContacts } from '../fakes/memory-contacts.ts'
import { aContact } from '../store/contracts/material.ts'

const lone = aContact(memoryContacts(), 'Lone')

/** Contacts of whom Lone is known from the n-th look on, and how the time passes between looks. */
const from = (look: number) => {
  const looks: (readonly ContactId[])[] = []
  const paused: number[] = []
  const find = namedSoon(
    async (ids) => {
      looks.push(ids)
      const known: Contact[] = looks.length >= look ? [lone] : []
      return new Map(known.filter(({ id }) => ids.includes(id)).map((one) => [one.id, one]))
    },
    async (milliseconds) => paused.push(milliseconds),
  )
  return { find, looks, paused }
}

it('given somebody who was named a moment ago, when they are looked for, then it waits until they are known', async () => {
  const { find, looks } = from(3)
  expect((await find([lone.id])).get(lone.id)).toEqual(lone)
  expect(looks).toHaveLength(3)
})

it('given everybody is known, or what they were is nobody’s, when they are looked for, then nothing is waited for', async () => {
  const { find, paused } = from(1)
  expect((await find([lone.id, nobody])).size).toBe(1)
  expect(paused).toEqual([])
})

it('given somebody who does not come to be known, when they are looked for, then it gives up within two seconds', async () => {
  const { find, paused } = from(99)
  expect((await find([lone.id])).size).toBe(0)
  expect(paused.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(2_000)
})
