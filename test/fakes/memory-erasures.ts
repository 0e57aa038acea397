import { takeTextOut } from '../../shared/store/free-text.ts'
import { contactsNamedIn } from '../../shared/store/traces.ts'
import type {
  Erasure,
  ErasureLedger,
  ErasureOrder,
  ErasureOrders,
  Trace,
  Traces,
} from '../../shared/use-cases/erasure-ports.ts'
import type { CommitLog } from '../../shared/use-cases/ports.ts'
import type { memoryContacts } from './memory-contacts.ts'
import type { memoryLedger } from './memory-ledger.ts'

/** All that is kept in memory and may be of a person, so many to a page. */
export const memoryTraces = (
  kept: {
    readonly log: CommitLog
    readonly contacts: Pick<ReturnType<typeof memoryContacts>, 'staged'>
    readonly effects: Pick<ReturnType<typeof memoryLedger>, 'keys'>
  },
  pageSize = 100,
): Traces => {
  const all = async (): Promise<readonly Trace[]> => {
    const traces: Trace[] = []
    for await (const stream of kept.log.streams())
      for (const { version, actor, events } of await kept.log.load(stream)) {
        const { without, texts } = takeTextOut(events)
        const names = contactsNamedIn(JSON.stringify([actor, without]))
        traces.push({
          kind: 'commit',
          stream,
          version,
          ...(actor.kind === 'person' ? { by: actor.id } : {}),
          names,
          texts,
        })
      }
    for (const [commitId, contacts] of kept.contacts.staged)
      traces.push({ kind: 'staged', commitId, names: contacts.map(({ id }) => id) })
    for (const key of kept.effects.keys.keys())
      if (key.includes('/con_')) traces.push({ kind: 'effect', key, names: contactsNamedIn(key) })
    return traces
  }
  return {
    async *pages(from = '0') {
      const traces = await all()
      for (let at = Number(from); at === Number(from) || at < traces.length; at += pageSize)
        yield {
          traces: traces.slice(at, at + pageSize),
          ...(at + pageSize < traces.length ? { next: String(at + pageSize) } : {}),
        }
    },
  }
}

/** Erasures in memory, by the same rules as those in the table. */
export const memoryErasureLedger = (): ErasureLedger & { readonly size: number } => {
  const entries = new Map<string, Erasure>()
  return {
    get size() {
      return entries.size
    },
    begin: async (erasure) => {
      const there = entries.get(erasure.id)
      if (there !== undefined) return there.person === erasure.person ? 'known' : 'other'
      entries.set(erasure.id, erasure)
      return 'begun'
    },
    find: async (id) => entries.get(id),
    finish: async (id, done) => {
      const there = entries.get(id)
      if (there === undefined) throw new Error(`no erasure ${id}`)
      if (there.done === undefined) entries.set(id, { ...there, done })
    },
    all: async () => [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

/** Keeps the orders it is given, and those it is given for later. */
export const memoryErasureOrders = (): ErasureOrders & {
  readonly sent: readonly ErasureOrder[]
  readonly later: readonly ErasureOrder[]
} => {
  const [sent, later]: [ErasureOrder[], ErasureOrder[]] = [[], []]
  return { sent, later, send: async (order, delaySeconds = 0) => void (delaySeconds > 0 ? later : sent).push(order) }
}
