import { randomUUID } from 'node:crypto'
import type { Problem } from '../../../shared/api/problem-codes.ts'
import { readSubmission } from '../../../shared/api/submission.ts'
import type { FormObject } from '../../../shared/http/form-fields.ts'
import type { PageAct, PageRequest } from '../../../shared/http/page-request.ts'
import { parse } from '../../../shared/http/parse.ts'
import { typedIn, valuesOfTyped } from '../../../shared/http/sent-form.ts'
import { submitIdea } from '../../../shared/http/submit.ts'
import { problemWords } from '../../../shared/i18n/problem-words.ts'
import { maySendIdea } from '../../../shared/use-cases/throttle.ts'
import { attempt, freshForm, shownAgain } from '../form/act.ts'
import type { FormState } from '../form/state.ts'
import { seeOther } from '../layout.tsx'
import { readerOf } from '../reader.ts'
import { draftByLink, dropDraft, saveDraft } from './draft-acts.ts'
import type { Saved } from './draft-parts.tsx'
import { type Hindrance, ideaPage } from './form-page.tsx'
import type { IdeaPorts } from './ports.ts'
import { previewOf } from './preview.tsx'
import { isProven, mayPassUnproven } from './proven.ts'
import { receiptAddress } from './receipt.tsx'
import { isStepName, type StepName, stepOfPointer, stepsFor } from './steps.ts'

/** Nobody fills in this form faster, by wall time since its first page. */
const fastestMillis = 4_000

/** `GET /`: the form, empty; `GET /?draft=`: as somebody left it. */
export const beginIdea =
  (ports: IdeaPorts): PageAct =>
  async (request) => {
    const { language, token, query } = request
    const { settings } = ports
    const draft = query.draft === undefined ? undefined : await draftByLink(ports, query.draft)
    const typed = draft?.typed ?? { kind: 'new', concept: { businessCritical: 'no' }, contact: { language } }
    const isGone = query.draft !== undefined && draft === undefined
    return ideaPage(
      {
        reader: readerOf(request),
        form: freshForm(typed),
        step: draft?.step ?? 'idea',
        ...(await sumOf(ports, draft?.step)),
        begun: token,
        proposal: previewOf(valuesOfTyped(typed), settings),
        settings,
        isBegun: draft === undefined,
        ...(isGone ? { hindrance: 'draftGone' } : {}),
        ...(draft === undefined ? {} : { draft: query.draft ?? '' }),
      },
      isGone ? 404 : 200,
    )
  }

/** What a form is not asked for that is only shown again. */
const doesMoreThanShow = ['send', 'save', 'forget']

/**
 * `POST /`: what one of the form's buttons asks for: another step, a draft, or to send the idea. Whatever was written travels
 * in the form; nothing is kept before it is sent, unless somebody asks for it.
 */
export const carryIdeaOn =
  (ports: IdeaPorts): PageAct =>
  async (request) => {
    const { _do: wanted = 'send', _step: here, _fresh: fresh } = request.form.own
    const { again } = request
    if (again === 'language' || (again !== undefined && doesMoreThanShow.includes(wanted))) {
      const { problem, status } = shownAgain(request, again)
      return show(ports, request, {
        step: stepNamed(here),
        status,
        problem,
        // What nobody has sent yet is that in another language, too.
        isBegun: again === 'language' && fresh !== undefined,
      })
    }
    switch (wanted) {
      case 'send':
        return send(ports, request)
      case 'next':
        return goOn(ports, request)
      case 'save':
        return show(ports, request, { step: stepNamed(here), ...(await saveDraft(ports, request)) })
      case 'forget':
        await dropDraft(ports, request)
        return seeOther('/')
      default:
        return show(ports, request, { step: stepNamed(wanted.slice('step:'.length)) })
    }
  }

const stepNamed = (name: string | undefined): StepName => (name !== undefined && isStepName(name) ? name : 'idea')

interface Shown {
  readonly step: StepName
  readonly problem?: Problem | undefined
  readonly hindrance?: Hindrance
  readonly status?: number
  readonly key?: string
  readonly saved?: Saved
  readonly draft?: string
  readonly isBegun?: boolean
}

