import { valuesOfForm } from '../../shared/api/form-values.ts'
import { os2formsBody, submissionOfOs2forms } from '../../shared/api/os2forms.ts'
import { readSubmission, type Submission, submissionActs } from '../../shared/api/submission.ts'
import type { CommandOptions } from '../../shared/http/command-of.ts'
import type { Acts, EdgeAnswer, EdgeRequest } from '../../shared/http/exchange.ts'
import { parse } from '../../shared/http/parse.ts'
import { type ActingPorts, projectActs } from '../../shared/http/project-acts.ts'
import { submitIdea } from '../../shared/http/submit.ts'
import { unlessTooMany } from '../../shared/http/too-many.ts'
import { type IdeaThrottle, maySendIdea } from '../../shared/use-cases/throttle.ts'

/** A plain form speaks in text; JSON stands as it was sent. */
const bodyOf = ({ body, sentAs }: EdgeRequest): unknown => (sentAs === 'form' ? valuesOfForm(body) : body)

/** Ideas come in: by our own form, as JSON, or from another form system; and what proposers do with them after. */
export const submissionHandlers = (ports: ActingPorts & IdeaThrottle): Acts => ({
  'POST /api/projects': async (request) => {
    const sent = bodyOf(request)
    const submission = readSubmission(sent, (schema) => parse(schema, sent))
    await throttle(ports, request, submission)
    return submit(ports, request, submission)
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

/** @throws `InTrouble` when somebody sends more than a person would; the association's own systems may. */
const throttle = async (
  ports: IdeaThrottle,
  { actor, networkAddress }: EdgeRequest,
  { contact: { email } }: Submission,
): Promise<void> => {
  if (actor.kind === 'person' && actor.roles.includes('integrator')) return
  await unlessTooMany((now) => maySendIdea(ports, { email, networkAddress }, now))
}

const submit = async (
  ports: ActingPorts,
  request: EdgeRequest,
  submission: Submission,
  options: CommandOptions = {},
): Promise<EdgeAnswer> => {
  const { project, answer } = await submitIdea(ports, request, submission, options)
  return { ...answer, headers: { ...answer.headers, location: `/api/projects/${project}` } }
}
