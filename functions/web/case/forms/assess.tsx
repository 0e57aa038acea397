import type { NamedView } from '../../../../shared/api/project-view.ts'
import { type CriterionId, criteria, type Theme, unexplained } from '../../../../shared/domain/criteria.ts'
import type { FormObject } from '../../../../shared/http/form-fields.ts'
import { fieldState } from '../../form/state.ts'
import { criterionThemes } from '../../parts/themes.ts'
import type { FieldsProps } from '../act/desk-act.ts'

export const colours = ['green', 'yellow', 'red', 'grey'] as const

/** The colours as they stand. */
export const assessBegins = ({ evaluations }: Pick<NamedView, 'evaluations'>): FormObject => ({
  evaluations: Object.fromEntries(
    Object.entries(evaluations).map(([id, { colour, text }]) => [
      id,
      { colour, ...(text === undefined ? {} : { text }) },
    ]),
  ),
})

export const assessFields = (): readonly string[] =>
  criteria.flatMap(({ id }) => [`evaluations.${id}.colour`, `evaluations.${id}.text`])

/** Every criterion, by theme: what the proposer answered, what the secretariat finds. */
export const Assess = (props: FieldsProps) => (
  <>
    {criterionThemes.map((theme) => (
      <ThemeOf key={theme} theme={theme} {...props} />
    ))}
  </>
)

const ThemeOf = ({ theme, ...props }: FieldsProps & { readonly theme: Theme }) => {
  const { reader, form } = props
  const { criteria: words } = reader.words
  const own = criteria.filter((criterion) => criterion.theme === theme)
  const hasErrors = own.some(({ id }) => form.problem?.errors?.some(({ pointer }) => pointer.split('/')[2] === id))
  return (
    <details open={theme === 'relevance' || hasErrors}>
      <summary>{`${words.themes[theme]} (${own.length})`}</summary>
      {own.map(({ id }) => (
        <Row key={id} id={id} {...props} />
      ))}
    </details>
  )
}

const Row = ({ reader, form, view, id }: FieldsProps & { readonly id: CriterionId }) => {
  const { criteria: words, deskActs } = reader.words
  const answer = view.answers[id]
  const colour = fieldState(form, `evaluations.${id}.colour`)
  const text = fieldState(form, `evaluations.${id}.text`)
  const isSilent = view.level !== undefined && unexplained(view.answers, view.level).includes(id)
  const error = colour.error ?? text.error
  return (
    <fieldset class="trin-criterion">
      <legend>
        {id} {reader.labels.criteria[id]}
      </legend>
      <p>
        <strong>{answer === undefined ? words.noAnswer : words.answers[answer.answer]}</strong>
        {isSilent && <span class="badge badge-warning">{words.unexplained}</span>} {answer?.text}
      </p>
      <div class={error === undefined ? 'trin-fields' : 'trin-fields form-error'}>
        {error !== undefined && (
          <span class="form-error-message" id={`${colour.id}-error`}>
            {error}
          </span>
        )}
        <label class="form-label">
          {deskActs.fields.colour}
          <select
            class="form-select"
            id={colour.id}
            name={`evaluations.${id}.colour`}
            aria-describedby={error === undefined ? undefined : `${colour.id}-error`}
          >
            <option value="">{reader.words.shell.choose}</option>
            {colours.map((one) => (
              <option key={one} value={one} selected={one === colour.value}>
                {words.colours[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="form-label">
          {deskActs.fields.explanation}
          <textarea class="form-input" id={text.id} name={`evaluations.${id}.text`} rows={1}>
            {text.value}
          </textarea>
        </label>
      </div>
    </fieldset>
  )
}
