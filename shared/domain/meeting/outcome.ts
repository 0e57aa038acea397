import { type Counted, type CountResult, tallyOf } from '../board/tally.ts'
import type { ExclusionReason, Tally } from '../board/votes.ts'
import type { ContactId, ProjectId } from '../identifiers.ts'
import type { Project } from '../project/state.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { ProcessSettings } from '../settings.ts'
import type { Member } from './events.ts'
import type { AgendaItem, Meeting } from './state.ts'

interface Exclusion {
  readonly member: ContactId
  readonly why: ExclusionReason
}

/** Members who may not vote on a project because of the part they have in it; taking part as an authority is shown, not disqualifying. */
export const exclusionsOf = (
  members: readonly Member[],
  project: Pick<Project, 'proposer' | 'lead' | 'steering'>,
): readonly Exclusion[] =>
  members.flatMap(({ contact: member }): readonly Exclusion[] => {
    if (project.proposer === member) return [{ member, why: 'proposer' }]
    if (project.lead === member) return [{ member, why: 'lead' }]
    return project.steering.includes(member) ? [{ member, why: 'steering' }] : []
  })

/**
 * How the votes on a project count now, by the project's people of this moment and the conflicts declared at the meeting.
 * Undefined when the project is not on the agenda.
 */
export const countVotes = (
  meeting: Meeting,
  project: Pick<Project, 'proposer' | 'lead' | 'steering'> & { readonly id: ProjectId },
  settings: ProcessSettings,
): Counted | undefined => {
  const item = meeting.agenda.find((candidate) => candidate.project === project.id)
  if (item === undefined) return undefined
  const declared = item.excluded.filter(({ why }) => why === 'declared')
  const known = exclusionsOf(meeting.members, project)
  const excluded = [...known, ...declared.filter(({ member }) => !known.some((other) => other.member === member))]
  return tallyOf({ members: meeting.members, excluded, votes: item.votes }, settings)
}

/** Whether too few of the board are left to vote on an item, by what its meeting knows: then no vote decides it, but the general assembly. */
export const isLeftToAssembly = (
  { members }: Pick<Meeting, 'members'>,
  { excluded, votes }: Pick<AgendaItem, 'excluded' | 'votes'>,
  settings: ProcessSettings,
): boolean => tallyOf({ members, excluded, votes }, settings).result === 'general-assembly'

/**
 * The count that a decision on a project rests on, or why there is none: the outcome follows from the votes, and the
 * general assembly decides only what too few of the board are left for.
 * @param said the outcome asked for; `general-assembly` where its decision is to be recorded
 */
export const tallyFor = (
  meeting: Meeting,
  project: Pick<Project, 'proposer' | 'lead' | 'steering'> & { readonly id: ProjectId },
  said: CountResult,
  settings: ProcessSettings,
): Tally | Refusal => {
  if (meeting.state !== 'called')
    return refuse('illegal-in-state', 'state', { facts: { state: meeting.state, allowedIn: ['called'] } })
  const item = meeting.agenda.find((one) => one.project === project.id)
  if (item?.outcome !== undefined) return refuse('illegal-in-state', 'item-closed', { at: ['project'] })
  const counted = countVotes(meeting, project, settings)
  if (counted === undefined) return refuse('illegal-in-state', 'not-on-this-agenda', { at: ['project'] })
  const { tally, result } = counted
  if (result === said) return tally
  if (result === 'inquorate' || result === 'general-assembly')
    return refuse('illegal-in-state', 'quorum-missing', { facts: { cast: tally.cast, quorum: tally.quorum } })
  return refuse('illegal-in-state', 'outcome-not-the-vote', { at: ['outcome'], facts: { outcome: result } })
}

/**
 * What the meeting decided on an item; undefined while that is still to come, also where it has decided on the same project
 * before and the project is back. The project knows a moment before the agenda does.
 */
export const decidedAt = (
  { id }: Pick<Meeting, 'id'>,
  { outcome }: Pick<AgendaItem, 'outcome'>,
  { meeting, decisions }: Pick<Project, 'meeting' | 'decisions'>,
): Project['decisions'][number] | undefined =>
  outcome === undefined && meeting?.meeting === id
    ? undefined
    : decisions.findLast((decision) => decision.meeting === id)
