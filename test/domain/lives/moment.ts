import type { Actor } from '../../../shared/domain/actor.ts'
import type { MeetingEvent } from '../../../shared/domain/meeting/events.ts'
import type { Meeting } from '../../../shared/domain/meeting/state.ts'
import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import type { ProjectEvent, ProjectEventType } from '../../../shared/domain/project/events.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import type { ProcessSettings } from '../../../shared/domain/settings.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { Life } from './world.ts'

/** One commit of a project, as the rules look at it: what was, what was asked, what came of it. */
export interface Moment {
  readonly life: Life
  /** As it stood, before its first event undefined. */
  readonly before: Project | undefined
  readonly after: Project
  readonly command: ProjectCommand
  readonly actor: Actor
  readonly events: readonly ProjectEvent[]
  readonly now: Instant
  readonly settings: ProcessSettings
}

export interface MeetingMoment {
  readonly before: Meeting | undefined
  readonly after: Meeting
  readonly actor: Actor
  readonly events: readonly MeetingEvent[]
  readonly now: Instant
  readonly settings: ProcessSettings
}

/** A rule of the process. `broken` says what is wrong, nothing where it holds, and `'not here'` where it has nothing to say. */
export interface Rule<At> {
  /** The rule in the words of the process, short. */
  readonly says: string
  readonly broken: (moment: At) => string | undefined | 'not here'
}

/** Looks at every rule; the first that is broken ends the run. */
export const hold = <At>(rules: readonly Rule<At>[], moment: At, seen: (rule: string) => void): void => {
  for (const { says, broken } of rules) {
    const trouble = broken(moment)
    if (trouble === 'not here') continue
    if (trouble !== undefined) throw new Error(`broken: ${says}\n  ${trouble}`)
    seen(says)
  }
}

/** The event of this type in the commit. */
export const eventOf = <Type extends ProjectEventType>(
  { events }: Pick<Moment, 'events'>,
  type: Type,
): (ProjectEvent & { readonly type: Type }) | undefined =>
  events.find((event): event is ProjectEvent & { readonly type: Type } => event.type === type)

/** A rule about events of one type. */
export const at = <Type extends ProjectEventType>(
  type: Type,
  says: string,
  broken: (
    event: ProjectEvent & { readonly type: Type },
    moment: Moment & { readonly before: Project },
  ) => string | false | undefined,
): Rule<Moment> => ({
  says,
  broken: (moment) => {
    const { before } = moment
    const event = eventOf(moment, type)
    if (event === undefined || before === undefined) return 'not here'
    return broken(event, { ...moment, before }) || undefined
  },
})

/** A rule about every commit in which something is so. */
export const when = <At>(
  says: string,
  here: (moment: At) => boolean,
  broken: (moment: At) => string | false | undefined,
): Rule<At> => ({ says, broken: (moment) => (here(moment) ? broken(moment) || undefined : 'not here') })
