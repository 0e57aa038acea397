import { paperOn } from '../../../shared/domain/board/paper.ts'
import type { Outcome } from '../../../shared/domain/board/votes.ts'
import { criteria } from '../../../shared/domain/criteria.ts'
import type { FormObject } from '../../../shared/http/form-fields.ts'
import { kronerTyped } from '../../../shared/i18n/kroner.ts'
import type { Language } from '../../../shared/i18n/language.ts'
import { freshForm } from '../form/act.ts'
import { TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { type FormState, fieldState } from '../form/state.ts'
import type { Reader } from '../reader.ts'
import { isNoted } from './analysis.tsx'
import { conditionNames, frameNames, OutcomeFields, reasonNames } from './outcome-fields.tsx'
import type { Table, TableItem } from './table.ts'

export interface DecisionProps {
  readonly reader: Reader
  readonly table: Table
  readonly item: TableItem
  readonly outcome: Outcome
  /** Recorded for the general assembly, where too few of the board are left to vote. */
  readonly assembly: boolean
  /** As it was sent, where something was wrong with it. */
  readonly tried: FormState | undefined
}

/** What a decision carries: the outcome that the votes say, its reason, criteria, next step, and what belongs to that outcome. */
export const DecisionForm = ({ reader, table, item, outcome, assembly, tried }: DecisionProps) => {
  const { decisions: words } = reader.words
  const state = tried ?? freshForm(begun(reader.language, item, outcome), item.project.version)
  const common = { reader, form: state }
  return (
    <Form
      reader={reader}
      state={state}
      action={`/board/${table.meeting.id}/decide`}
      submit={words.submit}
      hasButtonsWithin
      fields={[
        'outcome',
        'reason',
        'criteria',
        ...frameNames,
        ...conditionNames(state.typed),
        ...reasonNames(state.typed),
        'comeBackWith',
        'endsOn',
        'conditionsDueOn',
        'nextStep',
        'baseline',
        'conditions',
        'reasons',
      ]}
      labels={{
        criteria: words.criteria,
        baseline: words.baseline,
        conditions: words.conditions,
        reasons: words.returnReasons,
      }}
    >
      <input type="hidden" name="project" value={item.project.id} />
      <input type="hidden" name="outcome" value={outcome} />
      <input type="hidden" name="generalAssembly:yes" value={assembly ? 'yes' : 'no'} />
      <TextArea
        {...common}
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        required
        rows={4}
        maxLength={10_000}
      />
      <CriteriaChoice reader={reader} table={table} item={item} state={state} />
      <OutcomeFields reader={reader} form={state} outcome={outcome} />
      <TextArea
        {...common}
        name="nextStep"
        label={words.nextStep}
        hint={words.nextStepHint(reader.labels.nextSteps[outcome])}
        rows={2}
        maxLength={2_000}
      />
    </Form>
  )
}

/** What the form begins with: the frame as it is asked for, or as it stands. */
const begun = (language: Language, { project: { baseline, concept } }: TableItem, outcome: Outcome): FormObject => {
  if (outcome === 'rescope' && baseline !== undefined)
    return {
      baseline: {
        'budget:kr': kronerTyped(language, baseline.budget.amount),
        endsOn: baseline.endsOn,
        scope: baseline.scope,
      },
    }
  if (outcome === 'approve' && concept.jointCost !== undefined)
    return { baseline: { 'budget:kr': kronerTyped(language, concept.jointCost.amount) } }
  return {}
}

/** Criteria that the decision rests on: those that the paper points at first, the others for whoever needs them. */
const CriteriaChoice = ({
  reader,
  table,
  item,
  state,
}: Pick<DecisionProps, 'reader' | 'table' | 'item'> & { readonly state: FormState }) => {
  const { decisions: words, shell } = reader.words
  const field = fieldState(state, 'criteria')
  const noted = paperOn(item.project, item.item.kind, table.settings)
    .analysis.filter(isNoted)
    .map(({ criterion }) => criterion)
  const others = criteria.map(({ id }) => id).filter((id) => !noted.includes(id))
  const box = (id: (typeof others)[number]) => (
    <div key={id} class="form-group-checkbox">
      <input
        type="checkbox"
        class="form-checkbox"
        id={`criteria-${id}`}
        name="criteria[]"
        value={id}
        checked={field.values.includes(id)}
      />
      <label class="form-label" for={`criteria-${id}`}>
        {id} {reader.labels.criteria[id]}
      </label>
    </div>
  )
  return (
    <div class={`form-group${field.error === undefined ? '' : ' form-error'}`}>
      <fieldset
        id="criteria"
        aria-describedby={field.error === undefined ? 'criteria-hint' : 'criteria-hint criteria-error'}
      >
        <legend class="form-label">{words.criteria}</legend>
        <span class="form-hint" id="criteria-hint">
          {words.criteriaHint}
        </span>
        {field.error !== undefined && (
          <span class="form-error-message" id="criteria-error">
            <span class="sr-only">{shell.errorPrefix}</span>
            {field.error}
          </span>
        )}
        {noted.map(box)}
        <details class="trin-more" open={others.some((id) => field.values.includes(id)) || noted.length === 0}>
          <summary>{words.otherCriteria}</summary>
          <div>{others.map(box)}</div>
        </details>
      </fieldset>
    </div>
  )
}
