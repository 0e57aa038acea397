import type { Answer } from '../../../shared/domain/concept.ts'
import { type Criterion, type CriterionId, mayBeExplained } from '../../../shared/domain/criteria.ts'
import { type FormState, fieldState } from '../form/state.ts'
import { criterionThemes } from '../parts/themes.ts'
import type { Reader } from '../reader.ts'
import { answerField, evidenceField } from './steps.ts'

type Asked = Criterion & { readonly id: CriterionId }
interface CriteriaProps {
  readonly reader: Reader
  readonly form: FormState
  readonly criteria: readonly Asked[]
}

const choices = ['yes', 'planned', 'no', 'not-relevant', 'dont-know'] as const satisfies readonly Answer['answer'][]
const evidenceMost = 2_000

/** The self-evaluation: criteria by theme, each with its answer and, where that is not a yes, its explanation. */
export const CriteriaFields = ({ reader, form, criteria }: CriteriaProps) => {
  const { criteria: words } = reader.words.submit
  return (
    <>
      <p>{words.explain}</p>
      {criterionThemes
        .map((theme) => ({ theme, asked: criteria.filter((one) => one.theme === theme) }))
        .filter(({ asked }) => asked.length > 0)
        .map(({ theme, asked }) => (
          <section key={theme} aria-labelledby={`theme-${theme}`}>
            <h2 id={`theme-${theme}`} class="h4 mt-6">
              {words.themes[theme]}
            </h2>
            {asked.map((criterion) => (
              <CriterionField key={criterion.id} reader={reader} form={form} criterion={criterion} />
            ))}
          </section>
        ))}
    </>
  )
}

const CriterionField = ({
  reader,
  form,
  criterion: { id, recommendation },
}: {
  readonly reader: Reader
  readonly form: FormState
  readonly criterion: Asked
}) => {
  const { words, labels } = reader
  const { criteria: said } = words.submit
  const answer = fieldState(form, answerField(id))
  const evidence = fieldState(form, evidenceField(id))
  const error = answer.error ?? evidence.error
  const about = error === undefined ? `${answer.id}-hint` : `${answer.id}-hint ${answer.id}-error`
  return (
    <fieldset
      id={answer.id}
      class={`trin-criterion${error === undefined ? '' : ' form-error'}`}
      aria-describedby={about}
    >
      <legend class="form-label">
        {id} {labels.criteria[id]}
        {recommendation && <span class="trin-optional"> ({said.recommendation})</span>}
      </legend>
      <span class="form-hint" id={`${answer.id}-hint`}>
        {words.criteriaHelp[id]}
        {!mayBeExplained(id) && ` ${said.cannotExplain}`}
      </span>
      {error !== undefined && (
        <span class="form-error-message" id={`${answer.id}-error`}>
          <span class="sr-only">{words.shell.errorPrefix}</span>
          {error}
        </span>
      )}
      <div class="trin-inline">
        {choices.map((choice) => (
          <div key={choice} class="form-group-radio">
            <input
              type="radio"
              class="form-radio"
              id={`${answer.id}-${choice}`}
              name={answerField(id)}
              value={choice}
              checked={answer.value === choice}
            />
            <label class="form-label" for={`${answer.id}-${choice}`}>
              {said.answers[choice]}
            </label>
          </div>
        ))}
      </div>
      <label class="form-label trin-evidence" for={evidence.id}>
        {said.text(id)}
      </label>
      <textarea class="form-input" id={evidence.id} name={evidenceField(id)} rows={2} maxlength={evidenceMost}>
        {evidence.value}
      </textarea>
    </fieldset>
  )
}
