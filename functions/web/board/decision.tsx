import { impersonalDecision } from '../../../shared/domain/impersonal-event.ts'
import type { Reader } from '../reader.ts'
import { DecisionFacts } from './minutes.tsx'
import type { TableItem } from './table.ts'

/** What was decided on an item: the outcome, its reason, the criteria it rests on, the count, and the next step. */
export const DecisionTaken = ({ reader, item }: { readonly reader: Reader; readonly item: TableItem }) => {
  const { board } = reader.words
  const { outcome, decision } = item
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{outcome !== undefined && board.outcomes[outcome]}</h2>
      {decision !== undefined && (
        <>
          <p>{board.item.decided(board.decidedBy[decision.by], reader.dayOf(decision.at))}</p>
          <DecisionFacts reader={reader} decision={{ ...impersonalDecision(decision), at: decision.at }} />
        </>
      )}
    </section>
  )
}
