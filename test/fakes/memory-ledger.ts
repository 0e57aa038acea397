import type { EffectLedger } from '../../shared/use-cases/ports.ts'

type State = 'begun' | 'free' | 'done'

/** The effect ledger in memory, by the same rules as the one in the table. */
export const memoryLedger = (): EffectLedger & { readonly keys: ReadonlyMap<string, State> } => {
  const entries = new Map<string, { state: State; since: string; happened?: readonly string[] }>()
  const keys = new Map<string, State>()
  const set = (key: string, state: State, since: string, happened?: readonly string[]) => {
    entries.set(key, { state, since, ...(happened === undefined ? {} : { happened }) })
    keys.set(key, state)
  }
  return {
    keys,
    begin: async (key, now) => {
      const entry = entries.get(key)
      if (entry?.state === 'done') return { state: 'done' }
      const before = entry?.happened === undefined ? {} : { happened: entry.happened }
      if (entry?.state === 'begun') return { state: 'taken', since: entry.since, ...before }
      set(key, 'begun', now, entry?.happened)
      return { state: 'begun', ...before }
    },
    finish: async (key, now) => set(key, 'done', now),
    leave: async (key, { since, happened, free }) => {
      if (entries.get(key)?.state !== 'done') set(key, free ? 'free' : 'begun', since, happened)
    },
    release: async (key) => {
      if (entries.get(key)?.state !== 'begun') return
      entries.delete(key)
      keys.delete(key)
    },
    forget: async (key) => {
      entries.delete(key)
      keys.delete(key)
    },
  }
}
