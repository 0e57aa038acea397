import { expect, test } from 'vitest'
import type { EffectLedger } from '../../../shared/use-cases/ports.ts'
import { ulid } from '../../../shared/use-cases/ulid.ts'

const now = '2026-09-01T08:00:00.000Z'
const later = '2026-09-01T09:00:00.000Z'

/** What an effect ledger keeps to, in memory and in the table. */
export const effectLedgerKeeps = (open: () => EffectLedger): void => {
  test('a key is taken once and for good', async () => {
    const ledger = open()
    const key = `mail/${ulid()}`
    expect(await ledger.begin(key, now)).toEqual({ state: 'begun' })
    expect(await ledger.begin(key, later)).toEqual({ state: 'taken', since: now })
    await ledger.finish(key, later)
    expect(await ledger.begin(key, later)).toEqual({ state: 'done' })
    await ledger.release(key)
    expect(await ledger.begin(key, later)).toEqual({ state: 'done' })
  })

  test('a key that is given back can be taken again', async () => {
    const ledger = open()
    const key = `mail/${ulid()}`
    await ledger.begin(key, now)
    await ledger.release(key)
    await ledger.release(key)
    expect(await ledger.begin(key, later)).toEqual({ state: 'begun' })
  })

  test('what has happened in part is known to whoever goes on', async () => {
    const ledger = open()
    const key = `mail/${ulid()}`
    await ledger.begin(key, now)
    await ledger.leave(key, { since: now, happened: ['a'], free: false })
    expect(await ledger.begin(key, later)).toEqual({ state: 'taken', since: now, happened: ['a'] })
    await ledger.leave(key, { since: now, happened: ['a', 'b'], free: true })
    expect(await ledger.begin(key, later)).toEqual({ state: 'begun', happened: ['a', 'b'] })
    expect(await ledger.begin(key, later)).toEqual({ state: 'taken', since: later, happened: ['a', 'b'] })
    await ledger.finish(key, later)
    await ledger.leave(key, { since: now, happened: ['a'], free: true })
    expect(await ledger.begin(key, later)).toEqual({ state: 'done' })
  })

  test('of many who want what was left free one gets it', async () => {
    const ledger = open()
    const key = `mail/${ulid()}`
    await ledger.begin(key, now)
    await ledger.leave(key, { since: now, happened: ['a'], free: true })
    const taken = await Promise.all(Array.from({ length: 8 }, () => ledger.begin(key, later)))
    expect(taken.filter(({ state }) => state === 'begun')).toEqual([{ state: 'begun', happened: ['a'] }])
  })

  test('of many who want a key one gets it', async () => {
    const ledger = open()
    const key = `mail/${ulid()}`
    const taken = await Promise.all(Array.from({ length: 8 }, () => ledger.begin(key, now)))
    expect(taken.filter(({ state }) => state === 'begun')).toHaveLength(1)
  })
}
