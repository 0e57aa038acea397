import type { ProjectId } from '../domain/identifiers.ts'
import { type ProjectCommand, takesWordsOver } from '../domain/project/commands.ts'
import { decide } from '../domain/project/decide.ts'
import type { ProjectEvent } from '../domain/project/events.ts'
import { fold } from '../domain/project/evolve.ts'
import type { Project } from '../domain/project/state.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { ProcessSettings } from '../domain/settings.ts'
import type { Instant } from '../domain/time.ts'
import { type Executed, type ExecutePorts, type Execution, execute } from './execute.ts'
import type { StagedContact } from './ports.ts'

/** What every act needs. */
export interface ProcessPorts extends ExecutePorts {
  readonly settings: ProcessSettings
}

/** Who gives a command, and how it is known again. */
export type CommandContext = Execution<ProjectId, Project>['context']

export interface ProjectActing {
  readonly project: ProjectId
  readonly context: CommandContext
  /** People whom the command names. */
  readonly contacts?: readonly StagedContact[]
}

export type ProjectExecuted = Executed<ProjectId, Project>

/** Carries out one command on one project. @throws Unavailable */
export const actOnProject = (
  ports: ProcessPorts,
  acting: ProjectActing & { readonly command: ProjectCommand },
): Promise<ProjectExecuted> =>
  decideOnProject(ports, { ...acting, takesWordsOver: takesWordsOver(acting.command.type) }, (project, now) =>
    decide(project, acting.command, {
      now,
      actor: acting.context.actor,
      settings: ports.settings,
      id: acting.project,
    }),
  )

/** The same where the command itself depends on how the project stands when it is decided. */
export const decideOnProject = (
  ports: ProcessPorts,
  {
    project,
    context,
    contacts = [],
    takesWordsOver = false,
  }: ProjectActing & Pick<Execution<ProjectId, Project>, 'takesWordsOver'>,
  decideNow: (project: Project | undefined, now: Instant) => readonly ProjectEvent[] | Refusal,
): Promise<ProjectExecuted> =>
  execute<ProjectId, Project>(ports, {
    stream: project,
    machine: { fold, decide: decideNow },
    context,
    contacts,
    takesWordsOver,
  })
