import type { MeetingId, ProjectId } from '../domain/identifiers.ts'
import * as meetings from '../domain/meeting/evolve.ts'
import { exclusionsOf } from '../domain/meeting/outcome.ts'
import { decide } from '../domain/project/decide.ts'
import * as projects from '../domain/project/evolve.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { actOnMeeting } from './act-on-meeting.ts'
import { type CommandContext, decideOnProject, type ProcessPorts, type ProjectExecuted } from './act-on-project.ts'

export interface AgendaEntry {
  readonly meeting: MeetingId
  readonly project: ProjectId
  /** `decision`: it awaits the board's. `information`: the board is told of it. */
  readonly kind: 'decision' | 'information'
  readonly context: CommandContext
}

/**
 * The secretariat puts a project on a meeting's agenda. For decision it is an act on the project, which the meeting learns
 * from the event; for information only the meeting changes.
 * @throws Unavailable
 */
export const putOnAgenda = async (
  ports: ProcessPorts,
  { meeting: id, project, kind, context }: AgendaEntry,
): Promise<ProjectExecuted | Refusal> => {
  const meeting = meetings.fold(await ports.log.load(id))
  if (meeting === undefined) return refuse('not-found', 'missing')
  if (kind === 'decision') {
    const command = { type: 'put-on-agenda', meeting: { meeting: id, meetingAt: meeting.meetsAt } } as const
    // Whether the meeting is open is asked when the command is decided: a repeat is answered as the first time.
    return decideOnProject(ports, { project, context }, (now, at) =>
      meeting.state === 'called'
        ? decide(now, command, { now: at, actor: context.actor, settings: ports.settings, id: project })
        : refuse('illegal-in-state', 'state', { facts: { state: meeting.state, allowedIn: ['called'] } }),
    )
  }
  const told = projects.fold(await ports.log.load(project))
  if (told === undefined) return refuse('not-found', 'missing')
  // The version a caller has seen is the project's, and what changes is the meeting.
  const { expectedVersion = told.version, ...ofMeeting } = context
  if (expectedVersion !== told.version)
    return refuse('version-conflict', 'changed-since', { facts: { expected: expectedVersion, version: told.version } })
  const excluded = exclusionsOf(meeting.members, told)
  const added = await actOnMeeting(ports, {
    meeting: id,
    command: { type: 'add-item', project, kind, excluded },
    // An agenda is the keeper's to keep; here at the secretariat's word.
    context: { ...ofMeeting, actor: { kind: 'system', name: 'agenda-keeper' } },
  })
  if (isRefusal(added)) {
    const { refused, rule, facts } = added
    return refuse(refused, rule, facts === undefined ? {} : { facts })
  }
  return { outcome: 'unchanged', state: told, version: told.version }
}
