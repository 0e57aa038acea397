import { givenDecision, reconsiderationDecisionBody } from '../../../../shared/api/board-decision.ts'
import { type ProjectAct, projectAct } from '../../../../shared/api/project-act.ts'
import { criteria } from '../../../../shared/domain/criteria.ts'
import { labels } from '../../../../shared/i18n/labels.ts'
import type { Language } from '../../../../shared/i18n/language.ts'
import { Checkboxes, KronerField, Radios, TextArea, TextField } from '../../form/fields.tsx'
import type { FieldsProps } from '../act/desk-act.ts'
import { Return, returnBody, returnFields } from './return.tsx'

const outcomes = ['continue', 'rescope', 'return', 'stop'] as const

/** Level 1: what the secretariat decides of a reconsideration, with the next step in the usual words where it is not said. */
export const decideAct = (language: Language): ProjectAct =>
  projectAct(
    () => reconsiderationDecisionBody,
    (sent, given) => ({
      type: 'decide-reconsideration',
      decision: givenDecision(sent, given.person, (outcome) => labels[language].nextSteps[outcome]),
    }),
  )

/** Parts of the form that are for another outcome are left out, whatever stands in them. */
export const decideBody = (values: unknown): unknown => {
  const { reasons, comeBackWith, baseline, endsOn, conditionsDueOn, ...always } = Object(returnBody(values))
  const has = (name: string, value: unknown) => (value === undefined ? {} : { [name]: value })
  switch (always.outcome) {
    case 'return':
      return { ...always, reasons, ...has('comeBackWith', comeBackWith) }
    case 'rescope':
      return { ...always, ...has('baseline', baseline), ...has('conditionsDueOn', conditionsDueOn) }
    case 'continue':
      return { ...always, ...has('endsOn', endsOn), ...has('conditionsDueOn', conditionsDueOn) }
    default:
      return always
  }
}

export const frameFields = ['baseline.budget:kr', 'baseline.endsOn', 'baseline.scope'] as const

/** The frame: economy, end date and scope. */
export const Frame = ({
  reader,
  form,
  required,
}: Pick<FieldsProps, 'reader' | 'form'> & { readonly required: boolean }) => {
  const { fields: words } = reader.words.deskActs
  const named = { reader, form, required }
  return (
    <>
      <KronerField {...named} name="baseline.budget:kr" label={words.budget} />
      <TextField {...named} name="baseline.endsOn" label={words.endsOn} type="date" width="s" />
      <TextArea {...named} name="baseline.scope" label={words.scope} maxLength={4_000} />
    </>
  )
}

export const decideFields = (): readonly string[] => [
  'outcome',
  'reason',
  'criteria',
  'nextStep',
  'endsOn',
  'conditionsDueOn',
  ...frameFields,
  ...returnFields(),
]

export const Decide = (props: FieldsProps) => {
  const { reader, form, view } = props
  const { fields: words } = reader.words.deskActs
  const grounds = view.grounds ?? []
  const named = { reader, form }
  const outcome = form.typed?.outcome
  return (
    <>
      {grounds.some(({ kind }) => kind === 'asked') && (
        <ul>
          {grounds.flatMap((ground) => (ground.kind === 'asked' ? [<li key={ground.text}>{ground.text}</li>] : []))}
        </ul>
      )}
      <Radios
        {...named}
        name="outcome"
        label={words.outcome}
        choices={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
        required
      />
      <TextArea {...named} name="reason" label={words.reason} maxLength={10_000} required />
      <details open={form.problem !== undefined}>
        <summary>{words.criteria}</summary>
        <Checkboxes
          {...named}
          name="criteria"
          label={words.criteria}
          choices={criteria.map(({ id }) => ({ value: id, label: `${id} ${reader.labels.criteria[id]}` }))}
          required
        />
      </details>
      <TextArea
        {...named}
        name="nextStep"
        label={words.nextStep}
        hint={words.nextStepHint}
        maxLength={2_000}
        rows={2}
      />
      <TextField {...named} name="endsOn" label={words.newEnd} hint={words.newEndHint} type="date" width="s" />
      {view.conditions.some(({ state }) => state === 'open') && (
        <TextField
          {...named}
          name="conditionsDueOn"
          label={words.conditionsDueOn}
          hint={words.conditionsHint}
          type="date"
          width="s"
        />
      )}
      <details open={outcome === 'rescope'}>
        <summary>{words.newFrame}</summary>
        <p class="form-hint">{words.newFrameHint}</p>
        <Frame {...named} required={false} />
      </details>
      <details open={outcome === 'return'}>
        <summary>{words.returning}</summary>
        <Return {...props} />
      </details>
    </>
  )
}
