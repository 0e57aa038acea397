import type { Actor } from '../../actor.ts'
import type { ProjectId } from '../../identifiers.ts'
import type { Refusal } from '../../refusal.ts'
import type { ProcessSettings } from '../../settings.ts'
import type { Instant } from '../../time.ts'
import type { ProjectCommand, ProjectCommandType } from '../commands.ts'
import type { ProjectEvent } from '../events.ts'

/** What a decision may know beside the project: all of it arrives as data. */
export interface DecisionContext {
  readonly now: Instant
  readonly actor: Actor
  readonly settings: ProcessSettings
  readonly id: ProjectId
}

/** What happens, or why nothing does. No events: it was so already. */
export type Decided = readonly ProjectEvent[] | Refusal

/** The command of this type. */
export type Command<Type extends ProjectCommandType> = ProjectCommand & { readonly type: Type }
