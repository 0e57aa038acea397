import type { CriterionInPaper, Paper } from '../../../shared/domain/board/paper.ts'
import type { Evaluation } from '../../../shared/domain/concept.ts'
import type { Reader } from '../reader.ts'

const colours = ['green', 'yellow', 'red', 'grey'] as const satisfies readonly Evaluation['colour'][]

/** What the board should look at: unmet, not plainly answered, yellow or red, or new since last time. */
export const isNoted = ({ answer, evaluation, unmet, changed }: CriterionInPaper): boolean =>
  changed ||
  evaluation.colour === 'yellow' ||
  evaluation.colour === 'red' ||
  (unmet && answer !== undefined) ||
  (answer !== undefined && answer.answer !== 'yes')

/** The analysis against the criteria: how many of each colour, those to look at, and the others by their names. */
export const Analysis = ({ reader, paper: { analysis } }: { readonly reader: Reader; readonly paper: Paper }) => {
  const { paper: words } = reader.words
  const counts = colours
    .map((colour) => ({ colour, count: analysis.filter(({ evaluation }) => evaluation.colour === colour).length }))
    .filter(({ count }) => count > 0)
    .map(({ colour, count }) => words.countOf(count, colour))
  const noted = analysis.filter(isNoted)
  const silent = analysis.filter((one) => !isNoted(one) && one.unmet && !one.recommendation)
  const rest = analysis.filter((one) => !isNoted(one) && !silent.includes(one))
  return (
    <>
      <p>{words.summary(analysis.length, counts.join(', '))}</p>
      {noted.length === 0 ? (
        <p>{words.nothingNoted}</p>
      ) : (
        <CriteriaTable reader={reader} caption={words.noted} criteria={noted} />
      )}
      <Folded reader={reader} say={(codes) => `${words.silent}: ${codes}`} criteria={silent} />
      <Folded reader={reader} say={words.rest} criteria={rest} />
    </>
  )
}

/** Criteria that need no look: by their codes, so that the paper stays one page, and by their names for whoever opens it. */
const Folded = ({
  reader,
  say,
  criteria,
}: {
  readonly reader: Reader
  readonly say: (codes: string) => string
  readonly criteria: readonly CriterionInPaper[]
}) =>
  criteria.length === 0 ? null : (
    <details class="trin-fold">
      <summary>{say(criteria.map(({ criterion }) => criterion).join(', '))}</summary>
      <ul>
        {criteria.map(({ criterion }) => (
          <li key={criterion}>
            {criterion} {reader.labels.criteria[criterion]}
          </li>
        ))}
      </ul>
    </details>
  )

/** Every criterion of the paper, for whoever wants to see them all. */
export const AllCriteria = ({ reader, paper }: { readonly reader: Reader; readonly paper: Paper }) => (
  <details class="trin-more">
    <summary>{reader.words.paper.all}</summary>
    <CriteriaTable reader={reader} caption={reader.words.paper.all} criteria={paper.analysis} />
  </details>
)

const CriteriaTable = ({
  reader,
  caption,
  criteria,
}: {
  readonly reader: Reader
  readonly caption: string
  readonly criteria: readonly CriterionInPaper[]
}) => {
  const { paper: words } = reader.words
  return (
    <table class="table trin-criteria">
      <caption class="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.criterion}</th>
          <th scope="col">{words.answer}</th>
          <th scope="col">{words.evaluation}</th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((one) => (
          <Row key={one.criterion} reader={reader} criterion={one} />
        ))}
      </tbody>
    </table>
  )
}

const Row = ({ reader, criterion: one }: { readonly reader: Reader; readonly criterion: CriterionInPaper }) => {
  const { paper: words } = reader.words
  const { criterion, recommendation, answer, evaluation, unmet, changed } = one
  return (
    <tr>
      <th scope="row">
        <strong>{criterion}</strong> {reader.labels.criteria[criterion]}
        {recommendation && <span class="trin-soft"> ({words.recommended})</span>}
        {changed && <span class="badge badge-info">{words.changed}</span>}
      </th>
      <td data-label={words.answer}>
        {answer === undefined ? words.unanswered : words.answers[answer.answer]}
        {answer?.text !== undefined && `: ${answer.text}`}
        {unmet && <span class="badge badge-warning">{words.unmet}</span>}
      </td>
      <td data-label={words.evaluation}>
        <span class={`trin-colour trin-colour-${evaluation.colour}`}>{words.colours[evaluation.colour]}</span>
        {evaluation.text !== undefined && `: ${evaluation.text}`}
      </td>
    </tr>
  )
}
