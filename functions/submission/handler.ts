import { valuesOfForm } from '../../shared/api/form-values.ts'
import { os2formsBody, submissionOfOs2forms } from '../../shared/api/os2forms.ts'
import { readSubmission, type Submission, submissionActs, submitCommand } from '../../shared/api/submission.ts'
import { type CommandOptions, commandOf, createdBy } from '../../shared/http/command-of.ts'
import type { Acts, EdgeAnswer, EdgeRequest } from '../../shared/http/exchange.ts'
import { parse } from '../../shared/http/parse.ts'
import { type ActingPorts, projectActs } from '../../shared/http/project-acts.ts'
import { projectAnswer } from '../../shared/http/project-answers.ts'
import { actOnProject } from '../../shared/use-cases/act-on-project.ts'
import { gatherContacts } from '../../shared/use-cases/gather-contacts.ts'

/** A plain form speaks in text; JSON stands as it was sent. */
const bodyOf = ({ body, sentAs }: EdgeRequest): unknown => (sentAs === 'form' ? valuesOfForm(body) : body)

/** Ideas come in: by our own form, as JSON, or from another form system; and what proposers do with them after. */
export const submissionHandlers = (ports: ActingPorts): Acts => ({
  'POST /api/projects': async (request) => {
    const sent = bodyOf(request)
    return submit(
      ports,
      request,
      readSubmission(sent, (schema) => parse(schema, sent)),
    )
  },
  'POST /api/intake/os2forms': async (request) => {
    const { uuid, ...elements } = parse(os2formsBody, request.body)
    const sent = submissionOfOs2forms(elements)
    const submission = readSubmission(sent, (schema) => parse(schema, sent))
    // Drupal repeats what it could not deliver, with the id of the submission and no header of ours.
    return submit(ports, request, submission, uuid === undefined ? {} : { key: uuid })
  },
  ...projectActs(ports, submissionActs, bodyOf),
})

/** The proposer's link goes out by mail only, so that an answer never gives anybody access to what another person's address stands for. */
const submit = async (
  ports: ActingPorts,
  request: EdgeRequest,
  submission: Submission,
  options: CommandOptions = {},
): Promise<EdgeAnswer> => {
  const people = gatherContacts(ports.contacts, request.actor)
  const command = submitCommand(submission, people.of(submission.contact))
  const contacts = people.all()
  const context = commandOf(request, { command, contacts }, { caller: command.proposer, ...options })
  const project = createdBy('prj', context.commandId)
  request.note({ stream: project })
  const answer = projectAnswer(await actOnProject(ports, { project, command, context, contacts }), request.actor, 201)
  return { ...answer, headers: { ...answer.headers, location: `/api/projects/${project}` } }
}
