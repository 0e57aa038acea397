import { proposeLevel } from '../domain/classification.ts'
import { isProjectId } from '../domain/identifiers.ts'
import { decide } from '../domain/project/decide.ts'
import { refuse } from '../domain/refusal.ts'
import { decideOnProject, type ProcessPorts } from './act-on-project.ts'
import { followUp, settled } from './follow-up.ts'
import type { EventNotice } from './ports.ts'

/** An idea came in, or came again: proposes its level, with the reasons. Once per event. @throws Unavailable */
export const classifyIdea = async (ports: ProcessPorts, notice: EventNotice): Promise<'done' | 'moved-on'> => {
  const { stream, id, type, correlationId } = notice
  if (!isProjectId(stream) || (type !== 'submitted' && type !== 'resubmitted')) return 'moved-on'
  const context = followUp('classification', `${id}/propose-level`, correlationId)
  const { settings } = ports
  const result = await decideOnProject(ports, { project: stream, context }, (project, now) => {
    if (project === undefined) return refuse('not-found', 'missing')
    const proposal = proposeLevel(project.concept, project.answers, settings)
    return decide(project, { type: 'propose-level', proposal }, { now, actor: context.actor, settings, id: stream })
  })
  return settled(result)
}
