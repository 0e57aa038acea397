import type { Reader } from '../reader.ts'
import type { TableItem } from './table.ts'
import { countsText } from './told.ts'

/** What was decided on an item: the outcome, its reason, the criteria it rests on, the count, and the next step. */
export const DecisionTaken = ({ reader, item }: { readonly reader: Reader; readonly item: TableItem }) => {
  const { board } = reader.words
  const { outcome, decision } = item
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{outcome === undefined ? '' : board.outcomes[outcome]}</h2>
      {decision !== undefined && (
        <>
          <p>{board.item.decided(board.decidedBy[decision.by], reader.dayOf(decision.at))}</p>
          <dl class="trin-facts">
            <div>
              <dt>{board.item.reason}</dt>
              <dd class="trin-told">{decision.reason}</dd>
            </div>
            <div>
              <dt>{board.item.criteria}</dt>
              <dd>
                {decision.criteria.map((id) => (
                  <p key={id}>
                    <strong>{id}</strong> {reader.labels.criteria[id]}
                  </p>
                ))}
              </dd>
            </div>
            <div>
              <dt>{board.item.nextStep}</dt>
              <dd class="trin-told">{decision.nextStep}</dd>
            </div>
            {decision.tally !== undefined && (
              <div>
                <dt>{board.item.count}</dt>
                <dd>
                  {countsText(reader, decision.tally.counts)}
                  {decision.tally.cast > 0 && '. '}
                  {board.votes.quorum(decision.tally.cast, decision.tally.eligible, decision.tally.quorum)}
                </dd>
              </div>
            )}
          </dl>
        </>
      )}
    </section>
  )
}
