import type { Actor } from '../domain/actor.ts'
import type { Commit } from '../domain/commit.ts'
import { type ImpersonalEvent, impersonalEvent } from '../domain/impersonal-event.ts'
import { rolesOn } from '../domain/project/acts.ts'
import type { ProjectEvent } from '../domain/project/events.ts'
import { type Happening, happenings } from '../domain/project/happenings.ts'
import type { Project } from '../domain/project/state.ts'
import { type PublicEvent, publicEvent } from '../domain/public-event.ts'
import { sightOf, withheldUntil } from '../domain/publication.ts'
import type { Instant } from '../domain/time.ts'

/** One event as somebody may read it. */
export interface ToldEvent {
  readonly version: number
  readonly index: number
  readonly at: Instant
  /** By whom, as roles, never names. */
  readonly by: readonly string[]
  readonly event: ImpersonalEvent | PublicEvent
}

/**
 * The whole log as the actor may see it: when, what, and by whom as roles, never names. Undefined when they may not know
 * that the project exists. Anyone reads what was public when it happened; without comments, drafts, people or votes, and
 * without any frame while that of the project is withheld.
 */
export const toldHistory = (
  project: Project,
  commits: readonly Commit<ProjectEvent>[],
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): readonly ToldEvent[] | undefined => {
  const sight = sightOf(project, actor)
  if (sight === 'nothing') return undefined
  const withheld = withheldUntil(project, now)
  return happenings(project.id, commits).flatMap((happening) => {
    const { event, after, commit } = happening
    const told = sight === 'public' ? publicEvent(event, after, commit.at, withheld) : impersonalEvent(event)
    return told === undefined ? [] : [toldOf(happening, told)]
  })
}

const toldOf = ({ commit, index, before, after }: Happening, event: ToldEvent['event']): ToldEvent => ({
  version: commit.version,
  index,
  at: commit.at,
  by: partsOf(commit.actor, before ?? after),
  event,
})

/** The same as the API answers it. */
export const historyView = (
  project: Project,
  commits: readonly Commit<ProjectEvent>[],
  reading: { readonly actor: Actor; readonly now: Instant },
) =>
  toldHistory(project, commits, reading)?.map(({ version, index, at, by, event }) =>
    entryOf({ version, index, at, by }, event),
  )

const entryOf = (
  { version, index, at, by }: Omit<ToldEvent, 'event'>,
  { type, ...fields }: { readonly type: string },
) => ({ version, index, at, type, by, event: fields })

/** What the actor was on the project when they acted; a command's own roles where the project did not know them yet. */
const partsOf = (actor: Actor, project: Project): readonly string[] => {
  switch (actor.kind) {
    case 'anonymous':
      return ['anonymous']
    case 'system':
      return [actor.name]
    case 'person': {
      const parts = rolesOn(project, actor)
      // Who answers for a condition as well did nothing else by that.
      const others = parts.filter((part) => part !== 'owner')
      return others.length > 0 ? others : parts.length > 0 ? parts : actor.roles
    }
  }
}