const show = async (
  ports: IdeaPorts,
  request: PageRequest,
  { step, problem, hindrance, status = 200, key, saved, draft = request.form.own._draft, isBegun = false }: Shown,
) => {
  const { typed, own } = request.form
  const proposal = previewOf(request.form.values, ports.settings)
  const form: FormState = {
    typed,
    key: key ?? own._key ?? randomUUID(),
    ...(problem === undefined ? {} : { problem }),
  }
  // The answers may no longer point to a level that asks more.
  const at = stepsFor(proposal.level).includes(step) ? step : 'send'
  return ideaPage(
    {
      reader: readerOf(request),
      form,
      step: at,
      ...(await sumOf(ports, at)),
      begun: ageOfIdea(ports, request) === undefined ? request.token : (own._begun ?? request.token),
      proposal,
      settings: ports.settings,
      mail: own._mail ?? addressIn(typed),
      isBegun,
      ...(hindrance === undefined ? {} : { hindrance }),
      ...(saved === undefined ? {} : { saved }),
      ...(draft === undefined ? {} : { draft }),
    },
    status,
  )
}

/** The sum for the browser, on the step that sends. */
const sumOf = async ({ proofOfWork }: IdeaPorts, step: StepName | undefined) =>
  proofOfWork === undefined || step !== 'send' ? {} : { challenge: await proofOfWork.challenge() }

/** The address that the form has already, for the link to a draft. */
const addressIn = (typed: FormObject): string => {
  const address = typedIn(typed, 'contact.email')
  return typeof address === 'string' ? address : ''
}

/** The next step, once there is nothing to correct on this one. */
const goOn = async (ports: IdeaPorts, request: PageRequest) => {
  const step = stepNamed(request.form.own._step)
  const tried = await attempt(request, async () => {
    readIdea(request)
    return { status: 200 }
  })
  const here = 'state' in tried ? problemOn(step, tried.problem, request) : undefined
  if (here !== undefined) return show(ports, request, { step, problem: here, status: 422 })
  const steps = stepsFor(previewOf(request.form.values, ports.settings).level)
  return show(ports, request, { step: steps[steps.indexOf(step) + 1] ?? 'send' })
}

const readIdea = ({ form: { values } }: PageRequest) => readSubmission(values, (schema) => parse(schema, values))

/** What of a problem can be mended on a step; undefined where there is nothing. */
const problemOn = (step: StepName, problem: Problem | undefined, { language }: PageRequest): Problem | undefined => {
  const errors = problem?.errors?.filter(({ pointer }) => stepOfPointer(pointer) === step)
  if (problem === undefined || errors === undefined || errors.length === 0) return undefined
  return { ...problem, errors, detail: problemWords[language].details.fields(errors.length) }
}

const send = async (ports: IdeaPorts, request: PageRequest) => {
  const age = ageOfIdea(ports, request)
  if (request.form.own._homepage !== undefined)
    return show(ports, request, { step: 'send', hindrance: 'trapped', status: 422 })
  if (age === undefined || age < fastestMillis)
    return show(ports, request, { step: 'send', hindrance: 'tooFast', status: 422 })
  const tried = await attempt(request, async () => {
    const submission = readIdea(request)
    const { email } = submission.contact
    if (!(await maySendIdea(ports, { email, networkAddress: request.networkAddress }, Date.now() / 1_000)))
      return show(ports, request, { step: 'send', hindrance: 'tooOften', status: 429 })
    if (!(await isProven(ports, request)) && !(await mayPassUnproven(ports, request, email)))
      return show(ports, request, { step: 'send', hindrance: 'unproven', status: 429 })
    const { project, state } = await submitIdea(ports, request, submission)
    await dropDraft(ports, request)
    return seeOther(receiptAddress(ports.receipts, { project, submission, state, now: ports.clock() }))
  })
  if ('answer' in tried) return tried.answer
  const { problem, status, state } = tried
  if (problem?.code === 'idempotency-mismatch')
    return show(ports, request, { step: 'send', hindrance: 'sentBefore', status, key: state.key })
  const [first] = problem?.errors ?? []
  const step = first === undefined ? 'send' : stepOfPointer(first.pointer)
  return show(ports, request, { step, problem: problemOn(step, problem, request) ?? problem, status, key: state.key })
}

/** Milliseconds since the form was first shown; undefined where it does not say so. */
const ageOfIdea = ({ tokens }: IdeaPorts, { form, visitor }: PageRequest): number | undefined => {
  const opened = tokens.open(form.own._begun ?? '', visitor.actor)
  return typeof opened === 'string' ? undefined : opened.ageMillis
}
