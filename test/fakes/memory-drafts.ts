import type { Draft, Drafts } from '../../shared/use-cases/drafts.ts'

/** Drafts in memory. */
export const memoryDrafts = (): Drafts & { readonly all: ReadonlyMap<string, Draft> } => {
  const drafts = new Map<string, Draft>()
  return {
    all: drafts,
    put: async (draft) => void drafts.set(`${draft.person}/${draft.id}`, draft),
    find: async ({ person, id }, now) => {
      const found = drafts.get(`${person}/${id}`)
      return found !== undefined && found.keepUntil > now ? found : undefined
    },
    remove: async ({ person, id }) => void drafts.delete(`${person}/${id}`),
    forget: async (person) => {
      for (const [key, draft] of drafts) if (draft.person === person) drafts.delete(key)
    },
  }
}
