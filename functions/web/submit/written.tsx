import { criteriaFor } from '../../../shared/domain/criteria.ts'
import type { Level } from '../../../shared/domain/level.ts'
import { typedIn } from '../../../shared/http/sent-form.ts'
import { type FormState, fieldState } from '../form/state.ts'
import { themeChoices } from '../parts/themes.ts'
import type { Reader } from '../reader.ts'
import { labelOf } from './labels.ts'
import { answerField, type StepName, stepFields } from './steps.ts'

const longestShown = 300

interface WrittenProps {
  readonly reader: Reader
  readonly form: FormState
  readonly level: Level
}

/** What was written on the steps before, to look through once more; each step can be gone back to. */
export const Written = ({ reader, form, level }: WrittenProps) => {
  const { submit: words } = reader.words
  const asked = criteriaFor(level)
  const answered = asked.filter(({ id }) => typedIn(form.typed, answerField(id)) !== undefined)
  return (
    <section aria-labelledby="written" class="mt-6">
      <h2 id="written" class="h3">
        {words.youWrote}
      </h2>
      {(['idea', 'reach', 'solution'] as const).map((step) => (
        <section key={step} aria-labelledby={`written-${step}`}>
          <h3 id={`written-${step}`} class="h4">
            {words.steps[step]}
          </h3>
          <dl class="trin-written">
            {stepFields[step].map((name) => (
              <div key={name}>
                <dt>{labelOf(reader, name)}</dt>
                <dd>{shownOf(reader, form, name) ?? <span class="trin-soft">{words.notFilled}</span>}</dd>
              </div>
            ))}
          </dl>
          <ChangeStep reader={reader} step={step} />
        </section>
      ))}
      <section aria-labelledby="written-criteria">
        <h3 id="written-criteria" class="h4">
          {words.steps.criteria}
        </h3>
        <p>{words.criteria.answered(answered.length, asked.length)}</p>
        <ChangeStep reader={reader} step="criteria" />
      </section>
    </section>
  )
}

const ChangeStep = ({ reader, step }: { readonly reader: Reader; readonly step: StepName }) => (
  <p>
    <button type="submit" class="function-link" name="_do" value={`step:${step}`}>
      {reader.words.submit.change(reader.words.submit.steps[step])}
    </button>
  </p>
)

const shownOf = (reader: Reader, form: FormState, name: string): string | undefined => {
  const { fields, criteria } = reader.words.submit
  const { value } = fieldState(form, name)
  if (value === '') return undefined
  const said: Readonly<Record<string, string>> = {
    'kind/new': fields.kinds.new.label,
    'kind/takeover': fields.kinds.takeover.label,
    ...Object.fromEntries(themeChoices(reader).map((one) => [`concept.theme/${one.value}`, one.label])),
    'concept.businessCritical/no': fields.businessCriticals.no,
    'concept.businessCritical/own': fields.businessCriticals.own,
    'concept.businessCritical/many': fields.businessCriticals.many,
    'concept.backedByManagement:yes/yes': criteria.answers.yes,
    'concept.backedByManagement:yes/no': criteria.answers.no,
  }
  const text = said[`${name}/${value}`] ?? value
  return text.length > longestShown ? `${text.slice(0, longestShown)} …` : text
}
