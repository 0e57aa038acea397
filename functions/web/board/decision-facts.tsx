import type { ComponentChildren } from 'preact'
import type { MinutesView, SettledView } from '../../../shared/api/minutes-view.ts'
import type { Reader } from '../reader.ts'
import { countsText, criteriaText } from './told.ts'

interface DecisionFactsProps {
  readonly reader: Reader
  readonly decision: NonNullable<MinutesView['items'][number]['decision']>
  readonly settled: SettledView | undefined
}

/** What a decision says: the frame and the conditions that it gives, or what to come back with; reason, criteria, next step, count. */
export const DecisionFacts = ({ reader, decision, settled }: DecisionFactsProps) => {
  const { board } = reader.words
  const { reason, criteria, nextStep, tally } = decision
  return (
    <dl class="trin-facts">
      {settled !== undefined && <SettledFacts reader={reader} settled={settled} />}
      <Fact label={board.item.reason} told>
        {reason}
      </Fact>
      <Fact label={board.item.criteria}>{criteria.map((id) => `${id} ${reader.labels.criteria[id]}`).join(' · ')}</Fact>
      <Fact label={board.item.nextStep} told>
        {nextStep}
      </Fact>
      {tally !== undefined && (
        <Fact label={board.item.count}>
          {tally.cast > 0 && `${countsText(reader, tally.counts)}. `}
          {board.votes.quorum(tally.cast, tally.eligible, tally.quorum)}
          {tally.tieBrokenBy !== undefined && ` ${board.votes.tied(board.seats[tally.tieBrokenBy])}`}
        </Fact>
      )}
    </dl>
  )
}

const SettledFacts = ({ reader, settled }: { readonly reader: Reader; readonly settled: SettledView }) => {
  const { paper, decisions: words, timeline } = reader.words
  const { baseline, conditions = [], endsOn, reasons = [], comeBackWith, level } = settled
  return (
    <>
      {baseline !== undefined && (
        <>
          <Fact label={words.budget}>{reader.kroner(baseline.budget.amount)}</Fact>
          <Fact label={words.endsOn}>{reader.day(baseline.endsOn)}</Fact>
          <Fact label={words.scope} told>
            {baseline.scope}
          </Fact>
        </>
      )}
      {endsOn !== undefined && <Fact label={words.newEnd}>{reader.day(endsOn)}</Fact>}
      {level !== undefined && <Fact label={words.levelNow}>{paper.dispute.levels[level]}</Fact>}
      {conditions.map(({ text, dueOn, owner }, place) => (
        <Fact key={text} label={words.condition(place + 1)} told>
          {text} {words.answersFor(owner, reader.day(dueOn))}
        </Fact>
      ))}
      {reasons.map(({ code, criteria, text }) => (
        <Fact
          key={code}
          label={timeline.returnReason(reader.labels.returnReasons[code], criteriaText(reader, criteria))}
          told
        >
          {text}
        </Fact>
      ))}
      {comeBackWith !== undefined && (
        <Fact label={words.comeBackWith} told>
          {comeBackWith}
        </Fact>
      )}
    </>
  )
}

interface FactProps {
  readonly label: string
  /** Somebody wrote it: line breaks are theirs. @default false */
  readonly told?: boolean
  readonly children?: ComponentChildren
}

const Fact = ({ label, told = false, children }: FactProps) => (
  <div>
    <dt>{label}</dt>
    <dd class={told ? 'trin-told' : undefined}>{children}</dd>
  </div>
)
