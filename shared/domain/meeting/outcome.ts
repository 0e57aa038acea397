import { type Counted, tallyOf } from '../board/tally.ts'
import type { ExclusionReason } from '../board/votes.ts'
import type { ContactId, ProjectId } from '../identifiers.ts'
import type { Project } from '../project/state.ts'
import type { ProcessSettings } from '../settings.ts'
import type { Member } from './events.ts'
import type { Meeting } from './state.ts'

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
