import type { CountResult } from '../../../shared/domain/board/tally.ts'
import type { Choice } from '../../../shared/domain/board/votes.ts'
import type { CriterionId } from '../../../shared/domain/criteria.ts'
import type { Member } from '../../../shared/domain/meeting/events.ts'
import type { Reader } from '../reader.ts'
import type { Table, TableItem } from './table.ts'

/** A member by name, or by authority where the name is not there yet: who is erased is no member any more. */
export const memberName = (member: Member, { nameOf, self }: Table, { words: { board } }: Reader): string => {
  const name = nameOf(member.contact) ?? `${board.meeting.unnamed} (${member.authority})`
  return member.contact === self?.contact ? `${name} (${board.meeting.you})` : name
}

/** `Godkend: 3, Send retur: 1`, most votes first. */
export const countsText = ({ words: { board } }: Reader, counts: TableItem['counted']['tally']['counts']): string =>
  (Object.entries(counts) as [Choice, number][])
    .toSorted(([, a], [, b]) => b - a)
    .map(([choice, count]) => board.votes.countOf(board.choices[choice], count))
    .join(', ')

/** Criteria by their names: `F6 Kildekoden er overdraget …; F7 …`. */
export const criteriaText = ({ labels }: Reader, criteria: readonly CriterionId[]): string =>
  criteria.map((id) => `${id} ${labels.criteria[id]}`).join('; ')

/** What would come of the item if it were closed now. */
export const resultText = ({ words: { board } }: Reader, { counted: { tally, result } }: TableItem): string => {
  const { result: words } = board.votes
  switch (result) {
    case 'inquorate':
      return words.inquorate
    case 'undecided':
      return words.undecided
    case 'general-assembly':
      return words.generalAssembly(tally.eligible)
    default:
      return [
        words.outcome(board.outcomes[result].toLowerCase()),
        ...(tally.tieBrokenBy === undefined ? [] : [words.tie(board.seats[tally.tieBrokenBy])]),
      ].join(' ')
  }
}

/** Whether the votes say something that can be decided. */
export const isOutcome = (
  result: CountResult,
): result is Exclude<CountResult, 'inquorate' | 'undecided' | 'general-assembly'> =>
  result !== 'inquorate' && result !== 'undecided' && result !== 'general-assembly'
