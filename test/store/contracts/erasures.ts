import { expect, test } from 'vitest'
import type { Commit } from '../../../shared/domain/commit.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import type {
  ContactErasure,
  Erasure,
  ErasureLedger,
  Redactions,
  Traces,
} from '../../../shared/use-cases/erasure-ports.ts'
import type { CommitLog, Contacts, EffectLedger } from '../../../shared/use-cases/ports.ts'
import { ulid } from '../../../shared/use-cases/ulid.ts'
import { gathered } from './gathered.ts'
import { aCommit, aContact, commented, newProject } from './material.ts'

export interface Kept {
  readonly log: CommitLog
  readonly redactions: Redactions
  readonly contacts: Contacts & ContactErasure
  readonly effects: EffectLedger
  /** With pages small enough that a walk has several. */
  readonly traces: Traces
}

const at = '2026-11-24T08:00:00.000Z'
const anErasure = (person: Erasure['person'], more: Partial<Erasure> = {}): Erasure => ({
  id: `era_${ulid()}`,
  person,
  by: 'person',
  successors: {},
  askedAt: at,
  correlationId: 'correlation',
  ...more,
})

/** What a walk through everything that may be of a person keeps to, and what can be taken away. */
export const tracesKeep = (open: () => Kept): void => {
  const walk = async (traces: Traces) => (await gathered(traces.pages())).flatMap((page) => page.traces)

  test('a walk meets every commit with its words and whom it names, staged people, and effects that name somebody', async () => {
    const { log, contacts, effects, traces } = open()
    const [ida, per] = [aContact(contacts, `Ida${ulid()}`), aContact(contacts, `Per${ulid()}`)]
    const stream = newProject()
    const events: readonly ProjectEvent[] = [{ type: 'lead-appointed', lead: per.id }, commented('Spørg Per')]
    await log.append(aCommit(stream, 1, { actor: { kind: 'person', id: ida.id, roles: ['proposer'] }, events }))
    await log.append(aCommit(stream, 2, { events: [] }))
    const commitId = `cmt_${ulid()}`
    await contacts.stage(commitId, [ida, per])
    await effects.begin(`mail/${stream}/1/0/${per.id}`, at)
    await effects.begin(`webhook/x/${stream}/1/0`, at)

    const met = await walk(traces)
    const ours = met.filter((trace) => trace.kind === 'commit' && trace.stream === stream)
    expect(ours).toEqual([
      {
        kind: 'commit',
        stream,
        version: 1,
        by: ida.id,
        names: expect.arrayContaining([ida.id, per.id]),
        texts: { '1.text': 'Spørg Per' },
      },
      { kind: 'commit', stream, version: 2, names: [], texts: {} },
    ])
    expect(met).toContainEqual({ kind: 'staged', commitId, names: [ida.id, per.id] })
    expect(met).toContainEqual({ kind: 'effect', key: `mail/${stream}/1/0/${per.id}`, names: [per.id] })
    expect(met.filter((trace) => trace.kind === 'effect' && trace.key.startsWith('webhook'))).toEqual([])
  })

  test('a walk that was left goes on where it was', async () => {
    const { log, traces } = open()
    for (let n = 0; n < 4; n += 1) await log.append(aCommit(newProject(), 1))
    const whole = await walk(traces)
    const first = (await traces.pages()[Symbol.asyncIterator]().next()).value
    expect(first?.next).toBeDefined()
    const rest = (await gathered(traces.pages(first?.next))).flatMap((page) => page.traces)
    expect([...first.traces, ...rest]).toEqual(whole)
  })

  test('of a commit only the words are changed, as often as they are asked to be', async () => {
    const { log, redactions } = open()
    const stream = newProject()
    const commit: Commit<ProjectEvent> = aCommit(stream, 1, { events: [commented('Ida'), commented('Per')] })
    await log.append(commit)
    const withoutIda = () =>
      redactions.redact(stream, 1, (texts) =>
        Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, text === 'Ida' ? '—' : text])),
      )
    expect(await withoutIda()).toBe(1)
    expect(await withoutIda()).toBe(0)
    expect(await log.load(stream)).toEqual([{ ...commit, events: [commented('—'), commented('Per')] }])
    expect(await redactions.redact(newProject(), 1, (texts) => texts)).toBe(0)
  })

  test('two redactions of one text at the same time both hold', async () => {
    const { log, redactions } = open()
    const stream = newProject()
    await log.append(aCommit(stream, 1, { events: [commented('Ida og Per')] }))
    const without = (name: string) =>
      redactions.redact(stream, 1, (texts) =>
        Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, text.replace(name, '—')])),
      )
    await Promise.all([without('Ida'), without('Per')])
    expect((await log.read(stream, 1))?.events).toEqual([commented('— og —')])
  })

  test('who is erased is not found, and is not brought back by a commit that had named them', async () => {
    const { contacts } = open()
    const [ida, per] = [aContact(contacts, `Ida${ulid()}`), aContact(contacts, `Per${ulid()}`)]
    const [before, underway] = [`cmt_${ulid()}`, `cmt_${ulid()}`]
    await contacts.stage(before, [ida])
    await contacts.confirm(before)
    await contacts.stage(underway, [ida, per])
    for (const _ of ['once', 'twice']) {
      await contacts.unstage(underway, ida.id)
      await contacts.erase(ida.id)
    }
    await contacts.confirm(underway)
    await contacts.confirm(before)
    await contacts.unstage(underway, ida.id)
    expect([...(await contacts.find([ida.id, per.id])).keys()]).toEqual([per.id])
  })

  test('a finished effect that is forgotten can be begun anew', async () => {
    const { effects } = open()
    const key = `mail/prj_1/1/0/con_${ulid().toLowerCase()}`
    await effects.begin(key, at)
    await effects.finish(key, at)
    for (const _ of ['once', 'twice']) await effects.forget(key)
    expect(await effects.begin(key, at)).toEqual({ state: 'begun' })
  })
}

/** What the ledger of erasures keeps to. */
export const erasureLedgerKeeps = (open: () => ErasureLedger): void => {
  test('an erasure is noted once, and another person is not taken for it', async () => {
    const ledger = open()
    const asked = anErasure('con_ida', { successors: { prj_1: 'con_per' }, by: 'secretariat' })
    expect(await ledger.begin(asked)).toBe('begun')
    expect(await ledger.begin({ ...asked, askedAt: '2026-12-24T08:00:00.000Z' })).toBe('known')
    expect(await ledger.begin({ ...asked, person: 'con_per' })).toBe('other')
    expect(await ledger.find(asked.id)).toEqual(asked)
    expect(await ledger.find('era_nobody')).toBeUndefined()
  })

  test('it is done once, and what was done stands', async () => {
    const ledger = open()
    const asked = anErasure('con_ida')
    await ledger.begin(asked)
    const done = { at, streams: 2, texts: 3, deliveries: 4 }
    await ledger.finish(asked.id, done)
    await ledger.finish(asked.id, { ...done, at: '2026-12-24T08:00:00.000Z' })
    expect(await ledger.find(asked.id)).toEqual({ ...asked, done })
    expect((await ledger.all()).filter(({ id }) => id === asked.id)).toEqual([{ ...asked, done }])
    await expect(ledger.finish('era_nobody', done)).rejects.toThrow()
  })

  test('an entry that comes from another ledger is kept as it was done there', async () => {
    const ledger = open()
    const theirs = anErasure('con_ida', { done: { at, streams: 1, texts: 0, deliveries: 0 } })
    await ledger.begin(theirs)
    expect(await ledger.find(theirs.id)).toEqual(theirs)
  })
}
