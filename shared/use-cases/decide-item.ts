import type { CountResult } from '../domain/board/tally.ts'
import type { Tally } from '../domain/board/votes.ts'
import type { MeetingId } from '../domain/identifiers.ts'
import * as meetings from '../domain/meeting/evolve.ts'
import { countVotes } from '../domain/meeting/outcome.ts'
import type { Meeting } from '../domain/meeting/state.ts'
import { refusalOf } from '../domain/project/acts.ts'
import type { GivenDecision } from '../domain/project/commands.ts'
import { decide } from '../domain/project/decide.ts'
import type { Project } from '../domain/project/state.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import type { ProcessSettings } from '../domain/settings.ts'
import { decideOnProject, type ProcessPorts, type ProjectActing, type ProjectExecuted } from './act-on-project.ts'

export interface ItemDecision {
  readonly meeting: MeetingId
  readonly decision: GivenDecision
  /** The general assembly's, recorded where too few of the board are left to vote. */
  readonly generalAssembly: boolean
}

/**
 * Closes an item of a meeting: counts the votes and makes what they say a decision of the project. An outcome that the
 * votes do not say is refused. The meeting learns it from the project's event.
 * @throws Unavailable
 */
export const decideItem = async (
  ports: ProcessPorts,
  acting: ProjectActing & ItemDecision,
): Promise<ProjectExecuted | Refusal> => {
  const meeting = meetings.fold(await ports.log.load(acting.meeting))
  if (meeting === undefined) return refuse('not-found', 'missing')
  const type = acting.generalAssembly ? 'record-assembly-decision' : 'decide'
  const { actor } = acting.context
  return decideOnProject(ports, acting, (project, now) => {
    if (project === undefined) return refuse('not-found', 'missing')
    // Who may not decide at all is told that, and not how the votes stand.
    const refusal = refusalOf(project, type, actor)
    if (refusal !== undefined) return refusal
    const counted = countFor(acting, meeting, project, ports.settings)
    if ('refused' in counted) return counted
    const command = { type, meeting: meeting.id, decision: acting.decision, tally: counted } as const
    return decide(project, command, { now, actor, settings: ports.settings, id: acting.project })
  })
}

/** The count the decision rests on, or why there is none. */
const countFor = (
  { decision, generalAssembly }: ItemDecision,
  meeting: Meeting,
  project: Project,
  settings: ProcessSettings,
): Tally | Refusal => {
  if (meeting.state !== 'called')
    return refuse('illegal-in-state', 'state', { facts: { state: meeting.state, allowedIn: ['called'] } })
  const item = meeting.agenda.find((one) => one.project === project.id)
  if (item?.outcome !== undefined) return refuse('illegal-in-state', 'item-closed', { at: ['project'] })
  const counted = countVotes(meeting, project, settings)
  if (counted === undefined) return refuse('illegal-in-state', 'not-on-this-agenda', { at: ['project'] })
  const { tally, result } = counted
  const said: CountResult = generalAssembly ? 'general-assembly' : decision.outcome
  if (result === said) return tally
  if (result === 'inquorate' || result === 'general-assembly')
    return refuse('illegal-in-state', 'quorum-missing', { facts: { cast: tally.cast, quorum: tally.quorum } })
  return refuse('illegal-in-state', 'outcome-not-the-vote', { at: ['outcome'], facts: { outcome: result } })
}
