import type { ComponentChildren } from 'preact'
import type { Outcome } from '../../../shared/domain/board/votes.ts'
import { type ReturnReasonCode, returnReasons } from '../../../shared/domain/return-reasons.ts'
import type { FormObject } from '../../../shared/http/form-fields.ts'
import { KronerField, Select, TextArea, TextField } from '../form/fields.tsx'
import { type FormState, fieldState } from '../form/state.ts'
import type { Reader } from '../reader.ts'
import { rowCount } from './rows.ts'

interface OutcomeProps {
  readonly reader: Reader
  readonly form: FormState
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place)

export const frameNames = ['baseline.budget:kr', 'baseline.endsOn', 'baseline.scope'] as const
export const conditionNames = (typed: FormObject | undefined): readonly string[] =>
  numbers(rowCount(typed, 'conditions')).flatMap((row) =>
    ['text', 'owner.name', 'owner.email', 'dueOn'].map((field) => `conditions.${row}.${field}`),
  )
export const reasonNames = (typed: FormObject | undefined): readonly string[] =>
  numbers(rowCount(typed, 'reasons')).flatMap((row) => [`reasons.${row}.code`, `reasons.${row}.text`])

/** What belongs to an outcome beside its reason: a frame and conditions, why it goes back, new dates. */
export const OutcomeFields = ({ outcome, ...props }: OutcomeProps & { readonly outcome: Outcome }) => {
  switch (outcome) {
    case 'approve':
      return (
        <>
          <Frame {...props} />
          <Conditions {...props} />
        </>
      )
    case 'rescope':
      return (
        <>
          <Frame {...props} />
          <NewConditionDate {...props} />
        </>
      )
    case 'continue':
      return <NewDates {...props} />
    case 'return':
      return <Reasons {...props} />
    case 'reject':
    case 'stop':
    case 'uphold':
    case 'amend':
      return null
  }
}

/** Fields that belong together, with what is wrong with them as a whole. */
const Group = ({
  reader,
  form,
  name,
  title,
  hint,
  children,
}: OutcomeProps & {
  readonly name: string
  readonly title: string
  readonly hint?: string
  readonly children: ComponentChildren
}) => {
  const problem = form.problem?.errors?.find(({ pointer }) => pointer === `/${name}`)
  const { id } = fieldState(form, name)
  return (
    <fieldset
      id={id}
      class={`trin-rows${problem === undefined ? '' : ' form-error'}`}
      aria-describedby={problem === undefined ? undefined : `${id}-error`}
    >
      <legend class="h4">{title}</legend>
      {hint !== undefined && <p>{hint}</p>}
      {problem !== undefined && (
        <span class="form-error-message" id={`${id}-error`}>
          <span class="sr-only">{reader.words.shell.errorPrefix}</span>
          {problem.detail}
        </span>
      )}
      {children}
    </fieldset>
  )
}

const Frame = (props: OutcomeProps) => {
  const { decisions: words } = props.reader.words
  const required = true
  return (
    <Group {...props} name="baseline" title={words.baseline}>
      <KronerField {...props} name="baseline.budget:kr" label={words.budget} width="m" required={required} />
      <TextField {...props} name="baseline.endsOn" label={words.endsOn} type="date" width="m" required={required} />
      <TextArea {...props} name="baseline.scope" label={words.scope} rows={3} maxLength={4_000} required={required} />
    </Group>
  )
}

const Conditions = (props: OutcomeProps) => {
  const { decisions: words } = props.reader.words
  return (
    <Group {...props} name="conditions" title={words.conditions} hint={words.conditionsHint}>
      {numbers(rowCount(props.form.typed, 'conditions')).map((row) => (
        <fieldset key={row} class="trin-row">
          <legend class="form-label">{words.condition(row + 1)}</legend>
          <div class="trin-row-fields">
            <TextField {...props} name={`conditions.${row}.text`} label={words.conditionText} width="xl" />
            <TextField {...props} name={`conditions.${row}.owner.name`} label={words.owner} width="m" />
            <TextField
              {...props}
              name={`conditions.${row}.owner.email`}
              label={words.ownerEmail}
              type="email"
              width="xl"
            />
            <TextField {...props} name={`conditions.${row}.dueOn`} label={words.dueOn} type="date" width="m" />
          </div>
        </fieldset>
      ))}
      <button type="submit" name="_do" value="more" class="button button-secondary">
        {words.moreConditions}
      </button>
    </Group>
  )
}

const Reasons = (props: OutcomeProps) => {
  const { reader, form } = props
  const { decisions: words } = reader.words
  const codes = Object.keys(returnReasons) as ReturnReasonCode[]
  return (
    <>
      <Group {...props} name="reasons" title={words.returnReasons}>
        {numbers(rowCount(form.typed, 'reasons')).map((row) => (
          <div key={row} class="trin-row-fields">
            <Select
              {...props}
              name={`reasons.${row}.code`}
              label={words.returnReason(row + 1)}
              required={row === 0}
              choices={codes.map((code) => ({ value: code, label: reader.labels.returnReasons[code] }))}
            />
            <TextField {...props} name={`reasons.${row}.text`} label={words.returnText} width="xl" />
          </div>
        ))}
      </Group>
      <TextArea {...props} name="comeBackWith" label={words.comeBackWith} required rows={3} maxLength={10_000} />
    </>
  )
}

const NewDates = (props: OutcomeProps) => {
  const { decisions: words } = props.reader.words
  return (
    <>
      <TextField {...props} name="endsOn" label={words.newEnd} hint={words.newEndHint} type="date" width="m" />
      <NewConditionDate {...props} />
    </>
  )
}

const NewConditionDate = (props: OutcomeProps) => {
  const { decisions: words } = props.reader.words
  return (
    <TextField
      {...props}
      name="conditionsDueOn"
      label={words.conditionsDueOn}
      hint={words.conditionsDueOnHint}
      type="date"
      width="m"
    />
  )
}
