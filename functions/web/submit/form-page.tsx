import type { ComponentChildren } from 'preact'
import type { LevelProposal } from '../../../shared/domain/classification.ts'
import type { ProcessSettings } from '../../../shared/domain/settings.ts'
import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import { ErrorSummary } from '../form/form.tsx'
import type { FormState } from '../form/state.ts'
import { Icon } from '../icon.tsx'
import { page } from '../layout.tsx'
import type { Reader } from '../reader.ts'
import { CriteriaFields } from './criteria-fields.tsx'
import { DraftNote, KeptDraft, SaveByLink, type Saved, SavedDraft } from './draft-parts.tsx'
import { labelOf } from './labels.ts'
import { Preview } from './preview.tsx'
import { ProofOfWork, proofScript } from './proof-part.tsx'
import { IdeaFields, ReachFields, SendFields, SolutionFields } from './step-fields.tsx'
import { carriedBeside, firstCriteria, moreCriteria, type StepName, stepFields, stepsFor } from './steps.ts'
import { Written } from './written.tsx'

/** What kept the idea from being sent, beside what is wrong with a field. */
export type Hindrance =
  | 'tooFast'
  | 'trapped'
  | 'sentBefore'
  | 'tooOften'
  | 'unproven'
  | 'mailMissing'
  | 'tooManyDrafts'
  | 'draftGone'

export interface IdeaPage {
  readonly reader: Reader
  readonly form: FormState
  readonly step: StepName
  /** The token of the page on which this idea was begun. */
  readonly begun: string
  readonly proposal: LevelProposal
  readonly settings: ProcessSettings
  /** Nothing was sent yet. @default false */
  readonly isBegun?: boolean
  readonly hindrance?: Hindrance
  /** What its link holds, of a form that is a draft of ours. */
  readonly draft?: string
  readonly saved?: Saved
  /** The address that was typed for the link. */
  readonly mail?: string
  /** The sum that a browser does before it sends, on the last step. */
  readonly challenge?: string
}

const formId = 'idea-form'

/** The form at one of its steps. */
export const ideaPage = (props: IdeaPage, status = 200): EdgeAnswer => {
  const { reader, form, step, hindrance } = props
  const { submit: words } = reader.words
  const steps = stepsFor(props.proposal.level)
  const isFirst = step === 'idea'
  const of = words.stepOf(steps.indexOf(step) + 1, steps.length)
  return page(
    {
      reader,
      title: isFirst ? words.title : `${words.steps[step]} – ${of}`,
      at: 'submit',
      hasErrors: form.problem !== undefined || hindrance !== undefined,
      ownHeading: true,
      form: { id: formId, wish: step === steps.at(-1) ? 'send' : 'next' },
      ...(props.challenge === undefined ? {} : { scripts: [proofScript] }),
      children: (
        <div class="row">
          <div class="col-12 col-lg-8">
            {isFirst ? <Welcome {...props} /> : <h1 class="mb-4">{words.steps[step]}</h1>}
            <IdeaForm {...props} steps={steps} of={of} />
          </div>
          {!isFirst && (
            <aside class="col-12 col-lg-4 trin-aside" aria-labelledby="preview-title">
              <h2 id="preview-title" class="h4">
                {reader.words.proposal.title}
              </h2>
              <p class="sr-only" role="status" id="preview-said" />
              <div data-preview-of={formId}>
                <Preview {...props} />
              </div>
              <button
                type="submit"
                form={formId}
                class="button button-secondary"
                name="_do"
                value={`step:${step}`}
                data-without-script
              >
                {words.recalculate}
              </button>
            </aside>
          )}
        </div>
      ),
    },
    status,
  )
}

