import type { Actor } from '../actor.ts'
import type { Commit } from '../commit.ts'
import { fire, withDue, withoutDue } from '../deadlines/open-items.ts'
import type { ContactId, MeetingId, ProjectId } from '../identifiers.ts'
import type { Instant } from '../time.ts'
import type { MeetingEvent } from './events.ts'
import type { AgendaItem, Meeting } from './state.ts'

/** What the commit says about an event beside the event itself. */
export interface MeetingCommitMeta {
  readonly stream: MeetingId
  readonly version: number
  readonly at: Instant
  readonly actor: Actor
}

/** The meeting after one more event. Pure. */
export const evolve = (before: Meeting | undefined, event: MeetingEvent, meta: MeetingCommitMeta): Meeting => {
  if (event.type === 'called') return called(event, meta)
  if (before === undefined) throw new Error(`${meta.stream} begins with ${event.type}: its first event is missing`)
  return { ...happen(before, event, meta.at), version: meta.version }
}

/** The meeting as its log tells it; undefined for a log without events. Voids are passed over. */
export const fold = (commits: readonly Commit<MeetingEvent>[], from?: Meeting): Meeting | undefined => {
  let meeting = from
  for (const { stream, version, at, actor, events } of commits)
    for (const event of events) meeting = evolve(meeting, event, { stream: stream as MeetingId, version, at, actor })
  return meeting
}

const called = (event: MeetingEvent & { type: 'called' }, { stream, version, at }: MeetingCommitMeta): Meeting => {
  const papers = withDue({ due: [], counted: {} }, { kind: 'papers', since: at, dueAt: event.papersDueAt })
  return {
    id: stream,
    state: 'called',
    form: event.form,
    meetsAt: event.meetsAt,
    ...(event.place === undefined ? {} : { place: event.place }),
    ...(event.budget === undefined ? {} : { budget: event.budget }),
    members: event.members,
    proxies: [],
    agenda: [],
    rankings: [],
    papersDueAt: event.papersDueAt,
    ...withDue(papers, { kind: 'vote', since: at, dueAt: event.meetsAt }),
    version,
  }
}

const onItem = (meeting: Meeting, project: ProjectId, change: (item: AgendaItem) => AgendaItem): Meeting => ({
  ...meeting,
  agenda: meeting.agenda.map((item) => (item.project === project ? change(item) : item)),
})

const isOpen = (item: AgendaItem): boolean => item.outcome === undefined

/** Whether an item that is added is on the agenda and open: then only who may vote on it has changed. */
export const isAskedAlready = (
  { agenda }: Pick<Meeting, 'agenda'>,
  { project, kind }: Pick<AgendaItem, 'project' | 'kind'>,
): boolean => agenda.some((item) => item.project === project && item.kind === kind && isOpen(item))

/** The item with other people who may not vote on it: what they voted goes, and what members declared stays. */
const excluding = (item: AgendaItem, known: AgendaItem['excluded']): AgendaItem => {
  const excluded = [...known, ...item.excluded.filter(({ why }) => why === 'declared')]
  const isExcluded = (contact: ContactId): boolean => excluded.some(({ member }) => member === contact)
  return {
    ...item,
    excluded,
    votes: item.votes.filter(({ member, castBy }) => !isExcluded(member) && !isExcluded(castBy)),
  }
}

/** Votes on what was not decided count for nothing once the meeting is over without them. */
const voidVotes = (meeting: Meeting): Meeting => ({
  ...meeting,
  agenda: meeting.agenda.map((item) => (isOpen(item) ? { ...item, votes: [] } : item)),
})

/** The meeting without a person, in whatever part. A vote that somebody else cast for them goes as well: it was theirs. */
const withoutMember = (meeting: Meeting, person: ContactId): Meeting => ({
  ...meeting,
  members: meeting.members.filter(({ contact }) => contact !== person),
  proxies: meeting.proxies.filter(({ member, proxy }) => member !== person && proxy !== person),
  rankings: meeting.rankings.filter(({ member }) => member !== person),
  agenda: meeting.agenda.map((item) => ({
    ...item,
    excluded: item.excluded.filter(({ member }) => member !== person),
    votes: item.votes
      .filter(({ member }) => member !== person)
      .map((vote) => (vote.castBy === person ? { ...vote, castBy: vote.member } : vote)),
  })),
})

const happen = (meeting: Meeting, event: Exclude<MeetingEvent, { type: 'called' }>, at: Instant): Meeting => {
  switch (event.type) {
    case 'item-added': {
      const { project, kind, excluded, jointCost } = event
      if (isAskedAlready(meeting, event)) return onItem(meeting, project, (item) => excluding(item, excluded))
      const item = { project, kind, excluded, votes: [], ...(jointCost === undefined ? {} : { jointCost }) }
      return { ...meeting, agenda: [...meeting.agenda.filter((other) => other.project !== project), item] }
    }
    case 'item-removed':
      return {
        ...meeting,
        agenda: meeting.agenda.filter(({ project }) => project !== event.project),
        rankings: meeting.rankings.map((ranking) => ({
          ...ranking,
          order: ranking.order.filter((project) => project !== event.project),
        })),
      }
    case 'conflict-declared':
      return onItem(meeting, event.project, (item) => ({
        ...item,
        excluded: [...item.excluded, { member: event.member, why: 'declared' }],
        votes: item.votes.filter(({ member, castBy }) => member !== event.member && castBy !== event.member),
      }))
    case 'proxy-named':
      return {
        ...meeting,
        proxies: [
          ...meeting.proxies.filter(({ member }) => member !== event.member),
          { member: event.member, proxy: event.proxy },
        ],
      }
    case 'vote-cast': {
      const { member, castBy, choice, comment } = event
      const vote = { member, castBy, choice, ...(comment === undefined ? {} : { comment }) }
      return onItem(meeting, event.project, (item) => ({
        ...item,
        votes: [...item.votes.filter((other) => other.member !== member), vote],
      }))
    }
    case 'ranking-cast':
      return {
        ...meeting,
        rankings: [
          ...meeting.rankings.filter(({ member }) => member !== event.member),
          { member: event.member, order: event.order },
        ],
      }
    case 'papers-sent':
      return { ...meeting, papersSentAt: at, due: withoutDue(meeting.due, ['papers']) }
    case 'item-closed':
      return onItem(meeting, event.project, (item) => ({ ...item, outcome: event.outcome }))
    case 'cancelled':
      return { ...voidVotes(meeting), state: 'cancelled', due: [] }
    case 'concluded': {
      const over = event.quorate ? meeting : voidVotes(meeting)
      return { ...over, state: 'concluded', quorate: event.quorate, due: [] }
    }
    case 'member-erased':
      return withoutMember(meeting, event.member)
    case 'step-taken':
      return { ...meeting, due: fire(meeting.due, event.item, event.step) }
  }
}
