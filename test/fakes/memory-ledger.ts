import type { EffectLedger } from '../../shared/use-cases/ports.ts'

/** The effect ledger in memory, by the same rules as the one in the table. */
export const memoryLedger = (): EffectLedger & { readonly keys: ReadonlyMap<string, 'begun' | 'done'> } => {
  const entries = new Map<string, { state: 'begun' | 'done'; since: string }>()
  const keys = new Map<string, 'begun' | 'done'>()
  const set = (key: string, state: 'begun' | 'done', since: string) => {
    entries.set(key, { state, since })
    keys.set(key, state)
  }
  return {
    keys,
    begin: async (key, now) => {
      const entry = entries.get(key)
      if (entry?.state === 'done') return { state: 'done' }
      if (entry !== undefined) return { state: 'taken', since: entry.since }
      set(key, 'begun', now)
      return { state: 'begun' }
    },
    finish: async (key, now) => set(key, 'done', now),
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