const Welcome = ({ reader, form, settings, hindrance }: IdeaPage) => {
  const { submit: words } = reader.words
  // What is wrong comes before what they have read already.
  if (form.problem !== undefined || hindrance !== undefined) return <h1>{words.title}</h1>
  const { days = 0 } = settings.clocks.answer
  return (
    <>
      <h1>{words.title}</h1>
      {words.lead.map((line) => (
        <p key={line} class="font-lead">
          {line}
        </p>
      ))}
      <ul>
        {words.facts(typeof days === 'number' ? days : days[1]).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </>
  )
}

const IdeaForm = (props: IdeaPage & { readonly steps: readonly StepName[]; readonly of: string }) => {
  const { reader, form, step, begun, hindrance, draft, saved, mail = '', challenge, steps, of } = props
  const { submit: words } = reader.words
  const shown = shownFields(step, props.proposal)
  const labels = Object.fromEntries(shown.map((name) => [name, labelOf(reader, name)]))
  const at = steps.indexOf(step)
  const following = steps[at + 1]
  return (
    <form
      method="post"
      action="/"
      novalidate
      class="trin-form"
      id={formId}
      data-draft={props.isBegun ? 'begun' : 'underway'}
    >
      {hindrance !== undefined && <Hindered reader={reader} hindrance={hindrance} />}
      {saved !== undefined && <SavedDraft reader={reader} saved={saved} />}
      {form.problem !== undefined && (
        <ErrorSummary reader={reader} problem={form.problem} fields={shown} labels={labels} />
      )}
      <KeptDraft reader={reader} />
      <StepsMenu reader={reader} steps={steps} step={step} of={of} />
      <input type="hidden" name="_token" value={reader.token} />
      <input type="hidden" name="_begun" value={begun} />
      <input type="hidden" name="_key" value={form.key} />
      <input type="hidden" name="_step" value={step} />
      {props.isBegun && <input type="hidden" name="_fresh" value="yes" />}
      {draft !== undefined && <input type="hidden" name="_draft" value={draft} />}
      {carriedBeside(shown, form.typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <StepFields {...props} />
      <div class="trin-trap" aria-hidden="true">
        <label for="homepage">{words.trap}</label>
        <input type="text" id="homepage" name="_homepage" tabindex={-1} autocomplete="off" />
      </div>
      {challenge !== undefined && <ProofOfWork reader={reader} challenge={challenge} />}
      <p class="trin-buttons mt-6">
        {following === undefined ? (
          <button type="submit" class="button button-primary" name="_do" value="send">
            {words.send}
          </button>
        ) : (
          <button type="submit" class="button button-primary" name="_do" value="next">
            {words.next}
          </button>
        )}
        {at > 0 && (
          <button type="submit" class="button button-secondary" name="_do" value={`step:${steps[at - 1]}`}>
            {words.back}
          </button>
        )}
      </p>
      <DraftNote reader={reader} />
      <SaveByLink reader={reader} mail={mail} isOurs={draft !== undefined} isOpen={hindrance === 'mailMissing'} />
    </form>
  )
}

/** Names of the fields that a step shows: of the further criteria only those of the level in question. */
const shownFields = (step: StepName, { level }: LevelProposal): readonly string[] => {
  if (step !== 'more') return stepFields[step]
  const asked = moreCriteria(level).map(({ id }) => id)
  return stepFields.more.filter((name) => asked.some((id) => name.startsWith(`answers.${id}.`)))
}

const StepFields = ({ reader, form, step, proposal: { level } }: IdeaPage): ComponentChildren => {
  const { criteria: words } = reader.words.submit
  switch (step) {
    case 'idea':
      return <IdeaFields reader={reader} form={form} />
    case 'reach':
      return <ReachFields reader={reader} form={form} />
    case 'solution':
      return <SolutionFields reader={reader} form={form} />
    case 'criteria':
      return (
        <>
          <p class="font-lead">{words.intro}</p>
          <CriteriaFields reader={reader} form={form} criteria={firstCriteria} />
        </>
      )
    case 'more':
      return (
        <>
          <p class="font-lead">{words.moreIntro(level)}</p>
          <CriteriaFields reader={reader} form={form} criteria={moreCriteria(level)} />
        </>
      )
    case 'send':
      return (
        <>
          <SendFields reader={reader} form={form} />
          <Written reader={reader} form={form} level={level} />
        </>
      )
  }
}

const StepsMenu = ({
  reader,
  steps,
  step,
  of,
}: Pick<IdeaPage, 'reader' | 'step'> & { readonly steps: readonly StepName[]; readonly of: string }) => {
  const { submit: words } = reader.words
  return (
    <nav aria-label={words.stepsMenu} class="trin-steps">
      <p class="step-subheading">
        {of}: {words.steps[step]}
      </p>
      <ol class="trin-step-list">
        {steps.map((one, place) => (
          <li key={one}>
            {one === step ? (
              <span class="trin-step" aria-current="step">
                <span class="trin-step-number">{place + 1}</span>
                <span class="trin-step-name">{words.steps[one]}</span>
              </span>
            ) : (
              <button type="submit" class="trin-step" name="_do" value={`step:${one}`}>
                <span class="trin-step-number">{place + 1}</span>
                <span class="trin-step-name">{words.steps[one]}</span>
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

const Hindered = ({ reader, hindrance }: { readonly reader: Reader; readonly hindrance: Hindrance }) => {
  const { title, text } = reader.words.submit[hindrance]
  return (
    <div class="alert alert-warning" role="alert" id="error-summary" tabindex={-1}>
      <Icon name="warning" alert />
      <div class="alert-body">
        <h2 class="alert-heading">{title}</h2>
        <p class="alert-text">{text}</p>
      </div>
    </div>
  )
}
