import type { Actor } from '../domain/actor.ts'
import type { Paper } from '../domain/board/paper.ts'
import { mergeRankings, type RankedItem } from '../domain/board/ranking.ts'
import type { ContactId, ProjectId } from '../domain/identifiers.ts'
import { meetingPermissions, meetingRefusalOf } from '../domain/meeting/acts.ts'
import type { Member } from '../domain/meeting/events.ts'
import type { AgendaItem, Meeting } from '../domain/meeting/state.ts'

type MeetingAct = keyof typeof meetingPermissions
const meetingActs = Object.keys(meetingPermissions) as MeetingAct[]

/** What a meeting names by id: people, and the projects on its agenda. */
export interface Named {
  readonly people: ReadonlyMap<ContactId, { readonly name: string }>
  readonly titles: ReadonlyMap<ProjectId, string>
  /** The board's papers on what is still to be decided. */
  readonly papers: ReadonlyMap<ProjectId, Paper>
}

export interface MeetingView extends Omit<Meeting, 'members' | 'agenda' | 'rankings' | 'counted' | 'due'> {
  readonly members: readonly (Member & { readonly name?: string })[]
  readonly agenda: readonly (AgendaItem & { readonly title?: string; readonly paper?: Paper })[]
  readonly ranking: readonly RankedItem[]
  readonly allowed: readonly string[]
}

/** What money may go to: a concept that is open, or approved. */
export const isWorthRanking = ({ kind, outcome }: Pick<AgendaItem, 'kind' | 'outcome'>): boolean =>
  kind === 'concept' && (outcome === undefined || outcome === 'approve')

const nothingNamed: Named = { people: new Map(), titles: new Map(), papers: new Map() }

/**
 * A meeting as the board and the secretariat see it: members, agenda with votes, the merged ranking with its cut-line, and
 * what this caller may do. Names and titles where they were looked up.
 */
export const meetingView = (
  meeting: Meeting,
  actor: Actor,
  { people, titles, papers }: Named = nothingNamed,
): MeetingView => {
  const { id, state, form, meetsAt, place, budget, members, proxies, agenda, rankings, quorate, version } = meeting
  const { papersDueAt, papersSentAt } = meeting
  const concepts = agenda.filter(isWorthRanking)
  return {
    id,
    state,
    version,
    form,
    meetsAt,
    papersDueAt,
    ...(papersSentAt === undefined ? {} : { papersSentAt }),
    ...(place === undefined ? {} : { place }),
    ...(budget === undefined ? {} : { budget }),
    ...(quorate === undefined ? {} : { quorate }),
    members: members.map((member) => {
      const name = people.get(member.contact)?.name
      return name === undefined ? member : { ...member, name }
    }),
    proxies,
    agenda: agenda.map((item) => {
      const [title, paper] = [titles.get(item.project), papers.get(item.project)]
      return { ...item, ...(title === undefined ? {} : { title }), ...(paper === undefined ? {} : { paper }) }
    }),
    ranking: mergeRankings(concepts, rankings, budget),
    allowed: meetingActs.filter((act) => meetingRefusalOf(meeting, act, actor) === undefined),
  }
}
