import { Icon } from '../icon.tsx'
import type { Reader } from '../reader.ts'
import { exclusionOf, isLeftToAssembly, type Table, type TableItem, voteOf } from './table.ts'
import { countsText, memberName, resultText } from './told.ts'

interface VotesProps {
  readonly reader: Reader
  readonly table: Table
  readonly item: TableItem
}

/** Who may not vote and why, who takes part, the count and every vote so far. A script keeps it up to date. */
export const VotesSoFar = ({ reader, table, item }: VotesProps) => {
  const { board } = reader.words
  const { tally } = item.counted
  return (
    <>
      <p id="votes-count" data-live aria-live="polite">
        {!isLeftToAssembly(item) && (
          <>
            <strong>{board.votes.quorum(tally.cast, tally.eligible, tally.quorum)}</strong>{' '}
          </>
        )}
        {resultText(reader, item)}
      </p>
      <p id="votes-counted" data-live>
        {tally.cast > 0 && `${countsText(reader, tally.counts)}.`}
      </p>
      <ul id="votes-list" data-live class="trin-votes no-max-width">
        {table.meeting.members.map((member) => {
          const vote = voteOf(item, member.contact)
          const why = exclusionOf(item, member.contact)
          const castBy = table.meeting.members.find(({ contact }) => contact === vote?.castBy)
          return (
            <li key={member.contact}>
              <span class="trin-voter">
                {memberName(member, table, reader)}{' '}
                <span class="trin-soft">
                  {member.authority}
                  {member.seat !== 'member' && `, ${board.seats[member.seat].toLowerCase()}`}
                </span>
              </span>
              <span class="trin-choice">
                {why !== undefined ? (
                  <span class="trin-soft">
                    <Icon name="person-remove" /> {board.exclusions[why]}
                  </span>
                ) : vote === undefined ? (
                  <span class="trin-soft">{board.votes.none}</span>
                ) : (
                  <>
                    <strong>{board.choices[vote.choice]}</strong>
                    {castBy !== undefined &&
                      castBy.contact !== member.contact &&
                      ` (${board.votes.viaProxy(memberName(castBy, table, reader))})`}
                    {vote.comment !== undefined && <span class="trin-told">{vote.comment}</span>}
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Authorities of members that take part in the project: to be seen, but no reason to exclude anybody. */
export const TakingPart = ({ reader, table, item }: VotesProps) => {
  const theirs = item.project.authorities.map(({ authority }) => authority.toLowerCase())
  const taking = table.meeting.members.filter(({ authority }) => theirs.includes(authority.toLowerCase()))
  return taking.length === 0 ? null : (
    <p>{reader.words.board.votes.takesPart(taking.map((member) => memberName(member, table, reader)).join(', '))}</p>
  )
}
