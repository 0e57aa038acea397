import type { Outcome } from '../../../shared/domain/board/votes.ts'
import { refusalOf } from '../../../shared/domain/project/acts.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import type { Reader } from '../reader.ts'
import { DecisionForm } from './decision-form.tsx'
import { choicesOn, type Table, type TableItem } from './table.ts'
import { isOutcome } from './told.ts'
import type { Tried } from './tried.ts'

interface ClosingProps {
  readonly reader: Reader
  readonly request: PageRequest
  readonly table: Table
  readonly item: TableItem
  readonly tried: Tried | undefined
}

/** Where the chair or the secretariat closes an item: what the votes say is told in words before it is closed. */
export const Closing = ({ reader, request, table, item, tried }: ClosingProps) => {
  const { decisions: words, board } = reader.words
  const { result } = item.counted
  const isAssembly = result === 'general-assembly'
  const act = isAssembly ? 'record-assembly-decision' : 'decide'
  const mayDecide = refusalOf(item.project, 'decide', request.actor) === undefined
  if (!mayDecide || table.meeting.state !== 'called') return null
  const sent = tried?.act === 'decide' ? tried : undefined
  const outcome = isAssembly ? assemblyOutcome(request, item, sent) : isOutcome(result) ? result : undefined
  const told = outcome === undefined ? '' : board.outcomes[outcome].toLowerCase()
  const mayRecord = refusalOf(item.project, act, request.actor) === undefined
  return (
    <section aria-labelledby="close">
      <h2 id="close">{words.title}</h2>
      {/* Until there is something to close, a script looks whether there is. */}
      <div id="closing" data-live={outcome === undefined}>
        {sent?.state.typed?.outcome !== undefined && sent.state.typed.outcome !== outcome && <p>{words.changed}</p>}
        {isAssembly ? (
          <>
            <p>{words.assembly}</p>
            {mayRecord && <AssemblyChoice reader={reader} table={table} item={item} outcome={outcome} />}
          </>
        ) : (
          <p>{outcome === undefined ? words.waiting : <strong>{words.told(told)}</strong>}</p>
        )}
        {outcome !== undefined && mayRecord && (
          <>
            {isAssembly && <p>{words.assemblyTold(told)}</p>}
            <DecisionForm
              reader={reader}
              table={table}
              item={item}
              outcome={outcome}
              assembly={isAssembly}
              tried={sent?.state}
            />
          </>
        )}
      </div>
    </section>
  )
}

const outcomesOn = (item: TableItem): readonly Outcome[] =>
  choicesOn(item).filter((choice): choice is Outcome => choice !== 'abstain')

/** What the general assembly decided: chosen first, since each outcome asks for something else. */
const assemblyOutcome = ({ query }: PageRequest, item: TableItem, sent: Tried | undefined): Outcome | undefined =>
  outcomesOn(item).find((one) => one === (sent?.state.typed?.outcome ?? query.outcome))

const AssemblyChoice = ({
  reader,
  table,
  item,
  outcome,
}: Pick<ClosingProps, 'reader' | 'table' | 'item'> & { readonly outcome: Outcome | undefined }) => {
  const { decisions: words, board } = reader.words
  return (
    <form method="get" action={`/board/${table.meeting.id}/${item.project.id}#close`} class="trin-form">
      <div class="form-group">
        <label class="form-label" for="assembly-outcome">
          {words.assemblyChoice}
        </label>
        <select class="form-select" id="assembly-outcome" name="outcome">
          {outcomesOn(item).map((one) => (
            <option key={one} value={one} selected={one === outcome}>
              {board.outcomes[one]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button button-secondary">
        {words.choose}
      </button>
    </form>
  )
}
