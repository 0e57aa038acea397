import type { NamedView } from '../../../shared/api/project-view.ts'
import type { Reader } from '../reader.ts'

interface Props {
  readonly reader: Reader
  readonly view: NamedView
}

/** The level that the system proposes, and why; and the one the case has. */
export const LevelProposal = ({ reader, view }: Props) => {
  const { case: words, criteria } = reader.words
  const { proposal, level, levelFrom } = view
  return (
    <section aria-labelledby="level">
      <h2 id="level">{words.proposal}</h2>
      {level !== undefined && <p>{criteria.proposal.placed(level)}</p>}
      {levelFrom !== undefined && <p>{words.lowered(levelFrom.level, reader.dayOf(levelFrom.effectiveAt))}</p>}
      {proposal === undefined ? (
        level === undefined && <p>{criteria.proposal.none}</p>
      ) : (
        <details open={level === undefined}>
          <summary>{criteria.proposal.level(proposal.level)}</summary>
          <h3>{criteria.proposal.because}</h3>
          <ul>
            {proposal.pointers.map(({ because, points, criterion }) => (
              <li key={because}>
                {criteria.proposal.reasons[because]}
                {criterion !== undefined && ` (${criterion})`}: {criteria.proposal.points(points)}
              </li>
            ))}
          </ul>
          {proposal.missingForNext.length > 0 && (
            <>
              <h3>{criteria.proposal.missing(proposal.level + 1)}</h3>
              <ul>
                {proposal.missingForNext.map((because) => (
                  <li key={because}>{criteria.proposal.reasons[because]}</li>
                ))}
              </ul>
            </>
          )}
          {proposal.unmet.length === 0 ? (
            <p>{criteria.proposal.allMet}</p>
          ) : (
            <>
              <p>
                <a href="#criteria">{criteria.proposal.unmet}</a>:
              </p>
              <ul>
                {proposal.unmet.map((id) => (
                  <li key={id}>
                    {id} {reader.labels.criteria[id]}
                  </li>
                ))}
              </ul>
            </>
          )}
        </details>
      )}
      {view.dispute !== undefined && <p>{words.dispute}</p>}
      {view.meeting !== undefined && (
        <p>
          {words.meeting} <a href={`/board/${view.meeting.meeting}/${view.id}`}>{words.toItem}</a>
        </p>
      )}
    </section>
  )
}
