import type { MeetingId } from '../domain/identifiers.ts'
import type { MeetingCommand } from '../domain/meeting/commands.ts'
import { decide } from '../domain/meeting/decide.ts'
import { fold } from '../domain/meeting/evolve.ts'
import type { Meeting } from '../domain/meeting/state.ts'
import type { CommandContext, ProcessPorts } from './act-on-project.ts'
import { type Executed, execute } from './execute.ts'
import type { StagedContact } from './ports.ts'

export interface MeetingActing {
  readonly meeting: MeetingId
  readonly context: CommandContext
  /** People whom the command names. */
  readonly contacts?: readonly StagedContact[]
}

export type MeetingExecuted = Executed<MeetingId, Meeting>

/** Carries out one command on one meeting; which one may depend on how it stands when it is decided. @throws Unavailable */
export const actOnMeeting = (
  ports: ProcessPorts,
  {
    meeting,
    context,
    contacts = [],
    command,
  }: MeetingActing & {
    readonly command: MeetingCommand | ((meeting: Meeting | undefined) => MeetingCommand)
  },
): Promise<MeetingExecuted> =>
  execute<MeetingId, Meeting>(ports, {
    stream: meeting,
    machine: {
      fold,
      decide: (state, now) =>
        decide(state, typeof command === 'function' ? command(state) : command, {
          now,
          actor: context.actor,
          settings: ports.settings,
          id: meeting,
        }),
    },
    context,
    contacts,
  })
