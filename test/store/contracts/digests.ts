import { expect, it } from 'vitest'
import type { DigestBox, DigestEntry } from '../../../shared/use-cases/mail-ports.ts'

const entry = (n: number, but: Partial<DigestEntry> = {}): DigestEntry => ({
  notice: `prj_01JDIGEST/${n}/0`,
  stream: 'prj_01JDIGEST',
  version: n,
  index: 0,
  correlationId: `correlation-${n}`,
  at: new Date(Date.UTC(2026, 10, 24, 8, 0, 60 - n)).toISOString(),
  ...but,
})

/** What every box of letters that came late keeps to. */
export const digestsKeep = (make: () => DigestBox): void => {
  it('given entries of two recipients, when one asks, then it gets its own, oldest first', async () => {
    const box = make()
    for (const n of [1, 2, 3]) await box.add('con_oldest-first', entry(n))
    await box.add('con_somebody-else', entry(4))
    expect(await box.entries('con_oldest-first')).toEqual([entry(3), entry(2), entry(1)])
  })

  it('given an entry, when the same notice comes again, then the entry stays as it was', async () => {
    const box = make()
    await box.add('con_twice', entry(1))
    await box.add('con_twice', entry(1, { at: '2026-12-24T08:00:00.000Z' }))
    expect(await box.entries('con_twice')).toEqual([entry(1)])
  })

  it('given entries, when some are removed, twice, then the others stay', async () => {
    const box = make()
    for (const n of [1, 2, 3]) await box.add('con_removal', entry(n))
    for (const _ of ['once', 'twice']) await box.remove('con_removal', [entry(1).notice, entry(3).notice])
    expect(await box.entries('con_removal')).toEqual([entry(2)])
    expect(await box.entries('con_nobody')).toEqual([])
  })

  it('given more entries than one answer holds, when they are asked for, then all come', async () => {
    const box = make()
    const long = 'x'.repeat(20_000)
    const many = Array.from({ length: 60 }, (_, n) => entry(n + 1, { correlationId: long }))
    for (const one of many) await box.add('con_many', one)
    expect(await box.entries('con_many')).toHaveLength(60)
  })
}
