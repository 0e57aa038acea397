import { settledView } from '../../../shared/api/minutes-view.ts'
import { impersonalDecision } from '../../../shared/domain/impersonal-event.ts'
import type { Reader } from '../reader.ts'
import { DecisionFacts } from './decision-facts.tsx'
import type { Table, TableItem } from './table.ts'

interface DecisionTakenProps {
  readonly reader: Reader
  readonly table: Table
  readonly item: TableItem
}

/** What was decided on an item: the outcome, what it settled, its reason, the criteria it rests on, the count, and the next step. */
export const DecisionTaken = ({ reader, table, item }: DecisionTakenProps) => {
  const { board } = reader.words
  const { outcome, decision, settled } = item
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{outcome !== undefined && board.outcomes[outcome]}</h2>
      {decision !== undefined && (
        <>
          <p>{board.item.decided(board.decidedBy[decision.by], reader.dayOf(decision.at))}</p>
          <DecisionFacts
            reader={reader}
            decision={{ ...impersonalDecision(decision), at: decision.at }}
            settled={settled === undefined ? undefined : settledView(settled, table.people)}
          />
        </>
      )}
    </section>
  )
}
