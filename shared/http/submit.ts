import { type Submission, submitCommand } from '../api/submission.ts'
import type { ProjectId } from '../domain/identifiers.ts'
import type { Project } from '../domain/project/state.ts'
import { actOnProject } from '../use-cases/act-on-project.ts'
import { gatherContacts } from '../use-cases/gather-contacts.ts'
import { type CommandOptions, commandOf, createdBy } from './command-of.ts'
import type { EdgeAnswer, EdgeRequest } from './exchange.ts'
import type { ActingPorts } from './project-acts.ts'
import { projectAnswer } from './project-answers.ts'

export interface Submitted {
  readonly project: ProjectId
  /** As the API says it. */
  readonly answer: EdgeAnswer
  /** As it stands now that the idea is in. */
  readonly state?: Project
}

/**
 * Takes in an idea, from wherever it comes. The proposer's link goes out by mail only, so that an answer never gives
 * anybody access to what another person's address stands for.
 * @throws `InTrouble` when it is refused
 */
export const submitIdea = async (
  ports: ActingPorts,
  request: EdgeRequest,
  submission: Submission,
  options: CommandOptions = {},
): Promise<Submitted> => {
  const people = gatherContacts(ports.contacts, request.actor)
  const command = submitCommand(submission, people.of(submission.contact))
  const contacts = people.all()
  const context = commandOf(request, { command, contacts }, { caller: command.proposer, ...options })
  const project = createdBy('prj', context.commandId)
  request.note({ stream: project })
  const result = await actOnProject(ports, { project, command, context, contacts })
  const answer = projectAnswer(result, request.actor, 201)
  return { project, answer, ...('state' in result && result.state !== undefined ? { state: result.state } : {}) }
}
