import type { MeetingId } from '../domain/identifiers.ts'
import * as meetings from '../domain/meeting/evolve.ts'
import { tallyFor } from '../domain/meeting/outcome.ts'
import { refusalOf } from '../domain/project/acts.ts'
import type { GivenDecision } from '../domain/project/commands.ts'
import { decide } from '../domain/project/decide.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
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
    const said = acting.generalAssembly ? 'general-assembly' : acting.decision.outcome
    const tally = tallyFor(meeting, project, said, ports.settings)
    if ('refused' in tally) return tally
    const command = { type, meeting: meeting.id, decision: acting.decision, tally } as const
    return decide(project, command, { now, actor, settings: ports.settings, id: acting.project })
  })
}
