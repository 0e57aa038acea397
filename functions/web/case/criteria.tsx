import type { Evaluation } from '../../../shared/domain/concept.ts'
import { changedCriteria, criteriaFor, refusedOutright, unexplained } from '../../../shared/domain/criteria.ts'
import type { Reader } from '../reader.ts'
import type { Case } from './load.ts'

const tones = { green: 'badge-success', yellow: 'badge-warning', red: 'badge-error', grey: '' } as const

/** A colour of the secretariat's, as a word with a colour. */
export const Colour = ({ reader, colour }: { readonly reader: Reader; readonly colour: Evaluation['colour'] }) => (
  <span class={`badge ${tones[colour]}`.trim()}>{reader.words.criteria.colours[colour]}</span>
)

const longestEvidence = 140
const short = (text: string): string => (text.length <= longestEvidence ? text : `${text.slice(0, longestEvidence)}…`)

/** The criteria of the level in question side by side: what was answered and shown, and the secretariat's colour and words. */
export const CriteriaTable = ({ reader, the }: { readonly reader: Reader; readonly the: Case }) => {
  const { view, refusal } = the
  const { case: words, criteria: labels } = reader.words
  const level = view.level ?? view.proposal?.level ?? 1
  const silent = unexplained(view.answers, level)
  const refused = refusedOutright(view.answers)
  const before = view.returns.at(-1)?.answers
  const changed = before === undefined ? [] : changedCriteria(before, view.answers)
  return (
    <div>
      <h2 id="criteria">{words.criteria}</h2>
      <p>
        {words.criteriaLead(labels.levels[level])}{' '}
        {refusal('assess') === undefined && <a href={`/desk/projects/${view.id}/assess`}>{words.more}</a>}
      </p>
      <section class="table--responsive-scroll" aria-label={words.criteria} tabindex={0}>
        <table class="table table--compact trin-criteria">
          <thead>
            <tr>
              <th scope="col">{words.criterion}</th>
              <th scope="col">{words.answer}</th>
              <th scope="col">{words.colour}</th>
            </tr>
          </thead>
          <tbody>
            {criteriaFor(level).map(({ id, recommendation }) => {
              const answer = view.answers[id]
              const evaluation = view.evaluations[id]
              return (
                <tr key={id}>
                  <th scope="row">
                    {id} {reader.labels.criteria[id]}
                    {recommendation && <span class="trin-soft"> ({labels.recommendation})</span>}
                  </th>
                  <td data-label={words.answer}>
                    {answer === undefined ? labels.noAnswer : labels.answers[answer.answer]}
                    {answer?.text !== undefined && `: ${short(answer.text)}`}{' '}
                    {refused.includes(id) && <span class="badge badge-error">{labels.mustBeMet}</span>}{' '}
                    {silent.includes(id) && <span class="badge badge-warning">{labels.unexplained}</span>}{' '}
                    {changed.includes(id) && <span class="badge badge-info">{labels.changed}</span>}
                  </td>
                  <td data-label={words.colour}>
                    {evaluation === undefined ? '–' : <Colour reader={reader} colour={evaluation.colour} />}
                    {evaluation?.text !== undefined && ` ${short(evaluation.text)}`}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </div>
  )
}
