import { isProjectId, type StreamId } from '../../shared/domain/identifiers.ts'
import type { Due, MeetingCalendar, PeopleOfProject, Projection, Projections } from '../../shared/use-cases/ports.ts'

const keyOf = ({ orderedBy, stream }: Pick<Projection, 'orderedBy' | 'stream'>) => `${orderedBy}#${stream}`

/** Projections in memory, by the same rules as those in the table. `others`: what else its index of what is due knows. */
export const memoryProjections = (
  others: () => readonly Due[] = () => [],
): Projections & MeetingCalendar & { readonly all: ReadonlyMap<StreamId, Projection> } => {
  const all = new Map<StreamId, Projection>()
  const on = new Map<StreamId, PeopleOfProject & { readonly version: number }>()
  /** What lists show and who is on it, each over an older version of its own. */
  const putOver =
    (isOver: (there: number, version: number) => boolean) =>
    async ({ people, ...row }: Projection) => {
      const { stream, version } = row
      if (isProjectId(stream) && people !== undefined && isOver(on.get(stream)?.version ?? 0, version))
        on.set(stream, { project: stream, people, version })
      const isWritten = isOver(all.get(stream)?.version ?? 0, version)
      if (isWritten) all.set(stream, row)
      return isWritten
    }
  const sorted = () => [...all.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return {
    all,
    put: putOver((there, version) => there < version),
    renew: putOver((there, version) => there <= version),
    clear: async (stream) => {
      all.delete(stream)
      on.delete(stream)
    },
    byState: async (kind, state, { limit, cursor = '' }) => {
      const rows = sorted().filter((row) => row.summary.kind === kind && row.state === state && keyOf(row) > cursor)
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        items: page.map(({ version: _, nextDueAt: __, ...row }) => row),
        next: last === undefined || page.length < limit ? null : keyOf(last),
      }
    },
    async *people() {
      for (const { version: _, ...one } of on.values()) yield one
    },
    async *due(until) {
      const due = sorted().flatMap(({ stream, nextDueAt }) => (nextDueAt === undefined ? [] : { stream, nextDueAt }))
      yield* [...due, ...others()]
        .filter(({ nextDueAt }) => nextDueAt <= until)
        .sort((a, b) => (a.nextDueAt < b.nextDueAt ? -1 : 1))
    },
    next: async (now) => {
      for (const { summary, state } of sorted())
        if (summary.kind === 'meeting' && state === 'called' && summary.form === 'meeting')
          if (summary.meetsAt > now && summary.papersDueAt > now)
            return { meeting: summary.id, meetingAt: summary.meetsAt }
      return undefined
    },
  }
}
