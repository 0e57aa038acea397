import type { ContactId } from '../identifiers.ts'
import type { Member } from '../meeting/events.ts'
import type { ProcessSettings } from '../settings.ts'
import type { Choice, ExclusionReason, Outcome, Tally, Vote } from './votes.ts'

/**
 * What a count comes to. `inquorate`: too few voted. `undecided`: nobody voted for anything, or a tie that neither the
 * chair nor the vice chair breaks. `general-assembly`: too few of the board are left to vote at all.
 */
export type CountResult = Outcome | 'inquorate' | 'undecided' | 'general-assembly'

export interface Counted {
  readonly tally: Tally
  readonly result: CountResult
}

export interface Ballots {
  readonly members: readonly Member[]
  readonly excluded: readonly { readonly member: ContactId; readonly why: ExclusionReason }[]
  /** In the order in which they were cast: a member's last one counts. */
  readonly votes: readonly Vote[]
}

/**
 * Counts an item by the board's rules: more than half of those not excluded make a quorum, abstentions count for that only,
 * a plurality of the votes cast decides, and a tie goes to the chair, else the vice chair. A proxy's vote is the member's own;
 * who is excluded votes neither for themselves nor for another.
 */
export const tallyOf = (
  { members, excluded, votes }: Ballots,
  settings: Pick<ProcessSettings, 'proxies' | 'minimumEligible'>,
): Counted => {
  const eligible = members.filter(({ contact }) => !excluded.some(({ member }) => member === contact))
  const mayVote = (contact: ContactId): boolean => eligible.some((member) => member.contact === contact)
  const counting = new Map<ContactId, Choice>()
  for (const { member, castBy, choice } of votes)
    if (mayVote(member) && mayVote(castBy) && (castBy === member || settings.proxies)) counting.set(member, choice)
  const counts = countsOf([...counting.values()])
  const tally: Tally = {
    counts,
    eligible: eligible.length,
    excluded: excluded.filter(
      ({ member }, place) =>
        members.some(({ contact }) => contact === member) &&
        excluded.findIndex((other) => other.member === member) === place,
    ),
    quorum: Math.floor(eligible.length / 2) + 1,
    cast: counting.size,
  }
  if (tally.eligible < settings.minimumEligible) return { tally, result: 'general-assembly' }
  if (tally.cast < tally.quorum) return { tally, result: 'inquorate' }
  const [first, ...others] = leading(counts)
  if (first === undefined) return { tally, result: 'undecided' }
  return others.length === 0 ? { tally, result: first } : breakTie(tally, [first, ...others], eligible, counting)
}

const countsOf = (choices: readonly Choice[]): Tally['counts'] => {
  const counts: Partial<Record<Choice, number>> = {}
  for (const choice of choices) counts[choice] = (counts[choice] ?? 0) + 1
  return counts
}

/** The outcomes with the most votes; more than one when they tie, none when nobody voted for anything. */
const leading = (counts: Tally['counts']): readonly Outcome[] => {
  const { abstain: _, ...forOutcomes } = counts
  const entries = Object.entries(forOutcomes) as [Outcome, number][]
  const most = Math.max(...entries.map(([, count]) => count))
  return entries.filter(([, count]) => count === most).map(([outcome]) => outcome)
}

const seats = ['chair', 'vice-chair'] as const

/** The chair's vote decides when it is for one of those that tie; else the vice chair's. */
const breakTie = (
  tally: Tally,
  tied: readonly Outcome[],
  eligible: readonly Member[],
  counting: ReadonlyMap<ContactId, Choice>,
): Counted => {
  for (const seat of seats) {
    const holders = eligible.filter((member) => member.seat === seat)
    const outcome = tied.find((candidate) => holders.some(({ contact }) => counting.get(contact) === candidate))
    if (outcome !== undefined) return { tally: { ...tally, tieBrokenBy: seat }, result: outcome }
  }
  return { tally, result: 'undecided' }
}
