import { actsAsSecretariat } from '../../../shared/domain/actor.ts'
import { disputeOf } from '../../../shared/domain/board/paper.ts'
import type { Outcome } from '../../../shared/domain/board/votes.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { Icon } from '../icon.tsx'
import type { Reader } from '../reader.ts'
import { exclusionOf, isLeftToAssembly, missingVotes, type Table, type TableItem, voteOf, votersFor } from './table.ts'
import { memberName } from './told.ts'

/** The agenda, item by item: what it is, how the votes stand, and what the reader has voted. A script keeps it up to date. */
export const Agenda = ({ reader, table }: { readonly reader: Reader; readonly table: Table }) => {
  const { board } = reader.words
  const missing = missingVotes(table)
  if (table.items.length === 0) return <p>{emptyAgenda(reader, table)}</p>
  return (
    <>
      {table.self !== undefined && table.meeting.state === 'called' && (
        <p id="agenda-missing" data-live aria-live="polite">
          {missing.length > 0
            ? board.meeting.missing(missing.length)
            : table.items.some((item) => item.standing === 'open' && !isLeftToAssembly(item)) &&
              board.meeting.nothingMissing}
        </p>
      )}
      <ol id="agenda-items" data-live class="trin-agenda no-max-width">
        {table.items.map((item) => (
          <li key={item.project.id} class={missing.includes(item) ? 'trin-waits' : undefined}>
            <a href={`/board/${table.meeting.id}/${item.project.id}`}>{item.project.concept.title}</a>
            <p class="trin-soft">{factsOf(reader, item)}</p>
            <p>
              <Votes reader={reader} table={table} item={item} />
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

/** What is ready gets on a meeting's agenda by itself; what is voted on in writing the secretariat puts on. */
const emptyAgenda = ({ words: { board }, visitor: { actor } }: Reader, { meeting }: Table): string => {
  if (meeting.form === 'meeting') return board.meeting.emptyAgenda
  return board.meeting.emptyVote[actsAsSecretariat(actor) ? 'secretariat' : 'others']
}

const factsOf = (reader: Reader, { item, project }: TableItem): string =>
  [
    reader.words.board.kinds[item.kind],
    ...(item.kind === 'level' ? levelsAsked(reader, project) : moneyAsked(reader, project)),
  ].join(' · ')

/** What is asked for; once there is a frame, that is what counts. */
const moneyAsked = ({ words: { board }, kroner }: Reader, { level, concept, baseline }: Project): readonly string[] => {
  const money = baseline?.budget ?? concept.jointCost
  return [
    ...(level === undefined ? [] : [board.item.level(level)]),
    concept.authority,
    ...(money === undefined ? [] : [kroner(money.amount)]),
  ]
}

/** Of a disagreement no money is asked for, but a level. */
const levelsAsked = ({ words: { board, paper } }: Reader, project: Project): readonly string[] => {
  const dispute = disputeOf(project)
  if (dispute === undefined) return [project.concept.authority]
  const { fixed, wanted, missingForWanted } = dispute
  const { levels } = paper.dispute
  return [
    project.concept.authority,
    board.item.levels(levels[fixed], levels[wanted]),
    board.item.missingForWanted(missingForWanted.length),
  ]
}

/** What an outcome looks like beside its word: a hook for going on, an arrow for going back, a cross for an end. */
const icons: Readonly<Record<Outcome, string>> = {
  approve: 'check',
  continue: 'check',
  rescope: 'check',
  uphold: 'check',
  amend: 'check',
  return: 'arrow-back',
  reject: 'close',
  stop: 'close',
}
const isGood = (outcome: Outcome): boolean => icons[outcome] === 'check'

const Votes = ({
  reader,
  table,
  item,
}: {
  readonly reader: Reader
  readonly table: Table
  readonly item: TableItem
}) => {
  const { board } = reader.words
  const { self } = table
  switch (item.standing) {
    case 'decided':
      return (
        item.outcome !== undefined && (
          <span class={`trin-outcome${isGood(item.outcome) ? ' trin-done' : ''}`}>
            <Icon name={icons[item.outcome]} /> {board.outcomes[item.outcome]}
          </span>
        )
      )
    case 'leaving':
      return board.item.leaving
    case 'information':
      return board.item.information
    case 'open': {
      if (isLeftToAssembly(item)) return board.vote.leftToAssembly
      const { cast, eligible } = item.counted.tally
      const why = self === undefined ? undefined : exclusionOf(item, self.contact)
      const vote = self === undefined ? undefined : voteOf(item, self.contact)
      const lacking = votersFor(item, table)
        .filter(({ contact }) => contact !== self?.contact && voteOf(item, contact) === undefined)
        .map((voter) => memberName(voter, table, reader))
      return (
        <>
          {board.item.voted(cast, eligible)}
          {self !== undefined && (
            <>
              {'. '}
              {why !== undefined ? (
                board.vote.youAreExcluded(board.yourExclusions[why])
              ) : vote === undefined ? (
                <strong>{board.item.notVoted}</strong>
              ) : (
                board.item.yourVote(board.choices[vote.choice])
              )}
              {lacking.length > 0 && `. ${board.item.notVotedFor(lacking.join(', '))}`}
            </>
          )}
        </>
      )
    }
  }
}
